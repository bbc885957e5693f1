package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.anchor.WordPair;
import setu.gui.common.Shared;

/** The curation loop in the real window by keys alone. */
@NullUnmarked
class ReviewByKeysTest extends SampleReviewWindow {
  @Test
  void acceptRejectEditNoteAndUndoByKeysAlone() {
    press(KeyCode.DIGIT3, true);
    await(() -> shell.window().places().review().model().cardProperty().get() != null);
    Shared before = HeadlessFx.onFx(() -> shell.workbench().sharedProperty().get());
    press(KeyCode.A, false);
    await(() -> size() == 1040);
    assertThat(last().status()).isEqualTo(AnchorStatus.ACCEPTED);
    press(KeyCode.DIGIT2, false);
    await(() -> size() == 1041);
    assertThat(last().tags()).containsExactly("rejected:other-sense");
    press(KeyCode.R, false);
    await(() -> size() == 1042);
    assertThat(last().tags()).isEmpty();
    press(KeyCode.DIGIT4, false);
    await(
        () ->
            shell
                .workbench()
                .anchorsProperty()
                .get()
                .anchors()
                .getLast()
                .tags()
                .equals(List.of("rejected:other-form")));
    assertThat(size()).as("the next card is not judged").isEqualTo(1042);
    assertThat(trail()).contains("another form", "another sense").noneMatch(t -> t.contains(":"));
    press(KeyCode.Z, true);
    await(() -> size() == 1041);
    press(KeyCode.SPACE, false);
    press(KeyCode.N, false);
    // The queue is made anew meanwhile, which must not close the field.
    await(() -> !shell.workbench().sharedProperty().get().equals(before));
    await(() -> shell.workbench().tasks().running().isEmpty());
    type("seen in print");
    press(KeyCode.S, false);
    await(() -> size() == 1042);
    assertThat(last().note()).isEqualTo("seen in print");
    press(KeyCode.E, false);
    type("bridges");
    await(() -> size() == 1043);
    assertThat(last().source()).isEqualTo("bridges");
    press(KeyCode.Z, true);
    await(() -> size() == 1042);
    // A Sinhala layout: the key has no code, its character says which it is.
    HeadlessFx.onFx(
        () -> {
          shell
              .scene()
              .getFocusOwner()
              .fireEvent(key(KeyEvent.KEY_PRESSED, "", KeyCode.UNDEFINED, false));
          shell
              .scene()
              .getFocusOwner()
              .fireEvent(key(KeyEvent.KEY_TYPED, "\u0DBB", KeyCode.UNDEFINED, false));
          return true;
        });
    await(() -> size() == 1043);
    assertThat(last().status()).isEqualTo(AnchorStatus.REJECTED);
  }

  /** What the trail says beside the pairs. */
  private List<String> trail() {
    return HeadlessFx.onFx(
        () -> {
          shell.scene().getRoot().applyCss();
          shell.scene().getRoot().layout();
          return shell.scene().getRoot().lookupAll(".session .trail-why").stream()
              .map(Node::getAccessibleText)
              .toList();
        });
  }

  @Test
  void theButtonOfUndoTakesTheLastJudgementBackAsItsKeyDoes() {
    press(KeyCode.DIGIT3, true);
    await(() -> model().cardProperty().get() != null);
    ReviewCard card = HeadlessFx.onFx(() -> model().cardProperty().get());
    press(KeyCode.R, false);
    await(() -> size() == 1040);
    HeadlessFx.onFx(
        () -> {
          shell.scene().getRoot().lookupAll(".top-bar .button").stream()
              .filter(node -> "Undo".equals(node.getAccessibleText()))
              .forEach(node -> ((Button) node).fire());
          return true;
        });
    await(() -> size() == 1039);
    await(() -> card.equals(model().cardProperty().get()));
    assertThat(trail()).isEmpty();
  }

  @Test
  void aJudgeIsNamedAndLetGoByKeysAlone() {
    press(KeyCode.DIGIT3, true);
    await(() -> model().cardProperty().get() != null);
    press(KeyCode.B, false);
    type("Kamala");
    await(() -> shell.workbench().judgeProperty().get().equals("Kamala"));
    await(() -> model().cardProperty().get() != null);
    int size = size();
    press(KeyCode.A, false);
    await(() -> size() == size + 1);
    assertThat(last().author()).isEqualTo("Kamala");
    press(KeyCode.B, false);
    await(() -> shell.workbench().judgeProperty().get().isEmpty());
  }

  @Test
  void judgementsFasterThanTheScreenAreAllWrittenAndTheLastIsAnswered() {
    press(KeyCode.DIGIT3, true);
    await(() -> neighbours() > 0);
    List<AnchorSet> seen = new ArrayList<>();
    HeadlessFx.onFx(
        () -> {
          shell.workbench().anchorsProperty().subscribe((before, now) -> seen.add(now));
          for (int i = 0; i < 5; i++) {
            model().accept();
          }
          return true;
        });
    await(() -> size() == 1044);
    assertThat(seen.getLast().anchors()).hasSize(1044);
    await(() -> shell.workbench().answerProperty().get().anchors().size() == 1044);
  }

  @Test
  void aCardThatComesBackAtOnceHasItsNeighboursAgain() {
    press(KeyCode.DIGIT3, true);
    await(() -> neighbours() > 0);
    WordPair pair = HeadlessFx.onFx(() -> model().cardProperty().get().pair());
    // Both before the neighbours of the card between them can be found.
    HeadlessFx.onFx(
        () -> {
          model().accept();
          model().undo();
          return true;
        });
    assertThat(HeadlessFx.onFx(() -> model().cardProperty().get().pair())).isEqualTo(pair);
    await(() -> neighbours() > 0);
  }

  private int neighbours() {
    GridPane around = (GridPane) shell.scene().getRoot().lookup(".card-around");
    return around == null ? 0 : (int) around.getChildren().stream().filter(Node::isVisible).count();
  }

  @Test
  void acceptedPairsNearTheCardsAreShownOnIt() {
    HeadlessFx.onFx(
        () -> {
          shell
              .workbench()
              .addAnchors(
                  List.of(
                      Draft.accepted("country", "ජාතිය", "list"),
                      Draft.accepted("country", "ගස", "list").withStatus(AnchorStatus.REJECTED),
                      Draft.accepted("country", "රටේ", "list").withStatus(AnchorStatus.CANDIDATE)));
          return true;
        });
    await(() -> size() == 1042);
    HeadlessFx.wait(HeadlessFx.onFx(() -> Settled.of(shell)));
    press(KeyCode.DIGIT3, true);
    HeadlessFx.onFx(
        () -> {
          model().queueProperty().set(ReviewQueue.IMPORTED);
          return true;
        });
    await(() -> similar().contains("country – ජාතිය"));
    assertThat(HeadlessFx.onFx(this::similar))
        .startsWith("ACCEPTED NEARBY")
        .hasSizeBetween(3, 9)
        .doesNotContain("country – ගස", "country – රටේ");
  }

  /** Title and pairs below the card's neighbours. */
  private List<String> similar() {
    Node found = shell.scene().getRoot().lookup("#card-similar");
    return found == null
        ? List.of()
        : ((Parent) found)
            .getChildrenUnmodifiable().stream().map(each -> ((Label) each).getText()).toList();
  }

  @Test
  void inflectionsAreLookedAtStruckOutAndAcceptedByKeysAlone() {
    HeadlessFx.onFx(
        () -> {
          shell
              .workbench()
              .addAnchor(
                  Draft.accepted("country", "රටේ", "file").withStatus(AnchorStatus.CANDIDATE));
          return true;
        });
    int rest = 1040;
    await(() -> size() == rest);
    HeadlessFx.wait(HeadlessFx.onFx(() -> Settled.of(shell)));
    press(KeyCode.DIGIT3, true);
    HeadlessFx.onFx(
        () -> {
          shell.window().places().review().model().queueProperty().set(ReviewQueue.IMPORTED);
          return true;
        });
    await(() -> shell.window().places().review().model().cardProperty().get() != null);
    assertThat(shown("#family")).isFalse();
    press(KeyCode.A, false);
    await(() -> isVisible("#family"));
    assertThat(shown("#family-members")).isFalse();
    press(KeyCode.L, false);
    assertThat(shown("#family-members")).isTrue();
    press(KeyCode.ESCAPE, false);
    assertThat(shown("#family-members")).isFalse();
    press(KeyCode.L, false);
    int members =
        HeadlessFx.onFx(() -> shell.window().places().review().node().lookupAll(".member").size());
    assertThat(members).isPositive();
    press(KeyCode.DIGIT1, false);
    assertThat(struck()).isEqualTo(1);
    press(KeyCode.SPACE, false);
    assertThat(struck()).as("taken in again where the digit was").isZero();
    press(KeyCode.DOWN, false);
    press(KeyCode.SPACE, false);
    assertThat(struck()).isEqualTo(1);
    press(KeyCode.UP, false);
    press(KeyCode.SPACE, false);
    assertThat(struck()).isEqualTo(members == 1 ? 0 : 2);
    press(KeyCode.RIGHT, false);
    assertThat(queue()).as("the arrows turn the queue").isEqualTo(ReviewQueue.CONFLICTS);
    assertThat(shown("#family-members")).isFalse();
    press(KeyCode.LEFT, false);
    press(KeyCode.L, false);
    assertThat(size()).as("nothing is judged yet").isEqualTo(rest);
    if (members > 1) {
      press(KeyCode.DIGIT1, false);
      press(KeyCode.DIGIT2, false);
    }
    assertThat(struck()).isZero();
    press(KeyCode.A, false);
    await(() -> size() == rest + members);
    assertThat(last().origin()).isEqualTo("inflection");
    press(KeyCode.Z, true);
    await(() -> size() == rest);
    assertThat(shown("#family")).isTrue();
  }

  private int struck() {
    return HeadlessFx.onFx(
        () ->
            (int)
                shell.window().places().review().node().lookupAll(".member").stream()
                    .filter(box -> !((CheckBox) box).isSelected())
                    .count());
  }

  @Test
  void theKeyOfInflectionsSaysWhereThereAreNone() {
    press(KeyCode.DIGIT3, true);
    await(() -> model().cardProperty().get() != null);
    press(KeyCode.L, false);
    assertThat(HeadlessFx.onFx(() -> shell.workbench().notices().getLast().text()))
        .startsWith("No inflections wait to be judged.");
    assertThat(shown("#family")).isFalse();
  }
}
