package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.space.SpaceFormat;
import tools.jackson.databind.JsonNode;

/** The commands align, evaluate, neighbors and bench live: what they print and how they fail. */
class AlignmentCommandsTest {
  private static final Path SAMPLE = Path.of("sample-vectors");
  private static final Path SOURCE = SAMPLE.resolve("en.100.vec");
  private static final Path TARGET = SAMPLE.resolve("si.100.vec");
  private static final Path TRAIN = SAMPLE.resolve("anchors.train.tsv");
  private static final Path TEST = SAMPLE.resolve("anchors.test.tsv");

  @TempDir private Path folder;

  private static CliRun evaluate(Path source, Path target, Path train, Path test, Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--source",
                source,
                "--target",
                target,
                "--anchors",
                train,
                "--test",
                test));
    words.addAll(List.of(more));
    return CliRun.of(words.toArray());
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines), StandardCharsets.UTF_8);
  }

  @Test
  void aRunThatCannotWriteAllLeavesNoReportOfSuccess() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(out.resolve("report.json"), "{\"complete\" : true}");
    Path taken = Files.createDirectory(out.resolve("target.mapped.vec"));
    file("out/target.mapped.vec/held", "x");
    Object[] align = {
      "align", "--source", SOURCE, "--target", TARGET, "--anchors", TRAIN, "--out", out
    };
    assertThat(CliRun.of(align).exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(out.resolve("mapping.txt")).exists();
    assertThat(out.resolve("report.json")).doesNotExist();
    Files.delete(taken.resolve("held"));
    Files.delete(taken);
    assertThat(CliRun.of(align).exit()).isZero();
    assertThat(out.resolve("report.json")).content().contains("\"complete\" : true");
  }

  @Test
  void evaluatePrintsTheContractsKeysAndTheReferencesFigures() {
    CliRun run = evaluate(SOURCE, TARGET, TRAIN, TEST, "--both-directions", "--json");
    assertThat(run.exit()).isZero();
    JsonNode json = run.json();
    assertThat(json.at("/method").asString()).isEqualTo("procrustes");
    assertThat(json.at("/anchors/given").asInt()).isEqualTo(1039);
    assertThat(json.at("/anchors/used").asInt()).isEqualTo(1039);
    assertThat(json.at("/anchors/oov").asInt()).isZero();
    assertThat(json.at("/results")).hasSize(4);
    JsonNode nn = json.at("/results/0");
    assertThat(nn.at("/direction").asString()).isEqualTo("forward");
    assertThat(nn.at("/retrieval").asString()).isEqualTo("nn");
    assertThat(nn.at("/queries/all").asInt()).isEqualTo(250);
    assertThat(nn.at("/queries/sourceCovered").asInt()).isEqualTo(250);
    assertThat(nn.at("/queries/covered").asInt()).isEqualTo(250);
    assertThat(nn.at("/coverage").asDouble()).isEqualTo(1);
    assertThat(nn.at("/precision/1").asDouble()).isCloseTo(30.8, within(0.1));
    assertThat(nn.at("/precision/5").asDouble()).isCloseTo(60.4, within(0.1));
    assertThat(nn.at("/precision/10").asDouble()).isCloseTo(69.6, within(0.1));
    assertThat(nn.at("/precisionAll/1").asDouble()).isCloseTo(30.8, within(0.1));
    assertThat(nn.at("/precisionSourceCovered/10").asDouble()).isCloseTo(69.6, within(0.1));
    assertThat(nn.at("/mrr").asDouble()).isCloseTo(0.449, within(0.001));
    assertThat(nn.at("/interval95/1")).hasSize(2);
    assertThat(json.at("/results/1/precision/1").asDouble()).isCloseTo(42.0, within(0.1));
    assertThat(json.at("/results/2/direction").asString()).isEqualTo("backward");
    assertThat(json.at("/results/3/retrieval").asString()).isEqualTo("csls");
    assertThat(json.at("/leakage/sources").asInt()).isZero();
    assertThat(json.at("/leakage/pairs").asInt()).isZero();
    assertThat(json.at("/leakage").has("targets")).isTrue();
  }

  @Test
  void everyOptionAwayFromItsDefault() {
    CliRun run =
        evaluate(
            SOURCE,
            TARGET,
            TRAIN,
            TEST,
            "--retrieval",
            "isf,csls",
            "--temperature",
            "20",
            "--neighborhood",
            "5",
            "--method",
            "identity",
            "--normalize",
            "unit,center,unit",
            "--limit",
            "2000",
            "--threads",
            "1",
            "--seed",
            "7");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("identity").contains("isf").contains("csls");
    assertThat(run.out()).doesNotContain(" nn ").contains("leakage");
    assertThat(evaluate(SOURCE, TARGET, TRAIN, TEST, "--normalize", "funny").exit())
        .isEqualTo(ExitCodes.USAGE);
    assertThat(evaluate(SOURCE, TARGET, TRAIN, TEST, "--retrieval", "best").exit())
        .isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void alignWritesMappedSpacesInAnyFormat() throws IOException {
    for (SpaceFormat form : SpaceFormat.values()) {
      if (!form.writable()) {
        continue;
      }
      String format = form.label();
      Path out = folder.resolve(format);
      CliRun run =
          CliRun.of(
              "align",
              "--source",
              SOURCE,
              "--target",
              TARGET,
              "--anchors",
              TRAIN,
              "--out",
              out,
              "--limit",
              500,
              "--format",
              format);
      assertThat(run.exit()).as(run.err()).isZero();
      for (String side : List.of("source", "target")) {
        Path mapped = out.resolve(side + ".mapped" + form.ending());
        JsonNode info = CliRun.of("info", mapped, "--json").json();
        assertThat(info.get("format").asString()).isEqualTo(format);
        assertThat(info.get("rows").asInt()).as(format).isEqualTo(500);
        assertThat(info.get("dimensions").asInt()).isEqualTo(100);
        assertThat(info.at("/norm/mean").asDouble()).as(format).isCloseTo(1, within(1e-5));
      }
    }
    assertThat(Files.readString(folder.resolve("projector/projector_config.json")))
        .contains("source.mapped.tsv", "target.mapped.tsv");
    Path halves = folder.resolve("halves");
    Object[] mapped = {
      "align", "--source", SOURCE, "--target", TARGET, "--anchors", TRAIN, "--limit", 500
    };
    CliRun stored =
        CliRun.of(
            Stream.concat(
                    Stream.of(mapped),
                    Stream.of("--out", halves, "--format", "npy", "--numbers", "f16"))
                .toArray());
    assertThat(stored.exit()).as(stored.err()).isZero();
    assertThat(Files.size(halves.resolve("source.mapped.npy"))).isEqualTo(128 + 500 * 100 * 2);
    CliRun unknown =
        CliRun.of(
            "align",
            "--source",
            SOURCE,
            "--target",
            TARGET,
            "--anchors",
            TRAIN,
            "--out",
            folder,
            "--format",
            "fasttext");
    assertThat(unknown.exit()).isEqualTo(ExitCodes.USAGE);
    assertThat(unknown.err()).contains("word2vec-binary");
  }

  @Test
  void alignWritesTheMappingAndBothSpaces() throws IOException {
    Path out = folder.resolve("out");
    CliRun run =
        CliRun.of(
            "align",
            "--source",
            SOURCE,
            "--target",
            TARGET,
            "--anchors",
            TRAIN,
            "--out",
            out,
            "--limit",
            3000,
            "--json");
    assertThat(run.exit()).isZero();
    JsonNode json = run.json();
    assertThat(json.at("/anchors/used").asInt() + json.at("/anchors/oov").asInt()).isEqualTo(1039);
    assertThat(json.has("seconds")).isTrue();
    assertThat(json.at("/options/normalize").asString()).isEqualTo("unit");
    assertThat(Files.readAllLines(out.resolve("mapping.txt"))).hasSize(100);
    byte[] npy = Files.readAllBytes(out.resolve("mapping.npy"));
    assertThat(npy).hasSize(128 + 100 * 100 * 4);
    assertThat(new String(npy, 1, 5, StandardCharsets.US_ASCII)).isEqualTo("NUMPY");
    assertThat(Files.readString(out.resolve("report.json"))).contains("procrustes");
    assertThat(Files.readAllLines(out.resolve("source.mapped.vec")).getFirst())
        .isEqualTo("3000 100");
    // The mapped spaces need no more mapping.
    CliRun again =
        evaluate(
            out.resolve("source.mapped.vec"),
            out.resolve("target.mapped.vec"),
            TRAIN,
            TEST,
            "--method",
            "identity",
            "--json");
    CliRun whole = evaluate(SOURCE, TARGET, TRAIN, TEST, "--limit", 3000, "--json");
    assertThat(again.json().at("/results/1/precision/1").asDouble())
        .isCloseTo(whole.json().at("/results/1/precision/1").asDouble(), within(0.5));
  }

  /** A row of the plain answer: rank, cosine and CSLS right-aligned under their heads, the word. */
  private static final String NEIGHBOR = "[ \\d]{4}  [ -]?0\\.\\d{4}  [- \\d.]{7}  \\S+";

  @Test
  void neighborsAtHomeAndAcross() {
    CliRun home = CliRun.of("neighbors", "house", "--space", SOURCE, "-k", 5, "--json");
    assertThat(home.exit()).isZero();
    assertThat(home.json().at("/word").asString()).isEqualTo("house");
    assertThat(home.json().at("/neighbors")).hasSize(5);
    assertThat(home.json().at("/neighbors/0/word").asString()).isNotEqualTo("house");
    assertThat(home.json().at("/neighbors/0/rank").asInt()).isEqualTo(1);
    double first = home.json().at("/neighbors/0/cosine").asDouble();
    assertThat(first).isBetween(home.json().at("/neighbors/4/cosine").asDouble(), 0.9999);
    assertThat(home.json().at("/neighbors/0/csls").asDouble()).isBetween(-1.0, 1.0);
    CliRun across =
        CliRun.of("neighbors", "water", "--source", SOURCE, "--target", TARGET, "--anchors", TRAIN);
    assertThat(across.out().lines()).hasSize(11).first().isEqualTo("rank  cosine     CSLS  word");
    assertThat(across.out().lines().skip(1)).allMatch(line -> line.matches(NEIGHBOR));
    assertThat(across.out()).contains("ජල");
    CliRun back =
        CliRun.of("neighbors", "ජලය", "--source", SOURCE, "--target", TARGET, "--anchors", TRAIN);
    assertThat(back.out()).hasLineCount(11).contains("water");
    CliRun unknown = CliRun.of("neighbors", "qqq", "--space", SOURCE);
    assertThat(unknown.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(unknown.err()).contains("qqq").hasLineCount(1);
    // Neither form of it is silently taken for the other: the one that is there is offered.
    CliRun twin = CliRun.of("neighbors", "මාධ්ය", "--space", TARGET);
    assertThat(twin.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(twin.err()).contains("මාධ්ය (≈ මාධ්\u200Dය +U+200D)").hasLineCount(1);
    assertThat(CliRun.of("neighbors", "house").exit()).isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void benchLiveMeasuresTheSample() {
    CliRun run = CliRun.of("bench", "live", "--runs", 2, "--json");
    assertThat(run.exit()).isZero();
    assertThat(run.json().at("/runs")).hasSize(2);
    assertThat(run.json().at("/exactAtOnce").asInt()).isEqualTo(2);
    assertThat(run.json().at("/median").asDouble()).isPositive();
  }

  @Test
  void fewerAnchorsThanDimensionsAreTold() throws IOException {
    List<String> lines = Files.readAllLines(TRAIN).subList(0, 31);
    Path few = Files.write(folder.resolve("few.tsv"), lines);
    String said = "Only 30 anchors for 100 dimensions";
    for (String method : List.of("procrustes", "rcsls", "vecmap-supervised")) {
      CliRun run = evaluate(SOURCE, TARGET, few, TEST, "--method", method, "--json");
      assertThat(run.exit()).isZero();
      assertThat(run.err()).contains(said, "add anchors").hasLineCount(1);
      assertThat(run.json().at("/anchors/used").asInt()).isEqualTo(30);
    }
    CliRun align = CliRun.of("align", "--source", SOURCE, "--target", TARGET, "--anchors", few);
    assertThat(align.err()).contains(said);
    CliRun benchmark =
        CliRun.of(
            "benchmark",
            "--source",
            SOURCE,
            "--target",
            TARGET,
            "--anchors",
            few,
            "--test",
            TEST,
            "--methods",
            "procrustes",
            "--forward-only");
    assertThat(benchmark.out()).contains(said);
    assertThat(evaluate(SOURCE, TARGET, few, TEST, "--method", "identity").err()).isEmpty();
    assertThat(evaluate(SOURCE, TARGET, TRAIN, TEST).err()).isEmpty();
  }

  @Test
  void noNumberStandsForAMappingThatDoesNotTranslate() {
    Object[] quick = {
      "--method", "wasserstein-procrustes", "--limit", 1000,
      "--option", "initialWords=100", "--option", "initialSteps=2",
      "--option", "vocabulary=200", "--option", "batch=50",
      "--option", "epochs=1", "--option", "stepsPerEpoch=1"
    };
    CliRun run = evaluate(SOURCE, TARGET, TRAIN, TEST, quick);
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("did not converge to a useful mapping", "of the known pairs")
        .containsPattern("forward +nn +no useful mapping \\(P@10 [0-9.]+ %\\)")
        .containsPattern("forward +csls +no useful mapping")
        .doesNotContainPattern("forward +nn +[0-9]");
    Object[] json = java.util.Arrays.copyOf(quick, quick.length + 1);
    json[quick.length] = "--json";
    JsonNode told = evaluate(SOURCE, TARGET, TRAIN, TEST, json).json();
    assertThat(told.at("/outcome").asString()).isEqualTo("not-useful");
    assertThat(told.at("/converged").asBoolean()).isFalse();
    assertThat(told.at("/convergence/found").asDouble()).isLessThan(5);
  }

  @Test
  void aTestThatOverlapsTrainingIsTold() throws IOException {
    Path overlap =
        file(
            "overlap.txt",
            Files.readAllLines(TRAIN).stream()
                .skip(1)
                .limit(3)
                .map(line -> line.split("\t")[0] + "\t" + line.split("\t")[1])
                .toArray(String[]::new));
    CliRun run = evaluate(SOURCE, TARGET, TRAIN, overlap);
    assertThat(run.out()).containsPattern("leakage: 3 test pairs, [123] source words");
    JsonNode json = evaluate(SOURCE, TARGET, TRAIN, overlap, "--json").json();
    assertThat(json.at("/leakage/pairs").asInt()).isEqualTo(3);
    assertThat(json.at("/leakage/targets").asInt()).isPositive();
  }

  @Test
  void dictionariesThatCannotBeUsedFailInOneLine() throws IOException {
    failed(
        evaluate(SOURCE, TARGET, file("unknown.txt", "qq ww", "ee rr"), TEST),
        "unknown.txt",
        "qq ww");
    failed(evaluate(SOURCE, TARGET, TRAIN, file("test.txt", "qq ww")), "test.txt");
    failed(evaluate(SOURCE, TARGET, file("one.txt", "house", "water"), TEST), "one.txt");
    failed(evaluate(SOURCE, TARGET, folder.resolve("none.txt"), TEST), "none.txt");
  }

  @Test
  void spacesThatCannotBeAlignedFailInOneLine() throws IOException {
    Path narrow = file("narrow.vec", "2 2", "ජලය 1 0", "ගෙදර 0 1");
    Path dictionary = file("d.txt", "water ජලය", "house ගෙදර");
    failed(evaluate(SOURCE, narrow, dictionary, dictionary), "100", "2");
    failed(evaluate(SOURCE, folder, TRAIN, TEST), "folder");
    CliRun nan =
        evaluate(
            file("nan.vec", "3 2", "water 1 0", "house NaN 1", "sun 0 1"),
            narrow,
            dictionary,
            dictionary,
            "--json");
    assertThat(nan.exit()).isZero();
    assertThat(nan.json().at("/anchors/used").asInt()).isEqualTo(1);
  }

  private static void failed(CliRun run, String... saying) {
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).hasLineCount(1).contains(saying).doesNotContain("Exception");
    assertThat(run.out()).isEmpty();
  }
}
