package setu.core.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import setu.core.anchor.WordPair;
import setu.core.math.FloatMatrix;
import setu.core.math.VectorKernel;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.PreparedBase;
import setu.core.neighbor.Ranking;
import setu.core.neighbor.Retrieval;
import setu.core.neighbor.RowRanks;
import setu.core.neighbor.ScalingCache;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * How well each anchor is borne out by all the others: every anchor is left out in turn, exactly
 * and without refits (see {@link LeaveOneOut}).
 *
 * <p>Suspicion joins two pieces of evidence as Fisher (1925) joins p-values: how few anchors have
 * so large a CSLS margin between the best target and the gold, and, for an anchor that <em>
 * crosses</em> (both its words have another partner, as a wrong pair between two right ones has),
 * how few anchors cross. Where most do, as in a dictionary of many synonyms, it says little.
 */
public final class AnchorAudit {
  /** Suspicion from which a crossing anchor is suspect: e⁻³, one in twenty. */
  private static final double CROSSING = 3;

  /** Fences of a box plot (Tukey 1977). */
  private static final double FENCE = 1.5;

  /**
   * An anchor under the mapping W of all the others.
   *
   * @param residual {@code 1 − cos(xW, z)}, 0 to 2
   * @param goldRank of the anchor's target among all targets by cosine, from 1
   * @param margin CSLS of the best target less that of the anchor's, ≥ 0
   * @param crossing whether both words have another partner among the anchors
   * @param suspicion −ln of the joint tail probability, ≥ 0
   * @param suspect whether its margin is an outlier among all anchors (above the upper quartile by
   *     more than 1.5 interquartile ranges), or it crosses and its suspicion is at least 3
   */
  public record Audited(
      WordPair pair,
      int sourceRow,
      int targetRow,
      double residual,
      int goldRank,
      double margin,
      boolean crossing,
      double suspicion,
      boolean suspect) {}

  private AnchorAudit() {}

  /**
   * Audits all usable anchors, the most suspect first.
   *
   * @param source n × d as the mapping is solved on, and {@code target} m × d
   * @throws setu.core.fault.AlignmentFault if there are no anchors or the dimensions differ
   */
  public static List<Audited> of(
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors anchors,
      NeighborSearch search,
      Progress progress,
      Cancellation cancellation) {
    return of(
        source,
        target,
        anchors,
        AnchorWeights.Property.EQUAL,
        search,
        ScalingCache.NONE,
        progress,
        cancellation);
  }

  /**
   * The same for weighted anchors, with r(·) of the targets looked up in a cache first and kept
   * there. An anchor is left out with its weight, and the others keep theirs.
   */
  public static List<Audited> of(
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors anchors,
      AnchorWeights weighting,
      NeighborSearch search,
      ScalingCache scalings,
      Progress progress,
      Cancellation cancellation) {
    FloatMatrix left = LeaveOneOut.rows(source, target, anchors, weighting, progress, cancellation);
    Alignment all =
        Procrustes.weighted(weighting).align(source, target, anchors, Progress.NONE, cancellation);
    FloatMatrix mapped = all.mapSource(source);
    PreparedBase targets = search.prepare(Normalization.unitRows(target));
    return of(left, mapped, targets, anchors, search, scalings, progress, cancellation);
  }

  private static List<Audited> of(
      FloatMatrix left,
      FloatMatrix mapped,
      PreparedBase targets,
      ResolvedAnchors anchors,
      NeighborSearch search,
      ScalingCache scalings,
      Progress progress,
      Cancellation cancellation) {
    int[] gold = anchors.targetRowArray();
    int[] ranks = RowRanks.byCosine(left, gold, targets, search.threads(), progress, cancellation);
    Retrieval.Csls csls = Retrieval.Csls.DEFAULT;
    float[] r =
        scalings.oneSided(
            targets.rows(),
            mapped,
            () -> search.prepare(mapped),
            csls.neighborhood(),
            search,
            progress,
            cancellation);
    // r(·) of the query falls out of a difference between two of its candidates.
    Neighbors best =
        Ranking.csls(csls, r, targets, search)
            .best(left, new float[gold.length], 1, progress, cancellation);
    int n = gold.length;
    double[] cosines = new double[n];
    double[] margins = new double[n];
    for (int i = 0; i < n; i++) {
      cosines[i] = VectorKernel.best().dot(left, i, targets.rows(), gold[i]);
      margins[i] =
          best.index(i, 0) == gold[i]
              ? 0
              : Math.max(0, best.score(i, 0) - (2 * cosines[i] - r[gold[i]]));
    }
    return judged(anchors, cosines, ranks, margins);
  }

  private static List<Audited> judged(
      ResolvedAnchors anchors, double[] cosines, int[] ranks, double[] margins) {
    int n = margins.length;
    double[] sorted = margins.clone();
    Arrays.sort(sorted);
    double lower = sorted[n / 4];
    double upper = sorted[n - 1 - n / 4];
    double fence = upper + FENCE * (upper - lower);
    boolean[] crossing = crossing(anchors.used());
    int crossings = 0;
    for (boolean crosses : crossing) {
      crossings += crosses ? 1 : 0;
    }
    List<Audited> audited = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      double tail = (double) (n - firstAtLeast(sorted, margins[i])) / n;
      double suspicion = -Math.log(tail) - (crossing[i] ? Math.log((double) crossings / n) : 0);
      audited.add(
          new Audited(
              anchors.used().get(i),
              anchors.sourceRows().get(i),
              anchors.targetRows().get(i),
              1 - cosines[i],
              ranks[i],
              margins[i],
              crossing[i],
              suspicion + 0.0,
              margins[i] > fence || (crossing[i] && suspicion >= CROSSING)));
    }
    audited.sort(
        Comparator.comparingDouble(Audited::suspicion)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Audited::residual).reversed()));
    return audited;
  }

  /** How many values are below {@code value}. */
  private static int firstAtLeast(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether each pair's source has another target and its target another source. */
  private static boolean[] crossing(List<WordPair> pairs) {
    Map<String, Integer> sources = new HashMap<>();
    Map<String, Integer> targets = new HashMap<>();
    for (WordPair pair : pairs.stream().distinct().toList()) {
      sources.merge(pair.source(), 1, Integer::sum);
      targets.merge(pair.target(), 1, Integer::sum);
    }
    boolean[] crossing = new boolean[pairs.size()];
    for (int i = 0; i < crossing.length; i++) {
      WordPair pair = pairs.get(i);
      crossing[i] =
          sources.getOrDefault(pair.source(), 0) > 1 && targets.getOrDefault(pair.target(), 0) > 1;
    }
    return crossing;
  }
}
