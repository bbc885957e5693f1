package setu.core.space;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How much of a file to read, and where its words are.
 *
 * @param limit at most this many rows, the most frequent first; {@link Integer#MAX_VALUE} for all
 * @param threads parsing threads, at least 1
 * @param selection the rows wanted
 * @param vocabulary the file of words of a format that holds none; null to look beside the file
 * @param tensor the tensor of a file that holds several; null to choose the one that fits
 */
public record ReadOptions(
    int limit,
    int threads,
    RowSelection selection,
    @Nullable Path vocabulary,
    @Nullable String tensor) {
  /** Everything, on all processors. */
  public static final ReadOptions ALL =
      new ReadOptions(Integer.MAX_VALUE, Runtime.getRuntime().availableProcessors());

  /** Checks the ranges. */
  public ReadOptions {
    if (limit < 1 || threads < 1) {
      throw new IllegalArgumentException("limit " + limit + ", threads " + threads);
    }
  }

  /** Every row up to {@code limit}; the words are looked for beside the file. */
  public ReadOptions(int limit, int threads) {
    this(limit, threads, RowSelection.ALL, null, null);
  }

  /** The same, but only rows of a selection. */
  public ReadOptions with(RowSelection wanted) {
    return new ReadOptions(limit, threads, wanted, vocabulary, tensor);
  }

  /** The same with the words in a file. */
  public ReadOptions withVocabulary(@Nullable Path words) {
    return new ReadOptions(limit, threads, selection, words, tensor);
  }

  /** The same with a tensor. */
  public ReadOptions withTensor(@Nullable String name) {
    return new ReadOptions(limit, threads, selection, vocabulary, name);
  }

  /** The same with another limit. */
  public ReadOptions withLimit(int rows) {
    return new ReadOptions(rows, threads, selection, vocabulary, tensor);
  }
}
