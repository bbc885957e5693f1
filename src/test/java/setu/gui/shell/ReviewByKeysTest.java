package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import impl.org.controlsfx.skin.AutoCompletePopup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.anchor.WordPair;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Shared;
import setu.gui.preferences.UserFolders;
import setu.gui.review.ReviewViewModel;

/** The curation loop in the real window by keys alone. */
@NullUnmarked
class ReviewByKeysTest {
  @TempDir Path folder;
  private Shell shell;

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

  @Test
  void acceptRejectEditNoteAndUndoByKeysAlone() {
    press(KeyCode.DIGIT3, true);
    await(() -> shell.window().review().model().cardProperty().get() != null);
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

  @Test
  void latinLettersOnTheSinhalaSideAreAskedAboutAndTheTrailShowsTheNewWords() {
    press(KeyCode.DIGIT3, true);
    await(() -> model().cardProperty().get() != null);
    int size = size();
    press(KeyCode.E, false);
    HeadlessFx.onFx(
        () -> {
          fields().getLast().requestFocus();
          return true;
        });
    type("zzz");
    assertThat(shown("#entry-objection")).isTrue();
    assertThat(HeadlessFx.onFx(() -> fields().getLast().isFocused())).isTrue();
    assertThat(size()).isEqualTo(size);
    type("mandirakaya");
    assertThat(size()).as("another word is asked about anew").isEqualTo(size);
    type("mandirakaya");
    await(() -> size() == size + 1);
    assertThat(last().target()).isEqualTo("mandirakaya");
    await(
        () ->
            shell.scene().getRoot().lookupAll(".session .word").stream()
                .anyMatch(label -> ((Label) label).getText().endsWith("– mandirakaya")));
  }

  @Test
  void romanisedSinhalaIsCompletedInBothFieldsOfAnEdit() {
    press(KeyCode.DIGIT3, true);
    await(() -> model().cardProperty().get() != null);
    press(KeyCode.E, false);
    HeadlessFx.onFx(
        () -> {
          fields().getLast().requestFocus();
          fields().getLast().setText("gedara");
          return true;
        });
    await(() -> offered().contains("ගෙදර"));
    HeadlessFx.onFx(
        () -> {
          fields().getFirst().requestFocus();
          fields().getFirst().setText("riv");
          return true;
        });
    await(() -> offered().contains("river"));
  }

  private List<TextField> fields() {
    return shell.window().review().node().lookupAll(".review-entry .text-field").stream()
        .map(TextField.class::cast)
        .toList();
  }

  private static List<String> offered() {
    return Window.getWindows().stream()
        .filter(AutoCompletePopup.class::isInstance)
        .flatMap(shown -> ((AutoCompletePopup<?>) shown).getSuggestions().stream())
        .map(Object::toString)
        .toList();
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

  private boolean greyed(String key) {
    return HeadlessFx.onFx(
        () -> shell.window().review().node().lookup("#review-key-" + key).isDisabled());
  }

  @Test
  void aNoteStandsOnTheCardUntilItIsTakenBack() {
    press(KeyCode.DIGIT3, true);
    await(() -> model().cardProperty().get() != null);
    int size = size();
    press(KeyCode.N, false);
    type("seen in print");
    assertThat(shown(".card-note")).isTrue();
    await(() -> size() == size + 1);
    press(KeyCode.SPACE, false);
    assertThat(shown(".card-note")).as("of another card").isFalse();
    press(KeyCode.N, false);
    type("only in the north");
    await(() -> size() == size + 2);
    press(KeyCode.Z, true);
    await(() -> size() == size + 1);
    await(() -> !isVisible(".card-note"));
    assertThat(last().note()).isEqualTo("seen in print");
  }

  @Test
  void aWordIsNotTakenForItsOwnLemma() {
    press(KeyCode.DIGIT3, true);
    await(() -> model().cardProperty().get() != null);
    int size = size();
    String word = HeadlessFx.onFx(() -> model().cardProperty().get().pair().source());
    press(KeyCode.I, false);
    type(word);
    assertThat(shown("#entry-objection")).isTrue();
    type("");
    assertThat(shown("#entry-objection")).isTrue();
    assertThat(size()).isEqualTo(size);
    type("other");
    await(() -> size() == size + 1);
    assertThat(last().tags()).containsExactly("inflection-of:other");
    assertThat(wholeTrail())
        .containsExactly(word + " – " + last().target() + "\naccepted · inflection of other");
  }

  /** What the tooltips of the trail say. */
  private List<String> wholeTrail() {
    return HeadlessFx.onFx(
        () -> {
          shell.scene().getRoot().applyCss();
          shell.scene().getRoot().layout();
          return shell.scene().getRoot().lookupAll(".session .list-cell").stream()
              .map(cell -> ((ListCell<?>) cell).getTooltip())
              .filter(Objects::nonNull)
              .map(Tooltip::getText)
              .toList();
        });
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
                .review()
                .node()
                .lookup(".review-empty .paragraph")
                .getAccessibleText()
                .contains("an import or a merge"));
    assertThat(HeadlessFx.onFx(this::bottomOfKeys)).isEqualTo(before);
  }

  private double bottomOfKeys() {
    shell.scene().getRoot().applyCss();
    shell.scene().getRoot().layout();
    return shell.window().review().node().lookup("#review-keys").getBoundsInParent().getMaxY();
  }

  private String text(String selector) {
    return HeadlessFx.onFx(
        () -> ((Label) shell.window().review().node().lookup(selector)).getText());
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

  private ReviewQueue queue() {
    return HeadlessFx.onFx(() -> model().queueProperty().get());
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
    javafx.scene.Node found = shell.scene().getRoot().lookup("#card-similar");
    return found == null
        ? List.of()
        : ((javafx.scene.Parent) found)
            .getChildrenUnmodifiable().stream().map(each -> ((Label) each).getText()).toList();
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

  private ReviewViewModel model() {
    return shell.window().review().model();
  }

  private int neighbours() {
    GridPane around = (GridPane) shell.scene().getRoot().lookup(".card-around");
    return around == null
        ? 0
        : (int) around.getChildren().stream().filter(javafx.scene.Node::isVisible).count();
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
          shell.window().review().model().queueProperty().set(ReviewQueue.IMPORTED);
          return true;
        });
    await(() -> shell.window().review().model().cardProperty().get() != null);
    assertThat(shown("#family")).isFalse();
    press(KeyCode.A, false);
    await(() -> isVisible("#family"));
    assertThat(shown("#family-members")).isFalse();
    press(KeyCode.L, false);
    assertThat(shown("#family-members")).isTrue();
    press(KeyCode.ESCAPE, false);
    assertThat(shown("#family-members")).isFalse();
    press(KeyCode.L, false);
    int members = HeadlessFx.onFx(() -> shell.window().review().node().lookupAll(".member").size());
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
                shell.window().review().node().lookupAll(".member").stream()
                    .filter(box -> !((CheckBox) box).isSelected())
                    .count());
  }

  private boolean shown(String selector) {
    return HeadlessFx.onFx(() -> isVisible(selector));
  }

  private boolean isVisible(String selector) {
    javafx.scene.Node found = shell.window().review().node().lookup(selector);
    return found != null && found.isVisible();
  }

  private static KeyEvent key(
      javafx.event.EventType<KeyEvent> type, String character, KeyCode code, boolean control) {
    return new KeyEvent(type, character, "", code, false, control, false, false);
  }

  private void press(KeyCode code, boolean control) {
    HeadlessFx.onFx(
        () -> {
          javafx.scene.Node owner = shell.scene().getFocusOwner();
          (owner == null ? shell.scene().getRoot() : owner)
              .fireEvent(key(KeyEvent.KEY_PRESSED, "", code, control));
          return true;
        });
  }

  /** Puts text into the field that has the keyboard, and presses Enter there. */
  private void type(String text) {
    HeadlessFx.onFx(
        () -> {
          TextField field = (TextField) shell.scene().getFocusOwner();
          field.setText(text);
          field.fireEvent(key(KeyEvent.KEY_PRESSED, "", KeyCode.ENTER, false));
          return true;
        });
  }

  private int size() {
    return shell.workbench().anchorsProperty().get().anchors().size();
  }

  private Anchor last() {
    return HeadlessFx.onFx(() -> shell.workbench().anchorsProperty().get().anchors().getLast());
  }

  private void await(BooleanSupplier reached) {
    long limit = System.nanoTime() + 20_000_000_000L;
    boolean holds = HeadlessFx.onFx(reached::getAsBoolean);
    while (!holds && System.nanoTime() < limit) {
      Thread.onSpinWait();
      holds = HeadlessFx.onFx(reached::getAsBoolean);
    }
    // Not asked once more: what was reached may be over by then.
    assertThat(holds).isTrue();
  }
}
