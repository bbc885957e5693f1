package setu.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackedRowsTest {
  @Test
  void blocksPackedWhenReadAreTheResidentOnes() {
    FloatMatrix matrix = RandomMatrices.gaussian(1003, 300, 1);
    for (VectorKernel kernel : new VectorKernel[] {VectorKernel.best(), VectorKernel.scalar()}) {
      PackedRows resident = PackedRows.pack(matrix, kernel, 2);
      PackedRows onDemand = PackedRows.onDemand(matrix, kernel);
      assertThat(resident.blocks()).isGreaterThan(1).isEqualTo(onDemand.blocks());
      float[] scratch = onDemand.scratch();
      // Backwards, so that the last block's zeros have to cover what another left.
      for (int block : new int[] {0, resident.blocks() - 1, 0}) {
        float[] expected = resident.floats(block, resident.scratch());
        assertThat(onDemand.floats(block, scratch)).startsWith(expected);
      }
    }
  }
}
