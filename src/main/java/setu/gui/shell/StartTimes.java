package setu.gui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Workbench;
import setu.gui.preferences.UserFolders;

/** How long a person waits after starting the program. */
final class StartTimes {
  private final Instant begun;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final CompletableFuture<Boolean> drawn = new CompletableFuture<>();

  private StartTimes(Instant begun) {
    this.begun = begun;
  }

  /**
   * Opens the sample in a fresh folder, in a window or, without a display, in memory.
   *
   * @param begun when the process was started
   */
  static Map<String, Double> measure(Instant begun) {
    StartTimes times = new StartTimes(begun);
    times.mark("main");
    if (HeadlessFx.displayThere()) {
      Platform.startup(() -> {});
    } else {
      HeadlessFx.start();
    }
    times.mark("toolkit");
    HeadlessFx.onFx(times::open);
    HeadlessFx.wait(times.drawn);
    return times.seconds;
  }

  private Shell open() throws IOException {
    Path folder = Files.createTempDirectory("setu-start");
    Shell shell =
        new Shell(
            new Stage(), UserFolders.in(folder), FxTaskRunner.background(), Workbench::openSample);
    shell.stage().show();
    mark("window");
    markWhen("spaces", shell.workbench().projectProperty().map(open -> true));
    markWhen("aligned", shell.workbench().sharedProperty().map(shared -> true));
    shell.window().places().map().drawnProperty().subscribe(drawn -> afterTwoFrames(drawn));
    return shell;
  }

  private void markWhen(String name, ObservableValue<Boolean> reached) {
    reached.subscribe(
        now -> {
          if (Boolean.TRUE.equals(now)) {
            mark(name);
          }
        });
  }

  /** What is laid out in one frame is on the screen with the next. */
  private void afterTwoFrames(boolean ready) {
    if (!ready) {
      return;
    }
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (++frames > 2) {
          stop();
          mark("map");
          drawn.complete(true);
        }
      }
    }.start();
  }

  private void mark(String name) {
    seconds.putIfAbsent(name, Duration.between(begun, Instant.now()).toMillis() / 1000.0);
    ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .ifPresent(cpu -> seconds.putIfAbsent(name + "Cpu", cpu.toMillis() / 1000.0));
  }
}
