package setu.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PointIndexTest {
  @Property(tries = 60)
  void pickingEqualsLookingAtAll(
      @ForAll @IntRange(min = 0, max = 600) int n, @ForAll @IntRange(max = 10_000) int seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    float[] x = new float[n];
    float[] y = new float[n];
    for (int i = 0; i < n; i++) {
      boolean absent = chance.nextInt(10) == 0;
      x[i] = absent ? Float.NaN : (float) (chance.nextDouble() * 10 - 5);
      y[i] = absent ? Float.NaN : (float) Math.pow(chance.nextDouble(), 3);
    }
    PointIndex index = new PointIndex(x, y);
    for (int k = 0; k < 10; k++) {
      double px = chance.nextDouble() * 14 - 7;
      double py = chance.nextDouble() * 2 - 0.5;
      double reach = chance.nextDouble() * 2;
      assertThat(index.nearest(px, py, reach)).isEqualTo(nearest(x, y, px, py, reach));
      double qx = px + chance.nextDouble() * 5;
      double qy = py + chance.nextDouble();
      assertThat(index.inBox(px, py, qx, qy))
          .isEqualTo(
              IntStream.range(0, n)
                  .filter(i -> x[i] >= px && x[i] <= qx && y[i] >= py && y[i] <= qy)
                  .toArray());
      double[] cornersX = {px, qx, (px + qx) / 2};
      double[] cornersY = {py, py + 0.3, qy};
      assertThat(index.inPolygon(cornersX, cornersY))
          .isEqualTo(
              IntStream.range(0, n)
                  .filter(i -> PointIndex.inside(cornersX, cornersY, x[i], y[i]))
                  .toArray());
    }
  }

  private static int nearest(float[] x, float[] y, double px, double py, double reach) {
    int best = -1;
    double least = reach * reach;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - px;
      double dy = y[i] - py;
      double distance = dx * dx + dy * dy;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  @Test
  void aLassoIsNotItsBox() {
    PointIndex index = new PointIndex(new float[] {1, 9, 5}, new float[] {9, 9, 1});
    assertThat(index.inPolygon(new double[] {0, 10, 5}, new double[] {0, 0, 10}))
        .containsExactly(2);
  }
}
