package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.WordPair;
import setu.core.evaluate.DevelopmentSplit;
import setu.core.evaluate.Sample;
import tools.jackson.databind.JsonNode;

/** A part of the dictionary does what the whole does, within the loss that was allowed. */
class AnchorsReduceCommandTest {
  private static final Path TRAIN = Sample.FOLDER.resolve("anchors.train.tsv");

  @TempDir private Path folder;

  private static CliRun reduce(Object... more) {
    Object[] words = new Object[6 + more.length];
    words[0] = "anchors";
    words[1] = "reduce";
    words[2] = "--source";
    words[3] = Sample.FOLDER.resolve("en.100.vec");
    words[4] = "--target";
    words[5] = Sample.FOLDER.resolve("si.100.vec");
    System.arraycopy(more, 0, words, 6, more.length);
    return CliRun.of(words);
  }

  @Test
  void keepsThePrecisionThatWasAskedForWithFewerPairs() throws IOException {
    Path out = folder.resolve("small.txt");
    JsonNode found = reduce("--anchors", TRAIN, "--loss", "2", "--out", out, "--json").json();
    List<WordPair> small = DictionaryFiles.readPairs(out);
    assertThat(small).hasSize(found.path("pairs").asInt());
    assertThat(small.size()).isLessThan(found.path("training").asInt() * 3 / 4);
    assertThat(found.path("p1").asDouble())
        .isGreaterThanOrEqualTo(found.path("p1Whole").asDouble() - 2);

    // Nothing of what it was measured on is in it, and the figures are those of evaluate.
    DevelopmentSplit split = DevelopmentSplit.of(Sample.TRAIN, 0.2, 42);
    assertThat(new HashSet<>(split.training())).containsAll(small);
    Set<String> aside = new HashSet<>();
    split.development().forEach(pair -> aside.add(pair.source()));
    assertThat(small).noneMatch(pair -> aside.contains(pair.source()));
    Path dev = folder.resolve("dev.txt");
    Files.write(
        dev,
        split.development().stream().map(pair -> pair.source() + "\t" + pair.target()).toList());
    JsonNode evaluated =
        CliRun.of(
                "evaluate",
                "--source",
                Sample.FOLDER.resolve("en.100.vec"),
                "--target",
                Sample.FOLDER.resolve("si.100.vec"),
                "--anchors",
                out,
                "--test",
                dev,
                "--retrieval",
                "nn",
                "--json")
            .json();
    assertThat(evaluated.path("results").get(0).path("precision").path("1").asDouble())
        .isCloseTo(found.path("p1").asDouble(), within(0.01));
  }

  @Test
  void aLossOfNothingKeepsThePrecisionOfTheWhole() {
    JsonNode found = reduce("--anchors", TRAIN, "--loss", "0", "--json").json();
    assertThat(found.path("p1").asDouble())
        .isGreaterThanOrEqualTo(found.path("p1Whole").asDouble());
  }

  @Test
  void wordsThatAreMeasuredOnAreNotLearntFrom() throws IOException {
    Path test = Sample.FOLDER.resolve("anchors.test.tsv");
    List<WordPair> measured = DictionaryFiles.readPairs(test);
    Set<String> aside = new HashSet<>();
    measured.forEach(pair -> aside.add(pair.source()));
    List<WordPair> both =
        new ArrayList<>(
            Sample.TRAIN.stream()
                .filter(pair -> !aside.contains(pair.source()))
                .limit(150)
                .toList());
    both.addAll(measured);
    Path mixed = folder.resolve("mixed.txt");
    Files.write(mixed, both.stream().map(pair -> pair.source() + "\t" + pair.target()).toList());
    CliRun run = reduce("--anchors", mixed, "--development", test, "--json");
    assertThat(run.err()).contains(measured.size() + " training pairs were left out", "test.tsv");
    assertThat(run.json().path("training").asInt()).isEqualTo(150);
    assertThat(run.json().path("pairs").asInt()).isBetween(1, 150);

    Path unknown = Files.writeString(folder.resolve("unknown.txt"), "xyzzy plugh\n");
    CliRun failed = reduce("--anchors", TRAIN, "--development", unknown);
    assertThat(failed.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(failed.err()).contains("unknown.txt");
  }

  @Test
  void saysWhatItNeeds() {
    assertThat(reduce().exit()).isEqualTo(ExitCodes.USAGE);
    assertThat(reduce("--anchors", TRAIN, "--loss", "-1").exit()).isEqualTo(ExitCodes.USAGE);
    assertThat(reduce("--anchors", TRAIN, "--share", "1").exit()).isEqualTo(ExitCodes.USAGE);
  }
}
