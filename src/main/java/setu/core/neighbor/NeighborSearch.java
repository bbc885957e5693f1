package setu.core.neighbor;

import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Exact search by inner product; on unit rows that is cosine. Never holds an n × m matrix.
 *
 * <p>Every engine gives the same answer up to rounding, and one engine the same answer whatever its
 * number of threads: equal scores go to the lower index, NaN is never found. Progress counts query
 * rows.
 */
public interface NeighborSearch {
  /** The engine's name, as {@code setu bench neighbors --engine} takes it. */
  String name();

  /** How many threads it uses. */
  int threads();

  /** Makes a base (m × d) ready, once for many searches. */
  PreparedBase prepare(FloatMatrix base);

  /**
   * The k best rows of {@code base} (m × d) for each row of {@code queries} (n × d).
   *
   * @throws IllegalArgumentException if the dimensions differ or another engine made the base
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  Neighbors search(
      FloatMatrix queries, PreparedBase base, int k, Progress progress, Cancellation cancellation);

  /**
   * Both directions from one pass over the similarities. A bias of {@code right} counts for both.
   *
   * @param floors what is known of the answer: it changes none, but may bring it sooner
   * @throws IllegalArgumentException if the dimensions differ or another engine made the base
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  TwoWay searchBothWays(
      FloatMatrix left,
      PreparedBase right,
      int k,
      Floors floors,
      Progress progress,
      Cancellation cancellation);

  /** The same where nothing is known of the answer. */
  default TwoWay searchBothWays(
      FloatMatrix left, PreparedBase right, int k, Progress progress, Cancellation cancellation) {
    return searchBothWays(left, right, k, Floors.NONE, progress, cancellation);
  }

  /** The same for a base that is searched once. */
  default Neighbors search(
      FloatMatrix queries, FloatMatrix base, int k, Progress progress, Cancellation cancellation) {
    return search(queries, prepare(base), k, progress, cancellation);
  }

  /** The same for a base that is searched once. */
  default TwoWay searchBothWays(
      FloatMatrix left, FloatMatrix right, int k, Progress progress, Cancellation cancellation) {
    return searchBothWays(left, prepare(right), k, progress, cancellation);
  }

  /**
   * Neighbours of each side in the other.
   *
   * @param ofLeft for each left row, its best right rows
   * @param ofRight for each right row, its best left rows
   */
  record TwoWay(Neighbors ofLeft, Neighbors ofRight) {}
}
