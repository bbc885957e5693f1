package setu.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LabelLayoutTest {
  private static final Viewport VIEW = new Viewport(900, 500, 0, 0, 100);
  private static final LabelLayout.Measure MEASURE =
      new LabelLayout.Measure() {
        @Override
        public double width(int point) {
          return 24 + 7 * (point % 9);
        }

        @Override
        public double height(int point) {
          return 18;
        }
      };

  @Property(tries = 60)
  void labelsNeverOverlapNorLeaveTheView(
      @ForAll @IntRange(max = 800) int n, @ForAll @IntRange(max = 10_000) int seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    float[] x = new float[n];
    float[] y = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = i % 11 == 0 ? Float.NaN : (float) (chance.nextDouble() * 10 - 5);
      y[i] = (float) (chance.nextDouble() * 6 - 3);
    }
    int[] must = IntStream.range(0, Math.min(n, 6)).toArray();
    LabelLayout layout = new LabelLayout();
    int[] order = IntStream.range(0, n).toArray();
    layout.lay(List.of(), must, order, x, y, VIEW, MEASURE, 50, 4);
    List<LabelLayout.Label> labels =
        layout.lay(List.of(), must, order, x, y, VIEW.panned(13, -7), MEASURE, 50, 4);
    assertThat(labels).hasSizeLessThanOrEqualTo(50);
    for (int i = 0; i < labels.size(); i++) {
      LabelLayout.Label a = labels.get(i);
      assertThat(a.x()).isGreaterThanOrEqualTo(0);
      assertThat(a.x() + a.width()).isLessThanOrEqualTo(900);
      assertThat(a.y()).isGreaterThanOrEqualTo(0);
      assertThat(a.y() + a.height()).isLessThanOrEqualTo(500);
      for (int j = 0; j < i; j++) {
        LabelLayout.Label b = labels.get(j);
        assertThat(a.overlaps(b.x(), b.y(), b.width(), b.height())).isFalse();
      }
    }
  }

  @Test
  void whatMustBeNamedComesBeforeWhatIsFrequent() {
    float[] x = {0, 0.02f};
    float[] y = {0, 0};
    List<LabelLayout.Label> labels =
        new LabelLayout()
            .lay(List.of(), new int[] {1}, new int[] {0, 1}, x, y, VIEW, MEASURE, 1, 4);
    assertThat(labels).extracting(LabelLayout.Label::point).containsExactly(1);
  }

  @Test
  void aLabelKeepsItsSideWhilePanning() {
    float[] x = {0, 0.3f};
    float[] y = {0, 0};
    LabelLayout layout = new LabelLayout();
    int[] order = {0, 1};
    List<LabelLayout.Label> before =
        layout.lay(List.of(), new int[0], order, x, y, VIEW, MEASURE, 10, 4);
    List<LabelLayout.Label> after =
        layout.lay(List.of(), new int[0], order, x, y, VIEW.panned(40, 25), MEASURE, 10, 4);
    assertThat(after)
        .extracting(LabelLayout.Label::slot)
        .isEqualTo(before.stream().map(LabelLayout.Label::slot).toList());
  }
}
