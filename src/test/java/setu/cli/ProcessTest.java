package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import setu.SetuProcess;
import setu.core.workspace.SampleProject;

/** The command line as a process of its own: signals, a full disk, permissions, native code. */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
class ProcessTest {
  private static final Path SAMPLE = Path.of("sample-vectors");
  private static final Path EN = SAMPLE.resolve("en.100.vec");

  @TempDir Path folder;

  @AfterEach
  void mayBeDeleted() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  @Test
  void theEncoderRunsFromTheCommandLine() throws Exception {
    Path input = Files.writeString(folder.resolve("in.txt"), "my mother went home\nඅම්මා\n");
    Path out = folder.resolve("out.vec");
    SetuProcess.Run run =
        SetuProcess.setu()
            .option("-Duser.home=" + folder)
            .run("encode", "--input", input, "--out", out, "--device", "cpu", "--json");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("\"rows\" : 2");
    assertThat(out).content().startsWith("2 100\n");
  }

  @Test
  void ctrlCEndsLongWorkWithNothingHalfWritten() throws Exception {
    Path err = Files.createTempFile("setu", ".err");
    Path out = folder.resolve("map.tsv");
    Path png = folder.resolve("map.png");
    Process process =
        SetuProcess.setu()
            .start(
                err,
                "project",
                "--source",
                EN,
                "--method",
                "tsne",
                "--out",
                out,
                "--png",
                png,
                "--progress");
    while (!Files.readString(err).contains("%") && process.isAlive()) {
      Thread.sleep(20);
    }
    SetuProcess.interrupt(process);
    SetuProcess.Run run = SetuProcess.end(process, err);
    Files.delete(err);
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCodes.INTERRUPTED);
    assertThat(run.err()).endsWith("setu: Interrupted; nothing was left half-written.");
    assertThat(run.out()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void ctrlCKeepsTheBestMappingSoFarAndMarksIt() throws Exception {
    Path err = Files.createTempFile("setu", ".err");
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(out.resolve("source.mapped.vec"), "of an earlier run");
    Process process =
        SetuProcess.setu()
            .start(
                err,
                "align",
                "--source",
                EN,
                "--target",
                SAMPLE.resolve("si.100.vec"),
                "--anchors",
                SAMPLE.resolve("anchors.train.tsv"),
                "--method",
                "vecmap-semi-supervised",
                "--no-cache",
                "--out",
                out,
                "--progress");
    while (!Files.readString(err).contains("objective 0.") && process.isAlive()) {
      Thread.sleep(20);
    }
    SetuProcess.interrupt(process);
    SetuProcess.Run run = SetuProcess.end(process, err);
    Files.delete(err);
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCodes.INTERRUPTED);
    assertThat(run.err()).contains("holds the best mapping so far");
    assertThat(run.out()).isEmpty();
    assertThat(out.resolve("source.mapped.vec")).doesNotExist();
    assertThat(out.resolve("mapping.txt")).content().hasLineCount(100);
    assertThat(out.resolve("report.json")).content().contains("\"complete\" : false");
  }

  @Test
  void aKilledBenchmarkLeavesTheMethodsThatHadEnded() throws Exception {
    Path err = Files.createTempFile("setu", ".err");
    Path out = folder.resolve("out");
    Process process =
        SetuProcess.setu()
            .start(
                err,
                "benchmark",
                "--source",
                EN,
                "--target",
                SAMPLE.resolve("si.100.vec"),
                "--anchors",
                SAMPLE.resolve("anchors.train.tsv"),
                "--test",
                SAMPLE.resolve("anchors.test.tsv"),
                "--methods",
                "identity,procrustes,vecmap-semi-supervised",
                "--no-cache",
                "--out",
                out);
    Path run = out.resolve("run.json");
    while (process.isAlive() && !(Files.exists(run) && content(run).contains("\"procrustes\""))) {
      Thread.sleep(20);
    }
    assertThat(process.isAlive()).as("the last method takes longest").isTrue();
    process.destroyForcibly();
    SetuProcess.end(process, err);
    Files.delete(err);
    assertThat(out.resolve("benchmark.json"))
        .content()
        .contains("\"complete\" : false", "\"procrustes\"");
    assertThat(out.resolve("benchmark.tsv")).content().hasLineCount(1 + 2 * 4);
    CliRun replay = CliRun.of("replay", run);
    assertThat(replay.exit()).as(replay.err()).isZero();
    assertThat(replay.out()).contains("every figure is the same");
  }

  private static String content(Path file) throws IOException {
    return Files.readString(file);
  }

  @Test
  void aFullDiskIsOneLineAndTheOldFileStays() throws Exception {
    Path out = Files.writeString(folder.resolve("out.vec"), "old");
    SetuProcess.Run run = SetuProcess.setu().withRoomFor(64).run("convert", EN, out);
    assertOneLine(run, out.toString(), "the disk is full", "Make room");
    assertThat(out).hasContent("old");
    assertThat(files()).containsExactly(out);
  }

  @Test
  void anImportThatFindsNoRoomImportsNothing() throws Exception {
    Path project = folder.resolve("project");
    Path pairs = SAMPLE.resolve("anchors.train.tsv");
    SetuProcess.Run run =
        SetuProcess.setu().withRoomFor(16).run("anchors", "import", pairs, "--project", project);
    assertOneLine(run, "anchors.jsonl", "the disk is full", "Make room");
    CliRun stats = CliRun.of("anchors", "stats", "--project", project, "--json");
    assertThat(stats.json().get("events").asInt()).isZero();
    CliRun again = CliRun.of("anchors", "import", pairs, "--project", project, "--json");
    assertThat(again.json().get("taken").asInt()).isEqualTo(1039);
    assertThat(again.err()).as("nothing torn").isEmpty();
  }

  @Test
  void anAnswerThatFindsNoRoomIsNoSuccess() throws Exception {
    SetuProcess.Run run = SetuProcess.setu().printingToAFullDisk().run("info", EN, "--json");
    assertOneLine(run, "standard output", "No space left on device");
  }

  @Test
  void aReadOnlyFolderIsOneLineAndNothingIsLost() throws Exception {
    Path project = folder.resolve("project");
    SampleProject.open(SAMPLE, project).close();
    byte[] journal = Files.readAllBytes(project.resolve("anchors.jsonl"));
    Path more = Files.writeString(folder.resolve("more.txt"), "river ගඟ\n");
    Files.delete(project.resolve("project.lock"));
    readOnly(project);
    for (List<Object> arguments :
        List.<List<Object>>of(
            List.of("anchors", "import", more, "--project", project),
            List.of("anchors", "export", project.resolve("out.tsv"), "--project", project),
            List.of("convert", EN, project.resolve("out.vec")))) {
      SetuProcess.Run run = SetuProcess.setu().asOrdinaryUser().run(arguments.toArray());
      assertOneLine(run, project.toString(), "cannot be written", "Choose another folder");
    }
    SetuProcess.Run stats =
        SetuProcess.setu().asOrdinaryUser().run("anchors", "stats", "--project", project, "--json");
    assertThat(stats.exit()).as(stats.err()).isZero();
    assertThat(stats.out()).contains("1039");
    assertThat(project.resolve("anchors.jsonl")).hasBinaryContent(journal);
  }

  private static void readOnly(Path project) throws IOException {
    try (Stream<Path> files = Files.list(project)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
      }
    }
    Files.setPosixFilePermissions(project, PosixFilePermissions.fromString("r-xr-xr-x"));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void assertOneLine(SetuProcess.Run run, String... said) {
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).startsWith("setu: ").contains(said).hasLineCount(1);
    assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }
}
