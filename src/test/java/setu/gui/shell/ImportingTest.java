package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.anchor.PlannedRow;
import setu.core.anchor.PlannedRow.Fate;
import setu.core.workspace.Workspace;

/** What is brought in is seen row by row before it is written, all of it by keys. */
@NullUnmarked
class ImportingTest extends SampleImports {
  @Test
  void unknownWordsAndTurnedSidesAreToldBeforeItIsWritten() throws Exception {
    imports.open(Files.write(folder.resolve("turned.txt"), List.of("අම්මා mother", "අඅආඉ zzqa")));
    imports.awaitPlan();
    assertThat(window.get(() -> imports.lookup("#import-remark").getAccessibleText()))
        .isEqualTo(
            "1 of its 2 pairs has unknown words and changes nothing yet. The file has the source"
                + " words on the right; its sides are turned here.");
    ToggleButton unknown = window.get(() -> (ToggleButton) imports.lookup("#import-group-unknown"));
    assertThat(window.get(unknown::getText)).isEqualTo("Unknown words 1");
    assertThat(imports.said(0)).isEqualTo("nothing new");
    window.run(unknown::fire);
    assertThat(imports.rows())
        .extracting(PlannedRow::line, PlannedRow::source)
        .containsExactly(tuple(2L, "zzqa"));
    assertThat(imports.said(0)).isEqualTo("accepted · not in the vocabulary: zzqa, අඅආඉ");
  }

  @Test
  void onlyWhatIsUnknownIsNamed() throws Exception {
    imports.open(Files.write(folder.resolve("one.txt"), List.of("mother අම්මා", "zzqa අම්මා")));
    assertThat(imports.said(1)).isEqualTo("accepted · not in the vocabulary: zzqa");
    window.run(() -> window.workbench().imports().pendingProperty().get().leave());
    imports.open(Files.write(folder.resolve("none.txt"), List.of("mother අම්මා")));
    assertThat(window.get(() -> imports.lookup("#import-group-unknown"))).isNull();
  }

  @Test
  void everyRowIsSeenBeforeItIsWrittenAndEscWritesNothing() throws Exception {
    Path file =
        Files.write(
            folder.resolve("more.txt"),
            List.of("glacier හිමනදිය", "mother අම්මා", "parents දෙමාපියන්", "one"));
    rejectParents();
    byte[] journal = journal();

    imports.open(file);
    assertThat(window.get(() -> window.shell().window().placeProperty().get()))
        .isEqualTo(Rail.Place.ANCHORS);
    assertThat(imports.groups())
        .containsExactly("All 4", "Taken 1", "There already 1", "In conflict 1", "Refused 1");
    assertThat(imports.rows())
        .extracting(PlannedRow::line, PlannedRow::source, PlannedRow::fate)
        .containsExactly(
            tuple(1L, "glacier", Fate.TAKEN),
            tuple(2L, "mother", Fate.MERGED),
            tuple(3L, "parents", Fate.CONFLICT),
            tuple(4L, "one", Fate.REFUSED));
    assertThat(imports.said(2)).isEqualTo("the status is “rejected” here, “accepted” there");
    assertThat(imports.said(3)).isEqualTo("one column only");
    // All of what is said of the chosen row, the first one at first, stands below the rows.
    assertThat(window.get(() -> imports.lookup("#import-detail").getAccessibleText()))
        .isEqualTo("accepted · not in the vocabulary: glacier, හිමනදිය");
    window.run(() -> imports.table().getSelectionModel().select(2));
    assertThat(window.get(() -> imports.lookup("#import-detail").getAccessibleText()))
        .isEqualTo(imports.said(2));
    // The rows have the keyboard; back from them are the groups, one after another by arrows.
    assertThat(window.focus()).isInstanceOf(TableView.class);
    window.press(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(window.focus().getId()).isEqualTo("import-group-all");
    for (String next : List.of("taken", "merged", "conflict", "refused")) {
      window.press(KeyCode.RIGHT);
      assertThat(window.focus().getId()).isEqualTo("import-group-" + next);
    }
    window.press(KeyCode.SPACE);
    assertThat(imports.rows()).extracting(PlannedRow::fate).containsExactly(Fate.REFUSED);
    window.press(KeyCode.LEFT);
    window.press(KeyCode.SPACE);
    assertThat(imports.rows()).extracting(PlannedRow::source).containsExactly("parents");
    window.press(KeyCode.SPACE);
    assertThat(imports.rows()).as("one group is always shown").hasSize(1);
    // And on from them the rows, the choice and both buttons.
    for (String next : List.of("rows", "queue", "leave", "take")) {
      window.press(KeyCode.TAB);
      assertThat(window.focus().getId()).isEqualTo("import-" + next);
    }
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> !imports.asked());
    window.awaitQuiet();
    assertThat(journal()).isEqualTo(journal);
    assertThat(window.get(() -> imports.anchors().size())).isEqualTo(1039);

    imports.open(file);
    window.press(KeyCode.TAB);
    window.press(KeyCode.TAB);
    assertThat(window.focus().getId()).isEqualTo("import-leave");
    window.press(KeyCode.ENTER);
    window.await("left by its button", () -> !imports.asked());
    window.awaitQuiet();
    assertThat(journal()).isEqualTo(journal);
  }

  @Test
  void enterWritesWhatIsShownAndConflictsAreReviewedUnlessAPersonSaysNo() throws Exception {
    Path file =
        Files.write(folder.resolve("more.txt"), List.of("glacier හිමනදිය", "parents දෙමාපියන්"));
    rejectParents();

    imports.open(file);
    window.press(KeyCode.TAB);
    assertThat(window.focus().getId()).isEqualTo("import-queue");
    window.press(KeyCode.SPACE);
    window.await(
        "none is queued", () -> !((CheckBox) imports.lookup("#import-queue")).isSelected());
    assertThat(window.get(() -> imports.lookup("#import-take").isDisabled())).isFalse();
    window.press(KeyCode.ENTER);
    window.await("taken", () -> imports.anchors().size() == 1040);
    assertThat(window.get(imports::asked)).isFalse();
    assertThat(window.get(() -> ReviewQueue.conflicts(window.workbench().anchorsProperty().get())))
        .isEmpty();
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("taken back as one", () -> imports.anchors().size() == 1039);

    imports.open(file);
    window.press(KeyCode.ENTER);
    window.await("taken", () -> imports.anchors().size() == 1041);
    assertThat(window.get(() -> imports.anchors().getLast()))
        .returns("parents", Anchor::source)
        .returns(AnchorStatus.CANDIDATE, Anchor::status);
    review(ReviewQueue.CONFLICTS);
    window.await(
        "the conflict is reviewed",
        () -> {
          var card = window.shell().window().places().review().model().cardProperty().get();
          return card != null && card.pair().source().equals("parents");
        });
    window.run(() -> window.workbench().undo());
    window.await("taken back as one", () -> imports.anchors().size() == 1039);
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
    imports.open(file);
    assertThat(imports.groups()).contains("All 7", "Taken 7");
    ToggleButton suspect = window.get(() -> (ToggleButton) imports.lookup("#import-group-suspect"));
    assertThat(window.get(suspect::getText)).isEqualTo("Suspect 6");
    assertThat(imports.said(0)).isEqualTo("accepted · not in the vocabulary: glacier, හිමනදිය");
    assertThat(imports.said(1)).isEqualTo("accepted · Upper case · not in the vocabulary: MOTHER");
    window.run(suspect::fire);
    assertThat(imports.rows()).hasSize(6).extracting(PlannedRow::line).startsWith(3L);
    assertThat(
            Stream.of(
                    imports.said(1),
                    imports.said(2),
                    imports.said(3),
                    imports.said(4),
                    imports.said(5))
                .map(each -> each.split(" · ")[1]))
        .containsExactly(
            "Swapped sides",
            "Punctuation",
            "One script on both sides",
            "Two scripts in one word",
            "Old joiner");
    window.press(KeyCode.ENTER);
    window.await("taken all the same", () -> imports.anchors().size() == 1046);
    assertThat(window.get(() -> window.workbench().notices().getLast().text()))
        .endsWith(
            "6 of the pairs taken look suspect: cleaning (Ctrl+L) says why and mends what it can.");
  }

  @Test
  void aRefusedRowShowsBothOfItsFieldsEachInItsColumn() throws Exception {
    imports.open(
        Files.write(
            folder.resolve("odd.tsv"), List.of("target\tsource", "හිමනදිය\tglacier", "ද\td,e")));
    assertThat(imports.groups()).contains("Refused 1");
    assertThat(imports.rows().getLast())
        .returns("d,e", PlannedRow::source)
        .returns("ද", PlannedRow::target);
    assertThat(window.get(() -> (String) imports.table().getColumns().get(2).getCellData(1)))
        .isEqualTo("ද");
  }

  @Test
  void anEditMeanwhileIsSeenInWhatIsShown() throws Exception {
    Path file = Files.write(folder.resolve("more.txt"), List.of("glacier හිමනදිය", "berg අයිස්"));
    imports.open(file);
    assertThat(imports.groups()).contains("Taken 2", "There already 0");
    window.run(
        () -> window.workbench().addAnchor(Draft.accepted("glacier", "හිමනදිය", "elsewhere")));
    window.await(
        "planned again",
        () -> imports.anchors().size() == 1040 && imports.groups().contains("Taken 1"));
    assertThat(imports.groups()).contains("There already 1");
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await(
        "and again",
        () -> imports.anchors().size() == 1039 && imports.groups().contains("Taken 2"));

    // An edit that is on its way: nothing is written over it, and it is planned again.
    window.run(
        () -> {
          window.workbench().addAnchor(Draft.accepted("glacier", "හිමනදිය", "elsewhere"));
          SampleWorkbench.takeImport(window.workbench());
        });
    window.await(
        "planned for it",
        () -> imports.anchors().size() == 1040 && imports.groups().contains("Taken 1"));
    window.awaitQuiet();
    assertThat(window.get(imports::asked)).isTrue();
    window.press(KeyCode.ENTER);
    window.await("taken", () -> imports.anchors().size() == 1041);
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
    imports.awaitPlan();
    assertThat(imports.groups())
        .containsExactly(
            "All 1,040", "Taken 2", "The same 1,036", "Yours stays 1", "In conflict 1");
    assertThat(imports.said(0)).isEqualTo("the status: “accepted” → “rejected”");
    assertThat(imports.said(1)).isEqualTo("the status is “not sure” here, “rejected” there");
    assertThat(imports.said(1039)).isEqualTo("accepted");
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> !imports.asked());
    window.awaitQuiet();
    assertThat(journal()).isEqualTo(journal);

    window.run(() -> window.workbench().imports().project(theirs));
    imports.awaitPlan();
    window.press(KeyCode.ENTER);
    window.await("merged", () -> imports.anchors().size() == 1041);
    assertThat(window.get(() -> ReviewQueue.conflicts(window.workbench().anchorsProperty().get())))
        .hasSize(2);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("taken back as one", () -> imports.anchors().size() == 1039);
  }

  private void rejectParents() {
    window.run(
        () -> {
          Anchor parents =
              imports.anchors().stream()
                  .filter(a -> a.target().equals("දෙමාපියන්"))
                  .findFirst()
                  .get();
          window
              .workbench()
              .changeAnchors(
                  List.of(parents.id()), draft -> draft.withStatus(AnchorStatus.REJECTED));
        });
    window.await(
        "rejected",
        () -> imports.anchors().stream().anyMatch(a -> a.status() == AnchorStatus.REJECTED));
  }

  private static void judge(Workspace workspace, long id, AnchorStatus status) {
    Anchor anchor = workspace.anchors().current().get(id);
    workspace.anchors().change(id, Draft.of(anchor).withStatus(status));
  }

  private byte[] journal() throws IOException {
    Path project = window.get(() -> window.workbench().project().workspace().folder());
    return Files.readAllBytes(project.resolve("anchors.jsonl"));
  }
}
