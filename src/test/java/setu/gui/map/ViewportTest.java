package setu.gui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ViewportTest {
  private static final Viewport VIEW = new Viewport(800, 600, 3, -2, 40);

  @Property(tries = 200)
  void screenAndWorldAreInverse(
      @ForAll @DoubleRange(min = -50, max = 50) double x,
      @ForAll @DoubleRange(min = -50, max = 50) double y) {
    assertThat(VIEW.worldX(VIEW.screenX(x))).isCloseTo(x, within(1e-9));
    assertThat(VIEW.worldY(VIEW.screenY(y))).isCloseTo(y, within(1e-9));
  }

  @Property(tries = 200)
  void zoomKeepsThePointUnderThePointer(
      @ForAll @DoubleRange(min = 0, max = 800) double px,
      @ForAll @DoubleRange(min = 0, max = 600) double py,
      @ForAll @DoubleRange(min = 0.05, max = 20) double factor) {
    Viewport zoomed = VIEW.zoomed(factor, px, py);
    assertThat(zoomed.worldX(px)).isCloseTo(VIEW.worldX(px), within(1e-9));
    assertThat(zoomed.worldY(py)).isCloseTo(VIEW.worldY(py), within(1e-9));
  }

  @Test
  void yPointsUp() {
    assertThat(VIEW.screenY(10)).isLessThan(VIEW.screenY(0));
  }

  @Test
  void fittingShowsAllAndSkipsPointsWithoutAPlace() {
    float[] x = {-4, 9, Float.NaN, 1};
    float[] y = {2, -3, 7, 5};
    Viewport fit = Viewport.fitting(Viewport.Bounds.of(x, y), 300, 500);
    for (int i : new int[] {0, 1, 3}) {
      assertThat(fit.screenX(x[i])).isBetween(0.0, 300.0);
      assertThat(fit.screenY(y[i])).isBetween(0.0, 500.0);
    }
    assertThat(Viewport.Bounds.of(x, y).maxY()).isEqualTo(5);
  }

  @Test
  void nothingToFitIsTheUnitSquare() {
    assertThat(Viewport.Bounds.of(new float[] {Float.NaN}, new float[] {1}))
        .isEqualTo(Viewport.Bounds.UNIT);
  }

  @Test
  void aWayHasBothItsEnds() {
    Viewport end = new Viewport(800, 600, -1, 5, 90);
    assertThat(VIEW.towards(end, 0)).isEqualTo(VIEW);
    assertThat(VIEW.towards(end, 1)).isEqualTo(end);
    assertThat(VIEW.towards(end, 0.5).scale()).isCloseTo(Math.sqrt(40 * 90), within(1e-9));
  }

  @Test
  void aScaleOfNothingIsRefused() {
    assertThatThrownBy(() -> new Viewport(1, 1, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
