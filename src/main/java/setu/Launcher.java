package setu;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import setu.cli.SetuCommand;
import setu.cli.Window;
import setu.gui.map.MapSnapshot;
import setu.gui.map.RasterBenchmark;
import setu.gui.shell.Desktop;

/** Chooses command line or window. */
public final class Launcher {
  private Launcher() {}

  /**
   * Starts Setu.
   *
   * @param args a command and its options; none opens the window
   */
  public static void main(String[] args) {
    int status =
        SetuCommand.run(
            args,
            new OnDesktop(),
            (projection, words, sourceRows, png) ->
                Desktop.draw(() -> MapSnapshot.draw(projection, words, sourceRows, png)));
    System.exit(status);
  }

  /** The window as the command line asks for it; JavaFX is loaded with the first call. */
  private static final class OnDesktop implements Window {
    private static Desktop desktop() {
      return new Desktop(
          printer(FileDescriptor.out)::println, printer(FileDescriptor.err)::println);
    }

    private static PrintStream printer(FileDescriptor descriptor) {
      return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    @Override
    public int open(@Nullable Path project) {
      return desktop().open(project);
    }

    @Override
    public void screenshots(Path out, List<Path> pair) {
      desktop().screenshots(out, pair);
    }

    @Override
    public Runnable frame(int points, long seed) {
      return new RasterBenchmark(points, seed)::draw;
    }

    @Override
    public Map<String, List<Double>> edits(int count) {
      return desktop().edits(count);
    }

    @Override
    public Map<String, List<Double>> walk(Duration pause) {
      return desktop().walk(pause);
    }

    @Override
    public Map<String, List<Double>> table(List<Path> files, int pairs, long seed) {
      return desktop().table(files, pairs, seed);
    }

    @Override
    public Map<String, List<Double>> judgements(List<Path> files, int pairs, int count, long seed) {
      return desktop().judgements(files, pairs, count, seed);
    }

    @Override
    public Map<String, Double> start(Instant begun) {
      return desktop().start(begun);
    }
  }
}
