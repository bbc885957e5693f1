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
    assertThat(precision(out, written("dev.txt", split.development())))
        .isCloseTo(found.path("p1").asDouble(), within(0.01));
  }

  @Test
  void pairsCountAsMuchAsTheyAreWeighed() throws IOException {
    DevelopmentSplit split = DevelopmentSplit.of(Sample.TRAIN, 0.2, 42);
    Path rest = written("rest.txt", split.training());
    Path dev = written("dev.txt", split.development());
    String lemmas = "weighting=lemmas";
    JsonNode found = reduce("--anchors", TRAIN, "--loss", "5", "--option", lemmas, "--json").json();
    assertThat(found.path("weighting").asString()).isEqualTo("LEMMAS");
    assertThat(found.path("p1Whole").asDouble())
        .isCloseTo(precision(rest, dev, "--option", lemmas), within(0.01))
        .isNotCloseTo(precision(rest, dev), within(0.01));

    // Pairs of weight 0 in a column count as if they were not there.
    List<String> weighed = new ArrayList<>(List.of("english\tsinhala\ttrust"));
    List<WordPair> trusted = new ArrayList<>();
    for (WordPair pair : Sample.TRAIN) {
      int trust = weighed.size() % 2;
      weighed.add(pair.source() + "\t" + pair.target() + "\t" + trust);
      if (trust == 1 && split.training().contains(pair)) {
        trusted.add(pair);
      }
    }
    Path column = Files.write(folder.resolve("trust.tsv"), weighed);
    JsonNode byColumn =
        reduce("--anchors", column, "--loss", "5", "--weight-column", "trust", "--json").json();
    assertThat(byColumn.path("weightColumn").asString()).isEqualTo("trust");
    assertThat(byColumn.path("p1Whole").asDouble())
        .isCloseTo(precision(written("trusted.txt", trusted), dev), within(0.01));

    assertThat(reduce("--help").out()).contains("--weight-column=NAME", "weighting=lemmas");
    CliRun both = reduce("--anchors", column, "--weight-column", "trust", "--option", lemmas);
    assertThat(both.exit()).isEqualTo(ExitCodes.USAGE);
    assertThat(reduce("--anchors", TRAIN, "--option", "weighting=heavy").exit())
        .isEqualTo(ExitCodes.USAGE);
    assertThat(reduce("--anchors", column, "--weight-column", "none").exit())
        .isEqualTo(ExitCodes.FAILED);
  }

  private Path written(String name, List<WordPair> pairs) throws IOException {
    return Files.write(
        folder.resolve(name),
        pairs.stream().map(pair -> pair.source() + "\t" + pair.target()).toList());
  }

  /** P@1 of evaluate, per cent. */
  private static double precision(Path anchors, Path dev, Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--source",
                Sample.FOLDER.resolve("en.100.vec"),
                "--target",
                Sample.FOLDER.resolve("si.100.vec"),
                "--anchors",
                anchors,
                "--test",
                dev,
                "--retrieval",
                "nn",
                "--json"));
    words.addAll(List.of(more));
    JsonNode evaluated = CliRun.of(words.toArray()).json();
    return evaluated.path("results").get(0).path("precision").path("1").asDouble();
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
