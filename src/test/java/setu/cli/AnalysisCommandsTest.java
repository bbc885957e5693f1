package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
  void everyTableIsWrittenInEveryFormat(@TempDir Path folder) throws Exception {
    CliRun run =
        CliRun.of(
            evaluate(
                test(),
                "--retrieval",
                "csls",
                "--errors",
                "--pruning",
                "--diagnostics",
                "--out",
                folder));
    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode json = JsonMapper.shared().readTree(folder.resolve("evaluate.json").toFile());
    assertThat(json.at("/results/0/precision/1").asDouble()).isEqualTo(42.0);
    assertThat(folder.resolve("evaluate.html"))
        .content()
        .contains("<td>42.00</td>", "Queries by kind of error", "Radovanović");
    for (String table : List.of("scores", "errors", "breakdown", "pruning", "diagnostics")) {
      List<String> tsv = Files.readAllLines(folder.resolve(table + ".tsv"));
      int columns = tsv.getFirst().split("\t", -1).length;
      assertThat(tsv).hasSizeGreaterThan(1).allMatch(l -> l.split("\t", -1).length == columns);
      assertThat(Files.readAllLines(folder.resolve(table + ".md"))).hasSize(tsv.size() + 1);
      assertThat(folder.resolve(table + ".tex")).content().contains("\\toprule", "\\bottomrule");
    }
    assertThat(folder.resolve("scores.tsv")).content().contains("\t42.00\t67.20\t74.00\t");
    assertThat(folder.resolve("errors.tsv")).content().contains("\t105\n");
    assertThat(Files.readAllLines(folder.resolve("diagnostics.tsv"))).hasSize(1 + 26);
  }

  /** A second space for the words of a sample file, by the shipped encoder. */
  private static Path encoded(Path folder, String name) throws Exception {
    List<String> words =
        Files.readAllLines(SAMPLE.resolve(name)).stream()
            .skip(1)
            .limit(3000)
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toList();
    Path out = folder.resolve("second." + name);
    CliRun run =
        CliRun.of(
            "encode",
            "--input",
            Files.write(folder.resolve(name + ".txt"), words),
            "--out",
            out,
            "--device",
            "cpu");
    assertThat(run.exit()).as(run.err()).isZero();
    return out;
  }

  @Test
  void aSecondSpaceByTheEncoderIsJoinedAndReplayed(@TempDir Path folder) throws Exception {
    Path report = folder.resolve("c2.json");
    Object[] second = {
      "--second-source",
      encoded(folder, "en.100.vec"),
      "--second-target",
      encoded(folder, "si.100.vec"),
      "--retrieval",
      "csls",
      "--report",
      report,
      "--json"
    };
    List<Object> blend = new ArrayList<>(Arrays.asList(second));
    blend.addAll(
        List.of(
            "--method",
            "contrastive-c2",
            "--option",
            "steps=2",
            "--option",
            "negatives=10",
            "--option",
            "rounds=1"));
    CliRun run = CliRun.of(evaluate(test(), blend.toArray()));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.json().at("/options/secondDimensions").asInt()).isEqualTo(100);
    assertThat(run.json().at("/results/0/precision/1").asDouble()).isGreaterThan(43);
    assertThat(CliRun.of("replay", report).out()).contains("every figure is the same");

    List<Object> average = new ArrayList<>(Arrays.asList(second));
    average.addAll(List.of("--join", "average"));
    CliRun mean = CliRun.of(evaluate(test(), average.toArray()));
    assertThat(mean.exit()).as(mean.err()).isZero();
    assertThat(mean.json().at("/results/0/precision/1").asDouble()).isNotEqualTo(42.0);
    assertThat(CliRun.of("replay", report).out()).contains("every figure is the same");

    CliRun alone = CliRun.of(evaluate(test(), "--method", "contrastive-c2"));
    assertThat(alone.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(alone.err()).contains("--second-source", "setu encode").hasLineCount(1);
    CliRun half = CliRun.of(evaluate(test(), "--second-source", second[1]));
    assertThat(half.exit()).isEqualTo(ExitCodes.USAGE);
    assertThat(half.err()).contains("--second-target");
    CliRun way =
        CliRun.of(evaluate(test(), second[0], second[1], second[2], second[3], "--join", "sum"));
    assertThat(way.exit()).isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void aKeptRunIsReplayed(@TempDir Path folder) throws Exception {
    Path test = Files.copy(test(), folder.resolve("test.tsv"));
    Path report = folder.resolve("first.json");
    assertThat(CliRun.of(evaluate(test, "--both-directions", "--report", report)).exit()).isZero();
    assertThat(folder.resolve("first.html"))
        .content()
        .contains("<h1>first</h1>", "42.0 / 67.2 / 74.0", "backward", "anchors.train.tsv")
        .contains("Missed by procrustes, csls, forward: 60 of 145", "SHA-256");
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
  void bothWaysAreCompared() {
    CliRun run = CliRun.of(evaluate(test(), "--consistency", "--retrieval", "nn", "--json"));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.json().at("/consistency/cosine").asDouble()).isCloseTo(1, within(1e-3));
    assertThat(run.json().at("/consistency/returning").asDouble()).isBetween(5.0, 60.0);
    CliRun vecmap =
        CliRun.of(
            evaluate(
                test(), "--consistency", "--retrieval", "nn", "--method", "vecmap-supervised"));
    assertThat(vecmap.out()).contains("both ways", "return").doesNotContain("NaN");
  }

  @Test
  void weightsOfAColumnCountAndAreReplayed(@TempDir Path folder) throws Exception {
    List<String> lines = Files.readAllLines(SAMPLE.resolve("anchors.train.tsv"));
    List<String> half = new ArrayList<>(List.of(lines.getFirst()));
    List<String> weighted = new ArrayList<>(List.of(lines.getFirst() + "\tTrust"));
    for (int i = 1; i < lines.size(); i++) {
      weighted.add(lines.get(i) + "\t" + i % 2);
      if (i % 2 == 1) {
        half.add(lines.get(i));
      }
    }
    Path trusted = Files.write(folder.resolve("trusted.tsv"), weighted);
    Path report = folder.resolve("run.json");
    CliRun run =
        withAnchors(
            trusted, "--weight-column", "trust", "--report", report, "--consistency", "--json");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.json().at("/options/weightColumn").asString()).isEqualTo("trust");
    assertThat(run.json().at("/options/weighting").isMissingNode()).isTrue();
    // Pairs of weight 0 count as if they were not there.
    CliRun without =
        withAnchors(Files.write(folder.resolve("half.tsv"), half), "--consistency", "--json");
    assertThat(run.json().get("results")).isEqualTo(without.json().get("results"));
    assertThat(run.json().get("consistency")).isEqualTo(without.json().get("consistency"));
    CliRun replayed = CliRun.of("replay", report);
    assertThat(replayed.out()).contains("every figure is the same");

    assertThat(withAnchors(trusted, "--weight-column", "none").exit()).isEqualTo(ExitCodes.FAILED);
    CliRun word = withAnchors(trusted, "--weight-column", "pos");
    assertThat(word.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(word.err()).contains("trusted.tsv", "line 2");
    assertThat(withAnchors(trusted, "--weight-column", "trust", "--method", "rcsls").exit())
        .isEqualTo(ExitCodes.USAGE);
    CliRun rare = withAnchors(trusted, "--option", "weighting=rare_words", "--json");
    assertThat(rare.json().at("/options/weighting").asString()).isEqualTo("RARE_WORDS");
    assertThat(rare.json().get("results")).isNotEqualTo(without.json().get("results"));
  }

  private static CliRun withAnchors(Path anchors, Object... more) {
    List<Object> words = new ArrayList<>(Arrays.asList(evaluate(test(), more)));
    words.set(words.indexOf("--anchors") + 1, anchors);
    return CliRun.of(words.toArray());
  }

  @Test
  void aFileThatIsNoReportIsTheUsersFault(@TempDir Path folder) throws Exception {
    CliRun run = CliRun.of("replay", Files.writeString(folder.resolve("x.json"), "{\"a\": 1}"));
    assertThat(run.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).contains("is not the report of a run");
  }
}
