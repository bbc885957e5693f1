package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code setu evaluate} says besides its scores, and runs kept and replayed. */
class AnalysisCommandsTest {
  private static final Path SAMPLE = Path.of("sample-vectors");

  private static Object[] evaluate(Path test, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--source",
                SAMPLE.resolve("en.100.vec"),
                "--target",
                SAMPLE.resolve("si.100.vec"),
                "--anchors",
                SAMPLE.resolve("anchors.train.tsv"),
                "--test",
                test));
    arguments.addAll(Arrays.asList(more));
    return arguments.toArray();
  }

  private static Path test() {
    return SAMPLE.resolve("anchors.test.tsv");
  }

  @Test
  void errorsPruningAndDiagnosticsStandInTheJson() {
    CliRun run =
        CliRun.of(
            evaluate(
                test(), "--retrieval", "csls", "--errors", "--pruning", "--diagnostics", "--json"));
    assertThat(run.exit()).isZero();
    JsonNode errors = run.json().path("results").get(0).path("errors");
    assertThat(errors.path("kinds").path("none").asInt()).isEqualTo(105);
    assertThat(errors.path("kinds").path("inflection").asInt()).isPositive();
    assertThat(errors.path("stemSoft").path("1").asDouble()).isGreaterThan(42.0);
    assertThat(errors.path("breakdown").path("part-of-speech").size()).isGreaterThan(5);
    assertThat(errors.path("queries").size()).isEqualTo(250);
    assertThat(errors.path("queries").get(0).path("candidates").size()).isEqualTo(10);
    JsonNode pruning = run.json().path("pruning");
    assertThat(pruning.get(pruning.size() - 1).path("precision").path("1").asDouble())
        .isEqualTo(42.0);
    JsonNode figures = run.json().path("diagnostics").path("figures");
    assertThat(figures.size()).isEqualTo(26);
    for (JsonNode figure : figures) {
      assertThat(figure.path("meaning").asString()).isNotBlank();
      assertThat(figure.path("source").asString()).isNotBlank();
    }
    assertThat(run.json().path("diagnostics").path("hubs").size()).isEqualTo(20);
  }

  @Test
  void aKeptRunIsReplayed(@TempDir Path folder) throws Exception {
    Path test = Files.copy(test(), folder.resolve("test.tsv"));
    Path report = folder.resolve("first.json");
    assertThat(CliRun.of(evaluate(test, "--both-directions", "--report", report)).exit()).isZero();
    CliRun same = CliRun.of("replay", report);
    assertThat(same.exit()).isZero();
    assertThat(same.out()).contains("every figure is the same");

    Files.writeString(test, Files.readString(test) + "river\tපොත\n");
    CliRun changed = CliRun.of("replay", report, "--json");
    assertThat(changed.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(changed.json().path("same").asBoolean()).isFalse();
    assertThat(changed.json().path("changedInputs").get(0).asString()).endsWith("test.tsv");
  }

  @Test
  void aFileThatIsNoReportIsTheUsersFault(@TempDir Path folder) throws Exception {
    CliRun run = CliRun.of("replay", Files.writeString(folder.resolve("x.json"), "{\"a\": 1}"));
    assertThat(run.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).contains("is not the report of a run");
  }
}
