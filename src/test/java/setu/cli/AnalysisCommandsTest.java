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
