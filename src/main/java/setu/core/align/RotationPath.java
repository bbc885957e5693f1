package setu.core.align;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.Svd;
import setu.core.math.SymmetricEigen;

/**
 * The shortest path between two square mappings along the rotation group: {@code W(t) = Q₀ ·
 * exp(t·log(Q₀ᵀQ₁)) · P(t)} for the polar decompositions {@code Wᵢ = QᵢPᵢ}; the stretch P goes
 * straight from one to the other (for orthogonal mappings it is the identity throughout).
 *
 * <p>{@code R = Q₀ᵀQ₁} turns planes by angles θ. Its symmetric part has the eigenvalues cos θ, its
 * skew part turns each plane by a right angle and stretches it by sin θ: so {@code exp(t·log R)} is
 * had without complex numbers. Where R mirrors a direction, which no rotation reaches, that
 * direction is mirrored at t = ½.
 */
public final class RotationPath {
  /** Below this sine a plane counts as turned by nothing or by half a turn. */
  private static final double FLAT = 1e-6;

  private final DoubleMatrix start;
  private final DoubleMatrix startStretch;
  private final DoubleMatrix endStretch;
  private final DoubleMatrix skew;
  private final SymmetricEigen planes;

  /** Eigenvectors of R to −1: by pairs a plane turned by half a turn, a last one is mirrored. */
  private final List<Integer> opposed = new ArrayList<>();

  private RotationPath(DoubleMatrix from, DoubleMatrix to) {
    Svd svd = LinearAlgebra.svd(from);
    start = svd.polarFactor();
    startStretch = start.transpose().times(from);
    DoubleMatrix end = LinearAlgebra.orthogonalPolarFactor(to);
    endStretch = end.transpose().times(to);
    DoubleMatrix turn = start.transpose().times(end);
    DoubleMatrix back = turn.transpose();
    planes = LinearAlgebra.symmetricEigen(turn.plus(back).times(0.5));
    skew = turn.plus(back.times(-1)).times(0.5);
    for (int i = 0; i < turn.rows(); i++) {
      if (planes.value(i) < 0 && sine(planes.value(i)) < FLAT) {
        opposed.add(i);
      }
    }
  }

  /**
   * The path from {@code from} to {@code to}.
   *
   * @throws IllegalArgumentException unless both are square and of one size
   */
  public static RotationPath between(FloatMatrix from, FloatMatrix to) {
    boolean square = from.rows() == from.columns() && to.rows() == to.columns();
    if (!square || from.rows() != to.rows()) {
      throw new IllegalArgumentException(from + " to " + to);
    }
    return new RotationPath(DoubleMatrix.of(from), DoubleMatrix.of(to));
  }

  /** Whether one end mirrors a direction of the other, so that the path has a jump at t = ½. */
  public boolean mirrored() {
    return opposed.size() % 2 == 1;
  }

  /** The largest angle by which any direction is turned from one end to the other, 0 to π. */
  public double largestAngle() {
    int n = planes.values().rows();
    return n == 0 ? 0 : angle(planes.value(n - 1));
  }

  /** W(t), d × d. */
  public FloatMatrix at(double t) {
    Preconditions.within("t", t, 0, 1);
    DoubleMatrix turned = applied(c -> sine(c) < FLAT ? 1 : Math.cos(t * angle(c)));
    DoubleMatrix across = applied(c -> sine(c) < FLAT ? t : Math.sin(t * angle(c)) / sine(c));
    turned = turned.plus(skew.times(across));
    addOpposed(turned, t);
    DoubleMatrix stretch = startStretch.times(1 - t).plus(endStretch.times(t));
    return start.times(turned).times(stretch).toFloat();
  }

  /** {@code f(S)} of the symmetric part, without the directions to −1. */
  private DoubleMatrix applied(DoubleUnaryOperator f) {
    DoubleMatrix scaled = planes.vectors().copy();
    for (int i = 0; i < scaled.rows(); i++) {
      double factor = opposed.contains(i) ? 0 : f.applyAsDouble(planes.value(i));
      for (int j = 0; j < scaled.columns(); j++) {
        scaled.set(i, j, factor * scaled.get(i, j));
      }
    }
    return planes.vectors().transpose().times(scaled);
  }

  private void addOpposed(DoubleMatrix turned, double t) {
    double cosine = Math.cos(t * Math.PI);
    double sine = Math.sin(t * Math.PI);
    for (int k = 0; k + 1 < opposed.size(); k += 2) {
      float[] p = direction(opposed.get(k));
      float[] q = direction(opposed.get(k + 1));
      turned.addOuter(cosine, p, p);
      turned.addOuter(cosine, q, q);
      turned.addOuter(sine, q, p);
      turned.addOuter(-sine, p, q);
    }
    if (mirrored()) {
      float[] p = direction(opposed.getLast());
      turned.addOuter(t < 0.5 ? 1 : -1, p, p);
    }
  }

  private float[] direction(int i) {
    float[] row = new float[planes.vectors().columns()];
    for (int j = 0; j < row.length; j++) {
      row[j] = (float) planes.vectors().get(i, j);
    }
    return row;
  }

  private static double angle(double cosine) {
    return Math.acos(Math.clamp(cosine, -1, 1));
  }

  private static double sine(double cosine) {
    return Math.sqrt(Math.max(0, 1 - cosine * cosine));
  }
}
