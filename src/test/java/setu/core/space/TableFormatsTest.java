package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Arrow and Parquet files that PyArrow 25 and Polars 1.44 wrote of the first 200 golden words read
 * to equal vectors.
 */
class TableFormatsTest {
  private static final Path FOLDER = Path.of("src/test/resources/setu/core/space");
  private static final int ROWS = 200;

  @ParameterizedTest
  @CsvSource({
    "si.200.lz4.feather, arrow, 0",
    "si.200.stream.arrow, arrow-stream, 1e-3",
    "si.200.polars.arrow, arrow, 0",
    "si.200.snappy.parquet, parquet, 0",
    "si.200.v2.parquet, parquet, 0",
    "si.200.polars.parquet, parquet, 0",
    "si.200.gzip.parquet, parquet, 0"
  })
  void readsToEqualVectors(String name, String format, double tolerance) {
    EmbeddingSpace golden = read(FOLDER.resolve("si.1k.npy"), ReadOptions.ALL.withLimit(ROWS));
    EmbeddingSpace space = read(FOLDER.resolve(name), ReadOptions.ALL);
    assertThat(space.report().format()).isEqualTo(format);
    assertThat(space.vocabulary().words()).isEqualTo(golden.vocabulary().words());
    assertThat(space.report().refused()).isZero();
    for (int row = 0; row < ROWS; row++) {
      float[] expected = golden.vectors().row(row);
      assertThat(space.vectors().row(row))
          .as("%s row %d", name, row)
          .containsExactly(expected, within((float) tolerance));
    }
    assertThat(read(FOLDER.resolve(name), ReadOptions.ALL.withLimit(70)).rows()).isEqualTo(70);
  }

  @ParameterizedTest
  @CsvSource({"si.200.lz4.feather", "si.200.snappy.parquet", "si.200.polars.parquet"})
  void countsMakeAFrequencyFloor(String name) {
    RowSelection frequent = new RowSelection(901, null, "", Set.of());
    EmbeddingSpace space = read(FOLDER.resolve(name), ReadOptions.ALL.with(frequent));
    assertThat(space.rows()).isEqualTo(100);
    assertThat(space.report().leftOut()).isEqualTo(100);
  }

  private static EmbeddingSpace read(Path file, ReadOptions options) {
    return SpaceFiles.read(file, options, Progress.NONE, Cancellation.none());
  }
}
