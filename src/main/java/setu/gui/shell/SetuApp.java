package setu.gui.shell;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import setu.gui.common.FxTaskRunner;
import setu.gui.preferences.UserFolders;

/** The program with a window. */
public final class SetuApp extends Application {
  private @Nullable Shell shell;
  private @Nullable StallWatch watch;

  /** Made by JavaFX. */
  public SetuApp() {}

  @Override
  public void start(Stage stage) {
    UserFolders folders = UserFolders.ofSystem();
    Shell made = new Shell(stage, folders, FxTaskRunner.background());
    shell = made;
    stage.show();
    watch = StallWatch.start();
    if (getParameters().getRaw().isEmpty()) {
      made.workbench().openSample();
    } else {
      made.workbench().open(Path.of(getParameters().getRaw().getFirst()));
    }
  }

  @Override
  public void stop() {
    if (watch != null) {
      watch.close();
    }
    if (shell != null) {
      shell.close();
    }
  }
}
