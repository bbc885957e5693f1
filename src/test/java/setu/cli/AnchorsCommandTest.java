package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import setu.core.workspace.Workspace;
import tools.jackson.databind.JsonNode;

/** What is wrong with a file or a project is said in one line. */
class AnchorsCommandTest extends AnchorsRuns {
  @Test
  void whatCannotBeDoneIsOneLineAndStatusOne() throws IOException {
    Path project = folder.resolve("project");
    Path good = file("good.txt", "sun ඉර\n");
    assertFailed(anchors("import", file("one.txt", "word\n"), "--project", project), "one column");
    assertThat(project).doesNotExist();
    assertFailed(anchors("import", file("empty", ""), "--project", project), "is empty");
    assertFailed(anchors("import", folder, "--project", project), "is a folder");
    assertFailed(anchors("import", folder.resolve("no"), "--project", project), "no such file");
    assertFailed(anchors("check", file("b", "a\0b c\n")), "not UTF-8");
    assertFailed(anchors("stats", "--project", folder), "holds no Setu project");
    assertFailed(anchors("import", good, "--project", folder), "holds files already");
    assertThat(anchors("import", good).exit()).isEqualTo(ExitCodes.USAGE);
    assertThat(anchors().exit()).isEqualTo(ExitCodes.USAGE);

    anchors("import", good, "--project", project);
    assertFailed(anchors("export", folder, "--project", project), "is a folder");
    try (Workspace held = Workspace.open(project, Workspace.Mode.WRITE)) {
      assertFailed(anchors("import", good, "--project", project), "open in another window");
      assertThat(anchors("stats", "--project", held.folder()).exit()).isZero();
    }
    Path journal = project.resolve("anchors.jsonl");
    Files.writeString(journal, "bad\n" + Files.readString(journal));
    assertFailed(anchors("log", "--project", project), "line 1");
  }

  @Test
  void aTornEventIsReported() throws IOException {
    Path project = folder.resolve("project");
    Path good = file("good.txt", "sun ඉර\nmoon හඳ\n");
    anchors("import", good, "--project", project);
    Path journal = project.resolve("anchors.jsonl");
    byte[] bytes = Files.readAllBytes(journal);
    Files.write(journal, Arrays.copyOf(bytes, bytes.length - 5));
    JsonNode stats = anchors("stats", "--project", project, "--json").json();
    assertThat(stats.get("events").asInt()).isEqualTo(1);
    assertThat(stats.get("tornBytes").asInt()).isPositive();
    CliRun again = anchors("import", good, "--project", project, "--json");
    assertThat(again.err()).contains("torn").hasLineCount(1);
    assertThat(again.json().get("taken").asInt()).isEqualTo(1);
  }
}
