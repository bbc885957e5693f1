package setu.cli;

import java.nio.file.Path;
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
}
