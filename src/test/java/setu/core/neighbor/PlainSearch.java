package setu.core.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;

/** What a search has to find, by double loops over everything. */
final class PlainSearch {
  private PlainSearch() {}

  static double score(FloatMatrix queries, int i, FloatMatrix base, int j) {
    double sum = 0;
    for (int k = 0; k < queries.columns(); k++) {
      sum += (double) queries.get(i, k) * base.get(j, k);
    }
    return sum;
  }

  static double[] scores(FloatMatrix queries, int i, FloatMatrix base, float @Nullable [] bias) {
    return IntStream.range(0, base.rows())
        .mapToDouble(j -> score(queries, i, base, j) + (bias == null ? 0 : bias[j]))
        .toArray();
  }

  static int[] order(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> -scores[j]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Same scores rank by rank up to rounding, each index with its own score, none twice. */
  static void check(
      Neighbors found, FloatMatrix queries, FloatMatrix base, float @Nullable [] bias, int k) {
    assertThat(found.queries()).isEqualTo(queries.rows());
    assertThat(found.k()).isEqualTo(k);
    double tolerance = 1e-5;
    for (int i = 0; i < queries.rows(); i++) {
      double[] scores = scores(queries, i, base, bias);
      int[] order = order(scores);
      for (int rank = 0; rank < k; rank++) {
        int index = found.index(i, rank);
        if (rank >= order.length) {
          assertThat(index).isEqualTo(-1);
          assertThat(found.score(i, rank)).isNaN();
        } else {
          assertThat((double) found.score(i, rank))
              .isCloseTo(scores[order[rank]], within(tolerance))
              .isCloseTo(scores[index], within(tolerance));
        }
      }
      int[] kept = IntStream.of(found.indices(i)).filter(j -> j >= 0).toArray();
      assertThat(kept).doesNotHaveDuplicates();
    }
  }

  /** The very indices and scores. */
  static void checkExactly(Neighbors found, FloatMatrix queries, FloatMatrix base, int k) {
    for (int i = 0; i < queries.rows(); i++) {
      double[] scores = scores(queries, i, base, null);
      int[] order = order(scores);
      for (int rank = 0; rank < Math.min(k, order.length); rank++) {
        assertThat(found.index(i, rank)).isEqualTo(order[rank]);
        assertThat((double) found.score(i, rank)).isEqualTo(scores[order[rank]] + 0.0);
      }
    }
  }

  private static float[] scores(Neighbors found, int query) {
    float[] scores = new float[found.k()];
    for (int rank = 0; rank < scores.length; rank++) {
      scores[rank] = found.score(query, rank);
    }
    return scores;
  }

  /** The very same answer, to the last bit. */
  static void checkSame(Neighbors a, Neighbors b) {
    assertThat(a.queries()).isEqualTo(b.queries());
    assertThat(a.k()).isEqualTo(b.k());
    for (int i = 0; i < a.queries(); i++) {
      assertThat(a.indices(i)).isEqualTo(b.indices(i));
      assertThat(scores(a, i)).isEqualTo(scores(b, i));
    }
  }
}
