package setu.core.anchor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The events so far, folded: what stands, what can be undone, what can be done again. */
final class AnchorFold {
  /** One anchor before and after one event. */
  private record Step(long anchor, @Nullable Anchor before, @Nullable Anchor after) {}

  private record Batch(long id, List<Step> steps) {}

  private final List<AnchorEvent> events = new ArrayList<>();

  /** The anchor of id i + 1 at place i; null where it was removed. */
  private final List<@Nullable Anchor> slots = new ArrayList<>();

  private final Deque<Batch> done = new ArrayDeque<>();
  private final Deque<Batch> undone = new ArrayDeque<>();
  private long lastBatch;

  /**
   * Takes one event in.
   *
   * @throws IllegalArgumentException if it cannot follow the ones before; nothing is changed then
   */
  void accept(AnchorEvent event) {
    require(event.id() == events.size() + 1L, "event number", event);
    boolean continues = event.batch() == lastBatch && !events.isEmpty();
    require(continues || event.batch() == lastBatch + 1, "batch number", event);
    switch (event) {
      case AnchorEvent.Added added -> {
        require(added.anchor() >= 1 && added.anchor() <= nextAnchor(), "anchor", event);
        require(anchor(added.anchor()) == null, "anchor is there", event);
        edit(
            event,
            added.anchor(),
            added.draft().anchor(added.anchor(), event.author(), event.time()));
      }
      case AnchorEvent.Changed changed -> {
        require(anchor(changed.anchor()) != null, "no such anchor", event);
        edit(
            event,
            changed.anchor(),
            changed.draft().anchor(changed.anchor(), event.author(), event.time()));
      }
      case AnchorEvent.Removed removed -> {
        require(anchor(removed.anchor()) != null, "no such anchor", event);
        edit(event, removed.anchor(), null);
      }
      case AnchorEvent.Undone back -> {
        Batch batch = done.peek();
        require(batch != null && batch.id() == back.undoes(), "not the last batch", event);
        undone.push(done.pop());
        for (Step step : undone.element().steps().reversed()) {
          set(step.anchor(), step.before());
        }
      }
      case AnchorEvent.Redone again -> {
        Batch batch = undone.peek();
        require(batch != null && batch.id() == again.redoes(), "not the batch undone last", event);
        done.push(undone.pop());
        for (Step step : done.element().steps()) {
          set(step.anchor(), step.after());
        }
      }
    }
    events.add(event);
    lastBatch = event.batch();
  }

  /** The batches among events that are taken back and were not done again. */
  static Set<Long> undone(List<AnchorEvent> events) {
    Set<Long> undone = new HashSet<>();
    for (AnchorEvent event : events) {
      switch (event) {
        case AnchorEvent.Undone back -> undone.add(back.undoes());
        case AnchorEvent.Redone again -> undone.remove(again.redoes());
        default -> {}
      }
    }
    return undone;
  }

  private static void require(boolean holds, String what, AnchorEvent event) {
    if (!holds) {
      throw new IllegalArgumentException(what + " in event " + event.id());
    }
  }

  private void edit(AnchorEvent event, long id, @Nullable Anchor after) {
    Batch batch = done.peek();
    if (batch == null || batch.id() != event.batch()) {
      batch = new Batch(event.batch(), new ArrayList<>(1));
      done.push(batch);
      undone.clear();
    }
    batch.steps().add(new Step(id, anchor(id), after));
    set(id, after);
  }

  private void set(long id, @Nullable Anchor anchor) {
    int place = Math.toIntExact(id - 1);
    if (place == slots.size()) {
      slots.add(anchor);
    } else {
      slots.set(place, anchor);
    }
  }

  /** The anchor of an id; null if it was removed or never was. */
  @Nullable Anchor anchor(long id) {
    return id < 1 || id > slots.size() ? null : slots.get(Math.toIntExact(id - 1));
  }

  /** The id the next new anchor gets. */
  long nextAnchor() {
    return slots.size() + 1L;
  }

  /** The number the next batch gets. */
  long nextBatch() {
    return lastBatch + 1;
  }

  /** The batch that undo takes back; 0 if there is none. */
  long undoable() {
    Batch batch = done.peek();
    return batch == null ? 0 : batch.id();
  }

  /** The batch that redo does again; 0 if there is none. */
  long redoable() {
    Batch batch = undone.peek();
    return batch == null ? 0 : batch.id();
  }

  /** All events, in order. */
  List<AnchorEvent> events() {
    return Collections.unmodifiableList(events);
  }

  /** The dictionary now. */
  AnchorSet set() {
    return set(AnchorSet.EMPTY);
  }

  /** The dictionary now, {@code before} an earlier state of it. */
  AnchorSet set(AnchorSet before) {
    List<Anchor> anchors = new ArrayList<>(slots.size());
    for (Anchor anchor : slots) {
      if (anchor != null) {
        anchors.add(anchor);
      }
    }
    return AnchorSet.owning(events.size(), anchors, before);
  }
}
