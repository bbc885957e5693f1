package setu.core.space;

import java.nio.file.Path;
import setu.core.fault.SpaceFault;
import setu.core.math.FloatMatrix;

/**
 * How the numbers lie in a file, for formats that leave a choice.
 *
 * @param numbers how each is stored: NumPy arrays (not {@code bf16}) and safetensors have others
 *     than 32-bit floats
 * @param byColumn the numbers of a dimension together: NumPy's Fortran order, one Parquet column a
 *     dimension
 */
public record SpaceLayout(FloatType numbers, boolean byColumn) {
  /** Rows of 32-bit floats, which every format has. */
  public static final SpaceLayout USUAL = new SpaceLayout(FloatType.F32, false);

  /** Whether a format can lay numbers out so. */
  public boolean fits(SpaceFormat format) {
    boolean stored =
        numbers == FloatType.F32
            || format == SpaceFormat.SAFETENSORS
            || (format == SpaceFormat.NPY && numbers != FloatType.BF16);
    return stored && (!byColumn || format == SpaceFormat.NPY || format == SpaceFormat.PARQUET);
  }

  /**
   * Makes sure that every number stays finite.
   *
   * @throws SpaceFault for the first one that would not
   */
  void requireReach(Path file, FloatMatrix vectors) {
    if (numbers == FloatType.F32 || numbers == FloatType.F64) {
      return;
    }
    for (int row = 0; row < vectors.rows(); row++) {
      for (int column = 0; column < vectors.columns(); column++) {
        float number = vectors.get(row, column);
        if (Float.isFinite(number) && !numbers.reaches(number)) {
          throw new SpaceFault(
              SpaceFault.Problem.UNWRITABLE_NUMBER,
              file,
              row + 1L,
              number + ", " + numbers.label(),
              null);
        }
      }
    }
  }
}
