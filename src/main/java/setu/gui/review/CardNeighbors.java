package setu.gui.review;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import setu.core.align.LemmaFamilies;
import setu.core.align.LemmaFamily;
import setu.core.align.PairEvidence;
import setu.core.align.ReviewCard;
import setu.core.anchor.WordPair;
import setu.core.evaluate.WordInspection;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.PreparedBase;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.Shared;

/**
 * The neighbours of both words of a card under one alignment.
 *
 * @param source of the source word; null where it is in no vocabulary
 * @param target of the target word
 */
record CardNeighbors(
    ReviewCard card, @Nullable WordInspection source, @Nullable WordInspection target) {
  private static final int SHOWN = 6;
  private static final int NEIGHBORHOOD = 10;

  /** Both spaces of an alignment, prepared once. */
  static final class Bases {
    private final Shared shared;
    private final NeighborSearch search;
    private @Nullable PreparedBase source;
    private @Nullable PreparedBase target;

    Bases(Shared shared, NeighborSearch search) {
      this.shared = shared;
      this.search = search;
    }

    boolean areOf(Shared other) {
      return shared.equals(other);
    }

    /** Looks both words up; a row of −1 is of no vocabulary. */
    CardNeighbors of(ReviewCard card, int sourceRow, int targetRow, Cancellation cancellation) {
      PreparedBase left = source();
      PreparedBase right = target();
      return new CardNeighbors(
          card,
          sourceRow < 0 ? null : inspect(sourceRow, left, right, cancellation),
          targetRow < 0 ? null : inspect(targetRow, right, left, cancellation));
    }

    /** What speaks for or against pairs of words. */
    List<PairEvidence> evidence(
        List<WordPair> pairs, Vocabulary of, Vocabulary with, Cancellation cancellation) {
      return PairEvidence.of(
          pairs, of, with, source(), target(), search, Progress.NONE, cancellation);
    }

    /** The inflections of a pair, without those that are known. */
    LemmaFamily family(
        WordPair pair, LemmaFamilies families, Set<WordPair> known, Cancellation cancellation) {
      return families.of(pair, known, source(), target(), search, cancellation);
    }

    private synchronized PreparedBase source() {
      PreparedBase made = source;
      if (made == null) {
        made = search.prepare(shared.source());
        source = made;
      }
      return made;
    }

    private synchronized PreparedBase target() {
      PreparedBase made = target;
      if (made == null) {
        made = search.prepare(shared.target());
        target = made;
      }
      return made;
    }

    private WordInspection inspect(
        int row, PreparedBase home, PreparedBase across, Cancellation cancellation) {
      return WordInspection.of(row, home, across, SHOWN, NEIGHBORHOOD, search, cancellation);
    }
  }
}
