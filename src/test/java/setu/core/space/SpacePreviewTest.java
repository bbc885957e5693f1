package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import setu.core.fault.SpaceFault;
import setu.core.task.Cancellation;

/** A preview says what a file holds without loading it. */
class SpacePreviewTest {
  private static final Path FOLDER = Path.of("src/test/resources/setu/core/space");

  @ParameterizedTest
  @CsvSource({
    "si.1k.vec, word2vec-text, 1000, true",
    "si.1k.glove.txt, glove-text, 1000, false",
    "si.1k.word2vec.bin, word2vec-binary, 1000, true",
    "si.1k.npy, npy, 1000, true",
    "si.1k.fortran.npy, npy, 1000, true",
    "si.1k.safetensors, safetensors, 1000, true",
    "si.1k.tsv, projector, 1000, false",
    "si.small.bin, fasttext, 2907, true",
    "si.200.snappy.parquet, parquet, 200, true",
    "si.200.stream.arrow, arrow-stream, 200, false"
  })
  void saysWhatAFileHolds(String name, String format, long rows, boolean exact) {
    SpacePreview preview =
        SpacePreview.of(FOLDER.resolve(name), ReadOptions.ALL, Cancellation.none());
    assertThat(preview.format()).isEqualTo(format);
    assertThat(preview.dimensions()).isEqualTo(16);
    assertThat(preview.exact()).isEqualTo(exact);
    assertThat((double) preview.rows()).isBetween(exact ? rows : 0.6 * rows, rows * 1.3);
    assertThat(preview.memory()).isGreaterThan(rows * 64L / 2);
    assertThat(preview.scripts().language()).isEqualTo("si");
    assertThat(preview.first()).hasSize(20);
    assertThat(preview.first().get(1).word()).isEqualTo("මේ");
    assertThat(preview.first().get(1).numbers().size())
        .isEqualTo(format.equals("fasttext") ? 0 : 8);
  }

  @Test
  void aGzipThatIsCutOffIsDamaged(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
      Files.copy(FOLDER.resolve("si.1k.word2vec.bin"), gzip);
    }
    Path cut = Files.write(folder.resolve("cut.bin.gz"), Arrays.copyOf(whole.toByteArray(), 200));
    assertThatThrownBy(() -> SpacePreview.of(cut, ReadOptions.ALL, Cancellation.none()))
        .isInstanceOfSatisfying(
            SpaceFault.class,
            fault -> assertThat(fault.problem()).isEqualTo(SpaceFault.Problem.DAMAGED_GZIP));
  }

  @Test
  void aMissOffersItsTwinsWithTheJoinersThatDiffer() {
    Vocabulary vocabulary =
        new Vocabulary(List.of("ප්\u200Dරදේශය", "ප\u200D්\u200Dරදේශය", "ප්රදේශ"));
    assertThat(vocabulary.row("ප්රදේශය")).isEqualTo(-1);
    assertThat(vocabulary.offers("ප්රදේශය"))
        .containsExactly(
            new Twin("ප්\u200Dරදේශය", 0, List.of(new Twin.Difference(2, 0x200D, true))),
            new Twin(
                "ප\u200D්\u200Dරදේශය",
                1,
                List.of(
                    new Twin.Difference(1, 0x200D, true), new Twin.Difference(3, 0x200D, true))));
    assertThat(vocabulary.offers("ප්\u200Dරදේශ").get(0).differences())
        .containsExactly(new Twin.Difference(2, 0x200D, false));
    assertThat(vocabulary.offers("ප්\u200Dරදේශ").get(0).differences().get(0).name())
        .isEqualTo("U+200D");
    assertThat(vocabulary.offers("nowhere")).isEmpty();
    Twin offered = vocabulary.offers("ප්රදේශය").get(1);
    assertThat(Twin.of("ප්රදේශය", offered.word(), 1)).contains(offered);
    assertThat(offered.signed()).isEqualTo("+U+200D");
    assertThat(vocabulary.offers("ප්\u200Dරදේශ").get(0).signed()).isEqualTo("−U+200D");
    assertThat(Twin.of("ප්රදේශ", "ප්රදේශ", 2)).isEmpty();
    assertThat(Twin.of("ප්රදේශය", "ප්රදේශ", 2)).isEmpty();
  }
}
