package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BenchCommandTest {
  @ParameterizedTest
  @ValueSource(strings = {"auto", "scalar"})
  void neighborsPrintsItsFigures(String engine) {
    CliRun run =
        CliRun.of(
            "bench",
            "neighbors",
            "--base",
            300,
            "--queries",
            40,
            "--dimensions",
            20,
            "--engine",
            engine,
            "--runs",
            3,
            "--threads",
            2,
            "--json");
    assertThat(run.exit()).isZero();
    JsonNode figures = run.json();
    assertThat(figures.get("name").asString()).isEqualTo("neighbors");
    assertThat(figures.get("threads").asInt()).isEqualTo(2);
    assertThat(figures.get("runs")).hasSize(3);
    double median = figures.get("median").asDouble();
    assertThat(figures.get("rate").asDouble()).isEqualTo(40 / median);
    assertThat(figures.get("unit").asString()).isEqualTo("queries/s");
    assertThat(figures.get("peakMemoryBytes").asLong()).isGreaterThan(1_000_000);
    if (engine.equals("scalar")) {
      assertThat(figures.get("engine").asString()).isEqualTo("scalar");
    }
  }

  @Test
  void cslsPrintsALineForPeople() {
    CliRun run =
        CliRun.of(
            "bench",
            "csls",
            "--source-rows",
            60,
            "--target-rows",
            50,
            "--dimensions",
            7,
            "--runs",
            2);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("csls on ").contains("GFLOP/s");
  }

  @Test
  void wrongUsageIsNamed() {
    assertThat(CliRun.of("bench").exit()).isEqualTo(2);
    assertThat(CliRun.of("bench", "neighbors", "--engine", "magic").err()).contains("'magic'");
    assertThat(CliRun.of("bench", "neighbors", "--engine", "magic").exit()).isEqualTo(2);
    assertThat(CliRun.of("bench", "csls", "--dimensions", 0).exit()).isEqualTo(2);
    assertThat(
            CliRun.of("bench", "csls", "--source-rows", 2, "--target-rows", 2, "--runs", 0).exit())
        .isEqualTo(2);
  }

  @Test
  void theMedianOfAnEvenNumberIsBetween() {
    assertThat(Benchmark.median(java.util.List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
    assertThat(Benchmark.median(java.util.List.of(4.0, 1.0, 3.0))).isEqualTo(3.0);
  }
}
