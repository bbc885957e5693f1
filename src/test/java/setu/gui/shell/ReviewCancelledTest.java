package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.util.Subscription;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.ReviewQueue;
import setu.gui.common.RunningTask;
import setu.gui.review.ReviewViewModel;

/** A queue whose making a person cancelled is not called empty, and can be made after all. */
@NullUnmarked
class ReviewCancelledTest {
  private static final String CANCELLED = "Looking for cards was cancelled: there may be more.";

  @TempDir Path folder;

  @Test
  void aCancelledQueueIsSaidToBeOneAndIsMadeWhenAskedFor() {
    try (OpenedWindow window = OpenedWindow.onSample(folder)) {
      window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
      window.await("a card", () -> model(window).cardProperty().get() != null);
      window.awaitQuiet();
      window.run(
          () -> {
            model(window).queueProperty().set(ReviewQueue.SUSPECT);
            Platform.runLater(() -> cancelAll(window));
          });
      window.await("cancelled", () -> again(window).isVisible());
      assertThat(window.get(() -> said(window))).isEqualTo(CANCELLED);
      assertThat(window.get(() -> again(window).getText())).isEqualTo("Look again");
      window.press(KeyCode.SPACE);
      window.await("made after all", () -> model(window).cardProperty().get() != null);
      assertThat(window.get(() -> again(window).isVisible())).isFalse();

      // A queue that was made and is empty is called that.
      window.run(() -> model(window).queueProperty().set(ReviewQueue.CONFLICTS));
      window.await("made", () -> said(window).startsWith("Nothing is left"));
      assertThat(window.get(() -> again(window).isVisible())).isFalse();
    }
  }

  @Test
  void aCancelledMappingIsMadeWhenAskedForToo() {
    try (OpenedWindow window = OpenedWindow.empty(folder)) {
      openAndCancel(window);
      window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
      window.await("offered", () -> again(window) != null && again(window).isVisible());
      assertThat(window.get(() -> said(window))).isEqualTo(CANCELLED);
      window.press(KeyCode.SPACE);
      window.await("aligned after all", () -> model(window).cardProperty().get() != null);
      assertThat(window.get(() -> window.workbench().unansweredProperty().get())).isFalse();
      window.awaitQuiet();
    }
  }

  @Test
  void theTopBarOffersToAlignAgain() {
    try (OpenedWindow window = OpenedWindow.empty(folder)) {
      openAndCancel(window);
      window.await("offered", () -> find(window, "#answer-again") != null);
      Button again = (Button) window.get(() -> find(window, "#answer-again"));
      assertThat(window.get(again::getAccessibleText)).isEqualTo("Align again");
      window.run(again::fire);
      window.await("aligned after all", () -> window.workbench().answerProperty().get() != null);
      window.await("no longer offered", () -> find(window, "#answer-again") == null);
      window.awaitQuiet();
    }
  }

  /** Opens the sample and gives its first mapping up. */
  private static void openAndCancel(OpenedWindow window) {
    Subscription cancelling =
        window.get(
            () ->
                window
                    .workbench()
                    .answeringProperty()
                    .subscribe(
                        answering -> {
                          if (answering) {
                            Platform.runLater(() -> cancelAll(window));
                          }
                        }));
    window.run(() -> window.workbench().openSample());
    window.await("cancelled", () -> window.workbench().unansweredProperty().get());
    window.run(cancelling::unsubscribe);
  }

  private static void cancelAll(OpenedWindow window) {
    window.workbench().tasks().running().forEach(RunningTask::cancel);
  }

  private static ReviewViewModel model(OpenedWindow window) {
    return window.shell().window().places().review().model();
  }

  private static Node find(OpenedWindow window, String selector) {
    return window.shell().scene().getRoot().lookup(selector);
  }

  private static Button again(OpenedWindow window) {
    return (Button) find(window, "#review-again");
  }

  private static String said(OpenedWindow window) {
    return find(window, ".review-empty .paragraph").getAccessibleText();
  }
}
