package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import setu.core.anchor.AnchorStatus;
import setu.core.workspace.Workspace;
import tools.jackson.databind.JsonNode;

/** Two dictionaries become one, and two people’s projects. */
class AnchorsMergeCommandTest extends AnchorsRuns {
  @Test
  void mergeUnitesAndListsConflicts() throws IOException {
    Path first = file("1.tsv", "source\ttarget\tstatus\nsun\tඉර\taccepted\nsea\tමුහුද\trejected\n");
    Path second = file("2.txt", "මුහුද sea\nහඳ moon\nඉර sun\n");
    Path out = folder.resolve("union.tsv");
    JsonNode json = anchors("merge", first, second, out, "--json").json();
    assertThat(json.get("taken").asInt()).isEqualTo(3);
    assertThat(json.get("merged").asInt()).isEqualTo(1);
    assertThat(json.get("conflicts").get(0).get("source").asString()).isEqualTo("sea");
    assertThat(Files.readAllLines(out))
        .hasSize(4)
        .anyMatch(line -> line.startsWith("sea\tමුහුද\trejected"))
        .anyMatch(line -> line.startsWith("moon\tහඳ\taccepted"));
  }

  @Test
  void pullBringsAnotherPersonsWorkAndKeepsBothJudgements() throws IOException {
    Path ours = folder.resolve("ours");
    Path theirs = Files.createDirectory(folder.resolve("theirs"));
    Path start = file("start.tsv", "source\ttarget\nsun\tඉර\nsea\tමුහුද\nriver\tගඟ\n");
    assertThat(anchors("import", start, "--project", ours).exit()).isZero();
    for (String name : List.of("project.json", "anchors.jsonl")) {
      Files.copy(ours.resolve(name), theirs.resolve(name));
    }
    judge(ours, "sun", AnchorStatus.UNSURE);
    judge(theirs, "sun", AnchorStatus.REJECTED);
    judge(theirs, "sea", AnchorStatus.REJECTED);
    Path more = file("more.tsv", "source\ttarget\nmoon\tහඳ\n");
    assertThat(anchors("import", more, "--project", theirs).exit()).isZero();

    JsonNode shown = anchors("pull", theirs, "--project", ours, "--preview", "--json").json();
    assertThat(shown.get("taken").asInt()).isEqualTo(2);
    assertThat(shown.get("conflicts")).hasSize(1);
    assertThat(shown.get("conflicts").get(0).get("source").asString()).isEqualTo("sun");
    assertThat(shown.get("commonEvents").asInt()).isEqualTo(3);
    assertThat(shown.get("agreement").get("judged").asInt()).as("sun alone").isEqualTo(1);
    assertThat(shown.get("leftOut").asInt()).as("what came with both").isEqualTo(2);
    assertThat(anchors("pull", theirs, "--project", ours, "--preview").out())
        .contains("both judged 1 themselves; left out as they came: 2");
    assertThat(judged(ours)).as("only shown").hasSize(3);

    // A judge is not told on which pairs the other differs.
    try (Workspace workspace = Workspace.open(ours, Workspace.Mode.WRITE)) {
      workspace.setJudge("anna");
    }
    assertThat(anchors("pull", theirs, "--project", ours, "--preview").out())
        .contains("1 in conflict")
        .contains("not told while anna judges")
        .doesNotContain("both judged", "agreement", "kappa")
        .doesNotContain("conflict: sun");
    JsonNode blind = anchors("pull", theirs, "--project", ours, "--preview", "--json").json();
    assertThat(blind.get("inConflict").asInt()).isEqualTo(1);
    assertThat(blind.has("conflicts")).isFalse();
    assertThat(blind.has("agreement")).isFalse();
    try (Workspace workspace = Workspace.open(ours, Workspace.Mode.WRITE)) {
      workspace.setJudge("");
    }

    JsonNode done = anchors("pull", theirs, "--project", ours, "--json").json();
    assertThat(done.get("taken")).isEqualTo(shown.get("taken"));
    assertThat(judged(ours))
        .containsExactlyInAnyOrder(
            "sun UNSURE", "sun REJECTED", "sea REJECTED", "river ACCEPTED", "moon ACCEPTED");
    assertThat(judged(theirs)).as("theirs is only read").hasSize(4);
    assertFailed(anchors("pull", folder.resolve("nobody"), "--project", ours), "nobody");
  }

  private static List<String> judged(Path project) {
    try (Workspace workspace = Workspace.open(project, Workspace.Mode.READ)) {
      return workspace.anchors().current().anchors().stream()
          .map(anchor -> anchor.source() + " " + anchor.status())
          .toList();
    }
  }
}
