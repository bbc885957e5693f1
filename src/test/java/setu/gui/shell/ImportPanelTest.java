package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import setu.core.anchor.Draft;
import setu.gui.common.Notice;

/** One panel stands in the place of the table at a time, and Esc leaves it. */
@NullUnmarked
class ImportPanelTest extends SampleImports {
  @Test
  void filesDroppedTogetherAreLookedAtOneAfterAnother() throws Exception {
    Path one = Files.write(folder.resolve("one.txt"), List.of("glacier හිමනදිය"));
    Path two = Files.write(folder.resolve("two.txt"), List.of("berg අයිස්", "mother අම්මා"));
    window.run(() -> window.shell().window().open(List.of(one.toFile(), two.toFile())));
    imports.awaitPlan();
    List<String> first = imports.groups();
    window.press(KeyCode.ENTER);
    window.await("the next", () -> imports.planned() && !imports.groups().equals(first));
    window.press(KeyCode.ENTER);
    window.await("both", () -> imports.anchors().size() == 1041 && !imports.asked());
    // What is there already is nothing to write.
    imports.open(one);
    window.press(KeyCode.ENTER);
    assertThat(window.get(() -> imports.lookup("#import-nothing").isVisible())).isTrue();
    assertThat(window.get(imports::asked)).isTrue();
  }

  @Test
  void onePanelIsOpenAndAnotherTakesItsPlace() throws Exception {
    Path one = Files.write(folder.resolve("one.txt"), List.of("glacier හිමනදිය"));
    Path two = Files.write(folder.resolve("two.txt"), List.of("berg අයිස්", "ice අයිස්"));
    window.run(() -> window.workbench().addAnchor(Draft.accepted("(ice)", "හිම", "edit")));
    imports.open(one);
    window.run(() -> window.workbench().open(two));
    window.await("the other", () -> imports.planned() && name().equals("two.txt"));
    assertThat(window.get(() -> window.workbench().notices().getLast().text()))
        .isEqualTo("The preview of one.txt was left for another: nothing of it was written.");
    window.press(KeyCode.CONTROL, KeyCode.L);
    window.await("cleaning", () -> imports.lookup("#cleaning-apply") != null);
    assertThat(window.get(imports::asked)).as("and no import").isFalse();

    // Cleaning that is shown goes on.
    window.await("found", () -> !((Button) imports.lookup("#cleaning-apply")).isDisabled());
    String all = window.get(() -> ((Button) imports.lookup("#cleaning-apply")).getText());
    window.press(KeyCode.HOME);
    window.press(KeyCode.SPACE);
    window.await(
        "left out", () -> !((Button) imports.lookup("#cleaning-apply")).getText().equals(all));
    window.press(KeyCode.CONTROL, KeyCode.L);
    window.awaitQuiet();
    assertThat(window.get(() -> ((Button) imports.lookup("#cleaning-apply")).getText()))
        .isNotEqualTo(all);

    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    window.await("the export", () -> imports.lookup("#export-save") != null);
    assertThat(window.get(() -> imports.lookup("#cleaning-apply"))).as("and no cleaning").isNull();
    imports.open(one);
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> !imports.asked());
    assertThat(window.get(() -> imports.lookup("#export-save"))).as("nothing is beneath").isNull();
  }

  @Test
  void whatWaitsIsAskedAboutBeforeAnotherPanelOpens() throws Exception {
    List<String> rows = List.of("source\ttarget\tnote", "glacier\tහිමනදිය\tx");
    Path one = Files.write(folder.resolve("one.tsv"), rows);
    Path two = Files.write(folder.resolve("two.tsv"), rows);
    for (List<KeyCode> keys :
        List.of(
            List.of(KeyCode.CONTROL, KeyCode.L),
            List.of(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E))) {
      window.run(() -> window.shell().window().open(List.of(one.toFile(), two.toFile())));
      imports.awaitPlan();
      window.awaitQuiet();
      String first = window.get(ImportPanelTest::name);
      window.press(keys.toArray(KeyCode[]::new));
      window.await("the next", () -> imports.planned() && !name().equals(first));
      assertThat(window.get(() -> imports.lookup("#import-take"))).as("it is seen").isNotNull();
      window.press(KeyCode.ESCAPE);
      window.await("left", () -> !imports.asked());
    }
  }

  @Test
  void escLeavesAPanelWhereverTheKeyboardIs() throws Exception {
    Path file = Files.write(folder.resolve("one.txt"), List.of("glacier හිමනදිය"));
    imports.open(file);
    window.run(() -> imports.lookup(".inspector").requestFocus());
    window.press(KeyCode.ESCAPE);
    window.await("left from outside", () -> !imports.asked());
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    window.await("the export", () -> imports.lookup("#export-save") != null);
    window.run(() -> imports.lookup(".anchors .table-view").requestFocus());
    window.press(KeyCode.ESCAPE);
    window.await("left from the table", () -> imports.lookup("#export-save") == null);
  }

  @Test
  void aNoticeThatStaysLeavesTheButtonsFree() throws Exception {
    imports.open(Files.write(folder.resolve("more.txt"), List.of("glacier හිමනදිය")));
    window.run(
        () -> window.workbench().tell(Notice.Kind.ERROR, "A sentence of some length. ".repeat(20)));
    window.run(() -> window.shell().scene().getRoot().layout());
    Bounds notice = window.get(() -> bounds(".notice"));
    assertThat(notice.getHeight()).isPositive();
    for (String button : List.of("#import-take", "#import-leave", "#import-queue")) {
      assertThat(window.get(() -> bounds(button).intersects(notice))).as(button).isFalse();
    }
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> !imports.asked());
    window.run(() -> window.workbench().tell(Notice.Kind.ERROR, "A sentence."));
    window.run(() -> window.shell().scene().getRoot().layout());
    assertThat(window.get(() -> bounds(".notices").getMaxY())).isGreaterThan(notice.getMaxY());
  }

  @Test
  void aQuestionTakesTheKeyboardFromAnyPlaceAndStaysAfterAFailure() throws Exception {
    Path file =
        Files.write(
            folder.resolve("twice.tsv"),
            List.of("gloss\tword\tword\t", "zzqa\tඅඅආඉ\tx\ty", "zzqb\tඅඅආඋ\tx\ty"));
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    imports.open(file);
    window.await("the keyboard", () -> imports.box("source").isFocused());
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.await("the keyboard again", () -> imports.box("source").isFocused());

    // The second column of a name, and one without a name, cannot be told by their names.
    window.run(() -> imports.choose(1, 3));
    assertThat(window.get(() -> imports.lookup("#import-take").isDisabled())).isTrue();
    window.run(() -> imports.choose(1, 4));
    assertThat(window.get(() -> imports.lookup("#import-take").isDisabled())).isTrue();

    // A failure leaves the question open.
    Files.move(file, folder.resolve("away.tsv"));
    window.run(() -> imports.choose(2, 1));
    window.await("told", () -> !window.workbench().notices().isEmpty());
    assertThat(window.get(imports::asked)).isTrue();
    Files.move(folder.resolve("away.tsv"), file);
    window.run(() -> imports.choose(1, 2));
    imports.awaitPlan();
  }

  private static String name() {
    return window.workbench().imports().pendingProperty().get().name();
  }

  private Bounds bounds(String selector) {
    Node node = imports.lookup(selector);
    return node.localToScene(node.getBoundsInLocal());
  }
}
