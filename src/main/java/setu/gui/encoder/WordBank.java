package setu.gui.encoder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import setu.core.encode.EncodedTexts;
import setu.core.encode.OnnxEncoder;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.PreparedBase;
import setu.core.space.EmbeddingSpace;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.Side;
import setu.gui.common.WordRef;

/**
 * The most frequent words of one side as a model encodes them, to compare a text with: a model's
 * vectors can only be compared with its own.
 */
final class WordBank {
  /** How many words a window encodes: enough to be told something by, soon enough to wait for. */
  static final int WORDS = 20_000;

  private final Side side;
  private final int[] rows;
  private final NeighborSearch search;
  private final PreparedBase base;

  private WordBank(Side side, int[] rows, FloatMatrix vectors, NeighborSearch search) {
    this.side = side;
    this.rows = rows;
    this.search = search;
    this.base = search.prepare(vectors);
  }

  /**
   * A neighbour of a text.
   *
   * @param cosine −1 to 1
   */
  record Near(WordRef word, double cosine) {}

  /**
   * Encodes the first {@code most} words of a side; those of which the model knows no token are
   * left out.
   */
  static WordBank of(
      Side side,
      EmbeddingSpace space,
      int most,
      OnnxEncoder encoder,
      NeighborSearch search,
      Progress progress,
      Cancellation cancellation) {
    List<String> words = space.vocabulary().words();
    words = words.subList(0, Math.min(most, words.size()));
    EncodedTexts encoded = encoder.encode(words, progress, cancellation);
    Set<Integer> unknown = new HashSet<>(encoded.unknown());
    List<Integer> known = new ArrayList<>();
    for (int row = 0; row < words.size(); row++) {
      if (!unknown.contains(row)) {
        known.add(row);
      }
    }
    int[] rows = known.stream().mapToInt(Integer::intValue).toArray();
    return new WordBank(side, rows, encoded.vectors().gather(rows), search);
  }

  /** The k words nearest to a vector of unit length, best first. */
  List<Near> nearest(float[] vector, int k, Cancellation cancellation) {
    Neighbors found = search.search(FloatMatrix.of(vector), base, k, Progress.NONE, cancellation);
    List<Near> near = new ArrayList<>();
    for (int rank = 0; rank < k && found.queries() > 0 && found.index(0, rank) >= 0; rank++) {
      near.add(new Near(new WordRef(side, rows[found.index(0, rank)]), found.score(0, rank)));
    }
    return near;
  }
}
