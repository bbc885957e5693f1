package setu.gui.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import setu.core.align.LemmaFamilies;
import setu.core.align.LemmaFamily;
import setu.core.align.LemmaFamily.Member;
import setu.core.align.ReviewCard;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.Draft;
import setu.core.anchor.Edit;
import setu.core.anchor.WordPair;
import setu.core.task.Cancellation;
import setu.core.task.TaskRunner;
import setu.gui.common.EditedBatch;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.OpenProject;
import setu.gui.common.Workbench;

/**
 * The inflections of accepted pairs, offered group by group, the newest first. They are found in
 * the background and wait: the card under review stays where it is.
 */
final class FamilyOffers {
  /** The origin of pairs that came in by a group. */
  static final String ORIGIN = DoubleBlind.INFLECTION;

  /** Groups that wait at most; the oldest is dropped. */
  private static final int MOST = 50;

  /** The group of an accepted card. */
  record Offer(ReviewCard card, LemmaFamily family) {}

  private final Workbench workbench;
  private final Supplier<CardNeighbors.@Nullable Bases> bases;
  private final ReviewSession session;
  private final Runnable unwritten;
  private final Executor lane;
  private final Deque<Offer> waiting = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Offer> offer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ObservableSet<WordPair> struck = FXCollections.observableSet(new HashSet<>());
  private final List<Cancellation> looking = new ArrayList<>();
  private @Nullable Stems stems;

  /** Both vocabularies by stem, made once for a project, in the lane. */
  private record Stems(OpenProject project, LemmaFamilies families) {}

  /**
   * No offers yet.
   *
   * @param bases both spaces under the present alignment; null where there is none
   * @param unwritten run where a judgement in the session's trail could not be written
   */
  FamilyOffers(
      Workbench workbench,
      Supplier<CardNeighbors.@Nullable Bases> bases,
      ReviewSession session,
      Runnable unwritten) {
    this.workbench = workbench;
    this.bases = bases;
    this.session = session;
    this.unwritten = unwritten;
    this.lane = workbench.tasks().lane("setu-family");
  }

  /** The group to judge next; null while there is none. */
  ReadOnlyObjectProperty<Offer> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  /** Whether its members are shown and take the keys. */
  ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Members that are left out of the judgement. */
  ObservableSet<WordPair> struck() {
    return struck;
  }

  /** Forgets all, for another project. */
  void restart() {
    looking.forEach(Cancellation::cancel);
    looking.clear();
    waiting.clear();
    next();
  }

  /** Looks for the inflections of an accepted pair. */
  void propose(ReviewCard card, WordPair pair) {
    CardNeighbors.Bases both = bases.get();
    OpenProject project = workbench.project();
    if (both == null || project == null) {
      return;
    }
    AnchorSet anchors = workbench.anchorsProperty().get();
    TaskRunner.Running<LemmaFamily> running =
        workbench
            .tasks()
            .start(
                "",
                lane,
                (progress, cancellation) ->
                    both.family(pair, families(project), pairs(anchors), cancellation));
    looking.add(running.cancellation());
    FxTaskRunner.whenDone(
        running.outcome(),
        found -> {
          looking.remove(running.cancellation());
          if (!running.cancellation().isCancelled() && !found.members().isEmpty()) {
            offer(new Offer(card, found));
          }
        },
        failure -> {
          looking.remove(running.cancellation());
          if (!running.cancellation().isCancelled()) {
            workbench.fail(failure);
          }
        });
  }

  /** Only the lane asks for it. */
  private LemmaFamilies families(OpenProject project) {
    Stems made = stems;
    if (made == null || !made.project().equals(project)) {
      made =
          new Stems(
              project,
              new LemmaFamilies(project.source().vocabulary(), project.target().vocabulary()));
      stems = made;
    }
    return made.families();
  }

  private static Set<WordPair> pairs(AnchorSet anchors) {
    Set<WordPair> pairs = new HashSet<>();
    for (Anchor anchor : anchors.anchors()) {
      pairs.add(anchor.pair());
    }
    return pairs;
  }

  /** Puts a group before the others, unless one is just being looked at. */
  private void offer(Offer found) {
    waiting.addFirst(found);
    if (waiting.size() > MOST) {
      waiting.removeLast();
    }
    if (!open.get()) {
      next();
    }
  }

  /** Takes back what an accepted card offered. */
  void withdraw(ReviewCard card) {
    waiting.removeIf(each -> each.card().equals(card));
    if (offer.get() != null && !waiting.contains(offer.get())) {
      next();
    }
  }

  private void next() {
    open.set(false);
    struck.clear();
    offer.set(waiting.peekFirst());
  }

  /** Shows the members of the group, or puts it off. */
  void toggle() {
    open.set(!open.get() && offer.get() != null);
  }

  /** Leaves a member out of the judgement, or takes it in again; {@code place} from 1. */
  void strike(int place) {
    Offer now = offer.get();
    if (now != null && place >= 1 && place <= now.family().members().size()) {
      WordPair pair = now.family().members().get(place - 1).pair();
      if (!struck.remove(pair)) {
        struck.add(pair);
      }
    }
  }

  /** Accepts or rejects the group but for what is struck out, as one edit. */
  void judge(AnchorStatus verdict) {
    Offer now = offer.get();
    if (now == null) {
      return;
    }
    Set<WordPair> known = pairs(workbench.anchorsProperty().get());
    List<WordPair> judged =
        now.family().members().stream()
            .map(Member::pair)
            .filter(pair -> !struck.contains(pair) && !known.contains(pair))
            .toList();
    waiting.remove(now);
    next();
    if (!judged.isEmpty()) {
      String tag = DoubleBlind.INFLECTION_OF + now.family().lemma().source();
      List<Edit> edits =
          judged.stream()
              .map(
                  pair ->
                      (Edit)
                          new Edit.Add(
                              Draft.accepted(pair.source(), pair.target(), ORIGIN)
                                  .withStatus(verdict)
                                  .withTags(List.of(tag))))
              .toList();
      EditedBatch batch = workbench.editBatch(anchors -> edits, unwritten);
      session
          .trail()
          .addFirst(
              new Judged(
                  now.card(),
                  now.family().lemma(),
                  verdict,
                  "",
                  batch,
                  System.nanoTime(),
                  now,
                  judged.size()));
      unwritten.run();
    }
  }

  /** Offers a group again whose judgement was taken back. */
  void again(Offer taken) {
    waiting.addFirst(taken);
    next();
  }
}
