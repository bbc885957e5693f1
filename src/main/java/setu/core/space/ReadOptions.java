package setu.core.space;

/**
 * How much of a file to read.
 *
 * @param limit at most this many rows, the most frequent first; {@link Integer#MAX_VALUE} for all
 * @param threads parsing threads, at least 1
 */
public record ReadOptions(int limit, int threads) {
  /** Everything, on all processors. */
  public static final ReadOptions ALL =
      new ReadOptions(Integer.MAX_VALUE, Runtime.getRuntime().availableProcessors());

  /** Checks the ranges. */
  public ReadOptions {
    if (limit < 1 || threads < 1) {
      throw new IllegalArgumentException("limit " + limit + ", threads " + threads);
    }
  }
}
