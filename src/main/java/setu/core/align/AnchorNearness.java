package setu.core.align;

import java.util.ArrayList;
import java.util.List;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * How near the source word of each suggestion is to a word that has an anchor: where none is, a
 * region has no anchors, and the mapping there rests on others.
 */
public final class AnchorNearness {
  private AnchorNearness() {}

  /**
   * The mutual ones of the suggestions, each with its {@link Suggestion#nearAnchor}.
   *
   * @param source source rows of unit length, n × d, mapped or not
   * @param anchors with these rows; none leave the suggestions as they are
   */
  public static List<Suggestion> of(
      List<Suggestion> suggestions,
      FloatMatrix source,
      ResolvedAnchors anchors,
      NeighborSearch search,
      Cancellation cancellation) {
    List<Suggestion> mutual = suggestions.stream().filter(Suggestion::mutual).toList();
    int[] anchored = anchors.sourceRows().stream().mapToInt(row -> row).distinct().toArray();
    if (anchored.length == 0 || mutual.isEmpty()) {
      return mutual;
    }
    int[] rows = mutual.stream().mapToInt(Suggestion::sourceRow).toArray();
    Neighbors nearest =
        search.search(source.gather(rows), source.gather(anchored), 1, Progress.NONE, cancellation);
    List<Suggestion> placed = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      placed.add(mutual.get(i).near(nearest.score(i, 0)));
    }
    return placed;
  }
}
