package setu.gui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.stage.Stage;
import setu.core.anchor.Anchor;
import setu.core.anchor.Draft;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Workbench;
import setu.gui.preferences.UserFolders;

/**
 * How long the window's thread is away while a person walks through the sample: every place for the
 * first time and again, a word looked at, a pair edited.
 */
final class WindowWalk {
  private final Beats beats = Beats.start();
  private final Duration pause;

  private WindowWalk(Duration pause) {
    this.pause = pause;
  }

  /**
   * Walks once.
   *
   * @param pause lets each step come to rest
   * @return seconds of the waits by what was done, as {@link Beats#end} tells them
   */
  static Map<String, List<Double>> measure(Duration pause) {
    HeadlessFx.startAnywhere();
    WindowWalk walk = new WindowWalk(pause);
    walk.walk();
    return walk.beats.end();
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
    beats.step(name, action);
    Beats.pause(pause.toMillis());
  }

  private Shell open() throws IOException {
    Path folder = Files.createTempDirectory("setu-walk");
    Shell shell =
        new Shell(
            new Stage(),
            UserFolders.in(folder),
            FxTaskRunner.wrapped(beats::timed),
            Workbench::openSample);
    beats.watch(shell.scene());
    shell.stage().show();
    shell.makeAhead();
    return shell;
  }
}
