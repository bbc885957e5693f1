package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.Alignment;
import setu.core.align.Procrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryOptions;
import setu.core.anchor.WordPair;
import setu.core.encode.EncoderSpec;
import setu.core.encode.OnnxEncoder;
import setu.core.math.FloatMatrix;
import setu.core.onnx.Device;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;
import setu.core.space.ReadOptions;
import setu.core.space.SpaceFiles;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** The shipped encoder is what the sample says it is, and joins the two languages. */
class SampleModelTest {
  private static final Path SAMPLE = Path.of("sample-vectors");
  private static OnnxEncoder encoder;

  @BeforeAll
  static void open() {
    encoder = open(Path.of(SampleModel.FOLDER));
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void aWordHasItsMappedVector() {
    EmbeddingSpace english = read("en.100.vec");
    EmbeddingSpace sinhala = read("si.100.vec");
    FloatMatrix source = Normalization.UNIT.apply(english.vectors());
    FloatMatrix target = Normalization.UNIT.apply(sinhala.vectors());
    Alignment alignment =
        new Procrustes()
            .align(
                source,
                target,
                ResolvedAnchors.resolve(
                    pairs("anchors.train.tsv"), english.vocabulary(), sinhala.vocabulary()),
                Progress.NONE,
                Cancellation.none());
    FloatMatrix mapped = alignment.mapSource(source);
    assertThat(encoder.encode("mother"))
        .containsExactly(mapped.row(english.vocabulary().row("mother")), within(1e-3f));
    assertThat(encoder.encode("අම්මා"))
        .containsExactly(target.row(sinhala.vocabulary().row("අම්මා")), within(1e-3f));
  }

  @Test
  void translationsThatItWasNotAlignedOnLieTogether() {
    List<WordPair> pairs = pairs("anchors.test.tsv");
    double together = 0;
    double apart = 0;
    for (int i = 0; i < pairs.size(); i++) {
      float[] english = encoder.encode(pairs.get(i).source());
      together += cosine(english, encoder.encode(pairs.get(i).target())) / pairs.size();
      String other = pairs.get((i + 101) % pairs.size()).target();
      apart += cosine(english, encoder.encode(other)) / pairs.size();
    }
    assertThat(together).isGreaterThan(apart + 0.25);
  }

  @Test
  void nearestSinhalaWordIsOftenTheTranslation() {
    EmbeddingSpace sinhala = read("si.100.vec");
    FloatMatrix all =
        encoder.encode(sinhala.vocabulary().words(), Progress.NONE, Cancellation.none()).vectors();
    List<WordPair> pairs = pairs("anchors.test.tsv");
    List<String> queries = pairs.stream().map(WordPair::source).distinct().toList();
    long hits =
        queries.stream()
            .filter(
                query -> {
                  float[] vector = encoder.encode(query);
                  int best =
                      IntStream.range(0, all.rows())
                          .boxed()
                          .max(
                              (a, b) ->
                                  Double.compare(
                                      cosine(vector, all.row(a)), cosine(vector, all.row(b))))
                          .orElseThrow();
                  String word = sinhala.vocabulary().word(best);
                  return pairs.contains(new WordPair(query, word));
                })
            .count();
    // The reference for this sample is 30.8 per cent of 250.
    assertThat(queries).hasSize(250);
    assertThat(100.0 * hits / queries.size()).isCloseTo(30.8, within(0.81));
  }

  @Test
  void aSentenceAndItsTranslationLieTogether() {
    double same = cosine(encoder.encode("my mother went home"), encoder.encode("අම්මා ගෙදර ගියා"));
    double other = cosine(encoder.encode("my mother went home"), encoder.encode("රජයේ අයවැය"));
    assertThat(same).isGreaterThan(other + 0.2);
  }

  @Test
  void everyWordOfTheSampleIsOneKnownToken() {
    for (String name : List.of("si.100.vec", "en.100.vec")) {
      for (String word : read(name).vocabulary().words()) {
        assertThat(encoder.tokenize(word).losses()).as(word).isEmpty();
        assertThat(encoder.tokenize(word).tokens()).as(word).hasSize(1);
      }
    }
  }

  @Test
  void theShippedFilesAreWhatTheCommandWrites(@TempDir Path folder) {
    assertThat(CliRun.of("encode", "--write-sample-model", folder).exit()).isZero();
    try (OnnxEncoder fresh = open(folder)) {
      for (String text : List.of("mother", "අම්මා", "government budget", "ශ්‍රී ලංකා")) {
        assertThat(fresh.encode(text)).containsExactly(encoder.encode(text), within(1e-4f));
      }
    }
  }

  private static OnnxEncoder open(Path folder) {
    return OnnxEncoder.open(EncoderSpec.of(folder).withDevice(Device.CPU));
  }

  private static EmbeddingSpace read(String name) {
    return SpaceFiles.read(
        SAMPLE.resolve(name), ReadOptions.ALL, Progress.NONE, Cancellation.none());
  }

  private static List<WordPair> pairs(String name) {
    return DictionaryFiles.readPairs(SAMPLE.resolve(name), DictionaryOptions.from("en"));
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
