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

  /** A part of the screen that labels keep off. */
  record Box(double x, double y, double width, double height) {}

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
   * @param taken where no label may stand
   * @param must points whose label comes first whatever the crowd: selection, hover, neighbours;
   *     the very first stands even where there is no room
   * @param candidates further points, the most important first
   * @param most how many labels at most, those of {@code must} included
   * @param spacing pixels kept free around a label of a candidate
   */
  List<Label> lay(
      List<Box> taken,
      int[] must,
      int[] candidates,
      float[] x,
      float[] y,
      Viewport view,
      Measure measure,
      int most,
      double spacing) {
    Placing placing = new Placing(taken, x, y, view, measure);
    for (int point : must) {
      if (placing.labels.size() < most) {
        placing.tryAll(point, 1);
        if (placing.labels.isEmpty() && point == must[0]) {
          placing.force(point);
        }
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
    private final List<Box> kept;
    private final float[] x;
    private final float[] y;
    private final Viewport view;
    private final Measure measure;

    Placing(List<Box> kept, float[] x, float[] y, Viewport view, Measure measure) {
      this.kept = kept;
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

    /** Beside its point or as near as the view's edges allow. */
    void force(int point) {
      if (seen(point)) {
        double width = measure.width(point);
        double height = measure.height(point);
        double left = view.screenX(x[point]) + GAP;
        double top = view.screenY(y[point]) - height / 2;
        add(
            new Label(
                point,
                Math.max(0, Math.min(left, view.width() - width)),
                Math.max(0, Math.min(top, view.height() - height)),
                width,
                height,
                Slot.RIGHT));
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
      add(new Label(point, left, top, width, height, slot));
      return true;
    }

    private void add(Label label) {
      labels.add(label);
      done.add(label.point());
      eachCell(
          label.x(),
          label.y(),
          label.width(),
          label.height(),
          key -> cells.computeIfAbsent(key, k -> new ArrayList<>()).add(label));
    }

    private boolean taken(double left, double top, double width, double height) {
      for (Box box : kept) {
        if (left < box.x() + box.width()
            && box.x() < left + width
            && top < box.y() + box.height()
            && box.y() < top + height) {
          return true;
        }
      }
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
