package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is to be looked at in a dictionary, and what cleaning mends. */
class AnchorsCheckCommandTest extends AnchorsRuns {
  private static final Path SAMPLE = Path.of("sample-vectors");

  @Test
  void checkNamesWhatToLookAt() throws IOException {
    Path file =
        file(
            "c.txt",
            "ශ්\u200Dරී sri\nශ්රී sri\nඅත hand\nඅත hand\nහිරු සූර්ය\nඑක\nd,e ද\nmother මව\n");
    CliRun run = anchors("check", file, "--json");
    // Refused rows are the data's fault: the document is whole, and one line says what to do.
    assertThat(run.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err().strip().lines())
        .singleElement()
        .asString()
        .contains("c.txt, line 6: rows that are no pairs: 2. Correct or delete them");
    assertThat(anchors("check", file("d.txt", "අත hand\nඅත hand\n")).exit()).isZero();
    JsonNode json = run.json();
    assertThat(json.get("pairs").asInt()).isEqualTo(6);
    List<String> issues = new ArrayList<>();
    for (JsonNode issue : json.get("issues")) {
      issues.add(issue.get("line").asInt() + " " + issue.get("kind").asString());
    }
    assertThat(issues)
        .containsExactly(
            "2 twin", "4 duplicate", "5 same-script", "6 one-column", "7 not-a-word", "8 swapped");
  }

  @Test
  void checkFindsUnknownWordsAndRefusesADictionaryOfNothingElse() throws IOException {
    Path en = SAMPLE.resolve("en.100.vec");
    Path si = SAMPLE.resolve("si.100.vec");
    CliRun known =
        anchors("check", SAMPLE.resolve("faulty.tsv"), "--source", en, "--target", si, "--json");
    List<String> unknown = new ArrayList<>();
    for (JsonNode issue : known.json().get("issues")) {
      if (issue.get("kind").asString().startsWith("unknown-")) {
        unknown.add(issue.get("line").asString());
      }
    }
    assertThat(unknown.stream().distinct()).hasSize(10);
    Path foreign = file("foreign.txt", "qqqq wwww\neeee rrrr\n");
    assertFailed(anchors("check", foreign, "--source", en, "--target", si), "foreign.txt");
  }

  @Test
  void cleanShowsFirstAndThenChangesAsOneBatch() throws IOException {
    Path project = folder.resolve("cleaned");
    Path file = file("w.tsv", "source\ttarget\nriver\tගඟ\nRiver\tගඟ\nමව\tmother\nhand\tඅත\n");
    anchors("import", file, "--project", project);
    JsonNode shown = anchors("clean", "--project", project, "--preview", "--json").json();
    assertThat(shown.get("wouldChange").asInt()).isEqualTo(2);
    assertThat(shown.get("changed").asInt()).isZero();
    JsonNode done = anchors("clean", "--project", project, "--json").json();
    assertThat(done.get("changed").asInt()).isEqualTo(2);
    assertThat(anchors("stats", "--project", project, "--json").json().get("anchors").asInt())
        .isEqualTo(3);
    assertThat(anchors("clean", "--project", project, "--kinds", "nonsense").exit()).isEqualTo(2);
    assertFailed(anchors("clean", "--project", folder.resolve("none")), "no Setu project");
  }

  @Test
  void cleanListsApartWhatIsOnlyToBeLookedAt() throws IOException {
    Path project = folder.resolve("told");
    Path file = file("t.tsv", "source\ttarget\nriver\tගඟ\nsea,\tමුහුද\ncolombo\tkolamba\n");
    anchors("import", file, "--project", project);
    assertThat(anchors("clean", "--project", project).out())
        .isEqualToNormalizingNewlines(
            """
            2 found, 1 changed
              punctuation: sea, මුහුද → sea මුහුද
            1 to look at, not changed
              same-script: colombo kolamba
            """);
  }
}
