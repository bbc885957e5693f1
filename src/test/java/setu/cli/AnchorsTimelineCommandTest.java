package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import setu.core.workspace.SampleProject;
import setu.core.workspace.Workspace;
import setu.core.workspace.Workspace.SpaceReference;
import tools.jackson.databind.JsonNode;

/** How the scores of a project went with its edits. */
class AnchorsTimelineCommandTest extends AnchorsRuns {
  private static final Path SAMPLE = Path.of("sample-vectors");

  @Test
  void theTimelineScoresPastDictionaries() throws IOException {
    Path project = folder.resolve("project");
    SampleProject.open(SAMPLE, project).close();
    Path wrong = file("wrong.tsv", "source\ttarget\nriver\tමව\n");
    assertThat(anchors("import", wrong, "--project", project).exit()).isZero();
    JsonNode points =
        anchors("timeline", "--project", project, "--points", 5, "--json").json().get("points");
    assertThat(points).hasSize(2);
    assertThat(points.get(0).get("anchors").asInt()).isEqualTo(1039);
    assertThat(points.get(0).get("forward").asDouble()).isCloseTo(42.0, within(0.1));
    assertThat(points.get(1).get("anchors").asInt()).isEqualTo(1040);
    assertThat(anchors("timeline", "--project", project).out())
        .startsWith("edit\ttime\tanchors")
        .contains("\t1039\t42.00\t");
    assertThat(anchors("timeline", "--project", project, "--points", 1).exit())
        .isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void aTimelineSaysWhatTheProjectLacks() throws IOException {
    Path bare = folder.resolve("bare");
    Path pairs = file("pairs.tsv", "source\ttarget\nriver\tගඟ\n");
    assertThat(anchors("import", pairs, "--project", bare).exit()).isZero();
    CliRun withoutSpaces = anchors("timeline", "--project", bare, "--test", pairs);
    assertThat(withoutSpaces.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(withoutSpaces.err())
        .hasLineCount(1)
        .contains(bare.toString(), "no source and target space", "setu open " + bare)
        .doesNotContain("source.vec");

    Path english = Files.copy(SAMPLE.resolve("en.100.vec"), folder.resolve("en.vec"));
    Workspace.create(
            folder.resolve("untested"),
            new SpaceReference("en", english, ""),
            new SpaceReference("si", SAMPLE.resolve("si.100.vec").toAbsolutePath(), ""),
            null)
        .close();
    Object[] timeline = {"timeline", "--project", folder.resolve("untested")};
    CliRun withoutTest = anchors(timeline);
    assertThat(withoutTest.exit()).isEqualTo(ExitCodes.USAGE);
    assertThat(withoutTest.err()).hasLineCount(1).contains("no test dictionary", "--test FILE");
    Files.delete(english);
    assertThat(anchors(timeline).err()).contains(english.toString(), "no longer there");
  }
}
