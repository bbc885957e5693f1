package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.testfx.api.FxToolkit;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.PendingImport;
import setu.gui.common.Workbench;
import setu.gui.preferences.UserFolders;

/** The real window on JavaFX's headless platform, with a keyboard. */
final class OpenedWindow implements AutoCloseable {
  private static final long LIMIT_SECONDS = 60;

  private final Shell shell;

  private OpenedWindow(Shell shell) {
    this.shell = shell;
  }

  /** A window without a project. */
  static OpenedWindow empty(Path folder) {
    return open(folder, workbench -> {});
  }

  /** A window on the sample, with its answer and its map there. */
  static OpenedWindow onSample(Path folder) {
    OpenedWindow window = open(folder, Workbench::openSample);
    HeadlessFx.wait(HeadlessFx.onFx(() -> Settled.of(window.shell)));
    return window;
  }

  private static OpenedWindow open(Path folder, Consumer<Workbench> opening) {
    try {
      FxToolkit.registerPrimaryStage();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    Platform.setImplicitExit(false);
    return new OpenedWindow(
        HeadlessFx.onFx(
            () -> {
              Shell made =
                  new Shell(new Stage(), UserFolders.in(folder), FxTaskRunner.background());
              made.stage().show();
              made.stage().requestFocus();
              opening.accept(made.workbench());
              return made;
            }));
  }

  Shell shell() {
    return shell;
  }

  Workbench workbench() {
    return shell.workbench();
  }

  /** What is true on the window's thread. */
  <T> T get(Callable<T> value) {
    if (!Platform.isFxApplicationThread()) {
      return HeadlessFx.onFx(value);
    }
    try {
      return value.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does something on the window's thread. */
  void run(Runnable action) {
    HeadlessFx.onFx(
        () -> {
          action.run();
          return true;
        });
  }

  /** Waits until something holds on the window's thread. */
  void await(String what, Callable<Boolean> condition) {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    boolean holds = get(condition);
    while (!holds && System.nanoTime() < limit) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      holds = get(condition);
    }
    assertThat(holds).as(what).isTrue();
  }

  /** Waits until nothing is opened, computed or written any more. */
  void awaitQuiet() {
    await(
        "nothing runs",
        () ->
            workbench().opening().nameProperty().get() == null
                && workbench().tasks().running().isEmpty());
  }

  /** Waits until what is asked about is planned, and brings it in. */
  void takeImport() {
    await(
        "an import is planned",
        () -> {
          PendingImport asked = workbench().imports().pendingProperty().get();
          return asked != null && asked.previewProperty().get() != null;
        });
    run(() -> SampleWorkbench.takeImport(workbench()));
  }

  /** Presses keys together, the last one within the others, and lets them go. */
  void press(KeyCode... keys) {
    // Keys go to the window that has the keyboard, which may still be one of the test before.
    run(
        () -> {
          if (!shell.stage().isFocused()) {
            shell.stage().requestFocus();
          }
        });
    await("the window has the keyboard", () -> shell.stage().isFocused());
    run(
        () -> {
          Robot robot = new Robot();
          for (KeyCode key : keys) {
            robot.keyPress(key);
          }
          for (int i = keys.length - 1; i >= 0; i--) {
            robot.keyRelease(keys[i]);
          }
        });
    run(() -> {});
  }

  /** Moves the mouse over a node and clicks. */
  void click(Node node) {
    run(
        () -> {
          Bounds bounds = node.localToScreen(node.getBoundsInLocal());
          Robot robot = new Robot();
          robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
          robot.mouseClick(MouseButton.PRIMARY);
        });
    run(() -> {});
  }

  /** A node of a pop-over that is shown; null where there is none. */
  Node inPopOver(String selector) {
    return get(
        () ->
            Window.getWindows().stream()
                .filter(PopOver.class::isInstance)
                .map(over -> over.getScene().getRoot().lookup(selector))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
  }

  /** Types what no key of the robot's stands for, such as Sinhala. */
  void type(String text) {
    for (int i = 0; i < text.length(); i++) {
      String character = text.substring(i, i + 1);
      run(
          () ->
              shell
                  .scene()
                  .getFocusOwner()
                  .fireEvent(
                      new KeyEvent(
                          KeyEvent.KEY_TYPED,
                          character,
                          "",
                          KeyCode.UNDEFINED,
                          false,
                          false,
                          false,
                          false)));
    }
  }

  /** What has the keyboard. */
  Node focus() {
    return get(() -> shell.scene().getFocusOwner());
  }

  /** Waits until a node of a kind has the keyboard; that node. */
  <T extends Node> T awaitFocus(Class<T> kind) {
    await("the keyboard in a " + kind.getSimpleName(), () -> kind.isInstance(focus()));
    return kind.cast(focus());
  }

  @Override
  public void close() {
    run(
        () -> {
          shell.close();
          shell.stage().close();
        });
  }
}
