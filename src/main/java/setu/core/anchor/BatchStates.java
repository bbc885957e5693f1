package setu.core.anchor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the anchors of one batch said before and after it. */
final class BatchStates {
  private final Map<Long, @Nullable Draft> before = new LinkedHashMap<>();
  private final Map<Long, @Nullable Draft> after = new LinkedHashMap<>();
  private final Map<Long, String> authors = new HashMap<>();

  private BatchStates() {}

  /**
   * Reads them from a journal's events.
   *
   * @throws IllegalArgumentException if no event of the batch edits an anchor
   */
  static BatchStates of(List<AnchorEvent> events, long batch) {
    BatchStates states = new BatchStates();
    AnchorFold fold = new AnchorFold();
    for (AnchorEvent event : events) {
      if (event.batch() > batch) {
        break;
      }
      long id = edited(event);
      boolean edits = event.batch() == batch && id > 0;
      if (edits && !states.before.containsKey(id)) {
        states.before.put(id, draft(fold, id));
      }
      fold.accept(event);
      if (edits) {
        states.after.put(id, draft(fold, id));
        states.authors.put(id, event.author());
      }
    }
    if (states.before.isEmpty()) {
      throw new IllegalArgumentException("no edits in batch " + batch);
    }
    return states;
  }

  /** The anchor an event edits itself; 0 for one that takes a batch back or does it again. */
  private static long edited(AnchorEvent event) {
    return switch (event) {
      case AnchorEvent.Added added -> added.anchor();
      case AnchorEvent.Changed changed -> changed.anchor();
      case AnchorEvent.Removed removed -> removed.anchor();
      default -> 0;
    };
  }

  private static @Nullable Draft draft(AnchorFold fold, long id) {
    Anchor anchor = fold.anchor(id);
    return anchor == null ? null : Draft.of(anchor);
  }

  /** Its anchors, in order. */
  List<Long> anchors() {
    return new ArrayList<>(before.keySet());
  }

  /** What was said before the batch; null if the anchor was not there. */
  @Nullable Draft before(long id) {
    return before.get(id);
  }

  /** What was said after the batch; null if the anchor was gone. */
  @Nullable Draft after(long id) {
    return after.get(id);
  }

  /** Who edited an anchor in the batch; empty for one that it did not edit. */
  String author(long id) {
    return authors.getOrDefault(id, "");
  }
}
