package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ProjectCommandTest {
  private static final Path SAMPLE = Path.of("sample-vectors");

  @TempDir Path folder;

  @Test
  void writesCoordinatesOfBothSpaces() throws IOException {
    Path out = folder.resolve("coords.tsv");
    CliRun run =
        CliRun.of(
            "project",
            "--source",
            SAMPLE.resolve("en.100.vec"),
            "--target",
            SAMPLE.resolve("si.100.vec"),
            "--anchors",
            SAMPLE.resolve("anchors.train.tsv"),
            "--limit",
            200,
            "--dimensions",
            3,
            "--out",
            out,
            "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    JsonNode json = run.json();
    assertThat(json.get("method").asString()).isEqualTo("pca");
    assertThat(json.get("engine").asString()).isEqualTo("setu");
    assertThat(json.get("rows").asInt()).isEqualTo(400);
    assertThat(json.get("trustworthiness").asDouble()).isBetween(0.6, 1.0);
    assertThat(json.get("continuity").asDouble()).isBetween(0.6, 1.0);
    assertThat(json.get("seconds").asDouble()).isPositive();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(401);
    assertThat(lines.getFirst()).isEqualTo("word\tside\tx\ty\tz\ttrustworthiness");
    assertThat(lines.get(1)).startsWith("the\tsource\t");
    assertThat(lines.get(201)).startsWith("මේ\ttarget\t");
    assertThat(lines.get(1).split("\t")).hasSize(6);
  }

  @Test
  void theSameSeedWritesTheSameFile() throws IOException {
    for (String method : List.of("umap", "tsne")) {
      Path once = folder.resolve(method + "1.tsv");
      Path again = folder.resolve(method + "2.tsv");
      assertThat(project(method, once).exit()).isZero();
      assertThat(project(method, again).exit()).isZero();
      assertThat(once).hasSameTextualContentAs(again);
    }
  }

  @Test
  void smileLaysOutOnRequestAndRefusesInOneLine() {
    CliRun run = smile("tsne", 120);
    assertThat(run.exit()).isZero();
    assertThat(run.json().get("engine").asString()).isEqualTo("smile");
    assertThat(run.json().get("trustworthiness").asDouble()).isBetween(0.7, 1.0);
    CliRun many = smile("tsne", 4000);
    assertThat(many.exit()).isEqualTo(1);
    assertThat(many.err()).contains("4000 > 3000").contains("--engine setu");
    assertThat(smile("pca", 120).exit()).isEqualTo(2);
  }

  private static CliRun smile(String method, int rows) {
    return CliRun.of(
        "project",
        "--source",
        SAMPLE.resolve("si.100.vec"),
        "--limit",
        rows,
        "--method",
        method,
        "--engine",
        "smile",
        "--json");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(project("som", folder.resolve("x.tsv")).exit()).isEqualTo(2);
    CliRun run = CliRun.of("project", "--source", folder.resolve("none.vec"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("no such file");
  }

  private static CliRun project(String method, Path out) {
    return CliRun.of(
        "project",
        "--source",
        SAMPLE.resolve("si.100.vec"),
        "--limit",
        150,
        "--method",
        method,
        "--out",
        out);
  }
}
