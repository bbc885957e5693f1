package setu.core.neighbor;

import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Ranks the rows of a base for queries of the other space under a {@link Retrieval} criterion,
 * exactly and without an n × m matrix; equal scores go to the lower index.
 *
 * <p>Every criterion orders candidates as {@code cos + bias(z)} does, so all of them are one search
 * with a bias per base row. Rows are of unit length.
 */
public final class Ranking {
  private final Retrieval retrieval;
  private final NeighborSearch search;
  private final PreparedBase base;
  private final PreparedBase biased;
  private final double meanLogSum;

  private Ranking(
      Retrieval retrieval,
      NeighborSearch search,
      PreparedBase base,
      float @Nullable [] bias,
      double meanLogSum) {
    this.retrieval = retrieval;
    this.search = search;
    this.base = base;
    this.biased = bias == null ? base : base.withBias(bias);
    this.meanLogSum = meanLogSum;
  }

  /**
   * Any criterion.
   *
   * @param others the whole space of the queries in its mapped form (n × d): r_X(z) and the
   *     inverted softmax are over all of it; cosine ignores it
   * @param base the candidates (m × d), prepared by {@code search}
   */
  public static Ranking of(
      Retrieval retrieval,
      FloatMatrix others,
      PreparedBase base,
      NeighborSearch search,
      Progress progress,
      Cancellation cancellation) {
    return switch (retrieval) {
      case Retrieval.Cosine cosine -> cosine(base, search);
      case Retrieval.Csls csls -> {
        float[] r =
            LocalScaling.oneSided(
                base.rows(),
                search.prepare(others),
                csls.neighborhood(),
                search,
                progress,
                cancellation);
        yield csls(csls, r, base, search);
      }
      case Retrieval.InvertedSoftmax softmax -> {
        double[] logSums =
            ExponentialSums.logarithms(
                others, base.rows(), softmax.inverseTemperature(), search.threads(), cancellation);
        yield invertedSoftmax(softmax, logSums, base, search);
      }
    };
  }

  /** Nearest neighbours. */
  public static Ranking cosine(PreparedBase base, NeighborSearch search) {
    return new Ranking(new Retrieval.Cosine(), search, base, null, 0);
  }

  /** CSLS with r(·) of every base row already known, exact or provisional. */
  public static Ranking csls(
      Retrieval.Csls csls, float[] rOfBase, PreparedBase base, NeighborSearch search) {
    float[] bias = new float[rOfBase.length];
    for (int j = 0; j < bias.length; j++) {
      bias[j] = -rOfBase[j] / 2;
    }
    return new Ranking(csls, search, base, bias, 0);
  }

  private static Ranking invertedSoftmax(
      Retrieval.InvertedSoftmax softmax,
      double[] logSums,
      PreparedBase base,
      NeighborSearch search) {
    double mean = 0;
    for (double logSum : logSums) {
      mean += logSum / logSums.length;
    }
    float[] bias = new float[logSums.length];
    for (int j = 0; j < bias.length; j++) {
      // About the mean: beside a large bias a float cosine would lose its last digits.
      bias[j] = (float) ((mean - logSums[j]) / softmax.inverseTemperature());
    }
    return new Ranking(softmax, search, base, bias, mean);
  }

  /** The criterion. */
  public Retrieval retrieval() {
    return retrieval;
  }

  /**
   * The k best candidates of each query (n × d), with the criterion's own scores: for CSLS r_Z(Wx)
   * of the queries is found by a search of its own.
   */
  public Neighbors best(FloatMatrix queries, int k, Progress progress, Cancellation cancellation) {
    return switch (retrieval) {
      case Retrieval.Cosine cosine -> search.search(queries, base, k, progress, cancellation);
      case Retrieval.Csls csls -> {
        float[] r =
            LocalScaling.oneSided(
                queries, base, csls.neighborhood(), search, Progress.NONE, cancellation);
        yield best(queries, r, k, progress, cancellation);
      }
      case Retrieval.InvertedSoftmax softmax ->
          search
              .search(queries, biased, k, progress, cancellation)
              .rescored(
                  (query, score) ->
                      (float) Math.exp(softmax.inverseTemperature() * score - meanLogSum));
    };
  }

  /**
   * The k best candidates under CSLS, with r_Z(Wx) of each query already known.
   *
   * @throws IllegalArgumentException if the criterion is another
   */
  public Neighbors best(
      FloatMatrix queries,
      float[] rOfQueries,
      int k,
      Progress progress,
      Cancellation cancellation) {
    if (!(retrieval instanceof Retrieval.Csls)) {
      throw new IllegalArgumentException(retrieval + " has no r(·)");
    }
    return search
        .search(queries, biased, k, progress, cancellation)
        .rescored((query, score) -> 2 * score - rOfQueries[query]);
  }
}
