package setu.gui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class OrientationTest {
  private static final float[] X = {1, -1, 0, 0};
  private static final float[] Y = {0, 0, 2, -2};
  private static final float[] Z = {3, -3, 0, 0};
  private static final Places CLOUD = new Places(X, Y, Z);

  @Test
  void fromTheFrontAllIsSeenAsItWasLaidOut() {
    assertThat(Orientation.FRONT.turn(CLOUD)).isSameAs(CLOUD);
  }

  @Test
  void turnedAQuarterToTheRightWhatWasNearIsOnTheRight() {
    Places seen = Orientation.FRONT.turned(Math.PI / 2, 0).turn(CLOUD);
    assertThat(seen.x()[0]).isCloseTo(3, within(1e-5f));
    assertThat(seen.y()[0]).isCloseTo(0, within(1e-5f));
    assertThat(seen.z()[0]).isCloseTo(-1, within(1e-5f));
    assertThat(seen.y()[2]).isCloseTo(2, within(1e-5f));
  }

  @Test
  void turnedAQuarterUpWhatWasNearIsAbove() {
    Places seen = Orientation.FRONT.turned(0, Math.PI / 2).turn(CLOUD);
    assertThat(seen.y()[0]).isCloseTo(3, within(1e-5f));
    assertThat(seen.x()[0]).isCloseTo(1, within(1e-5f));
    assertThat(seen.z()[2]).isCloseTo(-2, within(1e-5f));
  }

  @Test
  void manySmallTurnsKeepDistances() {
    Orientation turned = Orientation.FRONT;
    for (int i = 0; i < 1_000; i++) {
      turned = turned.turned(0.013, -0.007);
    }
    Places seen = turned.turn(CLOUD);
    double distance =
        Math.hypot(
            Math.hypot(seen.x()[0] - seen.x()[1], seen.y()[0] - seen.y()[1]),
            seen.z()[0] - seen.z()[1]);
    assertThat(distance).isCloseTo(Math.hypot(2, 6), within(1e-4));
  }

  @Test
  void thePlaneIsLaidWithItsLongestSideLevel() {
    float[] x = {1, -1, 0.1f, -0.1f};
    float[] y = {3, -3, 0, 0};
    Places plane = Places.flat(x, y);
    Places seen = Orientation.level(plane, Orientation.FRONT).turn(plane);
    assertThat(Math.abs(seen.x()[0])).isCloseTo((float) Math.hypot(1, 3), within(0.01f));
    assertThat(Math.abs(seen.y()[0])).isLessThan(0.1f);
    assertThat(seen.z()).isNull();
  }

  @Test
  void aPointWithoutAPlaceHasNoneFromAnySide() {
    Places cloud =
        new Places(new float[] {Float.NaN, 1}, new float[] {Float.NaN, 1}, new float[] {0, 1});
    Places seen = Orientation.FRONT.turned(1, 1).turn(cloud);
    assertThat(seen.x()[0]).isNaN();
    assertThat(seen.x()[1]).isNotNaN();
  }

  @Test
  void farPointsAreDrawnFirstSmallerAndFainter() {
    float[] near = {5, -5, 0, Float.NaN};
    Depth depth = Depth.of(near);
    assertThat(depth.order()).endsWith(2, 0).contains(1, 3);
    byte[] levels = depth.levels();
    assertThat(levels[0]).isEqualTo((byte) (Depth.LEVELS - 1));
    assertThat(levels[1]).isZero();
    assertThat(levels[2]).isBetween(levels[1], levels[0]);
    assertThat(Depth.size(levels[0])).isGreaterThan(Depth.size(levels[1]));
    assertThat(Depth.strength(levels[0])).isGreaterThan(Depth.strength(levels[1]));
  }
}
