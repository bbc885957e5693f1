package setu.core.anchor;

import java.util.List;
import java.util.function.Consumer;

/**
 * The living dictionary of a project: every change is an event in the journal before it is seen
 * here; undo and redo append compensating events. Not thread-safe: one owner, one thread.
 */
public final class AnchorHistory {
  /** What a person may change in an anchor, all at once. */
  public record Draft(
      String source,
      String target,
      AnchorStatus status,
      String pos,
      String category,
      String note,
      String origin) {
    /** An accepted pair with nothing else said. */
    public static Draft accepted(String source, String target, String origin) {
      return new Draft(source, target, AnchorStatus.ACCEPTED, "", "", "", origin);
    }
  }

  /** The dictionary now. */
  public AnchorSet current() {
    throw new UnsupportedOperationException("not yet");
  }

  /** Adds pairs as one batch, undone as one; returns them with their ids. */
  public List<Anchor> add(List<Draft> drafts) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Replaces what is said of one anchor. */
  public Anchor change(long id, Draft draft) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Removes anchors as one batch; the journal keeps them. */
  public void remove(List<Long> ids) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Whether a batch can be undone. */
  public boolean canUndo() {
    throw new UnsupportedOperationException("not yet");
  }

  /** Whether an undone batch can be done again. */
  public boolean canRedo() {
    throw new UnsupportedOperationException("not yet");
  }

  /** Takes the last batch back. */
  public AnchorSet undo() {
    throw new UnsupportedOperationException("not yet");
  }

  /** Does the batch undone last again. */
  public AnchorSet redo() {
    throw new UnsupportedOperationException("not yet");
  }

  /** Told the new dictionary after every event, on the calling thread. */
  public void onChange(Consumer<AnchorSet> listener) {
    throw new UnsupportedOperationException("not yet");
  }
}
