package setu.core.evaluate;

import java.util.List;
import setu.core.align.Alignment;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.WordPair;
import setu.core.neighbor.NeighborSearch;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Answers each edit of the dictionary: a rank-one update of {@code XᵀZ}, one d × d SVD, then scores
 * both ways. Not thread-safe: one worker calls it.
 */
public final class LiveLoop {
  /**
   * The state of things after an edit.
   *
   * @param anchors the pairs it was solved on, with those out of vocabulary
   * @param scores forward and backward, NN and CSLS
   * @param exact false while CSLS rests on provisional r(·): then its scores are shown with ≈
   * @param seconds wall time of this answer
   */
  public record Answer(
      Alignment alignment,
      ResolvedAnchors anchors,
      List<TranslationScore> scores,
      boolean exact,
      double seconds) {
    /** The score of one direction and retrieval label. */
    public TranslationScore score(TranslationScore.Direction direction, String retrieval) {
      return scores.stream()
          .filter(s -> s.direction() == direction && s.retrieval().equals(retrieval))
          .findFirst()
          .orElseThrow();
    }
  }

  /** A loop over two spaces (their vectors as read), scored on {@code test}. */
  public LiveLoop(
      EmbeddingSpace source,
      EmbeddingSpace target,
      Normalization normalization,
      List<WordPair> test,
      NeighborSearch search) {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * The answer to the dictionary's present state: exact at once where that is quick, else
   * provisional.
   */
  public Answer answer(List<WordPair> accepted, Progress progress, Cancellation cancellation) {
    throw new UnsupportedOperationException("not yet");
  }

  /** The same answer with exact r(·), for the background. */
  public Answer exact(Answer provisional, Progress progress, Cancellation cancellation) {
    throw new UnsupportedOperationException("not yet");
  }
}
