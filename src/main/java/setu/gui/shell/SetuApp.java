package setu.gui.shell;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Workbench;
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
    shell = new Shell(stage, folders, FxTaskRunner.background(), this::open);
    shell.showFoldersBy(folder -> getHostServices().showDocument(folder.toUri().toString()));
    fit(stage);
    stage.show();
    shell.makeAhead();
    watch = StallWatch.start();
  }

  /** A window as large as the screen would have its title outside it. */
  private static void fit(Stage stage) {
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    Scene scene = stage.getScene();
    if (scene.getWidth() >= room.getWidth() || scene.getHeight() >= room.getHeight()) {
      stage.setMaximized(true);
    }
  }

  private void open(Workbench workbench) {
    if (getParameters().getRaw().isEmpty()) {
      workbench.openSample();
    } else {
      workbench.open(Path.of(getParameters().getRaw().getFirst()));
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
