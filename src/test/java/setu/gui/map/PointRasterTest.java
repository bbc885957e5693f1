package setu.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointRasterTest {
  private static final int WHITE = 0xFFFFFFFF;
  private static final Viewport VIEW = new Viewport(100, 60, 0, 0, 10);
  private static final MapPoints POINTS = new MapPoints(List.of("river"), List.of("ගඟ"));
  private static final int[] COLOURS = PointLook.colours(Palette.LIGHT);

  private static PointRaster drawn(float[] x, float[] y, PointLook look) {
    PointRaster raster = new PointRaster(100, 60);
    raster.clear(0xFFFFFF);
    raster.points(POINTS, x, y, null, VIEW, look, COLOURS, 6, 1);
    return raster;
  }

  private static int at(PointRaster raster, int px, int py) {
    return raster.pixels()[py * raster.width() + px];
  }

  @Test
  void theSourceIsAVermillionCircleAndTheTargetABlueTriangle() {
    PointRaster raster = drawn(new float[] {-2, 2}, new float[] {0, 0}, PointLook.language(1, 2));
    assertThat(at(raster, 30, 30)).isEqualTo(0xFFD55E00);
    assertThat(at(raster, 70, 30)).isEqualTo(0xFF0072B2);
    // A circle's top left is as full as its top right, and a triangle is broad only at its foot.
    assertThat(at(raster, 26, 27)).isEqualTo(0xFFD55E00);
    assertThat(at(raster, 66, 26)).isEqualTo(WHITE);
    assertThat(at(raster, 66, 32)).isEqualTo(0xFF0072B2);
  }

  @Test
  void edgesAreSmooth() {
    PointRaster raster =
        drawn(new float[] {0, Float.NaN}, new float[] {0, 0}, PointLook.language(1, 2));
    assertThat(Arrays.stream(raster.pixels()).distinct().count()).isGreaterThan(5);
    assertThat(Arrays.stream(raster.pixels()).filter(p -> p != WHITE).count())
        .isBetween((long) (Math.PI * 36 * 0.9), (long) (Math.PI * 49 * 1.1));
  }

  @Test
  void aPointWithoutAPlaceOrOutOfSightIsNotDrawn() {
    PointRaster raster =
        drawn(new float[] {Float.NaN, 500}, new float[] {0, 0}, PointLook.language(1, 2));
    assertThat(raster.pixels()).containsOnly(WHITE);
  }

  @Test
  void whatIsNotChosenIsGreyContext() {
    PointLook look = PointLook.language(1, 2).only(new int[] {1});
    PointRaster raster = drawn(new float[] {-2, 2}, new float[] {0, 0}, look);
    int context = at(raster, 30, 30);
    int red = context >> 16 & 0xFF;
    int blue = context & 0xFF;
    assertThat(Math.abs(red - blue)).isLessThan(30);
    assertThat(context).isNotEqualTo(WHITE);
    assertThat(at(raster, 70, 30)).isEqualTo(0xFF0072B2);
  }

  @Test
  void spritesAreCutAtTheEdge() {
    PointRaster raster = drawn(new float[] {-5, 5}, new float[] {3, -3}, PointLook.language(1, 2));
    assertThat(at(raster, 0, 0)).isEqualTo(0xFFD55E00);
  }

  @Test
  void blendingMeetsBothEnds() {
    assertThat(PointRaster.blend(0xFF123456, 0xFEDCBA, 0)).isEqualTo(0xFF123456);
    assertThat(PointRaster.blend(0xFF123456, 0xFEDCBA, 255)).isEqualTo(0xFFFEDCBA);
    assertThat(PointRaster.blend(0xFFFFFFFF, 0x000000, 255)).isEqualTo(0xFF000000);
  }

  @Test
  void aLineRunsFromEndToEnd() {
    PointRaster raster = new PointRaster(40, 40);
    raster.clear(0xFFFFFF);
    raster.line(5, 20.5, 35, 20.5, 0x000000, 1);
    assertThat(at(raster, 20, 20)).isEqualTo(0xFF000000);
    assertThat(at(raster, 20, 22)).isEqualTo(WHITE);
    assertThat(at(raster, 2, 20)).isEqualTo(WHITE);
    raster.line(0, 0, 1e12, Double.NaN, 0x000000, 1);
  }

  @Test
  void densityTintsTheGroundWhereThePointsAre() {
    PointRaster raster = new PointRaster(100, 60);
    raster.clear(0xFFFFFF);
    new DensityShade()
        .draw(raster, POINTS, new float[] {-3, 3}, new float[] {0, 0}, VIEW, 0xD55E00, 0x0072B2, 7);
    int left = at(raster, 20, 30);
    int right = at(raster, 80, 30);
    assertThat(left >> 16 & 0xFF).isGreaterThan(left & 0xFF);
    assertThat(right & 0xFF).isGreaterThan(right >> 16 & 0xFF);
  }
}
