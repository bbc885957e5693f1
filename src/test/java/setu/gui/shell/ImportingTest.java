package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.anchor.PlannedRow;
import setu.core.anchor.PlannedRow.Fate;
import setu.core.workspace.Workspace;
import setu.gui.common.Notice;
import setu.gui.preferences.DictionaryChoices;

/** What is brought in is seen row by row before it is written, all of it by keys. */
@NullUnmarked
class ImportingTest {
  @TempDir static Path user;
  private static OpenedWindow window;
  private static List<Anchor> sample;

  @TempDir Path folder;

  @BeforeAll
  static void openSample() {
    window = OpenedWindow.onSample(user);
    sample = window.get(() -> window.workbench().anchorsProperty().get().anchors());
  }

  @AfterAll
  static void close() {
    window.close();
  }

  /** The sample is as it was for every test. */
  @AfterEach
  void takeBack() {
    while (window.get(this::asked)) {
      window.run(() -> window.workbench().imports().pendingProperty().get().leave());
    }
    window.awaitQuiet();
    while (!window.get(this::anchors).equals(sample)) {
      window.run(() -> window.workbench().undo());
      window.awaitQuiet();
    }
    window.run(
        () -> {
          window.workbench().imports().statusProperty().set(AnchorStatus.ACCEPTED);
          window.workbench().notices().clear();
        });
  }

  @Test
  void unknownWordsAndTurnedSidesAreToldBeforeItIsWritten() throws Exception {
    open(Files.write(folder.resolve("turned.txt"), List.of("අම්මා mother", "අඅආඉ zzqa")));
    awaitPlan();
    assertThat(window.get(() -> lookup("#import-remark").getAccessibleText()))
        .isEqualTo(
            "1 of its 2 pairs has unknown words and changes nothing yet. The file has the source"
                + " words on the right; its sides are turned here.");
    ToggleButton unknown = window.get(() -> (ToggleButton) lookup("#import-group-unknown"));
    assertThat(window.get(unknown::getText)).isEqualTo("Unknown words 1");
    assertThat(said(0)).isEqualTo("nothing new");
    window.run(unknown::fire);
    assertThat(rows())
        .extracting(PlannedRow::line, PlannedRow::source)
        .containsExactly(tuple(2L, "zzqa"));
    assertThat(said(0)).isEqualTo("accepted · not in the vocabulary: zzqa, අඅආඉ");
  }

  @Test
  void onlyWhatIsUnknownIsNamed() throws Exception {
    open(Files.write(folder.resolve("one.txt"), List.of("mother අම්මා", "zzqa අම්මා")));
    assertThat(said(1)).isEqualTo("accepted · not in the vocabulary: zzqa");
    window.run(() -> window.workbench().imports().pendingProperty().get().leave());
    open(Files.write(folder.resolve("none.txt"), List.of("mother අම්මා")));
    assertThat(window.get(() -> lookup("#import-group-unknown"))).isNull();
  }

  @Test
  void everyRowIsSeenBeforeItIsWrittenAndEscWritesNothing() throws Exception {
    Path file =
        Files.write(
            folder.resolve("more.txt"),
            List.of("glacier හිමනදිය", "mother අම්මා", "parents දෙමාපියන්", "one"));
    rejectParents();
    byte[] journal = journal();

    open(file);
    assertThat(window.get(() -> window.shell().window().placeProperty().get()))
        .isEqualTo(Rail.Place.ANCHORS);
    assertThat(groups())
        .containsExactly("All 4", "Taken 1", "There already 1", "In conflict 1", "Refused 1");
    assertThat(rows())
        .extracting(PlannedRow::line, PlannedRow::source, PlannedRow::fate)
        .containsExactly(
            tuple(1L, "glacier", Fate.TAKEN),
            tuple(2L, "mother", Fate.MERGED),
            tuple(3L, "parents", Fate.CONFLICT),
            tuple(4L, "one", Fate.REFUSED));
    assertThat(said(2)).isEqualTo("the status is “rejected” here, “accepted” there");
    assertThat(said(3)).isEqualTo("one column only");
    // All of what is said of the chosen row, the first one at first, stands below the rows.
    assertThat(window.get(() -> lookup("#import-detail").getAccessibleText()))
        .isEqualTo("accepted · not in the vocabulary: glacier, හිමනදිය");
    window.run(() -> table().getSelectionModel().select(2));
    assertThat(window.get(() -> lookup("#import-detail").getAccessibleText())).isEqualTo(said(2));
    // The rows have the keyboard; back from them are the groups, one after another by arrows.
    assertThat(window.focus()).isInstanceOf(TableView.class);
    window.press(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(window.focus().getId()).isEqualTo("import-group-all");
    for (String next : List.of("taken", "merged", "conflict", "refused")) {
      window.press(KeyCode.RIGHT);
      assertThat(window.focus().getId()).isEqualTo("import-group-" + next);
    }
    window.press(KeyCode.SPACE);
    assertThat(rows()).extracting(PlannedRow::fate).containsExactly(Fate.REFUSED);
    window.press(KeyCode.LEFT);
    window.press(KeyCode.SPACE);
    assertThat(rows()).extracting(PlannedRow::source).containsExactly("parents");
    window.press(KeyCode.SPACE);
    assertThat(rows()).as("one group is always shown").hasSize(1);
    // And on from them the rows, the choice and both buttons.
    for (String next : List.of("rows", "queue", "leave", "take")) {
      window.press(KeyCode.TAB);
      assertThat(window.focus().getId()).isEqualTo("import-" + next);
    }
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> !asked());
    window.awaitQuiet();
    assertThat(journal()).isEqualTo(journal);
    assertThat(window.get(() -> anchors().size())).isEqualTo(1039);

    open(file);
    window.press(KeyCode.TAB);
    window.press(KeyCode.TAB);
    assertThat(window.focus().getId()).isEqualTo("import-leave");
    window.press(KeyCode.ENTER);
    window.await("left by its button", () -> !asked());
    window.awaitQuiet();
    assertThat(journal()).isEqualTo(journal);
  }

  @Test
  void enterWritesWhatIsShownAndConflictsAreReviewedUnlessAPersonSaysNo() throws Exception {
    Path file =
        Files.write(folder.resolve("more.txt"), List.of("glacier හිමනදිය", "parents දෙමාපියන්"));
    rejectParents();

    open(file);
    window.press(KeyCode.TAB);
    assertThat(window.focus().getId()).isEqualTo("import-queue");
    window.press(KeyCode.SPACE);
    window.await("none is queued", () -> !((CheckBox) lookup("#import-queue")).isSelected());
    assertThat(window.get(() -> lookup("#import-take").isDisabled())).isFalse();
    window.press(KeyCode.ENTER);
    window.await("taken", () -> anchors().size() == 1040);
    assertThat(window.get(this::asked)).isFalse();
    assertThat(window.get(() -> ReviewQueue.conflicts(window.workbench().anchorsProperty().get())))
        .isEmpty();
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("taken back as one", () -> anchors().size() == 1039);

    open(file);
    window.press(KeyCode.ENTER);
    window.await("taken", () -> anchors().size() == 1041);
    assertThat(window.get(() -> anchors().getLast()))
        .returns("parents", Anchor::source)
        .returns(AnchorStatus.CANDIDATE, Anchor::status);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await(
        "Review", () -> window.shell().window().placeProperty().get() == Rail.Place.REVIEW);
    window.run(
        () -> window.shell().window().review().model().queueProperty().set(ReviewQueue.CONFLICTS));
    window.await(
        "the conflict is reviewed",
        () -> {
          var card = window.shell().window().review().model().cardProperty().get();
          return card != null && card.pair().source().equals("parents");
        });
    window.run(() -> window.workbench().undo());
    window.await("taken back as one", () -> anchors().size() == 1039);
  }

  @Test
  void pairsComeInAsCandidatesWhereAPersonSaysSoAndStandInReview() throws Exception {
    Path file =
        Files.write(
            folder.resolve("more.tsv"),
            List.of("source\ttarget\tstatus", "glacier\tහිමනදිය\t", "berg\tඅයිස්\taccepted"));
    open(file);
    assertThat(said(0)).startsWith("accepted");
    assertThat(radio("accepted").isSelected()).isTrue();
    window.run(() -> radio("accepted").requestFocus());
    window.press(KeyCode.RIGHT);
    window.await("planned as candidates", () -> planned() && radio("candidate").isSelected());
    assertThat(said(0)).startsWith("candidate");
    assertThat(said(1)).as("the row says so itself").startsWith("accepted");
    window.press(KeyCode.ENTER);
    window.await("taken", () -> anchors().size() == 1041);
    assertThat(window.get(() -> ReviewQueue.imported(window.workbench().anchorsProperty().get())))
        .extracting(card -> card.pair().source())
        .containsExactly("glacier");
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await(
        "Review", () -> window.shell().window().placeProperty().get() == Rail.Place.REVIEW);
    window.run(
        () -> window.shell().window().review().model().queueProperty().set(ReviewQueue.IMPORTED));
    window.await(
        "the candidate is reviewed",
        () -> {
          var card = window.shell().window().review().model().cardProperty().get();
          return card != null && card.pair().source().equals("glacier");
        });
    window.run(() -> window.workbench().undo());
    window.await("taken back as one", () -> anchors().size() == 1039);

    // The choice is remembered, and kept with the settings.
    open(file);
    assertThat(radio("candidate").isSelected()).isTrue();
    assertThat(said(0)).startsWith("candidate");
    assertThat(window.get(() -> window.shell().settingsProperty().get().dictionary()))
        .returns(true, DictionaryChoices::importCandidates);
  }

  private RadioButton radio(String status) {
    return (RadioButton) lookup("#import-status-" + status);
  }

  @Test
  void namesComeFromCldrByKindAsOneEditThatSaysSo() {
    window.run(() -> menuItem("Names from CLDR…").fire());
    awaitPlan();
    assertThat(window.get(() -> window.shell().window().placeProperty().get()))
        .isEqualTo(Rail.Place.ANCHORS);
    int all = taken();
    assertThat(all).isGreaterThan(300);
    for (String kind :
        List.of("language", "territory", "city", "script", "month", "unit", "currency")) {
      window.run(() -> ((CheckBox) lookup("#import-kind-" + kind)).fire());
    }
    awaitPlan();
    assertThat(taken()).isBetween(1, 7);
    assertThat(rows()).extracting(PlannedRow::source).contains("Monday").hasSize(7);
    window.run(() -> ((CheckBox) lookup("#import-kind-weekday")).fire());
    assertThat(window.get(() -> lookup("#import-take").isDisabled())).as("no kind").isTrue();
    window.run(() -> ((CheckBox) lookup("#import-kind-weekday")).fire());
    awaitPlan();
    int days = taken();
    window.press(KeyCode.ENTER);
    window.await("taken", () -> anchors().size() == 1039 + days);
    assertThat(window.get(() -> anchors().getLast()))
        .returns("CLDR", Anchor::origin)
        .returns("weekday", Anchor::category);
    assertThat(window.get(() -> window.workbench().notices().getLast().text()))
        .startsWith("CLDR: ");
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("taken back as one", () -> anchors().size() == 1039);
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

  @Test
  void rowsThatAreTakenButLookSuspectAreMarkedAndCounted() throws Exception {
    Path file =
        Files.write(
            folder.resolve("odd.tsv"),
            List.of(
                "source\ttarget",
                "glacier\tහිමනදිය",
                "MOTHER\tඅම්මා",
                "හිමනදිය\tglacial",
                "-berg\tඅයිස්",
                "berg\ticeberg",
                "berg\tඅයිsස්",
                "star\tතාර\u200d්\u200dකාව"));
    open(file);
    assertThat(groups()).contains("All 7", "Taken 7");
    ToggleButton suspect = window.get(() -> (ToggleButton) lookup("#import-group-suspect"));
    assertThat(window.get(suspect::getText)).isEqualTo("Suspect 6");
    assertThat(said(0)).isEqualTo("accepted · not in the vocabulary: glacier, හිමනදිය");
    assertThat(said(1)).isEqualTo("accepted · Upper case · not in the vocabulary: MOTHER");
    window.run(suspect::fire);
    assertThat(rows()).hasSize(6).extracting(PlannedRow::line).startsWith(3L);
    assertThat(
            Stream.of(said(1), said(2), said(3), said(4), said(5))
                .map(each -> each.split(" · ")[1]))
        .containsExactly(
            "Swapped sides",
            "Punctuation",
            "One script on both sides",
            "Two scripts in one word",
            "Old joiner");
    window.press(KeyCode.ENTER);
    window.await("taken all the same", () -> anchors().size() == 1046);
    assertThat(window.get(() -> window.workbench().notices().getLast().text()))
        .endsWith(
            "6 of the pairs taken look suspect: cleaning (Ctrl+L) says why and mends what it can.");
  }

  @Test
  void aRefusedRowShowsBothOfItsFieldsEachInItsColumn() throws Exception {
    open(
        Files.write(
            folder.resolve("odd.tsv"), List.of("target\tsource", "හිමනදිය\tglacier", "ද\td,e")));
    assertThat(groups()).contains("Refused 1");
    assertThat(rows().getLast())
        .returns("d,e", PlannedRow::source)
        .returns("ද", PlannedRow::target);
    assertThat(window.get(() -> (String) table().getColumns().get(2).getCellData(1)))
        .isEqualTo("ද");
  }

  @Test
  void anEditMeanwhileIsSeenInWhatIsShown() throws Exception {
    Path file = Files.write(folder.resolve("more.txt"), List.of("glacier හිමනදිය", "berg අයිස්"));
    open(file);
    assertThat(groups()).contains("Taken 2", "There already 0");
    window.run(
        () -> window.workbench().addAnchor(Draft.accepted("glacier", "හිමනදිය", "elsewhere")));
    window.await("planned again", () -> anchors().size() == 1040 && groups().contains("Taken 1"));
    assertThat(groups()).contains("There already 1");
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("and again", () -> anchors().size() == 1039 && groups().contains("Taken 2"));

    // An edit that is on its way: nothing is written over it, and it is planned again.
    window.run(
        () -> {
          window.workbench().addAnchor(Draft.accepted("glacier", "හිමනදිය", "elsewhere"));
          SampleWorkbench.takeImport(window.workbench());
        });
    window.await("planned for it", () -> anchors().size() == 1040 && groups().contains("Taken 1"));
    window.awaitQuiet();
    assertThat(window.get(this::asked)).isTrue();
    window.press(KeyCode.ENTER);
    window.await("taken", () -> anchors().size() == 1041);
  }

  @Test
  void filesDroppedTogetherAreLookedAtOneAfterAnother() throws Exception {
    Path one = Files.write(folder.resolve("one.txt"), List.of("glacier හිමනදිය"));
    Path two = Files.write(folder.resolve("two.txt"), List.of("berg අයිස්", "mother අම්මා"));
    window.run(() -> window.shell().window().open(List.of(one.toFile(), two.toFile())));
    awaitPlan();
    List<String> first = groups();
    window.press(KeyCode.ENTER);
    window.await("the next", () -> planned() && !groups().equals(first));
    window.press(KeyCode.ENTER);
    window.await("both", () -> anchors().size() == 1041 && !asked());
    // What is there already is nothing to write.
    open(one);
    window.press(KeyCode.ENTER);
    assertThat(window.get(() -> lookup("#import-nothing").isVisible())).isTrue();
    assertThat(window.get(this::asked)).isTrue();
  }

  @Test
  void onePanelIsOpenAndAnotherTakesItsPlace() throws Exception {
    Path one = Files.write(folder.resolve("one.txt"), List.of("glacier හිමනදිය"));
    Path two = Files.write(folder.resolve("two.txt"), List.of("berg අයිස්", "ice අයිස්"));
    window.run(() -> window.workbench().addAnchor(Draft.accepted("(ice)", "හිම", "edit")));
    open(one);
    window.run(() -> window.workbench().open(two));
    window.await("the other", () -> planned() && name().equals("two.txt"));
    assertThat(window.get(() -> window.workbench().notices().getLast().text()))
        .isEqualTo("The preview of one.txt was left for another: nothing of it was written.");
    window.press(KeyCode.CONTROL, KeyCode.L);
    window.await("cleaning", () -> lookup("#cleaning-apply") != null);
    assertThat(window.get(this::asked)).as("and no import").isFalse();

    // Cleaning that is shown goes on.
    window.await("found", () -> !((Button) lookup("#cleaning-apply")).isDisabled());
    String all = window.get(() -> ((Button) lookup("#cleaning-apply")).getText());
    window.press(KeyCode.HOME);
    window.press(KeyCode.SPACE);
    window.await("left out", () -> !((Button) lookup("#cleaning-apply")).getText().equals(all));
    window.press(KeyCode.CONTROL, KeyCode.L);
    window.awaitQuiet();
    assertThat(window.get(() -> ((Button) lookup("#cleaning-apply")).getText())).isNotEqualTo(all);

    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    window.await("the export", () -> lookup("#export-save") != null);
    assertThat(window.get(() -> lookup("#cleaning-apply"))).as("and no cleaning").isNull();
    open(one);
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> !asked());
    assertThat(window.get(() -> lookup("#export-save"))).as("nothing is beneath").isNull();
  }

  @Test
  void escLeavesAPanelWhereverTheKeyboardIs() throws Exception {
    Path file = Files.write(folder.resolve("one.txt"), List.of("glacier හිමනදිය"));
    open(file);
    window.run(() -> lookup(".inspector").requestFocus());
    window.press(KeyCode.ESCAPE);
    window.await("left from outside", () -> !asked());
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    window.await("the export", () -> lookup("#export-save") != null);
    window.run(() -> lookup(".anchors .table-view").requestFocus());
    window.press(KeyCode.ESCAPE);
    window.await("left from the table", () -> lookup("#export-save") == null);
  }

  private static String name() {
    return window.workbench().imports().pendingProperty().get().name();
  }

  @Test
  void anotherPersonsProjectIsSeenBeforeItIsMerged() throws Exception {
    Path mine = window.get(() -> window.workbench().project().workspace().folder());
    Path theirs = Files.createDirectory(folder.resolve("theirs"));
    for (String name : List.of("project.json", "anchors.jsonl")) {
      Files.copy(mine.resolve(name), theirs.resolve(name));
    }
    try (Workspace other = Workspace.open(theirs, Workspace.Mode.WRITE)) {
      other.anchors().add(List.of(Draft.accepted("glacier", "හිමනදිය", "edit")));
      judge(other, 1, AnchorStatus.REJECTED);
      judge(other, 2, AnchorStatus.REJECTED);
    }
    window.run(
        () -> {
          window.workbench().changeAnchors(List.of(2L), d -> d.withStatus(AnchorStatus.UNSURE));
          window.workbench().changeAnchors(List.of(3L), d -> d.withStatus(AnchorStatus.UNSURE));
        });
    window.awaitQuiet();
    byte[] journal = journal();
    window.run(() -> window.workbench().imports().project(theirs));
    awaitPlan();
    assertThat(groups())
        .containsExactly(
            "All 1,040", "Taken 2", "The same 1,036", "Yours stays 1", "In conflict 1");
    assertThat(said(0)).isEqualTo("the status: “accepted” → “rejected”");
    assertThat(said(1)).isEqualTo("the status is “not sure” here, “rejected” there");
    assertThat(said(1039)).isEqualTo("accepted");
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> !asked());
    window.awaitQuiet();
    assertThat(journal()).isEqualTo(journal);

    window.run(() -> window.workbench().imports().project(theirs));
    awaitPlan();
    window.press(KeyCode.ENTER);
    window.await("merged", () -> anchors().size() == 1041);
    assertThat(window.get(() -> ReviewQueue.conflicts(window.workbench().anchorsProperty().get())))
        .hasSize(2);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("taken back as one", () -> anchors().size() == 1039);
  }

  @Test
  void aNoticeThatStaysLeavesTheButtonsFree() throws Exception {
    open(Files.write(folder.resolve("more.txt"), List.of("glacier හිමනදිය")));
    window.run(
        () -> window.workbench().tell(Notice.Kind.ERROR, "A sentence of some length. ".repeat(20)));
    window.run(() -> window.shell().scene().getRoot().layout());
    Bounds notice = window.get(() -> bounds(".notice"));
    assertThat(notice.getHeight()).isPositive();
    for (String button : List.of("#import-take", "#import-leave", "#import-queue")) {
      assertThat(window.get(() -> bounds(button).intersects(notice))).as(button).isFalse();
    }
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> !asked());
    window.run(() -> window.workbench().tell(Notice.Kind.ERROR, "A sentence."));
    window.run(() -> window.shell().scene().getRoot().layout());
    assertThat(window.get(() -> bounds(".notices").getMaxY())).isGreaterThan(notice.getMaxY());
  }

  private Bounds bounds(String selector) {
    Node node = lookup(selector);
    return node.localToScene(node.getBoundsInLocal());
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
    open(file);
    window.await("the keyboard", () -> box("source").isFocused());
    assertThat(chosen("source")).isEqualTo("gloss");
    assertThat(chosen("target")).isEqualTo("headword");
    window.press(KeyCode.TAB);
    window.press(KeyCode.UP);
    assertThat(chosen("target")).isEqualTo("gloss");
    assertThat(window.get(() -> lookup("#import-take").isDisabled())).isTrue();
    window.press(KeyCode.DOWN);
    window.press(KeyCode.TAB);
    window.press(KeyCode.TAB);
    window.press(KeyCode.TAB);
    for (int i = 0; i < 4; i++) {
      window.press(KeyCode.DOWN);
    }
    assertThat(chosen("note")).isEqualTo("remark");
    awaitPlan();
    assertThat(groups())
        .containsExactly("All 3", "Taken 1", "There already 1", "In conflict 0", "Refused 1");
    window.press(KeyCode.ENTER);
    window.await("taken", () -> anchors().size() == 1040);
    assertThat(window.get(() -> anchors().getLast()))
        .returns("glacier", Anchor::source)
        .returns("seen once", Anchor::note)
        .returns("field.tsv", Anchor::origin);
  }

  @Test
  void aTableWithoutAHeaderIsSeenToHaveNoneAndAPersonMaySaySo() throws Exception {
    Path file =
        Files.write(
            folder.resolve("bare.tsv"), List.of("1\tzzqa\tඅඅආඉ", "2\tzzqb\tඅඅආඋ", "3\tzzqc\tඅඅආඌ"));
    open(file);
    CheckBox header = window.get(() -> (CheckBox) lookup("#import-header"));
    assertThat(window.get(header::isSelected)).isFalse();
    assertThat(chosen("source")).isEqualTo("Column 2");
    assertThat(chosen("target")).isEqualTo("Column 3");
    window.run(header::fire);
    assertThat(chosen("source")).isEqualTo("zzqa");
    assertThat(chosen("target")).isEqualTo("අඅආඉ");
    window.run(header::fire);
    assertThat(chosen("source")).isEqualTo("Column 2");
    awaitPlan();
    assertThat(window.get(() -> lookup("#import-remark").isVisible())).as("no word known").isTrue();
    window.press(KeyCode.ENTER);
    window.await("all three", () -> anchors().size() == 1042);
  }

  @Test
  void aQuestionTakesTheKeyboardFromAnyPlaceAndStaysAfterAFailure() throws Exception {
    Path file =
        Files.write(
            folder.resolve("twice.tsv"),
            List.of("gloss\tword\tword\t", "zzqa\tඅඅආඉ\tx\ty", "zzqb\tඅඅආඋ\tx\ty"));
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    open(file);
    window.await("the keyboard", () -> box("source").isFocused());
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.await("the keyboard again", () -> box("source").isFocused());

    // The second column of a name, and one without a name, cannot be told by their names.
    window.run(() -> choose(1, 3));
    assertThat(window.get(() -> lookup("#import-take").isDisabled())).isTrue();
    window.run(() -> choose(1, 4));
    assertThat(window.get(() -> lookup("#import-take").isDisabled())).isTrue();

    // A failure leaves the question open.
    Files.move(file, folder.resolve("away.tsv"));
    window.run(() -> choose(2, 1));
    window.await("told", () -> !window.workbench().notices().isEmpty());
    assertThat(window.get(this::asked)).isTrue();
    Files.move(folder.resolve("away.tsv"), file);
    window.run(() -> choose(1, 2));
    awaitPlan();
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
            asked()
                && lookup(".import .placeholder-text") != null
                && lookup(".import .placeholder-text")
                    .getAccessibleText()
                    .contains("half.csv, line 202: a quotation mark"));
    assertThat(window.get(() -> lookup("#import-take").isDisabled())).isTrue();
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> !asked());
  }

  private void open(Path file) {
    window.run(() -> window.workbench().open(file));
    awaitPlan();
  }

  private void awaitPlan() {
    window.await("planned", this::planned);
  }

  private boolean planned() {
    return asked()
        && window.workbench().imports().pendingProperty().get().previewProperty().get() != null;
  }

  private boolean asked() {
    return window.workbench().imports().pendingProperty().get() != null;
  }

  private void rejectParents() {
    window.run(
        () -> {
          Anchor parents =
              anchors().stream().filter(a -> a.target().equals("දෙමාපියන්")).findFirst().get();
          window
              .workbench()
              .changeAnchors(
                  List.of(parents.id()), draft -> draft.withStatus(AnchorStatus.REJECTED));
        });
    window.await(
        "rejected", () -> anchors().stream().anyMatch(a -> a.status() == AnchorStatus.REJECTED));
  }

  private static void judge(Workspace workspace, long id, AnchorStatus status) {
    Anchor anchor = workspace.anchors().current().get(id);
    workspace.anchors().change(id, Draft.of(anchor).withStatus(status));
  }

  private byte[] journal() throws IOException {
    Path project = window.get(() -> window.workbench().project().workspace().folder());
    return Files.readAllBytes(project.resolve("anchors.jsonl"));
  }

  private List<String> groups() {
    return window.get(
        () ->
            Stream.of("all", "taken", "merged", "equal", "own", "conflict", "refused")
                .map(group -> (ToggleButton) lookup("#import-group-" + group))
                .filter(button -> button != null)
                .map(ToggleButton::getText)
                .toList());
  }

  @SuppressWarnings("unchecked")
  private TableView<PlannedRow> table() {
    return (TableView<PlannedRow>) lookup("#import-rows");
  }

  private List<PlannedRow> rows() {
    return window.get(() -> List.copyOf(table().getItems()));
  }

  /** What the last column says of a row. */
  private String said(int row) {
    return window.get(() -> (String) table().getColumns().getLast().getCellData(row));
  }

  private void choose(int source, int target) {
    box("source").getSelectionModel().select(source);
    box("target").getSelectionModel().select(target);
  }

  private List<Anchor> anchors() {
    return window.workbench().anchorsProperty().get().anchors();
  }

  private Node lookup(String selector) {
    return window.shell().scene().getRoot().lookup(selector);
  }

  @SuppressWarnings("unchecked")
  private ComboBox<String> box(String name) {
    return (ComboBox<String>) lookup("#import-" + name);
  }

  private String chosen(String name) {
    return window.get(() -> box(name).getValue());
  }
}
