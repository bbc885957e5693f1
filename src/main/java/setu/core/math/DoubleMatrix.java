package setu.core.math;

import java.util.Objects;

/**
 * A small dense matrix of 64-bit floats, {@code rows × columns}, row-major and on the heap: where
 * mappings are solved.
 */
public final class DoubleMatrix {
  private final int rows;
  private final int columns;
  private final double[] values;

  private DoubleMatrix(int rows, int columns, double[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /** A {@code rows × columns} matrix of zeros. */
  public static DoubleMatrix zeros(int rows, int columns) {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException(rows + " × " + columns);
    }
    return new DoubleMatrix(rows, columns, new double[Math.multiplyExact(rows, columns)]);
  }

  /** The identity, n × n. */
  public static DoubleMatrix identity(int n) {
    DoubleMatrix identity = zeros(n, n);
    for (int i = 0; i < n; i++) {
      identity.set(i, i, 1);
    }
    return identity;
  }

  /** A matrix on {@code values} themselves, row-major. */
  public static DoubleMatrix wrap(int rows, int columns, double[] values) {
    if (values.length != Math.multiplyExact(rows, columns)) {
      throw new IllegalArgumentException(values.length + " values for " + rows + " × " + columns);
    }
    return new DoubleMatrix(rows, columns, values);
  }

  /** A widened copy. */
  public static DoubleMatrix of(FloatMatrix matrix) {
    DoubleMatrix wide = zeros(matrix.rows(), matrix.columns());
    float[] row = new float[matrix.columns()];
    for (int i = 0; i < wide.rows; i++) {
      matrix.getRow(i, row);
      for (int j = 0; j < row.length; j++) {
        wide.values[i * wide.columns + j] = row[j];
      }
    }
    return wide;
  }

  /** The number of rows. */
  public int rows() {
    return rows;
  }

  /** The number of columns. */
  public int columns() {
    return columns;
  }

  /** The element at ({@code row}, {@code column}). */
  public double get(int row, int column) {
    return values[index(row, column)];
  }

  /** Sets the element at ({@code row}, {@code column}). */
  public void set(int row, int column, double value) {
    values[index(row, column)] = value;
  }

  private int index(int row, int column) {
    return Objects.checkIndex(row, rows) * columns + Objects.checkIndex(column, columns);
  }

  /** The row-major values themselves, for kernels. */
  double[] values() {
    return values;
  }

  /** A copy with memory of its own. */
  public DoubleMatrix copy() {
    return new DoubleMatrix(rows, columns, values.clone());
  }

  /** A transposed copy, {@code columns × rows}. */
  public DoubleMatrix transpose() {
    DoubleMatrix transposed = zeros(columns, rows);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        transposed.values[j * rows + i] = values[i * columns + j];
      }
    }
    return transposed;
  }

  /** A copy with every element multiplied. */
  public DoubleMatrix times(double factor) {
    DoubleMatrix product = copy();
    for (int i = 0; i < product.values.length; i++) {
      product.values[i] *= factor;
    }
    return product;
  }

  /** The sum with a matrix of the same shape. */
  public DoubleMatrix plus(DoubleMatrix other) {
    if (other.rows != rows || other.columns != columns) {
      throw new IllegalArgumentException(this + " plus " + other);
    }
    DoubleMatrix sum = copy();
    for (int i = 0; i < sum.values.length; i++) {
      sum.values[i] += other.values[i];
    }
    return sum;
  }

  /** The sum of the products of elements, with a matrix of the same shape. */
  public double dot(DoubleMatrix other) {
    if (other.rows != rows || other.columns != columns) {
      throw new IllegalArgumentException(this + " and " + other);
    }
    return VectorKernel.best().dot(values, 0, other.values, 0, values.length);
  }

  /** {@code this · other}. */
  public DoubleMatrix times(DoubleMatrix other) {
    return LinearAlgebra.multiply(this, other);
  }

  /**
   * Adds {@code weight · xᵀz} in place: the rank-one change that one anchor makes to {@code XᵀZ}.
   *
   * @param x of length {@code rows}
   * @param z of length {@code columns}
   */
  public void addOuter(double weight, float[] x, float[] z) {
    if (x.length != rows || z.length != columns) {
      throw new IllegalArgumentException(x.length + " and " + z.length + " for " + this);
    }
    for (int i = 0; i < rows; i++) {
      double factor = weight * x[i];
      for (int j = 0; j < columns; j++) {
        values[i * columns + j] += factor * z[j];
      }
    }
  }

  /** The Frobenius norm. */
  public double norm() {
    return Math.sqrt(VectorKernel.best().dot(values, 0, values, 0, values.length));
  }

  /** A copy rounded to 32-bit floats. */
  public FloatMatrix toFloat() {
    FloatMatrix narrow = FloatMatrix.zeros(rows, columns);
    float[] row = new float[columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        row[j] = (float) values[i * columns + j];
      }
      narrow.setRow(i, row);
    }
    return narrow;
  }

  /** Shape only, as for {@link FloatMatrix}. */
  @Override
  public String toString() {
    return "DoubleMatrix " + rows + " × " + columns;
  }
}
