package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.WordPair;
import setu.core.evaluate.DevelopmentSplit;
import tools.jackson.databind.JsonNode;

/** From one method's mapping to another's, chosen on pairs kept aside. */
class InterpolateCommandTest {
  private static final Path SAMPLE = Path.of("sample-vectors");

  @TempDir private Path folder;

  private static CliRun interpolate(Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "interpolate",
                "--source",
                SAMPLE.resolve("en.100.vec"),
                "--target",
                SAMPLE.resolve("si.100.vec")));
    words.addAll(Arrays.asList(more));
    return CliRun.of(words.toArray());
  }

  @Test
  void itsEndsAreTheMethodsAndTheBestPointIsWritten() {
    Path out = folder.resolve("out");
    CliRun run =
        interpolate(
            "--anchors",
            SAMPLE.resolve("anchors.train.tsv"),
            "--development",
            SAMPLE.resolve("anchors.test.tsv"),
            "--test",
            SAMPLE.resolve("anchors.test.tsv"),
            "--methods",
            "identity,procrustes",
            "--steps",
            4,
            "--out",
            out,
            "--json");
    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.get("points")).hasSize(5);
    // Procrustes on the whole dictionary is the reference's figure; no mapping finds next to none.
    assertThat(json.at("/points/4/precision/1").asDouble()).isCloseTo(42.0, within(0.1));
    assertThat(json.at("/points/0/precision/1").asDouble()).isLessThan(2);
    assertThat(json.at("/points/4/precision/1").asDouble())
        .isGreaterThan(json.at("/points/2/precision/1").asDouble());
    assertThat(json.get("best").asDouble()).isEqualTo(1);
    assertThat(json.get("test")).hasSize(3);
    assertThat(json.get("largestAngle").asDouble()).isBetween(90.0, 180.0);
    assertThat(Files.exists(out.resolve("mapping.npy"))).isTrue();
    assertThat(Files.exists(out.resolve("report.json"))).isTrue();
  }

  @Test
  void aShareOfTheAnchorsIsKeptAside() {
    CliRun run =
        interpolate(
            "--anchors",
            SAMPLE.resolve("anchors.train.tsv"),
            "--share",
            "0.2",
            "--steps",
            1,
            "--retrieval",
            "nn");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("t 0.00", "t 1.00", "best").doesNotContain("test");
    List<WordPair> pairs = DictionaryFiles.readPairs(SAMPLE.resolve("anchors.train.tsv"));
    DevelopmentSplit split = DevelopmentSplit.of(pairs, 0.2, 42);
    Set<String> learnt = sources(split.training());
    Set<String> aside = sources(split.development());
    assertThat(split.training().size() + split.development().size()).isEqualTo(pairs.size());
    assertThat((double) aside.size()).isCloseTo(0.2 * sources(pairs).size(), within(1.0));
    assertThat(learnt).doesNotContainAnyElementsOf(aside);
    assertThat(DevelopmentSplit.of(pairs, 0.2, 42)).isEqualTo(split);
    assertThat(DevelopmentSplit.of(pairs, 0.2, 43)).isNotEqualTo(split);
  }

  @Test
  void wordsToChooseByAreNotLearntFrom() throws IOException {
    Path test = SAMPLE.resolve("anchors.test.tsv");
    CliRun all = interpolate("--anchors", test, "--development", test, "--steps", 1);
    assertThat(all.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(all.err()).contains("training pairs were left out", "anchors.test.tsv");
    Path unknown = Files.writeString(folder.resolve("unknown.txt"), "xyzzy plugh\n");
    CliRun failed =
        interpolate(
            "--anchors",
            SAMPLE.resolve("anchors.train.tsv"),
            "--methods",
            "identity,procrustes",
            "--development",
            unknown);
    assertThat(failed.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(failed.err()).contains("unknown.txt");
  }

  private static Set<String> sources(List<WordPair> pairs) {
    return new HashSet<>(pairs.stream().map(WordPair::source).toList());
  }

  @Test
  void wrongUsageIsSaid() {
    Path train = SAMPLE.resolve("anchors.train.tsv");
    assertThat(interpolate().exit()).isEqualTo(ExitCodes.USAGE);
    for (Object[] words :
        List.of(
            new Object[] {"--methods", "procrustes"},
            new Object[] {"--methods", "procrustes,vecmap-supervised"},
            new Object[] {"--steps", "0"},
            new Object[] {"--share", "1"})) {
      CliRun run = interpolate("--anchors", train, words[0], words[1]);
      assertThat(run.exit()).as("%s", Arrays.toString(words)).isEqualTo(ExitCodes.USAGE);
      assertThat(run.err()).contains(words[0].toString().substring(2, 5));
    }
  }
}
