package setu.core.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.PreparedBase;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * One word under an alignment: its neighbours at home, and across under both retrieval criteria.
 *
 * <p>CSLS (Conneau et al. 2018) re-ranks the {@value #SHORTLIST} nearest by cosine: a word further
 * away would need a neighbourhood emptier than any in practice to be first.
 *
 * @param home nearest words of its own space, itself excluded, best first; their CSLS is NaN
 * @param across words of the other space among the first by cosine or by CSLS, best CSLS first
 * @param neighborhood r(·) of the word itself: mean cosine of its nearest words across
 */
public record WordInspection(List<Candidate> home, List<Candidate> across, double neighborhood) {
  /** How many words across are looked at. */
  public static final int SHORTLIST = 100;

  /**
   * A neighbour.
   *
   * @param cosine of the angle between both, −1 to 1
   * @param csls {@code 2·cos − r − r}, −4 to 4
   * @param rankByCosine from 1
   * @param rankByCsls from 1; 0 at home
   */
  public record Candidate(int row, double cosine, double csls, int rankByCosine, int rankByCsls) {}

  /**
   * Inspects row {@code row} of {@code home}; rows of both sides are of unit length and in the
   * shared space.
   *
   * @param shown how many neighbours of each kind, at least 1
   * @param neighborhood k of r(·), at least 1
   */
  public static WordInspection of(
      int row,
      PreparedBase home,
      PreparedBase across,
      int shown,
      int neighborhood,
      NeighborSearch search,
      Cancellation cancellation) {
    var query = home.rows().slice(row, row + 1);
    Neighbors near = search.search(query, home, shown + 1, Progress.NONE, cancellation);
    int length = Math.min(Math.max(SHORTLIST, neighborhood), across.size());
    Neighbors far = search.search(query, across, length, Progress.NONE, cancellation);
    Neighbors back =
        search.search(
            across.rows().gather(found(far)), home, neighborhood, Progress.NONE, cancellation);

    double mean = far.meanScore(0, neighborhood);
    List<Candidate> byCosine = new ArrayList<>();
    for (int rank = 0; rank < far.k() && far.index(0, rank) >= 0; rank++) {
      double csls = 2 * far.score(0, rank) - mean - back.meanScore(rank, neighborhood);
      byCosine.add(new Candidate(far.index(0, rank), far.score(0, rank), csls, rank + 1, 0));
    }
    return new WordInspection(neighbors(near, row, shown), ranked(byCosine, shown), mean);
  }

  private static int[] found(Neighbors neighbors) {
    return java.util.Arrays.stream(neighbors.indices(0)).filter(index -> index >= 0).toArray();
  }

  private static List<Candidate> neighbors(Neighbors near, int self, int shown) {
    List<Candidate> found = new ArrayList<>();
    for (int rank = 0; rank < near.k() && found.size() < shown; rank++) {
      int index = near.index(0, rank);
      if (index >= 0 && index != self) {
        found.add(new Candidate(index, near.score(0, rank), Double.NaN, found.size() + 1, 0));
      }
    }
    return found;
  }

  private static List<Candidate> ranked(List<Candidate> byCosine, int shown) {
    List<Candidate> byCsls = new ArrayList<>(byCosine);
    byCsls.sort(
        Comparator.comparingDouble(Candidate::csls).reversed().thenComparingInt(Candidate::row));
    Map<Integer, Integer> ranks = new HashMap<>();
    for (Candidate candidate : byCsls) {
      ranks.put(candidate.row(), ranks.size() + 1);
    }
    List<Candidate> ranked = new ArrayList<>();
    for (Candidate c : byCsls) {
      int rank = ranks.getOrDefault(c.row(), 0);
      if (rank <= shown || c.rankByCosine() <= shown) {
        ranked.add(new Candidate(c.row(), c.cosine(), c.csls(), c.rankByCosine(), rank));
      }
    }
    return ranked;
  }
}
