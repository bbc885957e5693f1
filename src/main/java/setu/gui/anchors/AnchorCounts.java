package setu.gui.anchors;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import setu.core.anchor.Anchor;
import setu.core.task.Cancellation;

/**
 * How many anchors have each value of each facet, and how many have an unknown word: kept up to
 * date anchor by anchor, because an edit of one among 120,000 must not count them all.
 */
final class AnchorCounts {
  private static final int BETWEEN_CHECKS = 1024;

  private final Predicate<Anchor> known;
  private final Map<Facet, TreeMap<String, Integer>> values = new EnumMap<>(Facet.class);
  private long unknown;

  /**
   * Of no anchors.
   *
   * @param known whether both words of an anchor are in the vocabularies
   */
  AnchorCounts(Predicate<Anchor> known) {
    this.known = known;
    for (Facet facet : Facet.values()) {
      values.put(facet, new TreeMap<>());
    }
  }

  /**
   * Of many anchors.
   *
   * @throws java.util.concurrent.CancellationException if cancelled meanwhile
   */
  static AnchorCounts of(List<Anchor> anchors, Predicate<Anchor> known, Cancellation cancellation) {
    AnchorCounts counts = new AnchorCounts(known);
    for (int from = 0; from < anchors.size(); from += BETWEEN_CHECKS) {
      cancellation.check();
      counts.replace(
          List.of(), anchors.subList(from, Math.min(anchors.size(), from + BETWEEN_CHECKS)));
    }
    return counts;
  }

  /** Some anchors went, others came. */
  void replace(List<Anchor> gone, List<Anchor> come) {
    for (Anchor anchor : gone) {
      values.forEach(
          (facet, counts) ->
              counts.computeIfPresent(
                  facet.of(anchor), (value, count) -> count == 1 ? null : count - 1));
      unknown -= known.test(anchor) ? 0 : 1;
    }
    for (Anchor anchor : come) {
      values.forEach((facet, counts) -> counts.merge(facet.of(anchor), 1, Integer::sum));
      unknown += known.test(anchor) ? 0 : 1;
    }
  }

  /** The values of a facet with how many anchors have each. */
  Map<String, Integer> values(Facet facet) {
    return Collections.unmodifiableMap(values.getOrDefault(facet, new TreeMap<>()));
  }

  /** How many anchors have an unknown word. */
  long unknown() {
    return unknown;
  }
}
