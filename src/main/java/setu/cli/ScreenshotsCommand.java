package setu.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the pictures under {@code assets/screenshots} again. */
@Command(
    name = "screenshots",
    hidden = true,
    description = "Make pictures of the real window, without a display.")
final class ScreenshotsCommand implements Callable<Integer> {
  private final Window window;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "assets/screenshots",
      description = "Where to (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("assets/screenshots");

  @Option(names = "--source", paramLabel = "FILE", description = "Source space of a large picture.")
  private @Nullable Path source;

  @Option(names = "--target", paramLabel = "FILE", description = "Target space of a large picture.")
  private @Nullable Path target;

  @Option(names = "--anchors", paramLabel = "FILE", description = "Its training dictionary.")
  private @Nullable Path anchors;

  @Option(names = "--test", paramLabel = "FILE", description = "Its test dictionary.")
  private @Nullable Path test;

  ScreenshotsCommand(Window window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    List<Path> pair =
        source == null || target == null || anchors == null || test == null
            ? List.of()
            : Stream.of(source, target, anchors, test).map(Objects::requireNonNull).toList();
    window.screenshots(out, pair);
    return ExitCodes.DONE;
  }
}
