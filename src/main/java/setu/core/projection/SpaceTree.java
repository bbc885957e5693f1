package setu.core.projection;

import java.util.Arrays;

/**
 * A quadtree (2 dimensions) or octree (3) of points, each cell with its count and centre of mass
 * (Barnes and Hut 1986).
 */
final class SpaceTree {
  private static final int DEEPEST = 48;
  private static final int NONE = -1;

  private final int dimensions;
  private final int children;
  private final float[] position;
  private final float[] origin;
  private final float halfWidth;

  /** The squared width of a cell at each depth. */
  private final float[] squaredWidth = new float[DEEPEST + 1];

  /** Of each cell: its children's numbers, its points' count, the sum of their positions. */
  private int[] child;

  private int[] count;
  private double[] sum;
  private float[] centre;
  private int cells;

  /** A tree of n points; {@code position} is n × dimensions and must not change. */
  SpaceTree(float[] position, int dimensions) {
    this.dimensions = dimensions;
    this.children = 1 << dimensions;
    this.position = position;
    this.origin = new float[dimensions];
    int n = position.length / dimensions;
    float widest = 0;
    for (int axis = 0; axis < dimensions; axis++) {
      float least = Float.POSITIVE_INFINITY;
      float most = Float.NEGATIVE_INFINITY;
      for (int i = axis; i < position.length; i += dimensions) {
        least = Math.min(least, position[i]);
        most = Math.max(most, position[i]);
      }
      origin[axis] = (least + most) / 2;
      widest = Math.max(widest, most - least);
    }
    halfWidth = widest / 2 * 1.0001f + Float.MIN_NORMAL;
    for (int depth = 0; depth <= DEEPEST; depth++) {
      float width = Math.scalb(halfWidth, 1 - depth);
      squaredWidth[depth] = width * width;
    }
    int room = Math.max(16, 2 * n);
    child = new int[room * children];
    count = new int[room];
    sum = new double[room * dimensions];
    centre = new float[room * dimensions];
    newCell();
    for (int i = 0; i < n; i++) {
      insert(i);
    }
    settle();
  }

  private int newCell() {
    if (cells == count.length) {
      int room = 2 * cells;
      child = Arrays.copyOf(child, room * children);
      count = Arrays.copyOf(count, room);
      sum = Arrays.copyOf(sum, room * dimensions);
      centre = Arrays.copyOf(centre, room * dimensions);
    }
    Arrays.fill(child, cells * children, (cells + 1) * children, NONE);
    return cells++;
  }

  /** Goes down to the first empty place, splitting a cell of one point on the way. */
  private void insert(int point) {
    float[] middle = origin.clone();
    float half = halfWidth;
    int cell = 0;
    for (int depth = 0; depth < DEEPEST; depth++) {
      boolean leaf = count[cell] == 1;
      if (leaf) {
        pushDown(cell, middle);
      }
      add(cell, point);
      if (count[cell] == 1) {
        return;
      }
      half /= 2;
      cell = enter(cell, quadrant(point, middle), middle, half);
    }
    add(cell, point);
  }

  /** The one point of a leaf, which is its centre of mass, moves into a child. */
  private void pushDown(int cell, float[] middle) {
    int quadrant = 0;
    for (int axis = 0; axis < dimensions; axis++) {
      if (sum[cell * dimensions + axis] > middle[axis]) {
        quadrant |= 1 << axis;
      }
    }
    int below = newCell();
    child[cell * children + quadrant] = below;
    count[below] = 1;
    System.arraycopy(sum, cell * dimensions, sum, below * dimensions, dimensions);
  }

  private void add(int cell, int point) {
    count[cell]++;
    for (int axis = 0; axis < dimensions; axis++) {
      sum[cell * dimensions + axis] += position[point * dimensions + axis];
    }
  }

  private int quadrant(int point, float[] middle) {
    int quadrant = 0;
    for (int axis = 0; axis < dimensions; axis++) {
      if (position[point * dimensions + axis] > middle[axis]) {
        quadrant |= 1 << axis;
      }
    }
    return quadrant;
  }

  /** The child in a quadrant, made if missing; {@code middle} moves to its centre. */
  private int enter(int cell, int quadrant, float[] middle, float half) {
    for (int axis = 0; axis < dimensions; axis++) {
      middle[axis] += (quadrant >> axis & 1) == 1 ? half : -half;
    }
    int below = child[cell * children + quadrant];
    if (below == NONE) {
      below = newCell();
      child[cell * children + quadrant] = below;
    }
    return below;
  }

  private void settle() {
    for (int cell = 0; cell < cells; cell++) {
      for (int axis = 0; axis < dimensions; axis++) {
        int at = cell * dimensions + axis;
        centre[at] = (float) (sum[at] / count[cell]);
      }
    }
  }

  /** Room for a walk through the tree: one for each thread. */
  int[] newStack() {
    return new int[2 * DEEPEST * children];
  }

  /**
   * Adds Σ q²·(y_i − y_j) to {@code force} and returns Σ q over all other points, q = 1 / (1 + |y_i
   * − y_j|²); a cell stands for its points where its width is below {@code angle} times its
   * distance.
   */
  double repel(int point, float angle, int[] stack, float[] force) {
    int top = 0;
    stack[top++] = 0;
    stack[top++] = 0;
    double total = 0;
    float limit = angle * angle;
    while (top > 0) {
      int depth = stack[--top];
      int cell = stack[--top];
      float squared = 0;
      for (int axis = 0; axis < dimensions; axis++) {
        float difference = position[point * dimensions + axis] - centre[cell * dimensions + axis];
        squared += difference * difference;
      }
      if (count[cell] == 1 || depth == DEEPEST || squaredWidth[depth] < limit * squared) {
        float q = 1 / (1 + squared);
        total += count[cell] * q;
        float weight = count[cell] * q * q;
        for (int axis = 0; axis < dimensions; axis++) {
          force[axis] +=
              weight * (position[point * dimensions + axis] - centre[cell * dimensions + axis]);
        }
      } else {
        for (int c = 0; c < children; c++) {
          int below = child[cell * children + c];
          if (below != NONE) {
            stack[top++] = below;
            stack[top++] = depth + 1;
          }
        }
      }
    }
    // The point met itself once, at distance zero where it stands alone.
    return total - 1;
  }
}
