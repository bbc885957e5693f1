package setu.gui.review;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import setu.core.align.ReviewCard;
import setu.core.anchor.WordPair;
import setu.core.neighbor.NeighborSearch;
import setu.core.task.Cancellation;
import setu.core.task.TaskRunner;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.OpenProject;
import setu.gui.common.Shared;
import setu.gui.common.Workbench;

/** Finds the neighbours of the card under review, in the background. */
final class CardLook {
  private final Workbench workbench;
  private final NeighborSearch search;
  private final ReadOnlyObjectWrapper<CardNeighbors> neighbors = new ReadOnlyObjectWrapper<>();
  private CardNeighbors.@Nullable Bases bases;
  private Cancellation looking = Cancellation.none();

  CardLook(Workbench workbench, NeighborSearch search) {
    this.workbench = workbench;
    this.search = search;
  }

  /** The neighbours of the card's words, once they are found. */
  ReadOnlyObjectProperty<CardNeighbors> neighborsProperty() {
    return neighbors.getReadOnlyProperty();
  }

  /** Forgets all, for another project. */
  void restart() {
    cancel();
    bases = null;
  }

  /** Gives up what is looked for. */
  void cancel() {
    looking.cancel();
  }

  /** Another card is under review. */
  void leave() {
    looking.cancel();
    // Found again for the same card they would be equal to these, and nobody would hear of them.
    neighbors.set(null);
  }

  /** Looks at a card under the present alignment. */
  void at(ReviewCard card) {
    looking.cancel();
    CardNeighbors.Bases both = bases();
    OpenProject open = workbench.project();
    if (both == null || open == null) {
      neighbors.set(null);
      return;
    }
    List<WordPair> accepted = workbench.anchorsProperty().get().accepted();
    TaskRunner.Running<CardNeighbors> running =
        workbench
            .tasks()
            .start(
                "",
                (progress, cancellation) ->
                    both.of(
                        card,
                        open.source().vocabulary(),
                        open.target().vocabulary(),
                        accepted,
                        cancellation));
    looking = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        found -> {
          if (!running.cancellation().isCancelled()) {
            neighbors.set(found);
          }
        },
        workbench::fail);
  }

  /** Both spaces under the present alignment; null where there is none. */
  CardNeighbors.@Nullable Bases bases() {
    Shared shared = workbench.sharedProperty().get();
    CardNeighbors.Bases ready = bases;
    if (shared == null) {
      return null;
    }
    if (ready == null || !ready.areOf(shared)) {
      ready = new CardNeighbors.Bases(shared, ready == null ? null : ready.axes(), search);
      bases = ready;
    }
    return ready;
  }
}
