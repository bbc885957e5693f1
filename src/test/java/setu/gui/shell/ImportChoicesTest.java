package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.core.anchor.Draft;
import setu.core.anchor.PlannedRow;
import setu.core.anchor.PlannedRow.Fate;
import setu.gui.preferences.DictionaryChoices;

/** How pairs come in is chosen before: their status, kinds of names, and the columns of a table. */
@NullUnmarked
class ImportChoicesTest extends SampleImports {
  @Test
  void pairsComeInAsCandidatesWhereAPersonSaysSoAndStandInReview() throws Exception {
    Path file =
        Files.write(
            folder.resolve("more.tsv"),
            List.of("source\ttarget\tstatus", "glacier\tහිමනදිය\t", "berg\tඅයිස්\taccepted"));
    imports.open(file);
    assertThat(imports.said(0)).startsWith("accepted");
    assertThat(radio("accepted").isSelected()).isTrue();
    window.run(() -> radio("accepted").requestFocus());
    window.press(KeyCode.RIGHT);
    window.await(
        "planned as candidates", () -> imports.planned() && radio("candidate").isSelected());
    assertThat(imports.said(0)).startsWith("candidate");
    assertThat(imports.said(1)).as("the row says so itself").startsWith("accepted");
    window.press(KeyCode.ENTER);
    window.await("taken", () -> imports.anchors().size() == 1041);
    assertThat(window.get(() -> ReviewQueue.imported(window.workbench().anchorsProperty().get())))
        .extracting(card -> card.pair().source())
        .containsExactly("glacier");
    review(ReviewQueue.IMPORTED);
    window.await(
        "the candidate is reviewed",
        () -> {
          var card = window.shell().window().places().review().model().cardProperty().get();
          return card != null && card.pair().source().equals("glacier");
        });
    window.run(() -> window.workbench().undo());
    window.await("taken back as one", () -> imports.anchors().size() == 1039);

    // The choice is remembered, and kept with the settings.
    imports.open(file);
    assertThat(radio("candidate").isSelected()).isTrue();
    assertThat(imports.said(0)).startsWith("candidate");
    assertThat(window.get(() -> window.shell().settingsProperty().get().dictionary()))
        .returns(true, DictionaryChoices::importCandidates);
  }

  @Test
  void namesComeFromCldrByKindAsOneEditThatSaysSo() {
    window.run(() -> menuItem("Names from CLDR…").fire());
    imports.awaitPlan();
    assertThat(window.get(() -> window.shell().window().placeProperty().get()))
        .isEqualTo(Rail.Place.ANCHORS);
    int all = taken();
    assertThat(all).isGreaterThan(300);
    for (String kind :
        List.of("language", "territory", "city", "script", "month", "unit", "currency")) {
      window.run(() -> ((CheckBox) imports.lookup("#import-kind-" + kind)).fire());
    }
    imports.awaitPlan();
    assertThat(taken()).isBetween(1, 7);
    assertThat(imports.rows()).extracting(PlannedRow::source).contains("Monday").hasSize(7);
    window.run(() -> ((CheckBox) imports.lookup("#import-kind-weekday")).fire());
    assertThat(window.get(() -> imports.lookup("#import-take").isDisabled()))
        .as("no kind")
        .isTrue();
    assertThat(window.get(() -> imports.table().getPlaceholder().getAccessibleText()))
        .startsWith("Choose above");
    window.run(() -> ((CheckBox) imports.lookup("#import-kind-weekday")).fire());
    imports.awaitPlan();
    int days = taken();
    window.press(KeyCode.ENTER);
    window.await("taken", () -> imports.anchors().size() == 1039 + days);
    assertThat(window.get(() -> imports.anchors().getLast()))
        .returns("CLDR", Anchor::origin)
        .returns("weekday", Anchor::category);
    assertThat(window.get(() -> window.workbench().notices().getLast().text()))
        .startsWith("CLDR: ");
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("taken back as one", () -> imports.anchors().size() == 1039);
  }

  @Test
  void theColumnsOfATableAreChosenByKeys() throws Exception {
    Path file =
        Files.write(
            folder.resolve("field.tsv"),
            List.of(
                "no\tgloss\theadword\tremark",
                "1\tglacier\tහිමනදිය\tseen once",
                "2\tmother\tඅම්මා\t",
                "4\tද d,e\tගඟ\t"));
    imports.open(file);
    window.await("the keyboard", () -> imports.box("source").isFocused());
    assertThat(imports.chosen("source")).isEqualTo("gloss");
    assertThat(imports.chosen("target")).isEqualTo("headword");
    window.press(KeyCode.TAB);
    window.press(KeyCode.UP);
    assertThat(imports.chosen("target")).isEqualTo("gloss");
    assertThat(window.get(() -> imports.lookup("#import-take").isDisabled())).isTrue();
    window.press(KeyCode.DOWN);
    window.press(KeyCode.TAB);
    window.press(KeyCode.TAB);
    window.press(KeyCode.TAB);
    for (int i = 0; i < 4; i++) {
      window.press(KeyCode.DOWN);
    }
    assertThat(imports.chosen("note")).isEqualTo("remark");
    imports.awaitPlan();
    assertThat(imports.groups())
        .containsExactly("All 3", "Taken 1", "There already 1", "In conflict 0", "Refused 1");
    window.press(KeyCode.ENTER);
    window.await("taken", () -> imports.anchors().size() == 1040);
    assertThat(window.get(() -> imports.anchors().getLast()))
        .returns("glacier", Anchor::source)
        .returns("seen once", Anchor::note)
        .returns("field.tsv", Anchor::origin);
  }

  @Test
  void aTableWithoutAHeaderIsSeenToHaveNoneAndAPersonMaySaySo() throws Exception {
    Path file =
        Files.write(
            folder.resolve("bare.tsv"), List.of("1\tzzqa\tඅඅආඉ", "2\tzzqb\tඅඅආඋ", "3\tzzqc\tඅඅආඌ"));
    imports.open(file);
    CheckBox header = window.get(() -> (CheckBox) imports.lookup("#import-header"));
    assertThat(window.get(header::isSelected)).isFalse();
    assertThat(imports.chosen("source")).isEqualTo("Column 2");
    assertThat(imports.chosen("target")).isEqualTo("Column 3");
    window.run(header::fire);
    assertThat(imports.chosen("source")).isEqualTo("zzqa");
    assertThat(imports.chosen("target")).isEqualTo("අඅආඉ");
    window.run(header::fire);
    assertThat(imports.chosen("source")).isEqualTo("Column 2");
    imports.awaitPlan();
    assertThat(window.get(() -> imports.lookup("#import-remark").isVisible()))
        .as("no word known")
        .isTrue();
    window.press(KeyCode.ENTER);
    window.await("all three", () -> imports.anchors().size() == 1042);
  }

  @Test
  void aTableThatCannotBeReadSaysWhyWhereItsRowsWouldStand() throws Exception {
    List<String> lines = new ArrayList<>(List.of("source,target,note"));
    for (int i = 0; i < 200; i++) {
      lines.add("zzq" + i + ",අඅආ" + i + ",");
    }
    lines.add("zzqx,අඅආ,\"half");
    Path file = Files.write(folder.resolve("half.csv"), lines);
    window.run(() -> window.workbench().open(file));
    window.await(
        "why it cannot be read",
        () ->
            imports.asked()
                && imports.lookup(".import .placeholder-text") != null
                && imports
                    .lookup(".import .placeholder-text")
                    .getAccessibleText()
                    .contains("half.csv, line 202: a quotation mark"));
    assertThat(window.get(() -> imports.lookup("#import-take").isDisabled())).isTrue();
    assertThat(told("half.csv")).isEqualTo(1);

    // It is read again whenever the status or the dictionary changes: that is no news.
    window.run(() -> radio("candidate").fire());
    awaitFailure();
    window.run(() -> window.workbench().addAnchor(Draft.accepted("zzqy", "අඅආ", "edit")));
    awaitFailure();
    assertThat(told("half.csv")).isEqualTo(1);
    window.run(() -> imports.choose(2, 1));
    awaitFailure();
    assertThat(told("half.csv")).as("of other columns").isEqualTo(2);
    window.run(() -> imports.choose(1, 2));
    awaitFailure();
    assertThat(told("half.csv")).as("of those before").isEqualTo(2);

    // It is news again once it could be read.
    List<String> whole = new ArrayList<>(lines);
    whole.removeLast();
    Files.write(file, whole);
    window.run(() -> radio("accepted").fire());
    imports.awaitPlan();
    window.run(() -> imports.choose(2, 1));
    imports.awaitPlan();
    Files.delete(file);
    window.run(() -> imports.choose(1, 2));
    awaitFailure();
    assertThat(told("half.csv")).isEqualTo(3);
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> !imports.asked());
  }

  private static void awaitFailure() {
    window.awaitQuiet();
    assertThat(
            window.get(
                () -> window.workbench().imports().pendingProperty().get().failureProperty().get()))
        .isNotEmpty();
  }

  /** How many sentences name a file. */
  private static long told(String file) {
    return window.get(
        () ->
            window.workbench().notices().stream()
                .filter(notice -> notice.text().contains(file))
                .count());
  }

  private RadioButton radio(String status) {
    return (RadioButton) imports.lookup("#import-status-" + status);
  }

  private int taken() {
    return window.get(
        () ->
            window
                .workbench()
                .imports()
                .pendingProperty()
                .get()
                .previewProperty()
                .get()
                .count(Fate.TAKEN));
  }

  private static MenuItem menuItem(String text) {
    MenuButton menu = (MenuButton) window.shell().scene().getRoot().lookup(".app-menu");
    menu.getOnShowing().handle(null);
    return menu.getItems().stream()
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }
}
