package setu.core.evaluate;

import org.jspecify.annotations.Nullable;
import setu.core.neighbor.Retrieval;

/**
 * A retrieval criterion as a bias: every one orders candidates as {@code cos(q, z) + bias(z)} does.
 */
final class Criterion {
  private final Retrieval retrieval;
  private final float @Nullable [] bias;
  private final double offset;

  private Criterion(Retrieval retrieval, float @Nullable [] bias, double offset) {
    this.retrieval = retrieval;
    this.bias = bias;
    this.offset = offset;
  }

  static Criterion cosine() {
    return new Criterion(new Retrieval.Cosine(), null, 0);
  }

  /** CSLS: {@code cos − r_X(z)/2}, half the criterion but for a term of the query. */
  static Criterion csls(Retrieval.Csls csls, float[] rOfBase) {
    float[] bias = new float[rOfBase.length];
    for (int j = 0; j < bias.length; j++) {
      bias[j] = -rOfBase[j] / 2;
    }
    return new Criterion(csls, bias, 0);
  }

  /** Inverted softmax: {@code cos − log Σ_x exp(β·cos(x, z)) / β}. */
  static Criterion invertedSoftmax(Retrieval.InvertedSoftmax softmax, double[] logSums) {
    double mean = java.util.Arrays.stream(logSums).average().orElse(0);
    float[] bias = new float[logSums.length];
    for (int j = 0; j < bias.length; j++) {
      // About the mean: beside a large bias a float cosine would lose its last digits.
      bias[j] = (float) ((mean - logSums[j]) / softmax.inverseTemperature());
    }
    return new Criterion(softmax, bias, mean);
  }

  String label() {
    return retrieval.label();
  }

  /** The bias of each base row, or null for none. */
  float @Nullable [] bias() {
    return bias;
  }

  /** How many neighbours of the query the shown score needs; 0 for none. */
  int neighborhood() {
    return retrieval instanceof Retrieval.Csls csls ? csls.neighborhood() : 0;
  }

  /** The criterion's own score, from {@code cos + bias} and r of the query. */
  double shown(float value, double rOfQuery) {
    return switch (retrieval) {
      case Retrieval.Cosine cosine -> value;
      case Retrieval.Csls csls -> 2 * value - rOfQuery;
      case Retrieval.InvertedSoftmax softmax ->
          Math.exp(softmax.inverseTemperature() * value - offset);
    };
  }
}
