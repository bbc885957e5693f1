package setu.core.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;

/** Turns whose way is known, and what holds of any. */
class RotationPathTest {
  private static final int D = 9;

  private static FloatMatrix random(long seed) {
    Random random = new Random(seed);
    FloatMatrix matrix = FloatMatrix.zeros(D, D);
    for (int i = 0; i < D; i++) {
      for (int j = 0; j < D; j++) {
        matrix.set(i, j, (float) random.nextGaussian());
      }
    }
    return matrix;
  }

  private static FloatMatrix orthogonal(long seed) {
    return LinearAlgebra.orthogonalPolarFactor(DoubleMatrix.of(random(seed))).toFloat();
  }

  private static void same(FloatMatrix a, FloatMatrix b) {
    for (int i = 0; i < a.rows(); i++) {
      assertThat(a.row(i)).containsExactly(b.row(i), within(2e-5f));
    }
  }

  private static FloatMatrix turn(double angle) {
    float c = (float) Math.cos(angle);
    float s = (float) Math.sin(angle);
    return FloatMatrix.of(new float[] {c, s}, new float[] {-s, c});
  }

  @Test
  void aPlaneIsTurnedEvenly() {
    RotationPath path = RotationPath.between(turn(0.2), turn(2.2));
    assertThat(path.largestAngle()).isCloseTo(2, within(1e-6));
    for (double t : new double[] {0, 0.1, 0.5, 0.8, 1}) {
      same(path.at(t), turn(0.2 + 2 * t));
    }
  }

  @Test
  void halfATurnIsTurnedEvenlyToo() {
    RotationPath path = RotationPath.between(turn(0), turn(Math.PI));
    assertThat(path.mirrored()).isFalse();
    FloatMatrix quarter = path.at(0.5);
    assertThat(Math.abs(quarter.get(0, 1))).isCloseTo(1f, within(1e-6f));
    same(path.at(1), turn(Math.PI));
    same(LinearAlgebra.multiply(quarter, quarter), turn(Math.PI));
  }

  @Test
  void everyPointOfAnyPathIsARotationAndEqualStepsAreEqual() {
    for (long seed = 1; seed < 12; seed++) {
      FloatMatrix from = orthogonal(seed);
      RotationPath path = RotationPath.between(from, orthogonal(100 + seed));
      same(path.at(0), from);
      same(path.at(1), orthogonal(100 + seed));
      FloatMatrix third = path.at(1 / 3.0);
      same(LinearAlgebra.multiplyTransposed(third, third), turnNothing());
      if (!path.mirrored()) {
        FloatMatrix step = LinearAlgebra.multiply(LinearAlgebra.transpose(from), third);
        same(LinearAlgebra.multiply(third, step), path.at(2 / 3.0));
      }
    }
  }

  private static FloatMatrix turnNothing() {
    return DoubleMatrix.identity(D).toFloat();
  }

  @Test
  void aMirroredDirectionJumpsHalfWay() {
    FloatMatrix mirror = FloatMatrix.of(new float[] {1, 0}, new float[] {0, -1});
    RotationPath path = RotationPath.between(turn(0), mirror);
    assertThat(path.mirrored()).isTrue();
    same(path.at(0.4), turn(0));
    same(path.at(0.5), mirror);
  }

  @Test
  void aStretchGoesStraight() {
    FloatMatrix from = random(3);
    RotationPath path = RotationPath.between(from, random(4));
    same(path.at(0), from);
    same(path.at(1), random(4));
    FloatMatrix twice = FloatMatrix.of(new float[] {2, 0}, new float[] {0, 2});
    assertThat(RotationPath.between(turn(0), twice).at(0.5).get(0, 0))
        .isCloseTo(1.5f, within(1e-6f));
  }

  @Test
  void refusesWhatHasNoPath() {
    FloatMatrix wide = FloatMatrix.zeros(2, 3);
    assertThatThrownBy(() -> RotationPath.between(wide, wide))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RotationPath.between(turn(0), turn(1)).at(1.1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
