package setu.gui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.WordPair;
import setu.core.evaluate.NeighborExplanation;
import setu.core.evaluate.WordInspection;
import setu.core.neighbor.NeighborSearch;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Twin;
import setu.core.task.Cancellation;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Shared;
import setu.gui.common.Side;
import setu.gui.common.WordRef;
import setu.gui.common.Workbench;

/** What is known of the selected word under the latest alignment. */
public final class InspectorViewModel {
  private static final int SHOWN = 8;
  private static final int NEIGHBORHOOD = 10;

  private final Workbench workbench;
  private final NeighborSearch search;
  private final ReadOnlyObjectWrapper<Inspected> inspected = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Explained> explained = new ReadOnlyObjectWrapper<>();
  private final Subscription following;
  private @Nullable AlignedBases bases;
  private Cancellation current = Cancellation.none();
  private Cancellation explaining = Cancellation.none();

  /**
   * A word and what was found.
   *
   * @param inspection null until it is computed, or where there is no alignment
   */
  public record Inspected(
      WordRef word, List<Anchor> anchors, @Nullable WordInspection inspection) {}

  /** Why one word across is near the selected one. */
  public record Explained(WordRef word, WordRef across, NeighborExplanation why) {}

  /** The inspector of a window. */
  public InspectorViewModel(Workbench workbench, NeighborSearch search) {
    this.workbench = workbench;
    this.search = search;
    following =
        Subscription.combine(
            workbench.selectedProperty().subscribe(this::inspect),
            workbench.anchorsProperty().subscribe(this::inspect),
            workbench.sharedProperty().subscribe(this::inspect));
    inspect();
  }

  /** Stops following the workbench. */
  void dispose() {
    following.unsubscribe();
    current.cancel();
    explaining.cancel();
  }

  /** The selected word; null when none is. */
  public ReadOnlyObjectProperty<Inspected> inspectedProperty() {
    return inspected.getReadOnlyProperty();
  }

  /** Why a word across is near; null until it is known. */
  public ReadOnlyObjectProperty<Explained> explainedProperty() {
    return explained.getReadOnlyProperty();
  }

  /** Asks why the selected word and a row of the other side are near. */
  public void explain(int row) {
    explaining.cancel();
    Inspected known = inspected.get();
    AlignedBases ready = bases;
    if (known == null || ready == null) {
      return;
    }
    WordRef word = known.word();
    WordRef across = new WordRef(word.side().other(), row);
    var running =
        workbench.tasks().start("", (progress, cancellation) -> ready.why(word, row, cancellation));
    explaining = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        why -> {
          if (!running.cancellation().isCancelled()) {
            explained.set(new Explained(word, across, why));
          }
        },
        workbench::fail);
  }

  /** The other spellings of the selected word in its space, which joiners alone tell apart. */
  public List<Twin> twins() {
    Inspected known = inspected.get();
    EmbeddingSpace space = known == null ? null : workbench.space(known.word().side());
    return known == null || space == null
        ? List.of()
        : space.vocabulary().offers(workbench.word(known.word()));
  }

  /**
   * Puts a twin in the place of the selected word in all its anchors, as one edit; an anchor whose
   * pair would then be there twice stays as it is, and that is told.
   */
  public void adopt(Twin twin) {
    Inspected known = inspected.get();
    if (known == null || known.anchors().isEmpty()) {
      return;
    }
    Side side = known.word().side();
    workbench.changeAnchors(
        known.anchors().stream()
            .filter(anchor -> workbench.alreadyThere(with(twin, side, anchor)) == null)
            .map(Anchor::id)
            .toList(),
        now ->
            side == Side.SOURCE
                ? now.withWords(twin.word(), now.target())
                : now.withWords(now.source(), twin.word()));
    workbench.select(side, twin.word());
  }

  private static WordPair with(Twin twin, Side side, Anchor anchor) {
    return side == Side.SOURCE
        ? new WordPair(twin.word(), anchor.target())
        : new WordPair(anchor.source(), twin.word());
  }

  private void explainTheBest(WordInspection inspection) {
    explained.set(null);
    if (!inspection.across().isEmpty()) {
      explain(inspection.across().getFirst().row());
    }
  }

  private void inspect() {
    current.cancel();
    explaining.cancel();
    WordRef word = workbench.selectedProperty().get();
    Shared shared = workbench.sharedProperty().get();
    if (shared == null) {
      bases = null;
    } else if (bases == null || !bases.shared().equals(shared)) {
      bases = new AlignedBases(shared, bases, search);
    }
    if (word == null) {
      inspected.set(null);
      explained.set(null);
      return;
    }
    Inspected known = new Inspected(word, anchorsOf(word), lastOf(word));
    inspected.set(known);
    AlignedBases ready = bases;
    if (ready != null) {
      var running =
          workbench
              .tasks()
              .start(
                  "",
                  (progress, cancellation) ->
                      WordInspection.of(
                          word.row(),
                          ready.of(word.side()),
                          ready.of(word.side().other()),
                          SHOWN,
                          NEIGHBORHOOD,
                          search,
                          cancellation));
      current = running.cancellation();
      FxTaskRunner.whenDone(
          running.outcome(),
          found -> {
            if (!running.cancellation().isCancelled()) {
              inspected.set(new Inspected(word, known.anchors(), found));
              explainTheBest(found);
            }
          },
          workbench::fail);
    }
  }

  /** While an edit is answered, the neighbours of the same word stay on screen. */
  private @Nullable WordInspection lastOf(WordRef word) {
    Inspected last = inspected.get();
    return last != null && last.word().equals(word) && bases != null ? last.inspection() : null;
  }

  private List<Anchor> anchorsOf(WordRef word) {
    String form = workbench.word(word);
    List<Anchor> found = new ArrayList<>();
    for (Anchor anchor : workbench.anchorsProperty().get().anchors()) {
      if (form.equals(word.side() == Side.SOURCE ? anchor.source() : anchor.target())) {
        found.add(anchor);
      }
    }
    return found;
  }

  /** Whether a word across is an anchor of the selected one: one that was accepted. */
  public static boolean isAnchor(Inspected inspected, String across) {
    for (Anchor anchor : inspected.anchors()) {
      String other = inspected.word().side() == Side.SOURCE ? anchor.target() : anchor.source();
      if (anchor.status() == AnchorStatus.ACCEPTED && other.equals(across)) {
        return true;
      }
    }
    return false;
  }
}
