package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import setu.core.align.ReviewQueue;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;

/** Queues are chosen, narrowed and gone through by keys; keys that do nothing are grey. */
@NullUnmarked
class QueuesByKeysTest extends SampleReviewWindow {
  @Test
  void aQueueIsChosenByTheArrowKeys() {
    press(KeyCode.DIGIT3, true);
    await(() -> model().cardProperty().get() != null);
    press(KeyCode.RIGHT, false);
    assertThat(queue()).isEqualTo(ReviewQueue.SUSPECT);
    press(KeyCode.LEFT, false);
    press(KeyCode.LEFT, false);
    assertThat(queue()).as("all round").isEqualTo(ReviewQueue.SAMPLED);
    await(() -> model().cardProperty().get() != null);
    assertThat(HeadlessFx.onFx(() -> model().cardProperty().get().queue()))
        .isEqualTo(ReviewQueue.SAMPLED);
  }

  @Test
  void aQueueIsNarrowedToTheWordsTypedAndEscShowsAllAgain() {
    press(KeyCode.DIGIT3, true);
    await(() -> model().cardProperty().get() != null);
    await(() -> shell.workbench().tasks().running().isEmpty());
    String word = HeadlessFx.onFx(() -> model().cardProperty().get().pair().source());
    press(KeyCode.Q, false);
    HeadlessFx.onFx(
        () -> {
          ((TextField) shell.scene().getFocusOwner()).setText("no word has this");
          return true;
        });
    await(() -> model().cardProperty().get() == null);
    type(word);
    await(() -> model().cardProperty().get() != null);
    assertThat(HeadlessFx.onFx(() -> model().cardProperty().get().pair().source())).contains(word);
    int size = size();
    press(KeyCode.A, false);
    await(() -> size() == size + 1);
    press(KeyCode.Q, false);
    press(KeyCode.ESCAPE, false);
    await(() -> model().cardProperty().get() != null);
    press(KeyCode.A, false);
    await(() -> size() == size + 2);
  }

  @Test
  void cardsPassedOverAreShownAgainByTheSameKeyAndKeysThatWorkAreNotGrey() {
    press(KeyCode.DIGIT3, true);
    await(() -> model().cardProperty().get() != null);
    HeadlessFx.onFx(
        () -> {
          for (String source : List.of("river", "stream")) {
            shell
                .workbench()
                .addAnchor(Draft.accepted(source, "ගඟ", "x").withStatus(AnchorStatus.CANDIDATE));
          }
          return true;
        });
    await(() -> size() == 1041);
    HeadlessFx.wait(HeadlessFx.onFx(() -> Settled.of(shell)));
    press(KeyCode.RIGHT, false);
    press(KeyCode.RIGHT, false);
    assertThat(queue()).isEqualTo(ReviewQueue.IMPORTED);
    await(() -> model().cardProperty().get() != null);
    assertThat(greyed("ACCEPT")).isFalse();
    press(KeyCode.SPACE, false);
    press(KeyCode.SPACE, false);
    await(() -> isVisible("#review-again"));
    assertThat(greyed("ACCEPT")).isTrue();
    for (String key : List.of("BEFORE", "AFTER", "NARROW", "BLIND", "FAMILY", "NEXT")) {
      assertThat(greyed(key)).as(key).isFalse();
    }
    press(KeyCode.SPACE, false);
    assertThat(HeadlessFx.onFx(() -> model().cardProperty().get().pair().source()))
        .isEqualTo("river");
    press(KeyCode.SPACE, false);
    press(KeyCode.SPACE, false);
    await(() -> isVisible("#review-again"));
    press(KeyCode.ENTER, false);
    assertThat(HeadlessFx.onFx(() -> model().cardProperty().get())).isNotNull();
    press(KeyCode.A, false);
    press(KeyCode.A, false);
    await(() -> model().cardProperty().get() == null);
    assertThat(shown("#review-again")).isFalse();
    assertThat(greyed("NEXT")).isTrue();
  }

  @Test
  void keysAreGreyWhileSomethingIsTypedAndAnEmptyQueueIsExplainedAboveThem() {
    press(KeyCode.DIGIT3, true);
    await(() -> model().cardProperty().get() != null);
    press(KeyCode.E, false);
    assertThat(greyed("ACCEPT")).isTrue();
    assertThat(text("#entry-keys")).isEqualTo("Enter takes it · Tab next field · Esc leaves");
    press(KeyCode.ESCAPE, false);
    assertThat(greyed("ACCEPT")).isFalse();
    press(KeyCode.N, false);
    assertThat(text("#entry-keys")).isEqualTo("Enter takes it · Esc leaves");
    press(KeyCode.ESCAPE, false);
    double before = HeadlessFx.onFx(this::bottomOfKeys);
    HeadlessFx.onFx(
        () -> {
          model().queueProperty().set(ReviewQueue.CONFLICTS);
          return true;
        });
    await(
        () ->
            shell
                .window()
                .places()
                .review()
                .node()
                .lookup(".review-empty .paragraph")
                .getAccessibleText()
                .contains("an import or a merge"));
    assertThat(HeadlessFx.onFx(this::bottomOfKeys)).isEqualTo(before);
  }

  private boolean greyed(String key) {
    return HeadlessFx.onFx(
        () -> shell.window().places().review().node().lookup("#review-key-" + key).isDisabled());
  }

  private double bottomOfKeys() {
    shell.scene().getRoot().applyCss();
    shell.scene().getRoot().layout();
    return shell
        .window()
        .places()
        .review()
        .node()
        .lookup("#review-keys")
        .getBoundsInParent()
        .getMaxY();
  }

  private String text(String selector) {
    return HeadlessFx.onFx(
        () -> ((Label) shell.window().places().review().node().lookup(selector)).getText());
  }
}
