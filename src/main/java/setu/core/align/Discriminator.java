package setu.core.align;

import java.util.random.RandomGenerator;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;

/**
 * Tells mapped source rows from target rows: two hidden layers with leaky rectifiers (slope 0.2), a
 * sigmoid, dropout on the input (Conneau et al. 2018). Trained by plain stochastic gradient
 * descent.
 */
final class Discriminator {
  private static final double SLOPE = 0.2;

  private final double dropout;
  private final RandomGenerator random;
  private DoubleMatrix first;
  private DoubleMatrix second;
  private DoubleMatrix last;
  private DoubleMatrix firstBias;
  private DoubleMatrix secondBias;
  private DoubleMatrix lastBias;

  /** Of rows of {@code d} columns, with weights drawn from {@code random}. */
  Discriminator(int d, int hidden, double dropout, RandomGenerator random) {
    this.dropout = dropout;
    this.random = random;
    first = weights(d, hidden);
    second = weights(hidden, hidden);
    last = weights(hidden, 1);
    firstBias = DoubleMatrix.zeros(1, hidden);
    secondBias = DoubleMatrix.zeros(1, hidden);
    lastBias = DoubleMatrix.zeros(1, 1);
  }

  private DoubleMatrix weights(int rows, int columns) {
    DoubleMatrix weights = DoubleMatrix.zeros(rows, columns);
    double range = 1 / Math.sqrt(rows);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        weights.set(i, j, range * (2 * random.nextDouble() - 1));
      }
    }
    return weights;
  }

  /** What one pass over rows leaves behind for the way back. */
  private record Pass(
      DoubleMatrix input,
      DoubleMatrix mask,
      DoubleMatrix hidden,
      DoubleMatrix deeper,
      DoubleMatrix probability) {}

  /**
   * One step on mapped source rows and target rows, b × d each; returns the mean cross-entropy
   * before it.
   *
   * @param smoothing labels are this far from 0 and 1
   */
  double learn(FloatMatrix mapped, FloatMatrix target, double smoothing, double rate) {
    Pass pass = forward(stacked(mapped, target));
    DoubleMatrix labels = labels(mapped.rows(), target.rows(), 1 - smoothing, smoothing);
    Back back = backward(pass, labels);
    int n = labels.rows();
    DoubleMatrix ones = DoubleMatrix.zeros(1, n);
    for (int i = 0; i < n; i++) {
      ones.set(0, i, 1);
    }
    last = last.plus(pass.deeper().transpose().times(back.last()).times(-rate));
    lastBias = lastBias.plus(ones.times(back.last()).times(-rate));
    second = second.plus(pass.hidden().transpose().times(back.second()).times(-rate));
    secondBias = secondBias.plus(ones.times(back.second()).times(-rate));
    first = first.plus(pass.input().transpose().times(back.first()).times(-rate));
    firstBias = firstBias.plus(ones.times(back.first()).times(-rate));
    return entropy(pass.probability(), labels);
  }

  /** The gradient, by the mapped rows, of the cross-entropy with the labels changed: b × d. */
  FloatMatrix deceivingGradient(FloatMatrix mapped, FloatMatrix target, double smoothing) {
    Pass pass = forward(stacked(mapped, target));
    Back back = backward(pass, labels(mapped.rows(), target.rows(), smoothing, 1 - smoothing));
    DoubleMatrix gradient = back.first().times(first.transpose());
    FloatMatrix ofMapped = FloatMatrix.zeros(mapped.rows(), mapped.columns());
    for (int i = 0; i < ofMapped.rows(); i++) {
      for (int j = 0; j < ofMapped.columns(); j++) {
        ofMapped.set(i, j, (float) (gradient.get(i, j) * pass.mask().get(i, j)));
      }
    }
    return ofMapped;
  }

  /** The probability that each row is a mapped source row; nothing is dropped. */
  double[] probabilities(FloatMatrix rows) {
    DoubleMatrix p =
        forward(DoubleMatrix.of(rows), ones(rows.rows(), rows.columns())).probability();
    double[] probabilities = new double[rows.rows()];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = p.get(i, 0);
    }
    return probabilities;
  }

  private static DoubleMatrix ones(int rows, int columns) {
    DoubleMatrix ones = DoubleMatrix.zeros(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        ones.set(i, j, 1);
      }
    }
    return ones;
  }

  private static DoubleMatrix stacked(FloatMatrix above, FloatMatrix below) {
    DoubleMatrix rows = DoubleMatrix.zeros(above.rows() + below.rows(), above.columns());
    for (int i = 0; i < rows.rows(); i++) {
      boolean top = i < above.rows();
      for (int j = 0; j < rows.columns(); j++) {
        rows.set(i, j, top ? above.get(i, j) : below.get(i - above.rows(), j));
      }
    }
    return rows;
  }

  private static DoubleMatrix labels(int above, int below, double first, double second) {
    DoubleMatrix labels = DoubleMatrix.zeros(above + below, 1);
    for (int i = 0; i < labels.rows(); i++) {
      labels.set(i, 0, i < above ? first : second);
    }
    return labels;
  }

  private Pass forward(DoubleMatrix rows) {
    DoubleMatrix mask = DoubleMatrix.zeros(rows.rows(), rows.columns());
    for (int i = 0; i < mask.rows(); i++) {
      for (int j = 0; j < mask.columns(); j++) {
        mask.set(i, j, random.nextDouble() < dropout ? 0 : 1 / (1 - dropout));
      }
    }
    return forward(rows, mask);
  }

  private Pass forward(DoubleMatrix rows, DoubleMatrix mask) {
    DoubleMatrix input = rows.copy();
    for (int i = 0; i < input.rows(); i++) {
      for (int j = 0; j < input.columns(); j++) {
        input.set(i, j, input.get(i, j) * mask.get(i, j));
      }
    }
    DoubleMatrix hidden = rectified(input.times(first), firstBias);
    DoubleMatrix deeper = rectified(hidden.times(second), secondBias);
    DoubleMatrix probability = deeper.times(last);
    for (int i = 0; i < probability.rows(); i++) {
      double logit = probability.get(i, 0) + lastBias.get(0, 0);
      probability.set(i, 0, 1 / (1 + Math.exp(-logit)));
    }
    return new Pass(input, mask, hidden, deeper, probability);
  }

  private static DoubleMatrix rectified(DoubleMatrix sums, DoubleMatrix bias) {
    for (int i = 0; i < sums.rows(); i++) {
      for (int j = 0; j < sums.columns(); j++) {
        double value = sums.get(i, j) + bias.get(0, j);
        sums.set(i, j, value > 0 ? value : SLOPE * value);
      }
    }
    return sums;
  }

  /** Gradients of the mean cross-entropy by what each layer receives before its rectifier. */
  private record Back(DoubleMatrix first, DoubleMatrix second, DoubleMatrix last) {}

  private Back backward(Pass pass, DoubleMatrix labels) {
    int n = labels.rows();
    DoubleMatrix atLast = pass.probability().plus(labels.times(-1)).times(1.0 / n);
    DoubleMatrix atSecond = through(pass.deeper(), atLast.times(last.transpose()));
    DoubleMatrix atFirst = through(pass.hidden(), atSecond.times(second.transpose()));
    return new Back(atFirst, atSecond, atLast);
  }

  private static DoubleMatrix through(DoubleMatrix rectified, DoubleMatrix gradient) {
    for (int i = 0; i < gradient.rows(); i++) {
      for (int j = 0; j < gradient.columns(); j++) {
        if (rectified.get(i, j) < 0) {
          gradient.set(i, j, SLOPE * gradient.get(i, j));
        }
      }
    }
    return gradient;
  }

  private static double entropy(DoubleMatrix probability, DoubleMatrix labels) {
    double sum = 0;
    for (int i = 0; i < labels.rows(); i++) {
      double p = Math.clamp(probability.get(i, 0), 1e-12, 1 - 1e-12);
      sum -= labels.get(i, 0) * Math.log(p) + (1 - labels.get(i, 0)) * Math.log(1 - p);
    }
    return sum / labels.rows();
  }
}
