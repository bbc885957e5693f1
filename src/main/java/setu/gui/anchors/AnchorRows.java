package setu.gui.anchors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.task.Cancellation;
import setu.core.task.TaskRunner;
import setu.gui.common.FxTaskRunner;

/**
 * The rows of the table: the anchors that are wanted, in the order asked for. Of 120,000 they are
 * picked and sorted in the background; an edit of few moves the rows of these alone.
 */
final class AnchorRows {
  /** Anchors an edit changes at most for their rows to be moved one by one. */
  static final int FEW = 64;

  private static final Comparator<Anchor> BY_ENTRY = Comparator.comparingLong(Anchor::id);

  private final FxTaskRunner tasks;
  private final BiConsumer<List<Anchor>, List<Anchor>> exchanged;
  private final Consumer<Throwable> failed;
  private final ObservableList<Anchor> rows = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper();
  private List<Anchor> all = List.of();
  private Predicate<Anchor> wanted = anchor -> true;
  private Comparator<Anchor> order = BY_ENTRY;
  private final Set<Long> kept = new HashSet<>();
  private @Nullable Predicate<Anchor> narrowing;
  private @Nullable Comparator<Anchor> sorting;
  private Cancellation arranging = Cancellation.none();
  private boolean underWay;
  private boolean held;
  private boolean late;
  private @Nullable AnchorSet pending;

  /**
   * No rows yet.
   *
   * @param exchanged told which anchors went and which came, whether they have rows or not
   */
  AnchorRows(
      FxTaskRunner tasks,
      BiConsumer<List<Anchor>, List<Anchor>> exchanged,
      Consumer<Throwable> failed) {
    this.tasks = tasks;
    this.exchanged = exchanged;
    this.failed = failed;
  }

  /** Those that are wanted, in order. */
  ObservableList<Anchor> shown() {
    return rows;
  }

  /** All anchors, in order of entry. */
  List<Anchor> all() {
    return all;
  }

  /** Whether other rows, or another order, are on their way. */
  boolean isArranging() {
    return underWay;
  }

  /** Whether rows are just being exchanged for those of a new state. */
  ReadOnlyBooleanProperty changingProperty() {
    return changing.getReadOnlyProperty();
  }

  /**
   * Keeps the rows as they are while a cell is typed in, and catches up after: a table ends an edit
   * whenever its list changes, and the answer to the last edit would cut the next one off.
   */
  void hold(boolean typing) {
    held = typing;
    AnchorSet waiting = pending;
    if (!typing && waiting != null) {
      pending = null;
      show(waiting);
    }
    if (!typing && late) {
      arrange();
    }
  }

  /**
   * Shows another state of the dictionary. Rows of one that has no anchors go at once: it may be
   * another project's, in which their numbers stand for other pairs.
   */
  void follow(AnchorSet now) {
    if (held && !now.anchors().isEmpty()) {
      pending = now;
    } else {
      pending = null;
      show(now);
    }
  }

  // Every edit makes a new list that shares all unchanged anchors with the old one. Only what
  // differs is replaced, so that the table keeps its place, order and selection.
  private void show(AnchorSet now) {
    List<Anchor> next = now.anchors();
    int same = 0;
    int shorter = Math.min(all.size(), next.size());
    while (same < shorter && isSame(all.get(same), next.get(same))) {
      same++;
    }
    int tail = 0;
    while (tail < shorter - same
        && isSame(all.get(all.size() - 1 - tail), next.get(next.size() - 1 - tail))) {
      tail++;
    }
    List<Anchor> gone = all.subList(same, all.size() - tail);
    List<Anchor> come = next.subList(same, next.size() - tail);
    all = next;
    exchanged.accept(gone, come);
    if (underWay || gone.size() + come.size() > FEW) {
      arrange();
    } else {
      changing.set(true);
      move(gone, come);
      changing.set(false);
    }
  }

  /** What an edit leaves alone is the same object; after a project is opened anew it is equal. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Anchor one, Anchor other) {
    return one == other || one.equals(other);
  }

  private void move(List<Anchor> gone, List<Anchor> come) {
    boolean edited =
        gone.size() == come.size()
            && Stream.iterate(0, i -> i < gone.size(), i -> i + 1)
                .allMatch(i -> gone.get(i).id() == come.get(i).id());
    for (int i = 0; i < gone.size(); i++) {
      int place = place(gone.get(i));
      if (place >= 0 && edited && wanted.test(come.get(i)) && fits(come.get(i), place)) {
        rows.set(place, come.get(i));
      } else {
        if (place >= 0) {
          rows.remove(place);
        }
        if (edited) {
          insert(come.get(i));
        }
      }
    }
    if (!edited) {
      come.forEach(this::insert);
    }
  }

  private int place(Anchor row) {
    int place = Collections.binarySearch(rows, row, order);
    return place >= 0 && rows.get(place).id() == row.id() ? place : -1;
  }

  private boolean fits(Anchor row, int place) {
    return (place == 0 || order.compare(rows.get(place - 1), row) < 0)
        && (place == rows.size() - 1 || order.compare(row, rows.get(place + 1)) < 0);
  }

  private void insert(Anchor row) {
    if (wanted.test(row)) {
      int place = Collections.binarySearch(rows, row, order);
      rows.add(place >= 0 ? place : -place - 1, row);
    }
  }

  /**
   * Wants other anchors; none is kept besides them any more.
   *
   * @param only those to show; null for all. Asked on any thread
   */
  void narrow(@Nullable Predicate<Anchor> only) {
    narrowing = only;
    kept.clear();
    arrange();
  }

  /**
   * Wants another order.
   *
   * @param by null for that of entry, in which equals stand too
   */
  void sort(@Nullable Comparator<Anchor> by) {
    sorting = by;
    arrange();
  }

  /** Wants an anchor that may come besides those wanted now, until others are. */
  void keep(long anchor) {
    kept.add(anchor);
    wanted = wanted();
  }

  /** The same for some that stand in the dictionary already; they get rows at once or soon. */
  void reveal(List<Anchor> anchors) {
    anchors.forEach(anchor -> kept.add(anchor.id()));
    wanted = wanted();
    if (underWay || anchors.stream().anyMatch(anchor -> place(anchor) < 0)) {
      arrange();
    }
  }

  private Predicate<Anchor> wanted() {
    Predicate<Anchor> only = narrowing;
    Set<Long> besides = Set.copyOf(kept);
    return only == null
        ? anchor -> true
        : anchor -> besides.contains(anchor.id()) || only.test(anchor);
  }

  private void arrange() {
    arranging.cancel();
    late = held && !all.isEmpty();
    if (late) {
      return;
    }
    wanted = wanted();
    order = sorting == null ? BY_ENTRY : sorting.thenComparing(BY_ENTRY);
    if (all.isEmpty() || (narrowing == null && sorting == null)) {
      underWay = false;
      exchange(all);
      return;
    }
    List<Anchor> from = all;
    Predicate<Anchor> only = wanted;
    Comparator<Anchor> by = order;
    underWay = true;
    TaskRunner.Running<List<Anchor>> running =
        tasks.start("", (progress, cancellation) -> arranged(from, only, by, cancellation));
    arranging = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        made -> {
          if (!running.cancellation().isCancelled()) {
            underWay = false;
            late = held;
            if (!held) {
              exchange(made);
            }
          }
        },
        failed);
  }

  private static List<Anchor> arranged(
      List<Anchor> from, Predicate<Anchor> only, Comparator<Anchor> by, Cancellation cancellation) {
    List<Anchor> made = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      if (i % 1024 == 0) {
        cancellation.check();
      }
      if (only.test(from.get(i))) {
        made.add(from.get(i));
      }
    }
    made.sort(by);
    cancellation.check();
    return made;
  }

  private void exchange(List<Anchor> made) {
    changing.set(true);
    rows.setAll(made);
    changing.set(false);
  }
}
