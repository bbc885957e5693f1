package setu.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A matrix of more than 2³¹ floats is one like any other. */
class FloatMatrixTest {
  private static final int ROWS = 9_000_000;
  private static final int COLUMNS = 300;

  @TempDir Path folder;

  /** 10.8 GB of zeros over a file with a hole: only the pages that are touched take room. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void rowsBeyondTwoToTheThirtyFirstFloatsAreReached() throws IOException {
    long bytes = 4L * ROWS * COLUMNS;
    assertThat(bytes / 4).isGreaterThan(1L << 31);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("zeros"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.SPARSE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        Arena arena = Arena.ofConfined()) {
      FloatMatrix matrix =
          FloatMatrix.wrap(channel.map(MapMode.READ_WRITE, 0, bytes, arena), ROWS, COLUMNS);
      int last = ROWS - 1;
      float[] row = new float[COLUMNS];
      for (int j = 0; j < COLUMNS; j++) {
        row[j] = j - 7;
      }
      matrix.setRow(last, row);
      matrix.set(last - 1, 3, 5);
      assertThat(matrix.offset(last)).isEqualTo(bytes - 4L * COLUMNS);
      assertThat(matrix.row(last)).isEqualTo(row);
      assertThat(matrix.get(last, 299)).isEqualTo(292);
      assertThat(matrix.get(last - 1, 3)).isEqualTo(5);
      assertThat(matrix.slice(last - 1, ROWS).row(1)).isEqualTo(row);
      FloatMatrix few = matrix.gather(new int[] {last, 0, last - 1});
      assertThat(few.row(0)).isEqualTo(row);
      assertThat(few.row(1)).containsOnly(0);
      assertThat(few.get(2, 3)).isEqualTo(5);
      for (VectorKernel kernel : new VectorKernel[] {VectorKernel.best(), VectorKernel.scalar()}) {
        assertThat(kernel.dot(matrix, last - 1, matrix, last)).isEqualTo(5 * (3 - 7));
      }
    }
  }

  @Test
  void shapesThatCannotBeAreRefused() {
    assertThatThrownBy(() -> FloatMatrix.zeros(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FloatMatrix.zeros(Integer.MAX_VALUE, Integer.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
    FloatMatrix two = FloatMatrix.zeros(2, 3);
    assertThatThrownBy(() -> two.get(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> two.get(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> two.row(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
