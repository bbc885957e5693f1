package setu.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the window. */
@Command(
    name = "open",
    description =
        "Open the window on a project, or on the shipped sample. Without a display, do the"
            + " sample's main job and say where the map and the scorecard are.")
final class OpenCommand implements Callable<Integer> {
  private final Window window;

  @Parameters(arity = "0..1", paramLabel = "PROJECT", description = "A project folder.")
  private @Nullable Path project;

  OpenCommand(Window window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    return window.open(project);
  }
}
