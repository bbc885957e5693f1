package setu.core.align;

import java.util.Arrays;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.LocalScaling;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.PreparedBase;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * The best translation of each source row under CSLS, and which of them are mutual (Conneau et al.
 * 2018): the dictionary that refinement solves on, and the criterion it is judged by.
 */
final class CrossNeighbors {
  private final int[] targets;
  private final float[] cosines;
  private final float[] scores;
  private final int[] mutual;

  private CrossNeighbors(int[] targets, float[] cosines, float[] scores, int[] mutual) {
    this.targets = targets;
    this.cosines = cosines;
    this.scores = scores;
    this.mutual = mutual;
  }

  /**
   * Of unit rows in the shared space: x (n × e) and z (m × e); r(·) is over all rows given.
   *
   * @param neighborhood k of r(·)
   */
  static CrossNeighbors of(
      FloatMatrix x,
      PreparedBase z,
      int neighborhood,
      NeighborSearch search,
      Cancellation cancellation) {
    LocalScaling r = LocalScaling.exact(x, z, neighborhood, search, Progress.NONE, cancellation);
    float[] ofSource = r.ofSource();
    float[] ofTarget = r.ofTarget();
    Neighbors forward =
        search.search(x, z.withBias(halved(ofTarget)), 1, Progress.NONE, cancellation);
    int[] targets = new int[x.rows()];
    float[] cosines = new float[x.rows()];
    float[] scores = new float[x.rows()];
    for (int i = 0; i < targets.length; i++) {
      int j = forward.index(i, 0);
      targets[i] = j;
      if (j >= 0) {
        cosines[i] = forward.score(i, 0) + ofTarget[j] / 2;
        scores[i] = 2 * forward.score(i, 0) - ofSource[i];
      }
    }
    // Only chosen targets can answer.
    int[] chosen = Arrays.stream(targets).filter(j -> j >= 0).sorted().distinct().toArray();
    Neighbors backward =
        search.search(
            z.rows().gather(chosen),
            search.prepare(x).withBias(halved(ofSource)),
            1,
            Progress.NONE,
            cancellation);
    int[] sources = new int[z.size()];
    Arrays.fill(sources, -1);
    for (int c = 0; c < chosen.length; c++) {
      sources[chosen[c]] = backward.index(c, 0);
    }
    int[] mutual = new int[targets.length];
    int size = 0;
    for (int i = 0; i < targets.length; i++) {
      if (targets[i] >= 0 && sources[targets[i]] == i) {
        mutual[size++] = i;
      }
    }
    return new CrossNeighbors(targets, cosines, scores, Arrays.copyOf(mutual, size));
  }

  private static float[] halved(float[] r) {
    float[] bias = new float[r.length];
    for (int j = 0; j < r.length; j++) {
      bias[j] = -r[j] / 2;
    }
    return bias;
  }

  /** Mean cosine of the first {@code rows} source rows with their best translations, −1 to 1. */
  double criterion(int rows) {
    int counted = Math.min(rows, targets.length);
    double sum = 0;
    for (int i = 0; i < counted; i++) {
      sum += cosines[i];
    }
    return counted == 0 ? 0 : sum / counted;
  }

  /** Source rows whose best translation has them as its best, in order. */
  int[] mutualSources() {
    return mutual.clone();
  }

  /** Their targets. */
  int[] mutualTargets() {
    return Arrays.stream(mutual).map(i -> targets[i]).toArray();
  }

  /** The CSLS of a source row with its best translation. */
  float score(int sourceRow) {
    return scores[sourceRow];
  }
}
