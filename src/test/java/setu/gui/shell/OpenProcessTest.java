package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import setu.SetuProcess;
import setu.cli.SetuCommand;
import setu.core.anchor.Draft;
import setu.core.workspace.Workspace;
import setu.core.workspace.Workspace.SpaceReference;
import setu.gui.common.Notice;
import setu.gui.common.Workbench;

/** {@code setu open} as a process of its own, on projects that are not as they should be. */
@EnabledOnOs(OS.LINUX)
@Timeout(240)
class OpenProcessTest {
  private static final int WORDS = 30;
  private static final String[] FULL = {"the disk is full", "Make room"};

  @TempDir Path folder;
  private Path source;
  private Path target;
  private Path project;

  @BeforeEach
  void smallProject() throws IOException {
    source = space("en.vec", "word", 1);
    target = space("si.vec", "වචන", 2);
    project = folder.resolve("project");
    Path test = Files.writeString(folder.resolve("test.txt"), "word0 වචන0\nword1 වචන1\n");
    try (Workspace made =
        Workspace.create(
            project,
            new SpaceReference("en", source, ""),
            new SpaceReference("si", target, ""),
            test)) {
      for (int i = 2; i < WORDS; i++) {
        made.anchors().add(List.of(Draft.accepted("word" + i, "වචන" + i, "edit")));
      }
    }
  }

  @AfterEach
  void mayBeDeleted() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private Path space(String name, String word, long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < WORDS; i++) {
      text.append(word).append(i);
      for (int j = 0; j < 5; j++) {
        text.append(' ').append(random.nextGaussian());
      }
      text.append('\n');
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private void readOnly() throws IOException {
    try (Stream<Path> files = Files.list(project)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
      }
    }
    Files.setPosixFilePermissions(project, PosixFilePermissions.fromString("r-xr-xr-x"));
  }

  private static SetuProcess onHeadlessScreen(Class<?> main) {
    return SetuProcess.of(main).option("-Dglass.platform=Headless").option("-Dprism.order=sw");
  }

  private SetuProcess setu() {
    return SetuProcess.setu()
        .option("-Dglass.platform=Headless")
        .option("-Dprism.order=sw")
        .option("-XX:TieredStopAtLevel=1")
        .option("-Dsetu.user=" + folder.resolve("user"))
        .option("-Djava.io.tmpdir=" + folder);
  }

  @Test
  void movedVectorsAreOneLineThatNamesThem() throws Exception {
    Files.move(target, folder.resolve("elsewhere.vec"));
    SetuProcess.Run run = setu().run("open", project);
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).contains(target.toString(), "has moved", "show where").hasLineCount(1);
  }

  @Test
  void aPictureIsDrawnWithoutAWordOfJavaFx() throws Exception {
    Path png = folder.resolve("map.png");
    Path out = folder.resolve("map.tsv");
    SetuProcess.Run run = setu().run("project", "--source", source, "--out", out, "--png", png);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(png).isNotEmptyFile();
  }

  @Test
  void withoutATestDictionaryThereAreNoScoresOfNothing() throws Exception {
    Files.delete(folder.resolve("test.txt"));
    SetuProcess.Run run = setu().run("open", project);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("test.txt", "there is no such file").hasLineCount(1);
    assertThat(run.out()).contains("nothing was scored").doesNotContain("P@1");
  }

  @Test
  void changedVectorsAreOneLineThatNamesThem() throws Exception {
    space("si.vec", "වචන", 3);
    SetuProcess.Run run = setu().run("open", project);
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err())
        .contains(target.toString(), "has changed since", "accept the new one")
        .doesNotContain("()")
        .hasLineCount(1);
  }

  @Test
  void aLockedProjectIsReadAndThatIsTold() throws Exception {
    try (Workspace held = Workspace.open(project, Workspace.Mode.WRITE)) {
      SetuProcess.Run run = setu().run("open", held.folder());
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.err()).contains("is open in another window or process").hasLineCount(1);
      assertThat(run.out()).contains("scorecard.json");
    }
  }

  @Test
  void aReadOnlyProjectIsReadAndThatIsTold() throws Exception {
    readOnly();
    SetuProcess.Run run = setu().asOrdinaryUser().run("open", project);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains(project.toString(), "cannot be written").hasLineCount(1);
    assertThat(run.out()).contains("scorecard.json");
  }

  @Test
  void ctrlCClosesTheWindowInOrder() throws Exception {
    Path err = folder.resolve("err");
    Path settings = folder.resolve("user/settings.json");
    Process window =
        onHeadlessScreen(OnHeadlessScreen.class)
            .option("-Dsetu.user=" + folder.resolve("user"))
            .start(err, project);
    // The project is among the recent ones once it is open.
    while (window.isAlive()
        && !(Files.exists(settings) && Files.readString(settings).contains("project"))) {
      Thread.sleep(20);
    }
    Files.delete(settings);
    SetuProcess.interrupt(window);
    SetuProcess.Run run = SetuProcess.end(window, err);
    assertThat(run.exit()).as(run.err()).isEqualTo(130);
    assertThat(settings).as("closed as by its button").exists();
    try (Workspace again = Workspace.open(project, Workspace.Mode.WRITE)) {
      assertThat(again.readOnly()).isFalse();
      assertThat(again.anchors().torn()).isNull();
      assertThat(again.anchors().events()).hasSize(WORDS - 2);
    }
  }

  @Test
  void ctrlCEndsARunWithoutADisplayAndLeavesNothing() throws Exception {
    Path err = Files.createFile(folder.resolve("err"));
    List<Path> before = files();
    Process process = setu().start(err, "open", project);
    // Its first line says that there is no display; all the work is yet to be done.
    int first = process.getInputStream().read();
    SetuProcess.interrupt(process);
    SetuProcess.Run run = SetuProcess.end(process, err);
    assertThat(first).isPositive();
    assertThat(run.exit()).as(run.err()).isEqualTo(130);
    assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(files()).isEqualTo(before);
    Workspace.open(project, Workspace.Mode.WRITE).close();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> !file.startsWith(folder.resolve("user"))).sorted().toList();
    }
  }

  /** The window on JavaFX's headless screen, where the program itself would do without one. */
  static final class OnHeadlessScreen {
    private OnHeadlessScreen() {}

    public static void main(String[] args) {
      int status =
          SetuCommand.run(
              new String[] {"open", args[0]},
              path -> new Desktop(System.out::println, System.err::println).window(path),
              (projection, words, sourceRows, png) -> {});
      System.exit(status);
    }
  }

  @Test
  void aFullDiskIsToldInTheWindowAndTheNextEditGoesOn() throws Exception {
    Path err = folder.resolve("err");
    Path journal = project.resolve("anchors.jsonl");
    Process process = onHeadlessScreen(WindowOnOrders.class).start(err, folder.resolve("user"));
    try (BufferedReader heard = SetuProcess.out(process);
        Writer told = process.outputWriter()) {
      assertThat(answer(told, heard, "open " + project)).containsExactly("28 anchors");
      byte[] before = Files.readAllBytes(journal);
      SetuProcess.limitFiles(process, Long.toString(before.length + 40));
      assertThat(answer(told, heard, "add"))
          .satisfiesExactly(
              said -> assertThat(said).startsWith("ERROR " + journal).contains(FULL),
              said -> assertThat(said).isEqualTo("28 anchors"));
      assertThat(journal).hasBinaryContent(before);
      SetuProcess.limitFiles(process, "10");
      assertThat(answer(told, heard, "open " + source + " " + target))
          .satisfiesExactly(
              said -> assertThat(said).startsWith("ERROR " + folder).contains(FULL),
              said -> assertThat(said).isEqualTo("28 anchors"));
      SetuProcess.makeRoom(process);
      assertThat(answer(told, heard, "add")).containsExactly("29 anchors");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void aReadOnlyFolderIsToldInTheWindowAndNothingIsLost() throws Exception {
    Path err = folder.resolve("err");
    byte[] journal = Files.readAllBytes(project.resolve("anchors.jsonl"));
    readOnly();
    Process process =
        onHeadlessScreen(WindowOnOrders.class).asOrdinaryUser().start(err, folder.resolve("user"));
    try (BufferedReader heard = SetuProcess.out(process);
        Writer told = process.outputWriter()) {
      assertThat(answer(told, heard, "open " + project))
          .satisfiesExactly(
              said ->
                  assertThat(said)
                      .startsWith("WARNING " + project)
                      .contains("cannot be written", "Choose another folder"),
              said -> assertThat(said).isEqualTo("28 anchors"));
      assertThat(answer(told, heard, "add"))
          .satisfiesExactly(
              said -> assertThat(said).startsWith("ERROR " + project).contains("reading only"),
              said -> assertThat(said).isEqualTo("28 anchors"));
      assertThat(project.resolve("anchors.jsonl")).hasBinaryContent(journal);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Gives an order and hears what the window tells of it, up to how many anchors there are. */
  private static List<String> answer(Writer told, BufferedReader heard, String order)
      throws IOException {
    told.write(order + "\n");
    told.flush();
    List<String> said = new ArrayList<>();
    String line;
    do {
      line = heard.readLine();
      said.add(String.valueOf(line));
    } while (line != null && !line.endsWith(" anchors"));
    return said;
  }

  /** A window that drops files on itself and edits as it is told, and says what it tells. */
  static final class WindowOnOrders {
    private WindowOnOrders() {}

    public static void main(String[] args) throws IOException {
      OpenedWindow window = OpenedWindow.empty(Path.of(args[0]));
      Workbench workbench = window.workbench();
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String order = in.readLine(); order != null; order = in.readLine()) {
        String[] words = order.split(" ");
        window.run(() -> workbench.notices().clear());
        if (words[0].equals("add")) {
          window.run(() -> workbench.addAnchor(Draft.accepted("word0", "වචන0", "edit")));
        } else {
          List<File> files = Stream.of(words).skip(1).map(File::new).toList();
          window.run(() -> window.shell().window().open(files));
        }
        window.awaitQuiet();
        for (Notice notice : window.get(() -> List.copyOf(workbench.notices()))) {
          System.out.println(notice.kind() + " " + notice.text());
        }
        int anchors = window.get(() -> workbench.anchorsProperty().get().anchors().size());
        System.out.println(anchors + " anchors");
      }
    }
  }
}
