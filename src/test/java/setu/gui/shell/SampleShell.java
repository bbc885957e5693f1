package setu.gui.shell;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import setu.gui.common.FxTaskRunner;
import setu.gui.preferences.UserFolders;

/** The real window on the real sample, opened before each test and closed after it. */
@NullUnmarked
abstract class SampleShell {
  @TempDir Path folder;
  Shell shell;

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  @BeforeEach
  void open() {
    shell =
        HeadlessFx.onFx(
            () -> {
              Shell made =
                  new Shell(new Stage(), UserFolders.in(folder), FxTaskRunner.background());
              made.stage().show();
              made.workbench().openSample();
              return made;
            });
    HeadlessFx.wait(HeadlessFx.onFx(() -> Settled.of(shell)));
  }

  @AfterEach
  void close() {
    HeadlessFx.onFx(
        () -> {
          shell.close();
          shell.stage().close();
          return true;
        });
  }
}
