package setu.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the window; the launcher brings it, because the command line knows no JavaFX. */
@FunctionalInterface
public interface Window {
  /**
   * Opens a project, or the shipped sample where {@code project} is null, and returns when the
   * window is closed. Without a display it does the sample's main job instead.
   *
   * @return an exit status
   */
  int open(@Nullable Path project);

  /**
   * Makes the pictures of the window again.
   *
   * @param pair source and target space of the large pictures, with a training and a test
   *     dictionary; empty to leave them out
   */
  default void screenshots(Path out, List<Path> pair) {
    throw new UnsupportedOperationException();
  }

  /**
   * Prepares a frame of the map, of random points.
   *
   * @return draws it once
   */
  default Runnable frame(int points, long seed) {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens the sample and measures how long that takes.
   *
   * @param begun when the process was started
   * @return seconds by what was reached, up to {@code map}; with {@code Cpu} behind the name, those
   *     of the processor
   */
  default Map<String, Double> start(Instant begun) {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens the sample and edits its dictionary, one anchor after another.
   *
   * @return seconds of each edit by what was reached: {@code mapping}, {@code scores}, {@code
   *     points}, and {@code screen} once scores and moved points are both drawn
   */
  default Map<String, List<Double>> edits(int count) {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens the sample and walks through every place.
   *
   * @param pause lets each step come to rest
   * @return seconds of each time that the window's thread was away for longer than a frame, by what
   *     was done
   */
  default Map<String, List<Double>> walk(Duration pause) {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens two spaces with a dictionary and works in its table.
   *
   * @param files source and target space, training and test dictionary
   * @param pairs in the dictionary: those of the file, and made-up ones up to so many
   * @return seconds of each time that the window's thread was away for longer than a frame, by what
   *     was done
   */
  default Map<String, List<Double>> table(List<Path> files, int pairs, long seed) {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens two spaces with a dictionary and judges suggestions by keys, one after the other.
   *
   * @param files source and target space, training and test dictionary
   * @param pairs in the dictionary: those of the file, and made-up ones up to so many
   * @return seconds by what was reached: {@code first}, from turning to the review to its first
   *     card; {@code all}, to all its suggestions; {@code judgements}, from each key to the next
   *     card on the screen
   */
  default Map<String, List<Double>> judgements(List<Path> files, int pairs, int count, long seed) {
    throw new UnsupportedOperationException();
  }
}
