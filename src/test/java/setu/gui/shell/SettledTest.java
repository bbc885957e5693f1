package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import setu.core.fault.ProjectFault;
import setu.gui.common.FxTaskRunner;
import setu.gui.preferences.UserFolders;

/** A run with nobody at the window does not wait for an answer. */
class SettledTest {
  @TempDir Path folder;

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  @Test
  void oneFileOfVectorsIsNoProject() throws Exception {
    Path alone = Files.writeString(folder.resolve("alone.vec"), "2 2\none 1 0\ntwo 0 1\n");
    Shell shell =
        HeadlessFx.onFx(
            () -> new Shell(new Stage(), UserFolders.in(folder), FxTaskRunner.background()));
    CompletableFuture<Boolean> settled =
        HeadlessFx.onFx(
            () -> {
              shell.workbench().open(alone);
              return Settled.of(shell);
            });
    assertThatThrownBy(() -> HeadlessFx.wait(settled)).isInstanceOf(ProjectFault.class);
    HeadlessFx.onFx(
        () -> {
          shell.close();
          return true;
        });
  }
}
