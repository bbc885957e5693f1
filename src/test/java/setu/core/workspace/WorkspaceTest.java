package setu.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.AnchorJournal;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.fault.Fault;
import setu.core.fault.FileFault;
import setu.core.fault.ProjectFault;
import setu.core.fault.ProjectFault.Problem;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.workspace.Workspace.Mode;
import setu.core.workspace.Workspace.SpaceReference;

class WorkspaceTest {
  private static final Path SAMPLE = Path.of("sample-vectors");

  @TempDir Path folder;
  private Path project;
  private Path english;
  private Path sinhala;

  @BeforeEach
  void spaces() throws IOException {
    project = folder.resolve("ව්\u200Dයාපෘතිය");
    english = Files.writeString(folder.resolve("en.vec"), "sun 1 0\n");
    sinhala = Files.writeString(folder.resolve("si.vec"), "ඉර 0 1\n");
  }

  @AfterEach
  void writable() {
    project.toFile().setWritable(true);
  }

  @Test
  void howManyRowsAreReadIsKept() throws IOException {
    try (Workspace made = create()) {
      assertThat(made.spaces()).extracting(SpaceReference::limit).containsOnly(Integer.MAX_VALUE);
      assertThat(project.resolve("project.json")).content().doesNotContain("limit");
      made.setLimits(1000, Integer.MAX_VALUE);
      made.relocate(
          0,
          Files.move(english, folder.resolve("en2.vec")),
          false,
          Progress.NONE,
          Cancellation.none());
    }
    try (Workspace again = Workspace.open(project, Mode.READ)) {
      assertThat(again.spaces())
          .extracting(SpaceReference::limit)
          .containsExactly(1000, Integer.MAX_VALUE);
      assertThatThrownBy(() -> again.setLimits(2, 2))
          .isInstanceOfSatisfying(
              ProjectFault.class, e -> assertThat(e.problem()).isEqualTo(Problem.READ_ONLY));
    }
  }

  @Test
  void whatIsMadeIsOpenedAgain() {
    try (Workspace made = create()) {
      made.anchors().add(List.of(Draft.accepted("sun", "ඉර", "edit")));
      made.setSetting("theme", "dark");
      made.setSetting("gone", "x");
      made.setSetting("gone", "");
      assertThat(made.readOnly()).isFalse();
    }
    try (Workspace opened = Workspace.open(project, Mode.WRITE)) {
      assertThat(opened.spaces()).extracting(SpaceReference::language).containsExactly("en", "si");
      assertThat(opened.spaces().getFirst().hash()).hasSize(64);
      assertThat(opened.spaceFile(1)).isEqualTo(sinhala);
      assertThat(opened.test()).isNull();
      assertThat(opened.settings()).containsOnlyKeys("theme");
      assertThat(opened.missing()).isEmpty();
      opened.requireSpaces(Progress.NONE, Cancellation.none());
      assertThat(opened.anchors().current().anchors()).hasSize(1);
    }
  }

  @Test
  void aJudgeSignsWhatIsEditedAndSeesNoOthersJudgementUntilLetGo() {
    Path project = folder.resolve("judged");
    long id;
    try (Workspace made = Workspace.createWithoutSpaces(project)) {
      Draft candidate =
          Draft.accepted("river", "ගඟ", "list.tsv").withStatus(AnchorStatus.CANDIDATE);
      id = made.anchors().add(List.of(candidate)).getFirst().id();
      made.setJudge("Kamala");
      made.anchors().change(id, candidate.withStatus(AnchorStatus.ACCEPTED));
    }
    try (Workspace again = Workspace.open(project, Workspace.Mode.WRITE)) {
      assertThat(again.judge()).isEqualTo("Kamala");
      assertThat(again.anchors().current().anchors().getFirst().author()).isEqualTo("Kamala");
      assertThat(again.seen().anchors().getFirst().status()).isEqualTo(AnchorStatus.ACCEPTED);
      again.setJudge(" Nimal ");
      assertThat(again.seen().anchors().getFirst().status()).isEqualTo(AnchorStatus.CANDIDATE);
      again.setJudge("");
      assertThat(again.seen()).isSameAs(again.anchors().current());
    }
  }

  @Test
  void theLockIsReleasedEvenWhereTheJournalCannotBeClosed() throws Exception {
    Workspace broken = create();
    AnchorHistory history = broken.anchors();
    Field journal = AnchorHistory.class.getDeclaredField("journal");
    journal.setAccessible(true);
    Field out = AnchorJournal.class.getDeclaredField("out");
    out.setAccessible(true);
    ((RandomAccessFile) out.get(journal.get(history))).close();
    out.set(
        journal.get(history),
        new RandomAccessFile(project.resolve("anchors.jsonl").toFile(), "rw") {
          @Override
          public void close() throws IOException {
            super.close();
            throw new IOException("broken disk");
          }
        });
    assertThatThrownBy(broken::close).isInstanceOf(FileFault.class);
    Workspace.open(project, Mode.WRITE).close();
  }

  @Test
  void aSecondWriterIsRefusedAndMayRead() {
    try (Workspace first = create()) {
      assertProblem(Problem.IN_USE, () -> Workspace.open(project, Mode.WRITE));
      assertProblem(Problem.IN_USE, () -> Workspace.open(project, Mode.WRITE));
      first.anchors().add(List.of(Draft.accepted("sun", "ඉර", "edit")));
      try (Workspace second = Workspace.open(project, Mode.READ)) {
        assertThat(second.readOnly()).isTrue();
        assertThat(second.anchors().current().anchors()).hasSize(1);
        assertProblem(Problem.READ_ONLY, () -> second.setSetting("a", "b"));
        assertProblem(Problem.READ_ONLY, () -> second.anchors().remove(List.of(1L)));
      }
    }
    Workspace.open(project, Mode.WRITE).close();
  }

  @Test
  void anotherProcessIsRefusedUntilThisOneLetsGoAndTheOtherWayRound()
      throws IOException, InterruptedException {
    Workspace mine = create();
    assertProblem(Problem.IN_USE, () -> Workspace.open(project, Mode.WRITE));
    Process refused = holder();
    assertThat(firstLine(refused)).isEqualTo("IN_USE");
    refused.waitFor();
    mine.close();
    Process held = holder();
    try {
      assertThat(firstLine(held)).isEqualTo("held");
      assertProblem(Problem.IN_USE, () -> Workspace.open(project, Mode.WRITE));
      Workspace.open(project, Mode.READ).close();
    } finally {
      held.toHandle().destroyForcibly();
      held.waitFor();
    }
    Workspace.open(project, Mode.WRITE).close();
  }

  /** The other process: takes the project and keeps it until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws InterruptedException {
      try (Workspace workspace = Workspace.open(Path.of(args[0]), Mode.WRITE)) {
        System.out.println(workspace.readOnly() ? "read-only" : "held");
        Thread.sleep(60_000);
      } catch (Fault e) {
        System.out.println(e.problem());
      }
    }
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dsun.jnu.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            project.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String firstLine(Process process) throws IOException {
    return String.valueOf(
        new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))
            .readLine());
  }

  @Test
  void aMovedSpaceIsAskedForAndShown() throws IOException {
    create().close();
    Path moved = Files.move(sinhala, folder.resolve("elsewhere.vec"));
    try (Workspace workspace = Workspace.open(project, Mode.WRITE)) {
      assertThat(workspace.missing()).containsExactly(1);
      assertThatThrownBy(() -> workspace.requireSpaces(Progress.NONE, Cancellation.none()))
          .isInstanceOfSatisfying(
              ProjectFault.class,
              fault -> {
                assertThat(fault.problem()).isEqualTo(Problem.SPACE_MOVED);
                assertThat(fault.file()).isEqualTo(sinhala);
              });
      assertProblem(
          Problem.SPACE_CHANGED,
          () -> workspace.relocate(1, english, false, Progress.NONE, Cancellation.none()));
      workspace.relocate(1, moved, false, Progress.NONE, Cancellation.none());
      assertThat(workspace.missing()).isEmpty();
    }
    try (Workspace workspace = Workspace.open(project, Mode.READ)) {
      workspace.requireSpaces(Progress.NONE, Cancellation.none());
      assertThat(workspace.spaceFile(1)).isEqualTo(moved);
    }
  }

  @Test
  void aRelocationGivenUpChangesNothing() throws IOException {
    create().close();
    Path moved = Files.move(sinhala, folder.resolve("elsewhere.vec"));
    byte[] before = Files.readAllBytes(project.resolve("project.json"));
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    try (Workspace workspace = Workspace.open(project, Mode.WRITE)) {
      assertThatThrownBy(() -> workspace.relocate(1, moved, false, Progress.NONE, cancelled))
          .isInstanceOf(CancellationException.class);
      assertThat(workspace.missing()).containsExactly(1);
    }
    assertThat(project.resolve("project.json")).hasBinaryContent(before);
  }

  @Test
  void aChangedSpaceIsToldUntilItIsAccepted() throws IOException {
    create().close();
    Files.writeString(english, "sun 2 0\nmoon 1 1\n");
    try (Workspace workspace = Workspace.open(project, Mode.WRITE)) {
      assertProblem(
          Problem.SPACE_CHANGED, () -> workspace.requireSpaces(Progress.NONE, Cancellation.none()));
      workspace.relocate(0, english, true, Progress.NONE, Cancellation.none());
      workspace.requireSpaces(Progress.NONE, Cancellation.none());
    }
  }

  @Test
  void aTouchedFileWithTheSameContentIsNoChange() {
    create().close();
    assertThat(english.toFile().setLastModified(1_000_000_000_000L)).isTrue();
    try (Workspace workspace = Workspace.open(project, Mode.READ)) {
      workspace.requireSpaces(Progress.NONE, Cancellation.none());
    }
  }

  @Test
  void aProjectWithItsFilesInsideMayBeMovedWhole() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("files"));
    Files.createDirectory(project);
    try (Workspace made = create()) {
      Path within = Files.copy(english, made.folder().resolve("en.vec"));
      made.relocate(0, within, false, Progress.NONE, Cancellation.none());
    }
    Path moved = inside.resolve("project");
    Files.move(project, moved);
    try (Workspace workspace = Workspace.open(moved, Mode.WRITE)) {
      assertThat(workspace.spaceFile(0)).isEqualTo(moved.resolve("en.vec")).exists();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"version\":1}",
        "{\"version\":1,\"spaces\":[1,2]}",
        "{\"version\":1,\"spaces\":[{},{}]}",
        "{\"version\":\"x\",\"spaces\":[]}",
        "\0\0\0\0"
      })
  void aDamagedProjectFileIsToldAndLeftAsItIs(String content) throws IOException {
    create().close();
    Path file = project.resolve("project.json");
    Files.writeString(file, content);
    assertProblem(Problem.DAMAGED, () -> Workspace.open(project, Mode.WRITE));
    assertProblem(Problem.DAMAGED, () -> Workspace.open(project, Mode.READ));
    assertThat(file).hasContent(content);
  }

  @Test
  void aNewerVersionIsNotGuessedAt() throws IOException {
    create().close();
    Files.writeString(project.resolve("project.json"), "{\"version\":2,\"spaces\":{}}");
    assertProblem(Problem.NEWER_VERSION, () -> Workspace.open(project, Mode.WRITE));
  }

  @Test
  void aFolderWithoutAProjectIsNone() {
    assertProblem(Problem.NOT_A_PROJECT, () -> Workspace.open(folder, Mode.WRITE));
    assertProblem(Problem.NOT_A_PROJECT, () -> Workspace.open(project, Mode.READ));
    assertProblem(Problem.NOT_A_PROJECT, () -> Workspace.open(english, Mode.READ));
    assertThat(folder.resolve("project.lock")).doesNotExist();
  }

  @Test
  void aProjectIsMadeInAnEmptyFolderOnly() throws IOException {
    create().close();
    assertProblem(Problem.FOLDER_NOT_EMPTY, this::create);
    Path brokenOff = Files.createDirectory(folder.resolve("broken-off"));
    Files.createFile(brokenOff.resolve("project.lock"));
    Workspace.create(brokenOff, reference("en", english), reference("si", sinhala), null).close();
  }

  @Test
  void aDamagedJournalLetsGoOfTheLock() throws IOException {
    create().close();
    Files.writeString(project.resolve("anchors.jsonl"), "nonsense\nmore\n");
    assertProblem(Problem.DAMAGED_JOURNAL, () -> Workspace.open(project, Mode.WRITE));
    Files.delete(project.resolve("anchors.jsonl"));
    Workspace.open(project, Mode.WRITE).close();
  }

  @Test
  void aReadOnlyFolderOpensForReadingAndSaysWhy() throws IOException {
    try (Workspace made = create()) {
      made.anchors().add(List.of(Draft.accepted("sun", "ඉර", "edit")));
    }
    Files.delete(project.resolve("project.lock"));
    assertThat(project.toFile().setWritable(false)).isTrue();
    assumeTrue(!Files.isWritable(project), "the superuser may write everywhere");
    try (Workspace workspace = Workspace.open(project, Mode.WRITE)) {
      assertThat(workspace.readOnly()).isTrue();
      assertThat(workspace.whyReadOnly())
          .isNotNull()
          .extracting(Fault::problem)
          .isEqualTo(FileFault.Problem.READ_ONLY);
      assertThat(workspace.anchors().current().anchors()).hasSize(1);
    }
  }

  @Test
  void theSampleIsMadeOnceAndKeepsItsEdits() throws IOException {
    Path place = folder.resolve("sample");
    try (Workspace first = SampleProject.open(SAMPLE, place)) {
      assertThat(first.anchors().current().accepted()).hasSize(1039);
      assertThat(first.anchors().current().anchors().getFirst())
          .returns("mother", Anchor::source)
          .returns("මව", Anchor::target)
          .returns("noun", Anchor::pos)
          .returns(AnchorStatus.ACCEPTED, Anchor::status)
          .returns("anchors.train.tsv", Anchor::origin);
      first.anchors().remove(List.of(1L));
      first.requireSpaces(Progress.NONE, Cancellation.none());
      assertThat(first.test()).isNotNull().exists();
      assertProblem(Problem.IN_USE, () -> SampleProject.open(SAMPLE, place));
    }
    try (Workspace second = SampleProject.open(SAMPLE, place)) {
      assertThat(second.anchors().current().anchors()).hasSize(1038);
      second.anchors().undo();
      second.anchors().undo();
      assertThat(second.anchors().current().anchors()).isEmpty();
    }
    Path elsewhere = Files.createDirectory(folder.resolve("newer-setu"));
    for (String name : List.of("en.100.vec", "si.100.vec", "anchors.test.tsv")) {
      Files.copy(SAMPLE.resolve(name), elsewhere.resolve(name));
    }
    String json = Files.readString(place.resolve("project.json"));
    Files.writeString(
        place.resolve("project.json"),
        json.replace(SAMPLE.toAbsolutePath().toString(), folder.resolve("gone").toString()));
    try (Workspace moved = SampleProject.open(elsewhere, place)) {
      assertThat(moved.missing()).isEmpty();
      assertThat(moved.test()).isEqualTo(elsewhere.resolve("anchors.test.tsv"));
    }
  }

  private Workspace create() {
    return Workspace.create(project, reference("en", english), reference("si", sinhala), null);
  }

  private static SpaceReference reference(String language, Path file) {
    return new SpaceReference(language, file, "");
  }

  private static void assertProblem(Problem problem, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProjectFault.class, fault -> assertThat(fault.problem()).isEqualTo(problem));
  }
}
