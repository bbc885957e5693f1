package setu.gui.shell;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorHistory.Draft;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Workbench;
import setu.gui.preferences.UserFolders;

/**
 * How long the window's thread is away while a person walks through the sample: every place for the
 * first time and again, a word looked at, a pair edited.
 *
 * <p>A beat is sent to the thread a millisecond after the one before was answered. What one waits
 * is what the tasks before it took, to a millisecond.
 */
final class WindowWalk {
  /** A wait shorter than this is not kept: a frame at 60 a second. */
  private static final double FRAME_SECONDS = 0.016;

  private static final long STEP_MILLIS = 1500;

  /** Nobody can wait for a window that is not there. */
  private static final String BEFORE = "before the window";

  private final Map<String, List<Double>> waits = new LinkedHashMap<>();
  private final Map<String, List<Double>> own = new LinkedHashMap<>();
  private final Map<String, List<Double>> tasks = new LinkedHashMap<>();

  /** What the window's thread has worked in JavaFX's own pulses, and when the present one began. */
  private double styled;

  private double styling;
  private volatile String step = BEFORE;
  private volatile boolean running = true;

  private WindowWalk() {}

  /**
   * Walks once.
   *
   * @return seconds of each wait longer than a frame, in the order they came, by what was done; and
   *     behind the same name and {@code Cpu} what the thread itself worked meanwhile: the rest it
   *     waited for the renderer or for a processor; behind {@code Tasks} what of that work was
   *     Setu's: without JavaFX's styling and layout of what there is to draw
   */
  static Map<String, List<Double>> measure() {
    if (HeadlessFx.displayThere()) {
      Platform.startup(() -> {});
    } else {
      HeadlessFx.start();
    }
    WindowWalk walk = new WindowWalk();
    Thread beats = new Thread(walk::beat, "setu-beats");
    beats.setDaemon(true);
    beats.start();
    walk.walk();
    walk.running = false;
    synchronized (walk.waits) {
      Map<String, List<Double>> all = new LinkedHashMap<>(walk.waits);
      walk.own.forEach((name, seconds) -> all.put(name + "Cpu", seconds));
      walk.tasks.forEach((name, seconds) -> all.put(name + "Tasks", seconds));
      return all;
    }
  }

  private void walk() {
    Shell shell = HeadlessFx.onFx(this::open);
    step("opening", () -> {});
    HeadlessFx.wait(HeadlessFx.onFx(() -> Settled.of(shell)));
    Workbench workbench = shell.workbench();
    step("rest", () -> {});
    for (String visit : List.of("first", "again")) {
      for (Rail.Place place : Rail.Place.values()) {
        step(
            visit + " " + place.name().toLowerCase(Locale.ROOT),
            () -> shell.window().placeProperty().set(place));
      }
    }
    step("to the map", () -> shell.window().placeProperty().set(Rail.Place.MAP));
    for (int edit = 0; edit < 3; edit++) {
      int number = edit;
      step("edit", () -> edit(workbench, number));
    }
  }

  private static void edit(Workbench workbench, int number) {
    List<Anchor> anchors = workbench.anchorsProperty().get().anchors();
    Anchor anchor = anchors.get(number * 71);
    workbench.changeAnchor(
        anchor.id(),
        Draft.of(anchor).withWords(anchor.source(), anchors.get(number * 53 + 17).target()));
  }

  private void step(String name, Runnable action) {
    step = name;
    synchronized (waits) {
      waits.computeIfAbsent(name, key -> new ArrayList<>());
      own.computeIfAbsent(name, key -> new ArrayList<>());
      tasks.computeIfAbsent(name, key -> new ArrayList<>());
    }
    HeadlessFx.onFx(
        () -> {
          action.run();
          return true;
        });
    pause(STEP_MILLIS);
  }

  private Shell open() throws IOException {
    Path folder = Files.createTempDirectory("setu-walk");
    Shell shell =
        new Shell(
            new Stage(), UserFolders.in(folder), FxTaskRunner.background(), Workbench::openSample);
    shell.scene().addPreLayoutPulseListener(() -> styling = worked());
    shell.scene().addPostLayoutPulseListener(() -> styled += worked() - styling);
    shell.stage().show();
    return shell;
  }

  /** What the window's thread has worked, in seconds: to be asked for on it. */
  private static double worked() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  /** What the window's thread has worked at a moment, and how much of it in pulses. */
  private record Work(double all, double styled) {}

  private void beat() {
    Work before = new Work(0, 0);
    while (running) {
      CompletableFuture<Work> answer = new CompletableFuture<>();
      long sent = System.nanoTime();
      String during = step;
      Platform.runLater(() -> answer.complete(new Work(worked(), styled)));
      Work now = answer.join();
      double waited = (System.nanoTime() - sent) / 1e9;
      if (waited > FRAME_SECONDS && !during.equals(BEFORE)) {
        synchronized (waits) {
          waits.computeIfAbsent(during, key -> new ArrayList<>()).add(waited);
          double worked = now.all() - before.all();
          own.computeIfAbsent(during, key -> new ArrayList<>()).add(worked);
          tasks
              .computeIfAbsent(during, key -> new ArrayList<>())
              .add(worked - now.styled() + before.styled());
        }
      }
      before = now;
      pause(1);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
