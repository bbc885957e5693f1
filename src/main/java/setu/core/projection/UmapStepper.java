package setu.core.projection;

import java.util.SplittableRandom;
import setu.core.math.FloatMatrix;
import setu.core.task.Stepper;

/**
 * UMAP's optimisation by sampled gradient steps (McInnes, Healy and Melville 2018, section 4.2),
 * one iteration an epoch: points that belong together attract, random others repel.
 *
 * <p>On one thread, so that a seed repeats exactly. Smallest distance 0.1 at spread 1, five random
 * others for each attraction, learning rate falling from 1 to 0.
 */
final class UmapStepper implements Stepper<Projection> {
  /** 1 / (1 + a·d^(2b)) fitted to the curve of smallest distance 0.1 and spread 1. */
  private static final double A = 1.5769434603;

  private static final double B = 0.8950608779;
  private static final int OTHERS = 5;
  private static final float MOST_MOVE = 4;
  private static final float START_SIZE = 10;

  /** Bits of a float that the table of forces leaves out: eight bits of mantissa stay. */
  private static final int LEFT_OUT = 15;

  private static final float[] ATTRACTION = new float[1 << (31 - LEFT_OUT)];
  private static final float[] REPULSION = new float[1 << (31 - LEFT_OUT)];

  static {
    for (int i = 0; i < ATTRACTION.length; i++) {
      double squared = Float.intBitsToFloat((i << LEFT_OUT) + (1 << (LEFT_OUT - 1)));
      if (squared > 0 && squared < Float.POSITIVE_INFINITY) {
        double powered = A * Math.pow(squared, B);
        ATTRACTION[i] = (float) (-2 * B * powered / squared / (1 + powered));
        REPULSION[i] = (float) (2 * B / ((0.001 + squared) * (1 + powered)));
      }
    }
  }

  private final long seed;
  private final int n;
  private final int dimensions;
  private final float[] position;
  private final SplittableRandom random;
  private final FuzzyGraph graph;
  private final int epochs;

  /** Epochs between two samples of an edge, and when its next one is due. */
  private final float[] interval;

  private final float[] due;
  private final float[] dueOthers;
  private int epoch;

  /**
   * A layout that starts from {@code initial}, n × 2 or n × 3, brought to a size of ten.
   *
   * @param epochs at least 1
   */
  UmapStepper(FuzzyGraph graph, FloatMatrix initial, int epochs, long seed) {
    if (initial.rows() != graph.points() || epochs < 1) {
      throw new IllegalArgumentException(initial + ", " + graph.points() + ", " + epochs);
    }
    this.graph = graph;
    this.epochs = epochs;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.n = initial.rows();
    this.dimensions = initial.columns();
    this.position = start(initial);
    this.interval = intervals();
    this.due = interval.clone();
    this.dueOthers = new float[interval.length];
    for (int edge = 0; edge < interval.length; edge++) {
      dueOthers[edge] = interval[edge] / OTHERS;
    }
  }

  /** Every axis from 0 to 10, with a little noise so that no two points coincide. */
  private float[] start(FloatMatrix initial) {
    float[] start = new float[Math.multiplyExact(n, dimensions)];
    for (int axis = 0; axis < dimensions; axis++) {
      float least = Float.POSITIVE_INFINITY;
      float most = Float.NEGATIVE_INFINITY;
      for (int i = 0; i < n; i++) {
        least = Math.min(least, initial.get(i, axis));
        most = Math.max(most, initial.get(i, axis));
      }
      float scale = most > least ? START_SIZE / (most - least) : 0;
      for (int i = 0; i < n; i++) {
        start[i * dimensions + axis] =
            (initial.get(i, axis) - least) * scale + (float) (1e-4 * random.nextGaussian());
      }
    }
    return start;
  }

  private float[] intervals() {
    float most = 0;
    for (int edge = 0; edge < graph.edges(); edge++) {
      most = Math.max(most, graph.weight(edge));
    }
    float[] intervals = new float[graph.edges()];
    for (int edge = 0; edge < intervals.length; edge++) {
      intervals[edge] = most / graph.weight(edge);
    }
    return intervals;
  }

  @Override
  public void step(int iterations) {
    for (int i = 0; i < iterations && epoch < epochs; i++) {
      float rate = 1 - (float) epoch / epochs;
      epoch++;
      for (int edge = 0; edge < interval.length; edge++) {
        if (due[edge] <= epoch) {
          sample(edge, rate);
        }
      }
    }
  }

  /** Both ends attract each other, and both keep away from random others. */
  private void sample(int edge, float rate) {
    int from = graph.from(edge) * dimensions;
    int to = graph.to(edge) * dimensions;
    attract(from, to, rate);
    attract(to, from, rate);
    due[edge] += interval[edge];
    float intervalOfOthers = interval[edge] / OTHERS;
    int others = (int) ((epoch - dueOthers[edge]) / intervalOfOthers);
    for (int other = 0; other < others; other++) {
      repel(from, random.nextInt(n) * dimensions, rate);
      repel(to, random.nextInt(n) * dimensions, rate);
    }
    dueOthers[edge] += others * intervalOfOthers;
  }

  private void attract(int point, int other, float rate) {
    float squared = squaredDistance(point, other);
    float force = ATTRACTION[Float.floatToRawIntBits(squared) >> LEFT_OUT];
    for (int axis = 0; axis < dimensions; axis++) {
      float move = clamp(force * (position[point + axis] - position[other + axis])) * rate;
      position[point + axis] += move;
      position[other + axis] -= move;
    }
  }

  private void repel(int point, int other, float rate) {
    if (point == other) {
      return;
    }
    float squared = squaredDistance(point, other);
    float force = REPULSION[Float.floatToRawIntBits(squared) >> LEFT_OUT];
    for (int axis = 0; axis < dimensions; axis++) {
      position[point + axis] +=
          clamp(force * (position[point + axis] - position[other + axis])) * rate;
    }
  }

  private float squaredDistance(int a, int b) {
    float sum = 0;
    for (int axis = 0; axis < dimensions; axis++) {
      float difference = position[a + axis] - position[b + axis];
      sum += difference * difference;
    }
    return sum;
  }

  private static float clamp(float move) {
    return Math.max(-MOST_MOVE, Math.min(MOST_MOVE, move));
  }

  @Override
  public Projection snapshot() {
    FloatMatrix coordinates = FloatMatrix.zeros(n, dimensions);
    float[] point = new float[dimensions];
    for (int i = 0; i < n; i++) {
      System.arraycopy(position, i * dimensions, point, 0, dimensions);
      coordinates.setRow(i, point);
    }
    return new Projection("umap", coordinates, seed, done());
  }

  @Override
  public int iteration() {
    return epoch;
  }

  @Override
  public int iterations() {
    return epochs;
  }
}
