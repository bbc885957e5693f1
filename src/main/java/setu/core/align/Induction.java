package setu.core.align;

import java.util.ArrayList;
import java.util.List;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.LocalScaling;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.PreparedBase;
import setu.core.neighbor.Ranking;
import setu.core.neighbor.Retrieval;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * The dictionary that an alignment induces: for every source word its best target under CSLS
 * (Conneau et al. 2018), and whether the choice is mutual.
 *
 * <p>One pass over all similarities keeps the {@value #SHORTLIST} nearest of every row on both
 * sides, and these are ranked by CSLS. What is not on the list of row i has at most the list's last
 * cosine tᵢ, so at most {@code 2tᵢ − rᵢ − min r}: rows where that could reach the second best are
 * searched whole, unless a quick answer is asked for.
 */
public final class Induction {
  private static final int SHORTLIST = 32;
  private static final double WORST = -4;

  /** The best row of the other side for each row, and by how much. */
  private static final class Best {
    private final int[] row;
    private final double[] csls;
    private final double[] second;

    Best(int rows) {
      row = new int[rows];
      csls = new double[rows];
      second = new double[rows];
    }

    /** A side of one row has no second best: the margin is then to the worst there could be. */
    void set(int i, int best, double first, double next) {
      row[i] = best;
      csls[i] = first;
      second[i] = next == Double.NEGATIVE_INFINITY ? WORST : next;
    }
  }

  private final FloatMatrix mapped;
  private final PreparedBase targets;
  private final Retrieval.Csls csls;
  private final NeighborSearch search;
  private final boolean exact;

  private Induction(
      FloatMatrix mapped,
      PreparedBase targets,
      Retrieval.Csls csls,
      NeighborSearch search,
      boolean exact) {
    this.mapped = mapped;
    this.targets = targets;
    this.csls = csls;
    this.search = search;
    this.exact = exact;
  }

  /**
   * One pair for every source row, in row order; those with {@link Suggestion#mutual} are the
   * induced dictionary.
   *
   * @param mapped mapped source rows, n × d′, of unit length
   * @param targets target rows, m × d′, of unit length
   */
  public static List<Suggestion> of(
      FloatMatrix mapped,
      PreparedBase targets,
      Retrieval.Csls csls,
      NeighborSearch search,
      Progress progress,
      Cancellation cancellation) {
    return new Induction(mapped, targets, csls, search, true).pairs(progress, cancellation);
  }

  /** The same from the short lists alone: one pass, and all but always the same pairs. */
  public static List<Suggestion> quick(
      FloatMatrix mapped,
      PreparedBase targets,
      Retrieval.Csls csls,
      NeighborSearch search,
      Progress progress,
      Cancellation cancellation) {
    return new Induction(mapped, targets, csls, search, false).pairs(progress, cancellation);
  }

  private List<Suggestion> pairs(Progress progress, Cancellation cancellation) {
    if (mapped.rows() == 0 || targets.size() == 0) {
      return List.of();
    }
    int k = Math.max(SHORTLIST, csls.neighborhood());
    NeighborSearch.TwoWay near = search.searchBothWays(mapped, targets, k, progress, cancellation);
    LocalScaling r = LocalScaling.of(near, csls.neighborhood());
    float[] ofSource = r.ofSource();
    float[] ofTarget = r.ofTarget();
    Best there = best(near.ofLeft(), ofSource, ofTarget);
    Best back = best(near.ofRight(), ofTarget, ofSource);
    if (exact) {
      repair(there, near.ofLeft(), mapped, ofSource, targets, ofTarget, progress, cancellation);
      repair(
          back,
          near.ofRight(),
          targets.rows(),
          ofTarget,
          search.prepare(mapped),
          ofSource,
          progress,
          cancellation);
    }
    List<Suggestion> pairs = new ArrayList<>(mapped.rows());
    for (int i = 0; i < mapped.rows(); i++) {
      int j = there.row[i];
      boolean mutual = back.row[j] == i;
      double value = there.csls[i];
      double margin = value - there.second[i];
      if (mutual) {
        margin = Math.min(margin, back.csls[j] - back.second[j]);
      }
      double cosine = (value + ofSource[i] + ofTarget[j]) / 2;
      boolean contested = near.ofLeft().index(i, 0) != j;
      pairs.add(
          new Suggestion(i, j, cosine, value, Math.max(0, margin), mutual, contested, Double.NaN));
    }
    return pairs;
  }

  private static Best best(Neighbors near, float[] own, float[] others) {
    Best best = new Best(own.length);
    for (int i = 0; i < own.length; i++) {
      double first = Double.NEGATIVE_INFINITY;
      double second = Double.NEGATIVE_INFINITY;
      int row = 0;
      for (int rank = 0; rank < near.k() && near.index(i, rank) >= 0; rank++) {
        int j = near.index(i, rank);
        double value = 2 * near.score(i, rank) - own[i] - others[j];
        if (value > first || (value == first && j < row)) {
          second = first;
          first = value;
          row = j;
        } else if (value > second) {
          second = value;
        }
      }
      best.set(i, row, first, second);
    }
    return best;
  }

  private void repair(
      Best best,
      Neighbors near,
      FloatMatrix rows,
      float[] own,
      PreparedBase others,
      float[] ofOthers,
      Progress progress,
      Cancellation cancellation) {
    if (others.size() <= near.k()) {
      return;
    }
    float least = Float.POSITIVE_INFINITY;
    for (float value : ofOthers) {
      least = Math.min(least, value);
    }
    int[] unsure = new int[rows.rows()];
    int count = 0;
    for (int i = 0; i < rows.rows(); i++) {
      double unlisted = 2 * near.score(i, near.k() - 1) - own[i] - least;
      if (unlisted >= best.second[i]) {
        unsure[count++] = i;
      }
    }
    unsure = java.util.Arrays.copyOf(unsure, count);
    float[] ownOfUnsure = new float[count];
    for (int u = 0; u < count; u++) {
      ownOfUnsure[u] = own[unsure[u]];
    }
    Neighbors found =
        Ranking.csls(csls, ofOthers, others, search)
            .best(rows.gather(unsure), ownOfUnsure, 2, progress, cancellation);
    for (int u = 0; u < count; u++) {
      best.set(unsure[u], found.index(u, 0), found.score(u, 0), found.score(u, 1));
    }
  }
}
