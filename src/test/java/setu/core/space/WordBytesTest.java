package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** A word whose bytes are not UTF-8 is refused by line, in every format that can hold one. */
class WordBytesTest {
  /** Cut in the middle of ක, a lone byte of a longer character, and a byte UTF-8 never has. */
  private static final byte[][] MALFORMED = {
    {'a', (byte) 0xE0, (byte) 0xB6}, {(byte) 0x9A, 'b'}, {'x', (byte) 0xFF, 'y'}
  };

  @TempDir Path folder;

  @Test
  void decodesWhatIsTextAndMarksWhatIsNot() {
    for (String text : new String[] {"", "a", "ක්\u200Dර", "\uFFFD", "a\uFFFDb", "😀 x"}) {
      byte[] bytes = ("#" + text + "#").getBytes(StandardCharsets.UTF_8);
      String word = WordBytes.decode(bytes, 1, bytes.length - 2);
      assertThat(word).isEqualTo(text);
      assertThat(WordBytes.malformed(word)).isFalse();
      assertThat(WordBytes.shown(word)).isEqualTo(text);
    }
    for (byte[] bytes : MALFORMED) {
      assertThat(WordBytes.malformed(WordBytes.decode(bytes, 0, bytes.length))).isTrue();
    }
    assertThat(WordBytes.shown(WordBytes.decode(MALFORMED[0], 0, 3))).isEqualTo("a\uFFFD\uFFFD");
    assertThat(WordBytes.decode(new byte[] {(byte) 0xFE}, 0, 1))
        .isNotEqualTo(WordBytes.decode(new byte[] {(byte) 0xFF}, 0, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.vec", "a.vec.gz", "a.txt", "a.bin", "a.npy", "a.tsv", "a.arrow", "a.parquet"})
  void isCountedAndShown(String name) throws IOException {
    Path file = folder.resolve(name);
    int n = 12_000;
    FloatMatrix rows = FloatMatrix.zeros(n, 3);
    String[] words = new String[n];
    for (int i = 0; i < n; i++) {
      words[i] = "word-" + i;
      rows.setRow(i, new float[] {i + 1, 2, 3});
    }
    SpaceFormat format = SpaceFormat.ofName(file).orElseThrow();
    SpaceFiles.write(file, format, List.of(words), rows, Progress.NONE, Cancellation.none());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path written : files.filter(path -> !path.toString().contains("config")).toList()) {
        damage(written);
      }
    }
    EmbeddingSpace space =
        SpaceFiles.read(file, ReadOptions.ALL, Progress.NONE, Cancellation.none());
    assertThat(space.rows()).isEqualTo(n - 2);
    assertThat(space.report().refused()).isEqualTo(2);
    assertThat(space.report().duplicates()).isZero();
    assertThat(space.report().badRows())
        .extracting(LoadReport.BadRow::reason)
        .containsOnly(LoadReport.Reason.NOT_UTF8);
    assertThat(space.report().badRows())
        .extracting(LoadReport.BadRow::word)
        .containsExactly("word\uFFFD11000", "word\uFFFD11001");
    assertThat(space.vocabulary().row("word-10999")).isEqualTo(10_999);
    assertThat(space.vocabulary().row("word-11002")).isEqualTo(11_000);
    assertThat(space.vectors().get(11_000, 0)).isEqualTo(11_003);
  }

  /** Makes a byte of two words one that UTF-8 never has. */
  private static void damage(Path file) throws IOException {
    boolean zipped = file.toString().endsWith(".gz");
    byte[] bytes = Files.readAllBytes(file);
    if (zipped) {
      try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        bytes = in.readAllBytes();
      }
    }
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    latin = latin.replace("word-11000", "word\u00FF11000").replace("word-11001", "word\u00FE11001");
    bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
    if (zipped) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(bytes);
      }
      bytes = out.toByteArray();
    }
    Files.write(file, bytes);
  }
}
