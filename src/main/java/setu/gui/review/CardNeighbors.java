package setu.gui.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import setu.core.align.LemmaFamilies;
import setu.core.align.LemmaFamily;
import setu.core.align.PairEvidence;
import setu.core.align.ReviewCard;
import setu.core.align.Suggestion;
import setu.core.anchor.WordPair;
import setu.core.evaluate.WordInspection;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.PreparedBase;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.Shared;

/**
 * The neighbours and the places of both words of a card under one alignment.
 *
 * @param source of the source word; null where it is in no vocabulary
 * @param target of the target word
 * @param places null where the spaces are of one dimension
 * @param similar accepted pairs of the source word itself, then of its neighbours at home; {@value
 *     #SIMILAR} at most
 */
record CardNeighbors(
    ReviewCard card,
    @Nullable WordInspection source,
    @Nullable WordInspection target,
    @Nullable PairPlaces places,
    List<WordPair> similar) {
  private static final int SIMILAR = 8;
  private static final int SHOWN = 6;
  private static final int NEIGHBORHOOD = 10;

  /**
   * What its suggestion comes to by these neighbours, which may be of a newer alignment; null where
   * the card is none, or its words are each other's best no longer.
   */
  @Nullable Suggestion suggestion() {
    Suggestion before = card.suggestion();
    if (before == null || source == null || target == null) {
      return null;
    }
    List<WordInspection.Candidate> there = source.across();
    List<WordInspection.Candidate> back = target.across();
    if (there.size() < 2
        || back.size() < 2
        || there.getFirst().row() != before.targetRow()
        || back.getFirst().row() != before.sourceRow()) {
      return null;
    }
    WordInspection.Candidate best = there.getFirst();
    double next = Math.max(there.get(1).csls(), back.get(1).csls());
    return new Suggestion(
        before.sourceRow(),
        before.targetRow(),
        best.cosine(),
        best.csls(),
        Math.max(0, best.csls() - next),
        true,
        best.rankByCosine() > 1,
        before.nearAnchor());
  }

  /** Both spaces of an alignment, prepared once. */
  static final class Bases {
    private final Shared shared;
    private final NeighborSearch search;
    private @Nullable PreparedBase source;
    private @Nullable PreparedBase target;
    private PairPlaces.@Nullable Frame frame;
    private PairPlaces.@Nullable Axes axes;

    /**
     * The spaces of an alignment.
     *
     * @param axes those of an alignment before, which stand while the target does; or null
     */
    Bases(Shared shared, PairPlaces.@Nullable Axes axes, NeighborSearch search) {
      this.shared = shared;
      this.axes = axes;
      this.search = search;
    }

    boolean areOf(Shared other) {
      return shared.equals(other);
    }

    /**
     * Looks both words up in their vocabularies, and around them.
     *
     * @param accepted the pairs that similar ones are looked for among
     */
    CardNeighbors of(
        ReviewCard card,
        Vocabulary sources,
        Vocabulary targets,
        List<WordPair> accepted,
        Cancellation cancellation) {
      PreparedBase left = source();
      PreparedBase right = target();
      int sourceRow = sources.row(card.pair().source());
      int targetRow = targets.row(card.pair().target());
      WordInspection source = sourceRow < 0 ? null : inspect(sourceRow, left, right, cancellation);
      return new CardNeighbors(
          card,
          source,
          targetRow < 0 ? null : inspect(targetRow, right, left, cancellation),
          places(sourceRow, targetRow, cancellation),
          source == null ? List.of() : similar(card.pair(), source, sources, accepted));
    }

    private static List<WordPair> similar(
        WordPair pair, WordInspection source, Vocabulary sources, List<WordPair> accepted) {
      Set<String> near = new HashSet<>();
      source.home().forEach(candidate -> near.add(sources.words().get(candidate.row())));
      List<WordPair> own = new ArrayList<>();
      List<WordPair> others = new ArrayList<>();
      for (WordPair each : accepted) {
        if (each.source().equals(pair.source())) {
          if (!each.equals(pair)) {
            own.add(each);
          }
        } else if (near.contains(each.source())) {
          others.add(each);
        }
      }
      own.addAll(others);
      return List.copyOf(own.subList(0, Math.min(SIMILAR, own.size())));
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

    /** The axes of the target space, once they were needed. */
    synchronized PairPlaces.@Nullable Axes axes() {
      return axes;
    }

    /** Null where a space has too little to be a map. */
    private @Nullable PairPlaces places(int source, int target, Cancellation cancellation) {
      return shared.target().columns() < 2 || shared.target().rows() == 0
          ? null
          : frame(cancellation).of(source, target, cancellation);
    }

    private synchronized PairPlaces.Frame frame(Cancellation cancellation) {
      PairPlaces.Frame made = frame;
      if (made == null) {
        if (axes == null || !axes.of().equals(shared.target())) {
          axes = PairPlaces.Axes.of(shared.target(), cancellation);
        }
        made = new PairPlaces.Frame(shared, axes, cancellation);
        frame = made;
      }
      return made;
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
