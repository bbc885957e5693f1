package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import setu.core.file.ContentHash;
import setu.core.space.LoadReport.BadRow;
import setu.core.space.LoadReport.Reason;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** Text spaces are read exactly, in every spelling the tools in use write. */
class WordVectorTextReaderTest {
  private static final Path FILES = Path.of("src/test/resources/setu/core/space");

  @TempDir Path folder;

  @Test
  void word2vecTextEqualsTheArrayItsToolWrote() throws IOException {
    assertEqualsArray(read(FILES.resolve("si.1k.vec")), 0, "word2vec-text");
  }

  /** The GloVe file was printed with five decimals. */
  @Test
  void headerlessTextIsRecognised() throws IOException {
    assertEqualsArray(read(FILES.resolve("si.1k.glove.txt")), 6e-6, "glove-text");
  }

  @Test
  void gzipIsSeenThrough() throws IOException {
    Path file = gzip("si.vec.gz", Files.readAllBytes(FILES.resolve("si.1k.vec")));
    EmbeddingSpace space = read(file);
    assertEqualsArray(space, 0, "word2vec-text");
    assertThat(space.name()).isEqualTo("si");
  }

  @Test
  void gzipMayHaveSeveralMembers() throws IOException {
    byte[] whole = Files.readAllBytes(FILES.resolve("si.1k.vec"));
    Path file = folder.resolve("parts.vec.gz");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int from = 0; from < whole.length; from += 40_000) {
        GZIPOutputStream member = new GZIPOutputStream(out);
        member.write(whole, from, Math.min(40_000, whole.length - from));
        member.finish();
      }
    }
    assertEqualsArray(read(file), 0, "word2vec-text");
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "5, true"})
  void manyChunksEqualAPlainLoop(int threads, boolean zipped) throws IOException {
    Random random = new Random(3);
    int n = 3000;
    int d = 120;
    StringBuilder text = new StringBuilder(n + " " + d + "\n");
    float[][] expected = new float[n][d];
    for (int i = 0; i < n; i++) {
      text.append("වචනය").append(i);
      for (int j = 0; j < d; j++) {
        expected[i][j] = (float) random.nextGaussian();
        text.append(' ').append(expected[i][j]);
      }
      text.append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(bytes.length).as("several chunks").isGreaterThan(3 << 20);
    Path file = zipped ? gzip("big.vec.gz", bytes) : write("big.vec", bytes);
    EmbeddingSpace space =
        SpaceFiles.read(
            file, new ReadOptions(Integer.MAX_VALUE, threads), Progress.NONE, Cancellation.none());
    assertThat(space.rows()).isEqualTo(n);
    for (int i = 0; i < n; i++) {
      assertThat(space.vocabulary().word(i)).isEqualTo("වචනය" + i);
      assertThat(space.vectors().row(i)).containsExactly(expected[i]);
    }
  }

  @Test
  void wordsAreKeptRaw() throws IOException {
    EmbeddingSpace space =
        read(
            text("ප්\u200Dර 1 2", "ප්ර 2 1", "ප\u200D්\u200Dර 3 3", "\u00A0x 4 4", "a\u3000b 5 5"));
    assertThat(space.vocabulary().words())
        .containsExactly("ප්\u200Dර", "ප්ර", "ප\u200D්\u200Dර", "\u00A0x", "a\u3000b");
  }

  @Test
  void aWordMayHoldSpaces() throws IOException {
    EmbeddingSpace space =
        read(
            text(
                "New York 0.1 0.2",
                "cat 0.3 0.4",
                "Windows 95 0.5 0.6",
                "dog 0.7 0.8",
                ". . . 1 2"));
    assertThat(space.vocabulary().words())
        .containsExactly("New York", "cat", "Windows 95", "dog", ". . .");
    assertThat(space.vectors().row(2)).containsExactly(0.5f, 0.6f);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", " \n", "\t\r\n", " \r\n"})
  void lineEndsAndTrailingSpacesDoNotMatter(String end) throws IOException {
    String text = "\uFEFF2 3" + end + "a 1 2\t3" + end + "b  4 5 6" + end;
    for (String file : List.of(text, text.stripTrailing())) {
      EmbeddingSpace space = read(write("ends.vec", file.getBytes(StandardCharsets.UTF_8)));
      assertThat(space.vocabulary().words()).containsExactly("a", "b");
      assertThat(space.vectors().row(1)).containsExactly(4, 5, 6);
      assertThat(space.report().refused()).isZero();
    }
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstWord() throws IOException {
    EmbeddingSpace space = read(text("\uFEFFa 1 2", "b 3 4"));
    assertThat(space.vocabulary().words()).containsExactly("a", "b");
  }

  @Test
  void everyRefusedRowIsReportedByLineAndReason() throws IOException {
    EmbeddingSpace space =
        read(
            text(
                "13 3",
                "a 0.1 0.2 0.3",
                "few 0.1 0.2",
                "many 0.1 0.2 0.3 0.4",
                "a 0.5 0.5 0.5",
                "nan 0.1 nan 0.2",
                "infinite 0.1 -inf 0.2",
                "huge 1e39 0.1 0.2",
                "zero 0 0.0 -0",
                "text 0.1 x 0.2",
                " 0.1 0.2 0.3",
                "b 0.4 0.5 0.6",
                "a 0.7 0.8 0.9",
                "c 0.7 0.8 0.9"));
    assertThat(space.vocabulary().words()).containsExactly("a", "b", "c");
    assertThat(space.vectors().row(0)).containsExactly(0.1f, 0.2f, 0.3f);
    assertThat(space.vectors().row(1)).containsExactly(0.4f, 0.5f, 0.6f);
    assertThat(space.report().badRows())
        .containsExactly(
            new BadRow(3, Reason.TOO_FEW_NUMBERS, "few"),
            new BadRow(4, Reason.TOO_MANY_NUMBERS, "many 0.1"),
            new BadRow(5, Reason.DUPLICATE, "a"),
            new BadRow(6, Reason.NOT_FINITE, "nan"),
            new BadRow(7, Reason.NOT_FINITE, "infinite"),
            new BadRow(8, Reason.NOT_FINITE, "huge"),
            new BadRow(9, Reason.ZERO_VECTOR, "zero"),
            new BadRow(10, Reason.NOT_A_NUMBER, "text"),
            new BadRow(11, Reason.NO_WORD, "0.1"),
            new BadRow(13, Reason.DUPLICATE, "a"));
    assertThat(space.report().duplicates()).isEqualTo(2);
    assertThat(space.report().refused()).isEqualTo(10);
  }

  @Test
  void aLimitKeepsTheMostFrequentRows() throws IOException {
    Path file = text("5 2", "a 1 2", "bad", "b 3 4", "b 5 6", "c 7 8");
    EmbeddingSpace two =
        SpaceFiles.read(file, new ReadOptions(2, 2), Progress.NONE, Cancellation.none());
    assertThat(two.vocabulary().words()).containsExactly("a", "b");
    assertThat(two.report().badRows())
        .containsExactly(new BadRow(3, Reason.TOO_FEW_NUMBERS, "bad"));
    assertThat(two.report().refused()).isEqualTo(1);
  }

  @Test
  void theIdIsTheFilesHashOrThatOfTheTextReadUnderALimit() throws IOException {
    Path whole = text("a 1 2", "b 3 4", "c 5 6");
    EmbeddingSpace all = read(whole);
    assertThat(all.id())
        .isEqualTo(new SpaceId(ContentHash.of(whole, Progress.NONE, Cancellation.none())))
        .hasToString(all.id().hash());
    SpaceId two = limited(whole, 2);
    Path other = write("other.vec", "a 1 2\nb 3 4\nd 7 8\n".getBytes(StandardCharsets.UTF_8));
    assertThat(two).isEqualTo(limited(other, 2)).isNotEqualTo(limited(whole, 1));
    assertThat(limited(gzip("o.gz", Files.readAllBytes(other)), 2)).isEqualTo(two);
    assertThat(limited(whole, 9)).isEqualTo(all.id());
  }

  @Test
  void aHeaderMayPromiseTooFewRows() throws IOException {
    assertThat(read(text("1 2", "a 1 2", "b 3 4")).rows()).isEqualTo(2);
  }

  @Test
  void progressCountsTheBytesOfTheFile() throws IOException {
    Path file = gzip("p.gz", Files.readAllBytes(FILES.resolve("si.1k.vec")));
    long[] counted = new long[2];
    Progress progress =
        new Progress() {
          @Override
          public void begin(Phase phase, long total) {
            counted[0] = total;
          }

          @Override
          public void advance(long amount) {
            counted[1] += amount;
          }
        };
    SpaceFiles.read(file, ReadOptions.ALL, progress, Cancellation.none());
    assertThat(counted).containsExactly(Files.size(file), Files.size(file));
  }

  @Test
  void readingCanBeCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(
            () ->
                SpaceFiles.read(
                    FILES.resolve("si.1k.vec"), ReadOptions.ALL, Progress.NONE, cancellation))
        .isInstanceOf(CancellationException.class);
  }

  private void assertEqualsArray(EmbeddingSpace space, double within, String format)
      throws IOException {
    Npy array = Npy.read(FILES.resolve("si.1k.npy"));
    assertThat(space.report().format()).isEqualTo(format);
    assertThat(space.vocabulary().words())
        .isEqualTo(Files.readAllLines(FILES.resolve("si.1k.vocab.txt")));
    assertThat(space.dimensions()).isEqualTo(array.columns());
    for (int i = 0; i < array.rows(); i++) {
      for (int j = 0; j < array.columns(); j++) {
        assertThat(Math.abs(space.vectors().get(i, j) - array.get(i, j)))
            .isLessThanOrEqualTo((float) within);
      }
    }
  }

  private static SpaceId limited(Path file, int limit) {
    return SpaceFiles.read(file, new ReadOptions(limit, 2), Progress.NONE, Cancellation.none())
        .id();
  }

  private static EmbeddingSpace read(Path file) {
    return SpaceFiles.read(file, ReadOptions.ALL, Progress.NONE, Cancellation.none());
  }

  private Path text(String... lines) throws IOException {
    return write("some.vec", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path gzip(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
    }
    return file;
  }
}
