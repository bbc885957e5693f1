package setu.core.projection;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import setu.core.math.FloatMatrix;
import setu.core.task.Stepper;

/**
 * The optimisation of t-SNE with forces by Barnes–Hut (van der Maaten 2014): early exaggeration 12
 * for 250 iterations, learning rate n / 12 (Belkina et al. 2019), start from principal components
 * (Kobak and Berens 2019).
 *
 * <p>Each point's force is summed by one thread in a fixed order: results repeat exactly.
 */
final class TsneStepper implements Stepper<Projection> {
  private static final float ANGLE = 0.5f;
  private static final int EXAGGERATED = 250;
  private static final float EXAGGERATION = 12;
  private static final float LEAST_RATE = 50;
  private static final float LEAST_GAIN = 0.01f;
  private static final int BLOCK = 128;

  private final Affinities affinities;
  private final long seed;
  private final int n;
  private final int dimensions;
  private final int iterations;
  private final float rate;
  private final float[] position;
  private final float[] velocity;
  private final float[] gain;
  private final float[] attraction;
  private final float[] repulsion;
  private int iteration;

  /** A layout that starts from {@code initial}, n × 2 or n × 3, shrunk to a spread of 1e-4. */
  TsneStepper(Affinities affinities, FloatMatrix initial, int iterations, long seed) {
    if (initial.rows() != affinities.points() || iterations < 1) {
      throw new IllegalArgumentException(initial + ", " + affinities.points());
    }
    this.affinities = affinities;
    this.seed = seed;
    this.n = initial.rows();
    this.dimensions = initial.columns();
    this.iterations = iterations;
    this.rate = Math.max(n / EXAGGERATION, LEAST_RATE);
    this.position = start(initial);
    this.velocity = new float[position.length];
    this.gain = new float[position.length];
    this.attraction = new float[position.length];
    this.repulsion = new float[position.length];
    Arrays.fill(gain, 1);
  }

  private float[] start(FloatMatrix initial) {
    SplittableRandom random = new SplittableRandom(seed);
    double square = 0;
    for (int i = 0; i < n; i++) {
      square += (double) initial.get(i, 0) * initial.get(i, 0);
    }
    double scale = square == 0 ? 0 : 1e-4 / Math.sqrt(square / n);
    float[] start = new float[Math.multiplyExact(n, dimensions)];
    for (int i = 0; i < n; i++) {
      for (int axis = 0; axis < dimensions; axis++) {
        // A little noise parts points that coincide.
        start[i * dimensions + axis] =
            (float) (scale * initial.get(i, axis) + 1e-8 * random.nextGaussian());
      }
    }
    return start;
  }

  @Override
  public void step(int wanted) {
    for (int i = 0; i < wanted && iteration < iterations; i++) {
      boolean early = iteration < Math.min(EXAGGERATED, iterations / 2);
      move(early ? EXAGGERATION : 1, early ? 0.5f : 0.8f);
      iteration++;
    }
  }

  private void move(float exaggeration, float momentum) {
    SpaceTree tree = new SpaceTree(position, dimensions);
    double[] sums = new double[Math.ceilDiv(n, BLOCK)];
    IntStream.range(0, sums.length).parallel().forEach(block -> sums[block] = forces(tree, block));
    double normaliser = 0;
    for (double sum : sums) {
      normaliser += sum;
    }
    for (int i = 0; i < position.length; i++) {
      double gradient =
          4 * (exaggeration * attraction[i] - repulsion[i] / Math.max(normaliser, 1e-300));
      boolean sameWay = gradient > 0 == velocity[i] > 0;
      gain[i] = Math.max(sameWay ? gain[i] * 0.8f : gain[i] + 0.2f, LEAST_GAIN);
      velocity[i] = (float) (momentum * velocity[i] - rate * gain[i] * gradient);
    }
    for (int i = 0; i < position.length; i++) {
      position[i] += velocity[i];
    }
    centre();
  }

  /** Attraction and repulsion of a block of points; their part of the normaliser. */
  private double forces(SpaceTree tree, int block) {
    int[] stack = tree.newStack();
    float[] force = new float[dimensions];
    double sum = 0;
    for (int i = block * BLOCK; i < Math.min(n, (block + 1) * BLOCK); i++) {
      Arrays.fill(force, 0);
      sum += tree.repel(i, ANGLE, stack, force);
      System.arraycopy(force, 0, repulsion, i * dimensions, dimensions);
      Arrays.fill(force, 0);
      attract(i, force);
      System.arraycopy(force, 0, attraction, i * dimensions, dimensions);
    }
    return sum;
  }

  private void attract(int i, float[] force) {
    for (int entry = affinities.start(i); entry < affinities.start(i + 1); entry++) {
      int j = affinities.column(entry);
      float squared = 0;
      for (int axis = 0; axis < dimensions; axis++) {
        float difference = position[i * dimensions + axis] - position[j * dimensions + axis];
        squared += difference * difference;
      }
      float weight = affinities.value(entry) / (1 + squared);
      for (int axis = 0; axis < dimensions; axis++) {
        force[axis] += weight * (position[i * dimensions + axis] - position[j * dimensions + axis]);
      }
    }
  }

  private void centre() {
    for (int axis = 0; axis < dimensions; axis++) {
      double mean = 0;
      for (int i = axis; i < position.length; i += dimensions) {
        mean += position[i];
      }
      mean /= n;
      for (int i = axis; i < position.length; i += dimensions) {
        position[i] -= (float) mean;
      }
    }
  }

  @Override
  public Projection snapshot() {
    FloatMatrix coordinates = FloatMatrix.zeros(n, dimensions);
    float[] point = new float[dimensions];
    for (int i = 0; i < n; i++) {
      System.arraycopy(position, i * dimensions, point, 0, dimensions);
      coordinates.setRow(i, point);
    }
    return new Projection("tsne", coordinates, seed, done());
  }

  @Override
  public int iteration() {
    return iteration;
  }

  @Override
  public int iterations() {
    return iterations;
  }
}
