package setu.core.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import setu.core.align.AnchorInfluence;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.WordPair;
import setu.core.math.FloatMatrix;
import setu.core.math.VectorKernel;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.PreparedBase;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Why a word of one space stands near a word of the other: the terms of CSLS (Conneau et al. 2018),
 * the anchors among the neighbours of both, and the anchors that pull the two together.
 *
 * @param cosine of the mapped source word and the target word, −1 to 1
 * @param ofSource r of the source word: mean cosine of its nearest target words
 * @param ofTarget r of the target word: mean cosine of its nearest mapped source words
 * @param sharedNeighbors anchors whose source word is a neighbour of the source word at home and
 *     whose target word is one of the target word, nearest first
 * @param pulling the anchors with the greatest influence, strongest first
 */
public record NeighborExplanation(
    double cosine,
    double ofSource,
    double ofTarget,
    List<WordPair> sharedNeighbors,
    List<Pull> pulling) {
  /** How many words at home count as neighbours when anchors are looked for among them. */
  public static final int NEIGHBORS_AT_HOME = 50;

  /**
   * An anchor's influence.
   *
   * @param change of the cosine by the anchor's weight, at first order
   */
  public record Pull(WordPair anchor, double change) {}

  /** {@code 2·cos − r − r}, −4 to 4. */
  public double csls() {
    return 2 * cosine - ofSource - ofTarget;
  }

  /**
   * Both spaces under a Procrustes mapping.
   *
   * @param unaligned source rows before the mapping, n × d, of unit length
   * @param source the same rows after it, prepared
   * @param target target rows, m × d, prepared
   * @param influence of {@code anchors}
   */
  public record Setting(
      FloatMatrix unaligned,
      PreparedBase source,
      PreparedBase target,
      ResolvedAnchors anchors,
      AnchorInfluence influence) {}

  /**
   * Explains the nearness of source row {@code i} and target row {@code j}.
   *
   * @param neighborhood k of r(·), at least 1
   * @param shown how many anchors of each kind at most
   */
  public static NeighborExplanation of(
      int i,
      int j,
      Setting setting,
      int neighborhood,
      int shown,
      NeighborSearch search,
      Cancellation cancellation) {
    FloatMatrix x = setting.source().rows().slice(i, i + 1);
    FloatMatrix z = setting.target().rows().slice(j, j + 1);
    double cosine = VectorKernel.best().dot(x, 0, z, 0);
    double ofSource =
        search
            .search(x, setting.target(), neighborhood, Progress.NONE, cancellation)
            .meanScore(0, neighborhood);
    double ofTarget =
        search
            .search(z, setting.source(), neighborhood, Progress.NONE, cancellation)
            .meanScore(0, neighborhood);
    Map<Integer, Float> nearSource = near(x, setting.source(), i, search, cancellation);
    Map<Integer, Float> nearTarget = near(z, setting.target(), j, search, cancellation);
    return new NeighborExplanation(
        cosine,
        ofSource,
        ofTarget,
        shared(setting.anchors(), nearSource, nearTarget, shown),
        pulling(i, j, setting, shown));
  }

  private static Map<Integer, Float> near(
      FloatMatrix word,
      PreparedBase home,
      int self,
      NeighborSearch search,
      Cancellation cancellation) {
    Neighbors found = search.search(word, home, NEIGHBORS_AT_HOME + 1, Progress.NONE, cancellation);
    Map<Integer, Float> near = new HashMap<>();
    for (int rank = 0; rank < found.k() && found.index(0, rank) >= 0; rank++) {
      if (found.index(0, rank) != self) {
        near.put(found.index(0, rank), found.score(0, rank));
      }
    }
    return near;
  }

  private static List<WordPair> shared(
      ResolvedAnchors anchors,
      Map<Integer, Float> nearSource,
      Map<Integer, Float> nearTarget,
      int shown) {
    record Found(WordPair pair, double nearness) {}
    List<Found> found = new ArrayList<>();
    for (int a = 0; a < anchors.size(); a++) {
      Float there = nearSource.get(anchors.sourceRows().get(a));
      Float here = nearTarget.get(anchors.targetRows().get(a));
      if (there != null && here != null) {
        found.add(new Found(anchors.used().get(a), there + here));
      }
    }
    found.sort(Comparator.comparingDouble(Found::nearness).reversed());
    return found.stream().limit(shown).map(Found::pair).toList();
  }

  private static List<Pull> pulling(int i, int j, Setting setting, int shown) {
    float[] change =
        setting.influence().on(setting.unaligned().row(i), setting.target().rows().row(j));
    return IntStream.range(0, change.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer a) -> -change[a]))
        .limit(shown)
        .map(a -> new Pull(setting.anchors().used().get(a), change[a]))
        .toList();
  }
}
