package setu.gui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.util.Duration;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Png;
import setu.gui.common.Side;
import setu.gui.common.Workbench;
import setu.gui.preferences.Settings;
import setu.gui.preferences.Theme;
import setu.gui.preferences.UserFolders;

/** Pictures of the real window, made without a display. */
final class Screenshots {
  private static final Duration TO_REST = Duration.millis(1500);
  private static final Settings LIGHT = Settings.DEFAULT;
  private static final Settings DARK = Settings.DEFAULT.withTheme(Theme.DARK);
  private static final Settings CONTRAST = Settings.DEFAULT.withTheme(Theme.CONTRAST);
  private static final Settings SINHALA = Settings.DEFAULT.withLanguage("si");

  private final Path out;
  private final Consumer<String> say;

  /** Pictures in a folder. */
  Screenshots(Path out, Consumer<String> say) {
    this.out = out;
    this.say = say;
  }

  /** Takes all of them; the large one where a pair of spaces is given. */
  void take(List<Path> pair) {
    HeadlessFx.start();
    take("empty-light", LIGHT, workbench -> {}, shell -> {});
    take("empty-dark", DARK, workbench -> {}, shell -> {});
    take("error-light", LIGHT, w -> w.open(Path.of("missing", "news.vec")), shell -> {});
    take("sample-light", LIGHT, Workbench::openSample, Screenshots::river);
    take("sample-dark", DARK, Workbench::openSample, Screenshots::river);
    take("sample-contrast", CONTRAST, Workbench::openSample, Screenshots::river);
    take("sample-sinhala", SINHALA, Workbench::openSample, Screenshots::river);
    take("anchors-light", LIGHT, Workbench::openSample, shell -> at(shell, Rail.Place.ANCHORS));
    take("scores-light", LIGHT, Workbench::openSample, shell -> at(shell, Rail.Place.SCORES));
    take("encoder-light", LIGHT, Workbench::openSample, shell -> at(shell, Rail.Place.ENCODER));
    if (pair.size() >= 2) {
      for (Settings look : List.of(LIGHT, DARK)) {
        String name = look.theme() == Theme.LIGHT ? "large-light" : "large-dark";
        take(name, look, w -> w.openPair(pair.get(0), pair.get(1)), Screenshots::river);
      }
    }
  }

  private static void river(Shell shell) {
    shell.workbench().select(Side.SOURCE, "river");
  }

  private static void at(Shell shell, Rail.Place place) {
    shell.window().placeProperty().set(place);
    shell.workbench().select(Side.SOURCE, "river");
  }

  private void take(
      String name, Settings settings, Consumer<Workbench> open, Consumer<Shell> prepare) {
    Path own = scratch();
    Shell shell =
        HeadlessFx.onFx(
            () -> {
              Shell made = new Shell(new Stage(), UserFolders.in(own), FxTaskRunner.background());
              made.settingsProperty().set(settings);
              made.stage().show();
              open.accept(made.workbench());
              return made;
            });
    if (HeadlessFx.onFx(() -> shell.workbench().openingProperty().get() != null)) {
      HeadlessFx.wait(HeadlessFx.onFx(() -> Settled.of(shell)));
    }
    HeadlessFx.wait(
        HeadlessFx.onFx(
            () -> {
              prepare.accept(shell);
              return rest();
            }));
    Path file = out.resolve(name + ".png");
    HeadlessFx.onFx(
        () -> {
          Png.write(shell.scene().snapshot(null), file);
          shell.close();
          shell.stage().close();
          return true;
        });
    say.accept(file.toString());
  }

  /** Motion comes to its end. */
  private static CompletableFuture<Boolean> rest() {
    CompletableFuture<Boolean> rested = new CompletableFuture<>();
    PauseTransition pause = new PauseTransition(TO_REST);
    pause.setOnFinished(e -> rested.complete(true));
    pause.play();
    return rested;
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("setu-pictures");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
