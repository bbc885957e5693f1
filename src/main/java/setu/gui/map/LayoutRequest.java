package setu.gui.map;

import java.util.stream.IntStream;
import setu.gui.map.MapLayout.Method;

/**
 * A layout to be made.
 *
 * @param dimensions 2 or 3
 * @param most how many points are laid out at most: the most frequent of each language
 */
record LayoutRequest(Method method, int dimensions, int most, MapSpaces spaces) {
  /** t-SNE takes so many points where nobody asks for more: what can be waited for. */
  static final int TSNE_POINTS = 12_000;

  /** Processor time of t-SNE for one of n · log₂ n, in seconds. */
  private static final double TSNE_SECONDS = 4.5e-4;

  /**
   * About how long t-SNE takes here, in seconds: its forces go with n · log n, and were timed on
   * two cores.
   */
  static double tsneSeconds(int points) {
    double work = points * (Math.log(points + 1.0) / Math.log(2));
    return work * TSNE_SECONDS / Runtime.getRuntime().availableProcessors();
  }

  /** The points that are laid out, in ascending order. */
  int[] points() {
    int sources = spaces.source().rows();
    int size = spaces.size();
    if (size <= most) {
      return IntStream.range(0, size).toArray();
    }
    int targets = size - sources;
    int fromSource = Math.min(sources, Math.max(most / 2, most - Math.min(targets, most)));
    int fromTarget = Math.min(targets, most - fromSource);
    return IntStream.concat(
            IntStream.range(0, fromSource), IntStream.range(sources, sources + fromTarget))
        .toArray();
  }
}
