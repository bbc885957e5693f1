package setu.core.evaluate;

import org.jspecify.annotations.Nullable;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.Hubness;
import setu.core.neighbor.LocalScaling;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.PreparedBase;
import setu.core.neighbor.Ranking;
import setu.core.neighbor.Retrieval;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Two spaces in one, with what analyses of them share: packed rows of both, the nearest neighbours
 * of every row in the other, r(·) of both sides. Each is made when first asked for.
 */
public final class AlignedPair {
  /** Neighbours kept of every row: k of CSLS and of N_k. */
  public static final int NEIGHBORS = 10;

  private final Side source;
  private final Side target;
  private final NeighborSearch search;
  private NeighborSearch.@Nullable TwoWay neighbors;

  /**
   * One side.
   *
   * @param rows of unit length, in the shared space
   */
  public record Side(Vocabulary words, PreparedBase rows) {}

  /** Mapped source rows (n × d) and target rows (m × d), of unit length. */
  public AlignedPair(
      Vocabulary sourceWords,
      FloatMatrix mappedSource,
      Vocabulary targetWords,
      FloatMatrix target,
      NeighborSearch search) {
    this.source = new Side(sourceWords, search.prepare(mappedSource));
    this.target = new Side(targetWords, search.prepare(target));
    this.search = search;
  }

  /** The engine that searches. */
  NeighborSearch search() {
    return search;
  }

  /** The side that a direction's queries are of. */
  public Side queries(Direction direction) {
    return direction == Direction.FORWARD ? source : target;
  }

  /** The side that a direction's candidates are of. */
  public Side candidates(Direction direction) {
    return direction == Direction.FORWARD ? target : source;
  }

  /** The {@value #NEIGHBORS} nearest by cosine of every row, both ways, from one pass. */
  public synchronized NeighborSearch.TwoWay neighbors(
      Progress progress, Cancellation cancellation) {
    NeighborSearch.TwoWay found = neighbors;
    if (found == null) {
      found =
          search.searchBothWays(
              source.rows().rows(), target.rows(), NEIGHBORS, progress, cancellation);
      neighbors = found;
    }
    return found;
  }

  /** The {@value #NEIGHBORS} best candidates of every word of the queries' side. */
  public Neighbors best(
      Direction direction, Retrieval retrieval, Progress progress, Cancellation cancellation) {
    NeighborSearch.TwoWay near = neighbors(progress, cancellation);
    PreparedBase base = candidates(direction).rows();
    FloatMatrix queries = queries(direction).rows().rows();
    return switch (retrieval) {
      case Retrieval.Cosine cosine ->
          direction == Direction.FORWARD ? near.ofLeft() : near.ofRight();
      case Retrieval.Csls csls -> {
        int k = Math.min(csls.neighborhood(), NEIGHBORS);
        LocalScaling r = LocalScaling.of(near, k);
        LocalScaling seen = direction == Direction.FORWARD ? r : r.reversed();
        yield Ranking.csls(csls, seen.ofTarget(), base, search)
            .best(queries, seen.ofSource(), NEIGHBORS, progress, cancellation);
      }
      case Retrieval.InvertedSoftmax softmax ->
          Ranking.of(softmax, queries, base, search, progress, cancellation)
              .best(queries, NEIGHBORS, progress, cancellation);
    };
  }

  /**
   * N_k of the candidates under a criterion, k = {@value #NEIGHBORS}, over all words as queries.
   */
  public Hubness hubness(
      Direction direction, Retrieval retrieval, Progress progress, Cancellation cancellation) {
    return new Hubness(
        best(direction, retrieval, progress, cancellation), candidates(direction).rows().size());
  }
}
