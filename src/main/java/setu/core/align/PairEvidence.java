package setu.core.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import setu.core.anchor.WordPair;
import setu.core.math.FloatMatrix;
import setu.core.math.VectorKernel;
import setu.core.neighbor.LocalScaling;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.PreparedBase;
import setu.core.neighbor.Retrieval;
import setu.core.space.Iso15919;
import setu.core.space.RomanizedIndex;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * What speaks for or against pairs of words under a mapping.
 *
 * @param values one for each of {@link #CLUES}, in their order
 */
public record PairEvidence(WordPair pair, List<Double> values) {
  /** Every clue, in the order of the values. */
  public static final List<Clue> CLUES = List.of(Clue.values());

  private static final int NEIGHBORS = 10;

  /** Copies the list. */
  public PairEvidence {
    values = List.copyOf(values);
    if (values.size() != CLUES.size()) {
      throw new IllegalArgumentException(values.size() + " values");
    }
  }

  /** The value of one clue. */
  public double value(Clue clue) {
    return values.get(CLUES.indexOf(clue));
  }

  /**
   * Measures pairs; those with a word that its vocabulary does not hold are left out. r(·) of CSLS
   * is exact. Costs one search for every word involved.
   *
   * @param sources mapped source rows, n × d, of unit length, prepared by {@code search}
   * @param targets target rows, m × d, of unit length, prepared by it too
   */
  public static List<PairEvidence> of(
      List<WordPair> pairs,
      Vocabulary source,
      Vocabulary target,
      PreparedBase sources,
      PreparedBase targets,
      NeighborSearch search,
      Progress progress,
      Cancellation cancellation) {
    List<WordPair> known =
        pairs.stream()
            .filter(pair -> source.row(pair.source()) >= 0 && target.row(pair.target()) >= 0)
            .toList();
    if (known.isEmpty()) {
      return List.of();
    }
    int[] left = known.stream().mapToInt(pair -> source.row(pair.source())).toArray();
    int[] right = known.stream().mapToInt(pair -> target.row(pair.target())).toArray();
    int k = Math.min(NEIGHBORS, Math.min(source.size(), target.size()));

    FloatMatrix mapped = sources.rows();
    int[] asked = IntStream.of(left).distinct().sorted().toArray();
    Neighbors there = search.search(mapped.gather(asked), targets, k, progress, cancellation);
    int[] involved =
        IntStream.concat(
                IntStream.of(right),
                IntStream.range(0, asked.length)
                    .flatMap(i -> IntStream.of(there.indices(i)))
                    .filter(j -> j >= 0))
            .distinct()
            .sorted()
            .toArray();
    Neighbors back =
        search.search(targets.rows().gather(involved), sources, k, progress, cancellation);
    int neighborhood = Retrieval.Csls.DEFAULT.neighborhood();
    float[] ofTarget = LocalScaling.means(back, neighborhood);

    List<PairEvidence> measured = new ArrayList<>(known.size());
    for (int p = 0; p < known.size(); p++) {
      int i = left[p];
      int j = right[p];
      int query = Arrays.binarySearch(asked, i);
      int answer = Arrays.binarySearch(involved, j);
      double cosine = VectorKernel.best().dot(mapped, i, targets.rows(), j);
      double best = Double.NEGATIVE_INFINITY;
      for (int rank = 0; rank < k; rank++) {
        int other = there.index(query, rank);
        if (other >= 0 && other != j) {
          float r = ofTarget[Arrays.binarySearch(involved, other)];
          best = Math.max(best, 2 * there.score(query, rank) - r);
        }
      }
      // r(·) of the source word falls out of the difference.
      double margin = best == Double.NEGATIVE_INFINITY ? 0 : 2 * cosine - ofTarget[answer] - best;
      measured.add(
          of(
              known.get(p),
              cosine,
              margin,
              rank(there.indices(query), j),
              rank(back.indices(answer), i),
              i,
              j));
    }
    return measured;
  }

  private static PairEvidence of(
      WordPair pair, double cosine, double margin, int there, int back, int i, int j) {
    String source = pair.source();
    String target = pair.target();
    double sound = 1 - RomanizedIndex.distanceInSound(source, Iso15919.toLatin(target));
    return new PairEvidence(
        pair,
        List.of(
            cosine,
            margin,
            -Math.log(there),
            -Math.log(back),
            -Math.log1p(Math.max(i, j)),
            -Math.abs(Math.log1p(i) - Math.log1p(j)),
            sound,
            -Math.abs(Math.log((double) source.length() / target.length())),
            target.indexOf('\u200D') >= 0 ? 1.0 : 0.0,
            Character.isUpperCase(source.codePointAt(0)) ? 1.0 : 0.0));
  }

  /** From 1; one more than all where the row is not among them. */
  private static int rank(int[] found, int row) {
    for (int rank = 0; rank < found.length; rank++) {
      if (found[rank] == row) {
        return rank + 1;
      }
    }
    return found.length + 1;
  }
}
