package setu.core.neighbor;

import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Exact search by inner product; on unit rows that is cosine. Never holds an n × m matrix.
 *
 * <p>Every engine gives the same answer: ties go to the lower index.
 */
public interface NeighborSearch {
  /** The engine's name, as {@code setu bench neighbors --engine} takes it. */
  String name();

  /** The k best rows of {@code base} (m × d) for each row of {@code queries} (n × d). */
  Neighbors search(
      FloatMatrix queries, FloatMatrix base, int k, Progress progress, Cancellation cancellation);

  /** Both directions from one pass over the similarities. */
  TwoWay searchBothWays(
      FloatMatrix left, FloatMatrix right, int k, Progress progress, Cancellation cancellation);

  /**
   * Neighbours of each side in the other.
   *
   * @param ofLeft for each left row, its best right rows
   * @param ofRight for each right row, its best left rows
   */
  record TwoWay(Neighbors ofLeft, Neighbors ofRight) {}
}
