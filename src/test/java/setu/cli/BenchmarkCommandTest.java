package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.Aligners;
import setu.core.task.Cancellation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code setu benchmark} on the sample. */
class BenchmarkCommandTest {
  private static final Path SAMPLE = Path.of("sample-vectors");

  private static Object[] arguments(Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "benchmark",
                "--source",
                SAMPLE.resolve("en.100.vec"),
                "--target",
                SAMPLE.resolve("si.100.vec"),
                "--anchors",
                SAMPLE.resolve("anchors.train.tsv"),
                "--test",
                SAMPLE.resolve("anchors.test.tsv"),
                "--methods",
                "identity,procrustes"));
    arguments.addAll(Arrays.asList(more));
    return arguments.toArray();
  }

  @Test
  void everyRowHasTheKeysOfTheContract() {
    CliRun run = CliRun.of(arguments("--json", "--control"));
    assertThat(run.exit()).isZero();
    JsonNode rows = run.json().path("rows");
    assertThat(rows.size()).isEqualTo(3 * 2 * 2);
    for (JsonNode row : rows) {
      assertThat(row.propertyNames())
          .contains("method", "retrieval", "direction", "precision", "coverage", "seconds");
    }
    JsonNode csls = rows.get(5);
    assertThat(csls.path("method").asString()).isEqualTo("procrustes");
    assertThat(csls.path("retrieval").asString()).isEqualTo("csls");
    assertThat(csls.path("precision").path("1").asDouble()).isEqualTo(42.0);
    assertThat(run.json().path("comparisons").size()).isEqualTo(2 * 4);
    assertThat(run.json().path("comparisons").get(1).path("lost").asInt()).isEqualTo(105);
    assertThat(run.json().path("complete").asBoolean()).isTrue();
  }

  @Test
  void textShowsRowsThenThePublishedTable() {
    CliRun run = CliRun.of(arguments("--forward-only", "--retrieval", "csls"));
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("en.100 → si.100", "42.0 / 67.2 / 74.0", "20.4 / 39.9 / 49.1", "Leakage: 0");
  }

  @Test
  void outGetsEveryFormat(@TempDir Path folder) throws Exception {
    CliRun run = CliRun.of(arguments("--forward-only", "--out", folder));
    assertThat(run.exit()).isZero();
    assertThat(Files.readString(folder.resolve("benchmark.tsv")).lines()).hasSize(1 + 4);
    assertThat(Files.readString(folder.resolve("benchmark.md"))).contains("| 42.0 / 67.2 / 74.0 |");
    assertThat(Files.readString(folder.resolve("benchmark.tex"))).contains("\\toprule");
    assertThat(Files.readString(folder.resolve("benchmark.html"))).contains("</table>");
    JsonNode json = JsonMapper.shared().readTree(folder.resolve("benchmark.json").toFile());
    assertThat(json.path("rows").size()).isEqualTo(4);
  }

  @Test
  void anInterruptedRunEndsWith130() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    CliRun run = CliRun.of(cancellation, arguments());
    assertThat(run.exit()).isEqualTo(ExitCodes.INTERRUPTED);
  }

  @Test
  void supervisedStandsForTheMethodsThatLearnFromAnchors() {
    assertThat(BenchmarkCommand.names(List.of())).isEqualTo(Aligners.names());
    assertThat(BenchmarkCommand.names(List.of("identity", "supervised", "adversarial")))
        .startsWith("identity")
        .contains("procrustes", "rcsls", "vecmap-supervised")
        .doesNotContain("vecmap-unsupervised", "wasserstein-procrustes")
        .endsWith("adversarial")
        .doesNotHaveDuplicates();
  }
}
