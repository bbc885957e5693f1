package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import impl.org.controlsfx.skin.AutoCompletePopup;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import setu.gui.common.Tip;

/** Words and notes are typed at a card by keys alone. */
@NullUnmarked
class EntryByKeysTest extends SampleReviewWindow {
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
    return shell.window().places().review().node().lookupAll(".review-entry .text-field").stream()
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
              .map(Tip::of)
              .filter(tip -> !tip.isEmpty())
              .toList();
        });
  }
}
