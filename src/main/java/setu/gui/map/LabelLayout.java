package setu.gui.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses which words stand beside their points, and where, so that no two overlap. Candidates come
 * in order of importance; a label that stood before keeps its place as long as it is free.
 */
final class LabelLayout {
  /** A label: its point and its box, in screen pixels, text inside. */
  record Label(int point, double x, double y, double width, double height, Slot slot) {
    boolean overlaps(double otherX, double otherY, double otherWidth, double otherHeight) {
      return x < otherX + otherWidth
          && otherX < x + width
          && y < otherY + otherHeight
          && otherY < y + height;
    }
  }

  /** Where a label stands beside its point. */
  enum Slot {
    RIGHT,
    LEFT,
    ABOVE,
    BELOW,
    ABOVE_RIGHT,
    BELOW_RIGHT
  }

  /** How wide and high a point's word is when drawn, in pixels. */
  interface Measure {
    double width(int point);

    double height(int point);
  }

  private static final double GAP = 5;
  private static final double CELL = 64;
  private static final Slot[] SLOTS = Slot.values();

  private final Map<Integer, Slot> before = new HashMap<>();

  /** Forgets where labels stood. */
  void forget() {
    before.clear();
  }

  /**
   * Lays labels out.
   *
   * @param must points whose label comes first whatever the crowd: selection, hover, neighbours
   * @param candidates further points, the most important first
   * @param most how many labels at most, those of {@code must} included
   * @param spacing pixels kept free around a label of a candidate
   */
  List<Label> lay(
      int[] must,
      int[] candidates,
      float[] x,
      float[] y,
      Viewport view,
      Measure measure,
      int most,
      double spacing) {
    Placing placing = new Placing(x, y, view, measure);
    for (int point : must) {
      if (placing.labels.size() < most) {
        placing.tryAll(point, 1);
      }
    }
    int tried = 0;
    for (int k = 0; k < candidates.length && placing.labels.size() < most; k++) {
      int point = candidates[k];
      if (placing.seen(point)) {
        tried++;
        placing.tryAll(point, before.containsKey(point) ? spacing / 2 : spacing);
        if (tried > most * 60) {
          break;
        }
      }
    }
    before.clear();
    for (Label label : placing.labels) {
      before.put(label.point(), label.slot());
    }
    return placing.labels;
  }

  /** One run: the labels so far, in cells of the screen. */
  private final class Placing {
    final List<Label> labels = new ArrayList<>();
    private final Map<Long, List<Label>> cells = new HashMap<>();
    private final java.util.Set<Integer> done = new java.util.HashSet<>();
    private final float[] x;
    private final float[] y;
    private final Viewport view;
    private final Measure measure;

    Placing(float[] x, float[] y, Viewport view, Measure measure) {
      this.x = x;
      this.y = y;
      this.view = view;
      this.measure = measure;
    }

    boolean seen(int point) {
      double px = view.screenX(x[point]);
      double py = view.screenY(y[point]);
      return px >= 0 && px <= view.width() && py >= 0 && py <= view.height();
    }

    void tryAll(int point, double spacing) {
      if (!seen(point) || done.contains(point)) {
        return;
      }
      Slot kept = before.get(point);
      if (kept != null && place(point, kept, spacing)) {
        return;
      }
      for (Slot slot : SLOTS) {
        if (slot != kept && place(point, slot, spacing)) {
          return;
        }
      }
    }

    private boolean place(int point, Slot slot, double spacing) {
      double width = measure.width(point);
      double height = measure.height(point);
      double px = view.screenX(x[point]);
      double py = view.screenY(y[point]);
      double left =
          switch (slot) {
            case RIGHT, ABOVE_RIGHT, BELOW_RIGHT -> px + GAP;
            case LEFT -> px - GAP - width;
            case ABOVE, BELOW -> px - width / 2;
          };
      double top =
          switch (slot) {
            case RIGHT, LEFT -> py - height / 2;
            case ABOVE, ABOVE_RIGHT -> py - GAP - height;
            case BELOW, BELOW_RIGHT -> py + GAP;
          };
      if (left < 0
          || top < 0
          || left + width > view.width()
          || top + height > view.height()
          || taken(left - spacing, top - spacing, width + 2 * spacing, height + 2 * spacing)) {
        return false;
      }
      Label label = new Label(point, left, top, width, height, slot);
      labels.add(label);
      done.add(point);
      eachCell(left, top, width, height, key -> add(key, label));
      return true;
    }

    private void add(long key, Label label) {
      cells.computeIfAbsent(key, k -> new ArrayList<>()).add(label);
    }

    private boolean taken(double left, double top, double width, double height) {
      boolean[] hit = new boolean[1];
      eachCell(
          left,
          top,
          width,
          height,
          key -> {
            for (Label label : cells.getOrDefault(key, List.of())) {
              hit[0] |= label.overlaps(left, top, width, height);
            }
          });
      return hit[0];
    }

    private void eachCell(
        double left, double top, double width, double height, java.util.function.LongConsumer use) {
      int lastColumn = (int) Math.floor((left + width) / CELL);
      int lastRow = (int) Math.floor((top + height) / CELL);
      for (int r = (int) Math.floor(top / CELL); r <= lastRow; r++) {
        for (int c = (int) Math.floor(left / CELL); c <= lastColumn; c++) {
          use.accept(((long) r << 32) | (c & 0xFFFFFFFFL));
        }
      }
    }
  }
}
