package setu.gui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import setu.core.fault.Fault;
import setu.gui.preferences.UserFolders;
import setu.message.ErrorText;
import setu.message.Messages;

/** What the program does with a window, and what it does where none can be. */
public final class Desktop {
  private static final int INTERRUPTED = 130;

  private final Consumer<String> say;
  private final Consumer<String> complain;

  /**
   * @param say takes lines of a run without a window
   * @param complain takes what went wrong
   */
  public Desktop(Consumer<String> say, Consumer<String> complain) {
    this.say = say;
    this.complain = complain;
  }

  /**
   * Opens the window on a project, or on the shipped sample, and returns when it is closed. Without
   * a display it does the main job instead.
   *
   * @return an exit status: 0 done, 1 the data or the environment is at fault, 130 interrupted
   */
  public int open(@Nullable Path project) {
    if (HeadlessFx.displayThere()) {
      return window(project);
    }
    prepare();
    return headless(project);
  }

  /** Opens the window; Ctrl-C closes it as its own button does. */
  int window(@Nullable Path project) {
    prepare();
    try (EndSignals ending = EndSignals.handledBy(Platform::exit)) {
      try {
        Application.launch(
            SetuApp.class, project == null ? new String[0] : new String[] {project.toString()});
      } catch (UnsupportedOperationException | IllegalStateException e) {
        return ending.wasTold() ? INTERRUPTED : again(e);
      }
      return ending.wasTold() ? INTERRUPTED : 0;
    } catch (CancellationException e) {
      return INTERRUPTED;
    }
  }

  /** Draws something without a window. */
  public static void draw(Runnable drawing) {
    HeadlessFx.start();
    HeadlessFx.onFx(
        () -> {
          drawing.run();
          return true;
        });
  }

  private static void prepare() {
    LogFile.start(UserFolders.ofSystem());
  }

  private int headless(@Nullable Path project) {
    Messages messages = Messages.inDefaultLanguage();
    try {
      new HeadlessRun(messages, say, complain).run(project);
      return 0;
    } catch (CancellationException e) {
      return INTERRUPTED;
    } catch (Settled.Told e) {
      complain.accept(String.valueOf(e.getMessage()));
      return 1;
    } catch (Fault e) {
      complain.accept(ErrorText.of(e, messages));
      return 1;
    }
  }

  /** JavaFX starts once in a process: where the display refused it, another process goes on. */
  private static int again(RuntimeException refused) {
    ProcessHandle.Info self = ProcessHandle.current().info();
    List<String> command = new ArrayList<>();
    command.add(self.command().orElseThrow(() -> refused));
    command.add("-Dglass.platform=Headless");
    command.addAll(List.of(self.arguments().orElseThrow(() -> refused)));
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return INTERRUPTED;
    }
  }

  /**
   * Pictures of the real window, made without a display.
   *
   * @param pair source space, target space and training dictionary of the large picture, with a
   *     test dictionary behind them if there is one; empty to leave it out
   */
  public void screenshots(Path out, List<Path> pair) {
    prepare();
    new Screenshots(out, say).take(pair);
  }

  /**
   * Opens the sample and measures how long that takes.
   *
   * @param begun when the process was started
   * @return seconds by what was reached: {@code window}, {@code spaces}, {@code aligned}, {@code
   *     map}; with {@code Cpu} behind the name, those of the processor
   */
  public java.util.Map<String, Double> start(Instant begun) {
    prepare();
    return StartTimes.measure(begun);
  }

  /**
   * Opens the sample and edits its dictionary, one anchor after another.
   *
   * @return seconds of each edit by what was reached, as {@link EditTimes#measure} names it
   */
  public java.util.Map<String, List<Double>> edits(int count) {
    prepare();
    return EditTimes.measure(count);
  }

  /**
   * Walks through the window on the sample.
   *
   * @param pause lets each step come to rest
   * @return seconds that the window's thread was away, by what was done, as {@link
   *     WindowWalk#measure} tells them
   */
  public java.util.Map<String, List<Double>> walk(Duration pause) {
    prepare();
    return WindowWalk.measure(pause);
  }

  /**
   * Opens a pair with a large dictionary and works in its table.
   *
   * @return seconds that the window's thread was away, as {@link AnchorTimes#measure} tells them
   */
  public java.util.Map<String, List<Double>> table(List<Path> files, int pairs, long seed) {
    prepare();
    return AnchorTimes.measure(files, pairs, seed);
  }

  /**
   * Opens a pair with a large dictionary and judges suggestions by keys, one after the other.
   *
   * @return seconds by what was reached, as {@link ReviewTimes#measure} says
   */
  public java.util.Map<String, List<Double>> judgements(
      List<Path> files, int pairs, int count, long seed) {
    prepare();
    return ReviewTimes.measure(files, pairs, count, seed);
  }
}
