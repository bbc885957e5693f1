package setu.gui.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.stage.Stage;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Png;
import setu.gui.preferences.Settings;
import setu.gui.preferences.Theme;
import setu.gui.preferences.UserFolders;

/** Pictures of the real window, made without a display. */
final class Screenshots {
  private Screenshots() {}

  static void picture(Path scratch, Settings settings, Consumer<Shell> prepare, Path file) {
    Shell shell =
        HeadlessFx.onFx(
            () -> {
              Shell made =
                  new Shell(new Stage(), UserFolders.in(scratch), FxTaskRunner.background());
              made.settingsProperty().set(settings);
              made.scene().getWindow().setWidth(settings.width());
              made.scene().getWindow().setHeight(settings.height());
              ((Stage) made.scene().getWindow()).show();
              prepare.accept(made);
              return made;
            });
    HeadlessFx.onFx(
        () -> {
          Png.write(shell.scene().snapshot(null), file);
          shell.close();
          ((Stage) shell.scene().getWindow()).close();
          return true;
        });
  }

  /** A try. */
  public static void main(String[] args) {
    HeadlessFx.start();
    Path out = Path.of(args[0]);
    Path scratch = out.resolve("scratch");
    for (Theme theme : Theme.values()) {
      Settings settings = Settings.DEFAULT.withTheme(theme).withWindow(1440, 900, false);
      picture(scratch, settings, shell -> {}, out.resolve("empty-" + theme + ".png"));
    }
    picture(
        scratch,
        Settings.DEFAULT.withLanguage("si"),
        shell -> shell.workbench().open(Path.of("/nowhere/vectors.vec")),
        out.resolve("error-si.png"));
    picture(
        scratch,
        Settings.DEFAULT,
        shell -> shell.workbench().open(Path.of("/nowhere/vectors.vec")),
        out.resolve("error-en.png"));
    System.exit(0);
  }
}
