package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.Draft;
import setu.core.anchor.PlannedRow;
import setu.core.anchor.PlannedRow.Fate;
import setu.core.evaluate.LiveLoop;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.workspace.Workspace;
import setu.gui.common.Engine;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.ImportPreview;
import setu.gui.common.MovedSpace;
import setu.gui.common.Notice;
import setu.gui.common.ScoreChange;
import setu.gui.common.Shared;
import setu.gui.common.Side;
import setu.gui.common.Workbench;
import setu.gui.preferences.UserFolders;
import setu.message.Messages;

/** The model of the window without a window, on the real sample. */
@NullUnmarked
class WorkbenchTest {
  @TempDir Path folder;
  private Workbench workbench;

  @BeforeEach
  void start() {
    workbench = new Workbench(engine(), FxTaskRunner.sameThread());
  }

  @AfterEach
  void stop() {
    workbench.close();
  }

  private Engine engine() {
    return new CoreEngine(new Projects(UserFolders.in(folder)), Messages::inEnglish);
  }

  @Test
  void opensAndAlignsTheSample() {
    workbench.openSample();
    assertThat(workbench.notices()).isEmpty();
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1039);
    LiveLoop.Answer answer = workbench.answerProperty().get();
    assertThat(answer.exact()).isTrue();
    assertThat(answer.score(Direction.FORWARD, "csls").precision().at1())
        .isCloseTo(42.0, within(0.1));
    Shared shared = workbench.sharedProperty().get();
    assertThat(shared.source().rows()).isEqualTo(5301);
    assertThat(shared.target().rows()).isEqualTo(5597);
  }

  @Test
  void anotherPersonsProjectIsMergedAndItsConflictsAreToBeReviewed() throws IOException {
    workbench.openSample();
    Path mine = workbench.project().workspace().folder();
    Path theirs = folder.resolve("theirs");
    copy(mine, theirs);
    try (Workspace other = Workspace.open(theirs, Workspace.Mode.WRITE)) {
      other.anchors().add(List.of(Draft.accepted("glacier", "හිමනදිය", "edit")));
      Anchor first = other.anchors().current().get(1);
      Anchor second = other.anchors().current().get(2);
      other.anchors().change(1, Draft.of(first).withStatus(AnchorStatus.REJECTED));
      other.anchors().change(2, Draft.of(second).withStatus(AnchorStatus.REJECTED));
    }
    workbench.changeAnchors(List.of(2L), draft -> draft.withStatus(AnchorStatus.UNSURE));
    workbench.imports().project(theirs);
    ImportPreview preview = workbench.imports().pendingProperty().get().previewProperty().get();
    assertThat(preview.count(Fate.TAKEN)).isEqualTo(2);
    assertThat(preview.count(Fate.EQUAL)).isEqualTo(1037);
    assertThat(preview.count(Fate.CONFLICT)).isEqualTo(1);
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1039);
    SampleWorkbench.takeImport(workbench);
    AnchorSet merged = workbench.anchorsProperty().get();
    assertThat(merged.anchors()).hasSize(1041);
    assertThat(merged.get(1).status()).isEqualTo(AnchorStatus.REJECTED);
    assertThat(merged.get(2).status()).isEqualTo(AnchorStatus.UNSURE);
    assertThat(merged.anchors()).anyMatch(anchor -> anchor.source().equals("glacier"));
    assertThat(ReviewQueue.conflicts(merged))
        .extracting(card -> card.pair())
        .containsExactly(merged.get(2).pair(), merged.get(2).pair());
    assertThat(workbench.notices().getLast().text())
        .isEqualTo(
            "theirs: 2 changes taken, 1 in conflict. Conflicts stand in Review; Ctrl+Z takes all"
                + " back. Both judged 1 pair themselves and agree on 0 %. 1,038 pairs that stand as"
                + " they came are not counted.");
    workbench.undo();
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1039);
    workbench.imports().project(folder.resolve("none"));
    assertThat(workbench.notices().getLast().kind()).isEqualTo(Notice.Kind.ERROR);
  }

  @Test
  void aJudgeWhoMergesIsNotToldWhatTheOtherJudgedDifferently() throws IOException {
    workbench.openSample();
    Path theirs = folder.resolve("theirs");
    copy(workbench.project().workspace().folder(), theirs);
    try (Workspace other = Workspace.open(theirs, Workspace.Mode.WRITE)) {
      other.setJudge("bo");
      for (long id = 1; id <= 2; id++) {
        Draft said = Draft.of(other.anchors().current().get(id));
        other.anchors().change(id, DoubleBlind.judgement(said, "bo", AnchorStatus.REJECTED));
      }
    }
    workbench.setJudge("anna");
    workbench.judgeAnchors(List.of(2L), AnchorStatus.UNSURE);
    workbench.imports().project(theirs);
    ImportPreview preview = workbench.imports().pendingProperty().get().previewProperty().get();
    assertThat(preview.remark()).isEmpty();
    assertThat(preview.count(Fate.CONFLICT)).isZero();
    SampleWorkbench.takeImport(workbench);
    assertThat(workbench.notices().getLast().text())
        .isEqualTo(
            "theirs: 1 change taken. While you judge blind, conflicts and agreement are hidden;"
                + " afterwards conflicts stand in Review. Ctrl+Z takes all back.");
    AnchorSet seen = workbench.anchorsProperty().get();
    assertThat(seen.anchors()).hasSize(1039);
    assertThat(seen.get(1).status()).isEqualTo(AnchorStatus.CANDIDATE);
    assertThat(ReviewQueue.conflicts(seen)).isEmpty();
    workbench.setJudge("");
    assertThat(ReviewQueue.conflicts(workbench.anchorsProperty().get())).hasSize(2);
    assertThat(workbench.anchorsProperty().get().get(1).author()).isEqualTo("bo");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (String name : List.of("project.json", "anchors.jsonl")) {
      Files.copy(from.resolve(name), to.resolve(name));
    }
  }

  @Test
  void everyEditIsAnsweredAndCanBeTakenBack() {
    workbench.openSample();
    LiveLoop.Answer first = workbench.answerProperty().get();
    assertThat(workbench.canUndoProperty().get()).isTrue();
    workbench.addAnchor(Draft.accepted("river", "ගඟ", "edit"));
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1040);
    assertThat(workbench.previousAnswerProperty().get()).isSameAs(first);
    assertThat(workbench.answerProperty().get().anchors().size())
        .isEqualTo(first.anchors().size() + 1);
    long id = workbench.anchorsProperty().get().anchors().getLast().id();
    workbench.changeAnchor(id, Draft.accepted("river", "නදිය", "edit"));
    assertThat(workbench.anchorsProperty().get().get(id).target()).isEqualTo("නදිය");
    workbench.removeAnchors(List.of(id));
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1039);
    workbench.undo();
    workbench.undo();
    workbench.undo();
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1039);
    workbench.redo();
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1040);
    ScoreChange change =
        ScoreChange.between(first, workbench.answerProperty().get(), Direction.FORWARD, "csls");
    double moved = change.gained().size() - change.lost().size();
    assertThat(change.delta()).isCloseTo(100 * moved / 250, within(1e-6));
  }

  @Test
  void editsSurviveTheWindow() {
    workbench.openSample();
    workbench.addAnchor(Draft.accepted("river", "ගඟ", "edit"));
    workbench.close();
    workbench = new Workbench(engine(), FxTaskRunner.sameThread());
    workbench.openSample();
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1040);
    workbench.undo();
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1039);
  }

  @Test
  void editsOnTheirWayToTheDiskSurviveTheClosingOfTheWindow() throws Exception {
    ExecutorService window =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("window").factory());
    Workbench hasty = new Workbench(engine(), FxTaskRunner.background(window));
    CompletableFuture<Boolean> open = new CompletableFuture<>();
    window.execute(
        () -> {
          hasty.anchorsProperty().subscribe(now -> completeIf(now.anchors().size() > 0, open));
          hasty.openSample();
        });
    open.get(60, TimeUnit.SECONDS);
    window
        .submit(
            () -> {
              for (int i = 0; i < 50; i++) {
                hasty.addAnchor(Draft.accepted("river", "ගඟ" + i, "edit"));
              }
              hasty.close();
            })
        .get(60, TimeUnit.SECONDS);
    workbench.openSample();
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1089);
  }

  private static void completeIf(boolean now, CompletableFuture<Boolean> future) {
    if (now) {
      future.complete(true);
    }
  }

  @Test
  void removingWhatIsGoneIsNoFailure() {
    workbench.openSample();
    long id = workbench.anchorsProperty().get().anchors().getLast().id();
    workbench.removeAnchors(List.of(id));
    workbench.removeAnchors(List.of(id));
    assertThat(workbench.notices()).isEmpty();
  }

  @Test
  void aMissingTestDictionaryIsToldAndTheProjectOpens() throws IOException {
    Path own = folder.resolve("own");
    Path test = Files.copy(Path.of("sample-vectors", "anchors.test.tsv"), folder.resolve("t.tsv"));
    Workspace.create(
            own,
            new Workspace.SpaceReference(
                "en", Path.of("sample-vectors", "en.100.vec").toAbsolutePath(), ""),
            new Workspace.SpaceReference(
                "si", Path.of("sample-vectors", "si.100.vec").toAbsolutePath(), ""),
            test)
        .close();
    Files.delete(test);
    workbench.openProject(own);
    assertThat(workbench.project()).isNotNull();
    assertThat(workbench.notices().getFirst().text()).contains("t.tsv");
  }

  @Test
  void withoutUsableAnchorsThereIsASentenceAndNoAnswer() {
    workbench.openSample();
    workbench.removeAnchors(
        workbench.anchorsProperty().get().anchors().stream().map(a -> a.id()).toList());
    assertThat(workbench.answerProperty().get()).isNull();
    assertThat(workbench.notices()).hasSize(1);
    workbench.undo();
    assertThat(workbench.answerProperty().get()).isNotNull();
  }

  @Test
  void aDroppedDictionaryIsImportedOnceSpacesAreOpen() {
    Path faulty = Path.of("sample-vectors", "faulty.tsv");
    workbench.open(faulty);
    assertThat(workbench.notices().getLast().kind()).isEqualTo(Notice.Kind.WARNING);
    workbench.openSample();
    workbench.open(faulty);
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1039);
    SampleWorkbench.takeImport(workbench);
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1079);
    workbench.undo();
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1039);
    assertThat(workbench.notices().getLast().text()).startsWith("Import of faulty.tsv: undone, 4");
    workbench.redo();
    assertThat(workbench.notices().getLast().text())
        .startsWith("Import of faulty.tsv: done again, 4");
    int told = workbench.notices().size();
    workbench.addAnchor(Draft.accepted("brook", "ඔය", "edit"));
    workbench.undo();
    assertThat(workbench.notices()).as("and of one pair its words").hasSize(told + 1);
  }

  @Test
  void anImportSaysHowManyOfItsRowsAreToBeCleaned() throws IOException {
    workbench.openSample();
    workbench.open(
        Files.writeString(folder.resolve("signs.txt"), "(stream)\tගඟ\nbrook,\tගඟ\nriver\tගඟ\n"));
    SampleWorkbench.takeImport(workbench);
    assertThat(workbench.notices().getLast().text())
        .contains("2 of the pairs taken look suspect: cleaning (Ctrl+L) says why");
  }

  @Test
  void twoDroppedSpacesMakeAProject() {
    workbench.open(Path.of("sample-vectors", "en.100.vec"));
    assertThat(workbench.opening().unpairedProperty().get()).isNotNull();
    workbench.open(Path.of("sample-vectors", "si.100.vec"));
    assertThat(workbench.opening().unpairedProperty().get()).isNull();
    assertThat(workbench.project().workspace().spaces().get(1).language()).isEqualTo("si");
    assertThat(workbench.answerProperty().get()).isNull();
    workbench.open(Path.of("sample-vectors", "anchors.train.tsv"));
    SampleWorkbench.takeImport(workbench);
    assertThat(workbench.answerProperty().get().anchors().size()).isEqualTo(1039);
  }

  /** A project that began as a dictionary alone has spaces whose languages nobody named. */
  @Test
  void whatIsBroughtInIsTurnedAsThePairsStandWhereNoLanguageIsNamed() throws IOException {
    Path sinhala = Files.writeString(folder.resolve("si.vec"), "2 2\nඉර 1 0\nමුහුද 0 1\n");
    Path english = Files.writeString(folder.resolve("en.vec"), "2 2\nsun 1 0\nsea 0 1\n");
    Path pairs = folder.resolve("pairs");
    try (Workspace made =
        Workspace.create(
            pairs,
            new Workspace.SpaceReference("", sinhala, ""),
            new Workspace.SpaceReference("", english, ""),
            null)) {
      made.anchors().add(List.of(Draft.accepted("ඉර", "sun", "edit")));
    }
    workbench.openProject(pairs);
    Path file = Files.writeString(folder.resolve("more.tsv"), "english\tsinhala\nsea\tමුහුද\n");
    workbench.imports().file(file);
    assertThat(workbench.imports().pendingProperty().get().sourceLanguage()).isEqualTo("si");
    SampleWorkbench.takeImport(workbench);
    assertThat(workbench.anchorsProperty().get().anchors())
        .extracting(Anchor::source, Anchor::target)
        .containsExactly(tuple("ඉර", "sun"), tuple("මුහුද", "sea"));
    workbench.imports().names();
    assertThat(workbench.imports().pendingProperty().get().previewProperty().get().rows())
        .anyMatch(row -> row.source().equals("ඉන්දියාව") && row.target().equals("India"));
  }

  @Test
  void anEditMadeWhileATestDictionaryIsReadIsSeen() throws Exception {
    ExecutorService window =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("window").factory());
    Workbench hasty = new Workbench(engine(), FxTaskRunner.background(window));
    CompletableFuture<Boolean> open = new CompletableFuture<>();
    CompletableFuture<Boolean> edited = new CompletableFuture<>();
    window.execute(
        () -> {
          hasty
              .anchorsProperty()
              .subscribe(
                  now -> {
                    completeIf(now.anchors().size() > 0, open);
                    completeIf(now.anchors().size() == 1040, edited);
                  });
          hasty.openSample();
        });
    open.get(60, TimeUnit.SECONDS);
    window.execute(
        () -> {
          hasty.settings().setTest(Path.of("sample-vectors", "anchors.test.tsv"));
          hasty.addAnchor(Draft.accepted("river", "ගඟ", "edit"));
        });
    assertThat(edited.get(60, TimeUnit.SECONDS)).isTrue();
    window.submit(hasty::close).get(60, TimeUnit.SECONDS);
    assertThat(hasty.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.INFO);
  }

  @Test
  void filesOfTheSameNamesElsewhereAreAnotherProject() throws IOException {
    List<Path> opened = new ArrayList<>();
    for (String place : List.of("a", "b", "a")) {
      Path of = Files.createDirectories(folder.resolve(place));
      Files.writeString(of.resolve("x.vec"), "one 1 0\ntwo 0 1\n");
      Files.writeString(of.resolve("z.vec"), "three 1 0\nfour 0 1\n");
      workbench.openPair(of.resolve("x.vec"), of.resolve("z.vec"));
      assertThat(workbench.project().workspace().spaceFile(0)).isEqualTo(of.resolve("x.vec"));
      opened.add(workbench.project().workspace().folder());
    }
    assertThat(opened.get(2)).isEqualTo(opened.get(0)).isNotEqualTo(opened.get(1));
  }

  @Test
  void whatCannotBeOpenedIsToldInASentence() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.vec"));
    for (Path path : List.of(folder.resolve("none.vec"), empty, folder)) {
      workbench.notices().clear();
      workbench.open(path);
      assertThat(workbench.notices()).as("%s", path).hasSize(1);
      assertThat(workbench.notices().getFirst().kind()).isEqualTo(Notice.Kind.ERROR);
      assertThat(workbench.notices().getFirst().text()).contains(folder.toString());
    }
  }

  @Test
  void aMovedSpaceIsAskedForAndTaken() throws IOException {
    Path en = Files.copy(Path.of("sample-vectors/en.100.vec"), folder.resolve("en.vec"));
    Path si = Files.copy(Path.of("sample-vectors/si.100.vec"), folder.resolve("si.vec"));
    workbench.openPair(en, si);
    Path project = workbench.project().workspace().folder();
    workbench.openSample();
    Path moved = Files.move(si, folder.resolve("elsewhere.vec"));
    workbench.openProject(project);
    MovedSpace asked = workbench.opening().movedProperty().get();
    assertThat(asked.space()).isEqualTo(1);
    workbench.opening().relocate(asked, en, false);
    assertThat(workbench.opening().movedProperty().get().other()).isEqualTo(en);
    workbench.opening().relocate(workbench.opening().movedProperty().get(), moved, false);
    assertThat(workbench.project().target().rows()).isEqualTo(5597);
  }

  @Test
  void aProjectHeldElsewhereIsOpenedForReading() {
    workbench.openSample();
    Workbench second = new Workbench(engine(), FxTaskRunner.sameThread());
    second.openSample();
    assertThat(second.notices()).hasSize(1);
    assertThat(second.project().workspace().readOnly()).isTrue();
    second.addAnchor(Draft.accepted("river", "ගඟ", "edit"));
    assertThat(second.notices()).hasSize(2);
    assertThat(second.anchorsProperty().get().anchors()).hasSize(1039);
    second.close();
  }

  @Test
  void wordsAreFoundAndSelected() {
    workbench.openSample();
    workbench.select(Side.TARGET, "ගඟ");
    assertThat(workbench.word(workbench.selectedProperty().get())).isEqualTo("ගඟ");
    workbench.clearSelection();
    assertThat(workbench.selectedProperty().get()).isNull();
    assertThat(workbench.find(Side.SOURCE, "ගඟ")).isNull();
  }

  @Test
  void anImportDoesNotOverwriteWhatAJudgeDoesNotSee() throws IOException {
    workbench.openSample();
    workbench.addAnchor(
        Draft.accepted("stream", "ගඟ", "list.tsv").withStatus(AnchorStatus.CANDIDATE));
    long stream = workbench.anchorsProperty().get().anchors().getLast().id();
    workbench.setJudge("Kamala");
    workbench.judgeAnchors(List.of(stream), AnchorStatus.REJECTED);
    workbench.setJudge("Nimal");
    workbench
        .imports()
        .file(
            Files.writeString(
                folder.resolve("more.tsv"),
                "source\ttarget\tstatus\tpos\nstream\tගඟ\tcandidate\tnoun\n"));
    workbench.imports().pendingProperty().get().take();
    workbench.setJudge("");
    assertThat(workbench.anchorsProperty().get().get(stream))
        .returns("noun", Anchor::pos)
        .returns(AnchorStatus.REJECTED, Anchor::status)
        .returns(List.of("judge:Kamala"), Anchor::tags);
  }

  @Test
  void aMergeShowsAJudgeNothingThatTheOtherJudgeSaid() throws IOException {
    workbench.openSample();
    workbench.addAnchors(
        Stream.of("stream", "brook", "rill")
            .map(word -> Draft.accepted(word, "ගඟ", "list.tsv").withStatus(AnchorStatus.CANDIDATE))
            .toList());
    List<Anchor> all = workbench.anchorsProperty().get().anchors();
    List<Long> added = all.subList(all.size() - 3, all.size()).stream().map(Anchor::id).toList();
    Path theirs = Files.createDirectory(folder.resolve("theirs"));
    for (String name : List.of("project.json", "anchors.jsonl")) {
      Files.copy(workbench.project().workspace().folder().resolve(name), theirs.resolve(name));
    }
    try (Workspace other = Workspace.open(theirs, Workspace.Mode.WRITE)) {
      other.setJudge("Nimal");
      for (long id : added) {
        Draft said = Draft.of(other.anchors().current().get(id));
        other.anchors().change(id, DoubleBlind.judgement(said, "Nimal", AnchorStatus.REJECTED));
      }
    }
    workbench.setJudge("Kamala");
    workbench.judgeAnchors(added.subList(0, 1), AnchorStatus.ACCEPTED);
    workbench.judgeAnchors(added.subList(1, 2), AnchorStatus.REJECTED);
    workbench.imports().project(theirs);
    List<PlannedRow> rows =
        workbench.imports().pendingProperty().get().previewProperty().get().rows();
    assertThat(rows.subList(rows.size() - 3, rows.size()))
        .extracting(
            PlannedRow::source,
            PlannedRow::fate,
            row -> row.there().status(),
            row -> row.differences().size())
        .containsExactly(
            tuple("stream", Fate.OWN, AnchorStatus.ACCEPTED, 0),
            tuple("brook", Fate.OWN, AnchorStatus.REJECTED, 0),
            tuple("rill", Fate.TAKEN, AnchorStatus.CANDIDATE, 0));
    workbench.setJudge("");
  }
}
