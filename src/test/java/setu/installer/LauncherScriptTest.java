package setu.installer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the Unix launcher against pretended Java folders whose {@code java} prints what it was
 * given.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class LauncherScriptTest {
  /** No machine has such a Java: what the launcher finds is what a test made. */
  private static final int NEEDED = 900;

  private static final String INCUBATOR_WARNING =
      "WARNING: Using incubator modules: jdk.incubator.vector";

  @TempDir Path folder;

  private Path script = Path.of("installer/setu");

  @BeforeEach
  void install() throws IOException {
    folder = folder.toRealPath();
    String text = Files.readString(script);
    assertThat(text).contains("\nneeded=25\n");
    Path bin = Files.createDirectories(folder.resolve("my programs/setu/bin"));
    script =
        executable(bin.resolve("setu"), text.replace("\nneeded=25\n", "\nneeded=" + NEEDED + "\n"));
  }

  @Test
  void saysInOneSentenceThatThereIsNoJava() throws Exception {
    Run run = run(Map.of());

    assertThat(run.status).isEqualTo(1);
    assertThat(run.out).isEmpty();
    assertThat(run.err.lines())
        .containsExactly(
            "setu: Setu needs a Java "
                + NEEDED
                + " or newer and found none: install one, for instance from https://adoptium.net,"
                + " or name its folder in JAVA_HOME.");
  }

  @Test
  void handsEveryArgumentOver() throws Exception {
    Path java = java("jdk", NEEDED, true);

    Run run = run(Map.of("JAVA_HOME", java.toString()), "info", "two words", "සේතු", "", "*");

    assertThat(run.status).isZero();
    Path home = folder.resolve("my programs/setu");
    assertThat(run.out.lines().toList())
        .startsWith("@" + home.resolve("lib/setu.options"))
        .containsSequence(
            "-Dsetu.home=" + home,
            "-jar",
            home.resolve("lib/setu.jar").toString(),
            "info",
            "two words",
            "සේතු",
            "",
            "*");
  }

  @Test
  void startsThroughLinksFromAnyFolder() throws Exception {
    Path java = java("jdk", NEEDED, true);
    Path relative = Path.of("my programs/setu/bin/setu");
    Path first = Files.createSymbolicLink(folder.resolve("setu"), relative);
    script = Files.createSymbolicLink(folder.resolve("second"), first);

    Run run = run(Map.of("JAVA_HOME", java.toString()));

    assertThat(run.out).contains("-Dsetu.home=" + folder.resolve("my programs/setu"));
  }

  @Test
  void passesOverAJavaTooOldAndOneWithoutTheVectorApi() throws Exception {
    java("old", NEEDED - 1, true);
    java("bare", NEEDED, false);
    Path good = java("path", NEEDED, true);

    Run old =
        run(Map.of("JAVA_HOME", folder.resolve("old").toString(), "PATH", pathWith(good)), "info");
    Run bare =
        run(Map.of("JAVA_HOME", folder.resolve("bare").toString(), "PATH", pathWith(good)), "info");

    assertThat(old.out).startsWith("@");
    assertThat(bare.out).startsWith("@");
  }

  @Test
  void passesOverAWrongJavaHome() throws Exception {
    Path good = java("path", NEEDED, true);

    for (String wrong : List.of("/no/such/folder", folder.toString(), "relative", "")) {
      Run run = run(Map.of("JAVA_HOME", wrong, "PATH", pathWith(good)), "info");
      assertThat(run.status).as(wrong).isZero();
      assertThat(run.out).as(wrong).startsWith("@");
    }
    Run none = run(Map.of("JAVA_HOME", "/no/such/folder"));
    assertThat(none.status).isEqualTo(1);
    assertThat(none.err.lines()).singleElement().asString().contains("found none");
  }

  @Test
  void saysInOneSentenceThatTheJavaOnThePathIsTooOld() throws Exception {
    Path old = java("old", 17, true);

    Run run = run(Map.of("PATH", pathWith(old)));

    assertThat(run.status).isEqualTo(1);
    assertThat(run.out).isEmpty();
    assertThat(run.err.lines())
        .singleElement()
        .asString()
        .startsWith("setu: Setu needs a Java " + NEEDED + " or newer and found none");
  }

  @Test
  void takesAJavaWhoseFolderHasSpaces() throws Exception {
    Path java = java("my jdk, the newest", NEEDED, true);

    assertThat(run(Map.of("JAVA_HOME", java.toString()), "info").status).isZero();
    assertThat(run(Map.of("PATH", pathWith(java)), "info").status).isZero();
  }

  @Test
  void findsTheJavaBehindALinkOnThePath() throws Exception {
    Path java = java("jdk", NEEDED, true);
    Path bin = Files.createDirectory(folder.resolve("links"));
    Files.createSymbolicLink(bin.resolve("java"), java.resolve("bin/java"));

    assertThat(run(Map.of("PATH", bin + ":" + systemPath()), "info").status).isZero();
  }

  @Test
  void asksAJavaWithoutAReleaseFileForItsVersion() throws Exception {
    Path java = java("jdk", NEEDED, true);
    Files.delete(java.resolve("release"));

    assertThat(run(Map.of("JAVA_HOME", java.toString()), "info").status).isZero();
  }

  @Test
  void saysThatTheNamedJavaDoesNotDo() throws Exception {
    Path java = java("old", NEEDED - 1, true);

    Run run = run(Map.of("SETU_JAVA", java.toString()));

    assertThat(run.status).isEqualTo(1);
    assertThat(run.err.lines())
        .singleElement()
        .asString()
        .startsWith("setu: SETU_JAVA names " + java);
  }

  @Test
  void takesOnlyTheIncubatorLineOutOfStandardError() throws Exception {
    Path java = java("jdk", NEEDED, true);
    executable(
        java.resolve("bin/java"),
        "#!/bin/sh\necho '" + INCUBATOR_WARNING + "' >&2\nprintf 'first\\nlast' >&2\nexit 3\n");

    Run filtered = run(Map.of("JAVA_HOME", java.toString()), "info");
    executable(java.resolve("bin/java"), "#!/bin/sh\necho 'Error: no memory' >&2\nexit 1\n");
    Run whole = run(Map.of("JAVA_HOME", java.toString()), "info");

    assertThat(filtered.err).isEqualTo("first\nlast");
    assertThat(filtered.status).isEqualTo(3);
    assertThat(whole.err).isEqualTo("Error: no memory\n");
    assertThat(whole.status).isEqualTo(1);
  }

  @Test
  void theWindowWritesTheClassArchiveAndCommandsReadIt() throws Exception {
    Map<String, String> java = Map.of("JAVA_HOME", java("jdk", NEEDED, true).toString());
    Path archive = folder.resolve("cache/setu/start.jsa");
    String flag = "-XX:SharedArchiveFile=" + archive;

    Run before = run(java, "info");
    Run window = run(java);
    Files.createFile(archive);
    Run after = run(java, "info");

    assertThat(before.out).doesNotContain("SharedArchive");
    assertThat(window.out.lines()).contains("-XX:+AutoCreateSharedArchive", flag);
    assertThat(after.out.lines()).contains(flag).doesNotContain("-XX:+AutoCreateSharedArchive");
  }

  @Test
  void thePackagesArchiveServesTheFirstStartAndGivesWayToANewerOne() throws Exception {
    Map<String, String> java = Map.of("JAVA_HOME", java("jdk", NEEDED, true).toString());
    Path packed =
        Files.createDirectories(folder.resolve("my programs/setu/lib")).resolve("start.jsa");
    Path archive = folder.resolve("cache/setu/start.jsa");
    Files.writeString(packed, "packed");

    Run command = run(java, "info");
    Run window = run(java);

    assertThat(command.out.lines()).contains("-XX:SharedArchiveFile=" + packed);
    assertThat(window.out.lines())
        .contains("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);
    assertThat(archive).hasContent("packed");

    Files.writeString(archive, "written by this Java");
    run(java);
    assertThat(archive).hasContent("written by this Java");

    Files.writeString(packed, "of the next version");
    Files.setLastModifiedTime(
        packed, FileTime.from(Files.getLastModifiedTime(archive).toInstant().plusSeconds(2)));
    run(java);
    assertThat(archive).hasContent("of the next version");
    try (Stream<Path> files = Files.list(archive.getParent())) {
      assertThat(files).containsExactly(archive);
    }
  }

  /**
   * Reads standard error until everyone has closed it, the launcher's filter too: Java's own pipe
   * is cut off when the process ends.
   */
  private static final String TO_THE_END =
      "{ \"$0\" \"$@\" 2>&1 >&3 3>&- | cat >\"$ERR\" 3>&-; } 3>&1";

  private record Run(int status, String out, String err) {}

  private Run run(Map<String, String> environment, String... arguments) throws Exception {
    Path err = Files.createTempFile(folder, "standard", ".err");
    List<String> command =
        new ArrayList<>(
            List.of("/bin/bash", "-o", "pipefail", "-c", TO_THE_END, script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", systemPath());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("TMPDIR", folder.toString());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().put("ERR", err.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), out, Files.readString(err));
  }

  /** A folder that looks like a Java: a release file, and a {@code java} printing its arguments. */
  private Path java(String name, int version, boolean vectors) throws IOException {
    Path java = folder.resolve(name);
    Files.createDirectories(java.resolve("bin"));
    executable(
        java.resolve("bin/java"),
        """
        #!/bin/sh
        [ "$1" = -version ] && echo 'openjdk version "%d.0.1" 2099-01-01' >&2 && exit
        printf '%%s\\n' "$@"
        """
            .formatted(version));
    Files.writeString(
        java.resolve("release"),
        "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%d.0.1\"\nMODULES=\"java.base%s\"\n"
            .formatted(version, vectors ? " jdk.incubator.vector" : ""));
    return java;
  }

  private static String pathWith(Path java) {
    return java.resolve("bin") + ":" + systemPath();
  }

  private static String systemPath() {
    return "/usr/bin:/bin";
  }

  private static Path executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
