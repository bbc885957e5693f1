package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BenchCommandTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("setu.home", "")).resolve("sample-vectors");

  @ParameterizedTest
  @ValueSource(strings = {"auto", "panama", "scalar", "nd4j", "onnx"})
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
    assertThat(figures.get("processorSeconds").asDouble()).isNotNegative();
    assertThat(figures.get("oneQuerySeconds").asDouble()).isPositive();
    assertThat(figures.get("gigaflops").asDouble())
        .isCloseTo(2e-9 * 40 * 300 * 20 / median, within(1e-9));
    assertThat(figures.get("reason").asString()).isNotBlank();
    if (!engine.equals("auto")) {
      assertThat(figures.get("engine").asString()).startsWith(engine);
    }
  }

  @Test
  void journalIsOpenedWithItsSnapshotAndLineByLine() {
    CliRun quick = CliRun.of("bench", "journal", "--events", 301, "--runs", 2, "--json");
    assertThat(quick.exit()).isZero();
    JsonNode figures = quick.json();
    assertThat(figures.get("name").asString()).isEqualTo("journal");
    assertThat(figures.get("engine").asString()).isEqualTo("snapshot");
    assertThat(figures.get("runs")).hasSize(2);
    assertThat(figures.get("rate").asDouble()).isEqualTo(301 / figures.get("median").asDouble());
    CliRun plain =
        CliRun.of("bench", "journal", "--events", 1, "--no-snapshot", "--runs", 1, "--json");
    assertThat(plain.json().get("engine").asString()).isEqualTo("lines");
    CliRun killed =
        CliRun.of("bench", "journal", "--events", 301, "--behind", 100, "--runs", 1, "--json");
    assertThat(killed.exit()).isZero();
    assertThat(CliRun.of("bench", "journal", "--events", 0).exit()).isEqualTo(2);
    assertThat(CliRun.of("bench", "journal", "--behind", 100_001).exit()).isEqualTo(2);
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
  void graphPrintsItsFigures() {
    CliRun run =
        CliRun.of("bench", "graph", "--rows", 90, "--dimensions", 6, "--runs", 1, "--json");
    assertThat(run.exit()).isZero();
    assertThat(run.json().get("name").asString()).isEqualTo("graph");
    assertThat(run.json().get("rate").asDouble())
        .isEqualTo(90 / run.json().get("median").asDouble());
    Path file = SAMPLE.resolve("en.100.vec");
    assertThat(CliRun.of("bench", "graph", "--space", file, "-k", 15, "--runs", 1).out())
        .startsWith("graph on ");
  }

  @Test
  void searchesAndScalesRowsOfFiles() {
    CliRun neighbors =
        CliRun.of(
            "bench",
            "neighbors",
            "--space",
            SAMPLE.resolve("en.100.vec"),
            "--queries",
            50,
            "--runs",
            1,
            "--json");
    assertThat(neighbors.exit()).isZero();
    JsonNode figures = neighbors.json();
    assertThat(figures.get("rate").asDouble()).isEqualTo(50 / figures.get("median").asDouble());
    CliRun csls =
        CliRun.of(
            "bench",
            "csls",
            "--source",
            SAMPLE.resolve("en.100.vec"),
            "--target",
            SAMPLE.resolve("si.100.vec"),
            "--anchors",
            SAMPLE.resolve("anchors.train.tsv"),
            "--runs",
            1);
    assertThat(csls.exit()).isZero();
    assertThat(csls.out()).startsWith("csls on ").contains("GFLOP/s");
    assertThat(CliRun.of("bench", "csls", "--source", SAMPLE.resolve("en.100.vec")).exit())
        .isEqualTo(2);
  }

  @Test
  void leavesWhatItWorkedOnAndFoundForOthers(@TempDir Path folder) throws IOException {
    Object[] neighbors = {
      "bench", "neighbors", "--base", 70, "--queries", 9, "--dimensions", 5, "-k", 3, "--runs", 1
    };
    assertThat(CliRun.of(with(neighbors, "--keep", folder)).exit()).isZero();
    CliRun info = CliRun.of("info", folder.resolve("base.npy"), "--json");
    assertThat(info.json().get("rows").asInt()).isEqualTo(70);
    assertThat(
            CliRun.of("info", folder.resolve("queries.npy"), "--json").json().get("rows").asInt())
        .isEqualTo(9);
    assertThat(Files.readAllLines(folder.resolve("neighbors.tsv")))
        .hasSize(9)
        .allMatch(line -> line.matches("\\d+\t\\d+\t\\d+"));
    Object[] csls = {
      "bench", "csls", "--source-rows", 40, "--target-rows", 30, "--dimensions", 5, "--runs", 1
    };
    assertThat(CliRun.of(with(csls, "--keep", folder)).exit()).isZero();
    assertThat(Files.readAllLines(folder.resolve("source-scaling.tsv"))).hasSize(40);
    assertThat(Files.readAllLines(folder.resolve("target-scaling.tsv"))).hasSize(30);
    assertThat(folder.resolve("target.vocab.txt")).exists();
  }

  private static Object[] with(Object[] arguments, Object... more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray();
  }

  @Test
  void theHelpNamesEveryEngine() {
    assertThat(CliRun.of("bench", "neighbors", "--help").out())
        .contains("auto, int8, panama, scalar, nd4j, onnx");
  }

  @Test
  void aCardThatIsNotThereIsNamed() {
    CliRun run =
        CliRun.of(
            "bench",
            "neighbors",
            "--engine",
            "onnx",
            "--device",
            "cuda",
            "--base",
            50,
            "--queries",
            5,
            "--runs",
            1);
    if (run.exit() != 0) {
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).contains("CUDA");
    }
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
