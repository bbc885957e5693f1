package setu.gui.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import setu.core.align.ReviewCard;
import setu.core.anchor.AnchorSet;
import setu.core.space.RomanizedFilter;
import setu.core.task.Cancellation;
import setu.core.task.TaskRunner;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.OpenProject;
import setu.gui.common.Workbench;

/** What a person narrows the queues to: words that contain a text, and values of facets. */
final class Narrowing {
  private final Workbench workbench;
  private final Runnable changed;
  private final RomanizedFilter sounds = new RomanizedFilter();
  private final Map<CardFacet, Set<String>> chosen = new EnumMap<>(CardFacet.class);
  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
  private String text = "";
  private Cancellation picking = Cancellation.none();

  /**
   * To nothing yet.
   *
   * @param changed run after each change
   */
  Narrowing(Workbench workbench, Runnable changed) {
    this.workbench = workbench;
    this.changed = changed;
  }

  /** Whether any card may be held back. */
  ReadOnlyBooleanProperty activeProperty() {
    return active.getReadOnlyProperty();
  }

  /**
   * What one of the words must contain, in any case, or how a Sinhala one begins in Latin letters;
   * empty for all.
   */
  String text() {
    return text;
  }

  /** Wants words that contain a text. */
  void setText(String wanted) {
    String plain = wanted.strip().toLowerCase(Locale.ROOT);
    if (!plain.equals(text)) {
      text = plain;
      change();
    }
  }

  /** The values wanted of a facet; none means all. */
  Set<String> chosen(CardFacet facet) {
    return chosen.getOrDefault(facet, Set.of());
  }

  /** Wants cards with one of the values; none means all. */
  void choose(CardFacet facet, Set<String> values) {
    chosen.put(facet, Set.copyOf(values));
    change();
  }

  /** Wants all cards again. */
  void clear() {
    if (active.get()) {
      text = "";
      chosen.clear();
      change();
    }
  }

  private void change() {
    active.set(!text.isEmpty() || chosen.values().stream().anyMatch(values -> !values.isEmpty()));
    changed.run();
  }

  /** Which cards are wanted, by the dictionary and the spaces of the moment; for any thread. */
  Predicate<ReviewCard> wanted() {
    OpenProject open = workbench.project();
    if (!active.get() || open == null) {
      return card -> true;
    }
    AnchorSet anchors = workbench.anchorsProperty().get();
    String typed = text;
    Predicate<String> sounding = sounds.of(typed);
    Map<CardFacet, Set<String>> among = Map.copyOf(chosen);
    return card ->
        (contains(card, typed)
                || sounding.test(card.pair().source())
                || sounding.test(card.pair().target()))
            && among.entrySet().stream()
                .allMatch(
                    facet ->
                        facet.getValue().isEmpty()
                            || facet.getValue().contains(facet.getKey().of(card, anchors, open)));
  }

  /**
   * Picks the cards that are wanted, in their order: at once all, else in the background, where
   * what was picked before is given up.
   *
   * @param picked told them on the window's thread
   */
  void pick(List<ReviewCard> cards, Consumer<List<ReviewCard>> picked) {
    stop();
    if (!active.get()) {
      picked.accept(cards);
      return;
    }
    Predicate<ReviewCard> wanted = wanted();
    TaskRunner.Running<List<ReviewCard>> running =
        workbench.tasks().start("", (progress, cancellation) -> pick(cards, wanted, cancellation));
    picking = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        found -> {
          if (!running.cancellation().isCancelled()) {
            picked.accept(found);
          }
        },
        workbench::fail);
  }

  /** Gives up what is picked. */
  void stop() {
    picking.cancel();
  }

  private static List<ReviewCard> pick(
      List<ReviewCard> cards, Predicate<ReviewCard> wanted, Cancellation cancellation) {
    List<ReviewCard> picked = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      if (i % 1024 == 0) {
        cancellation.check();
      }
      if (wanted.test(cards.get(i))) {
        picked.add(cards.get(i));
      }
    }
    return picked;
  }

  private static boolean contains(ReviewCard card, String text) {
    return text.isEmpty()
        || card.pair().source().toLowerCase(Locale.ROOT).contains(text)
        || card.pair().target().toLowerCase(Locale.ROOT).contains(text);
  }

  /** Whether any of the cards has a value of a facet that is not empty. */
  boolean says(CardFacet facet, List<ReviewCard> cards) {
    OpenProject open = workbench.project();
    AnchorSet anchors = workbench.anchorsProperty().get();
    return open != null && cards.stream().anyMatch(c -> !facet.of(c, anchors, open).isEmpty());
  }

  /** The values of a facet among cards, with how many have each. */
  Map<String, Integer> values(CardFacet facet, Iterable<ReviewCard> cards) {
    Map<String, Integer> values = new TreeMap<>((one, other) -> CardFacet.order(facet, one, other));
    OpenProject open = workbench.project();
    if (open != null) {
      AnchorSet anchors = workbench.anchorsProperty().get();
      for (ReviewCard card : cards) {
        values.merge(facet.of(card, anchors, open), 1, Integer::sum);
      }
    }
    return values;
  }
}
