package setu.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TopKTest {
  private static int[] best(TopK top, int list) {
    int[] indices = new int[top.k()];
    top.finish(list, indices, new float[top.k()], 0);
    return indices;
  }

  @Property(tries = 300)
  void keepsTheBestWhateverTheOrder(
      @ForAll @Size(max = 40) List<@FloatRange(min = -2, max = 2) Float> drawn,
      @ForAll @IntRange(max = 12) int k,
      @ForAll long seed) {
    // Rounded, so that many are equal.
    List<Float> scores = drawn.stream().map(s -> Math.round(s * 4) / 4f).toList();
    List<Integer> order =
        new java.util.ArrayList<>(IntStream.range(0, scores.size()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    TopK top = new TopK(3, k);
    order.forEach(i -> top.offer(1, scores.get(i), i));
    int[] expected =
        IntStream.range(0, scores.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -scores.get(i)))
            .mapToInt(Integer::intValue)
            .limit(k)
            .toArray();
    int[] found = best(top, 1);
    for (int rank = 0; rank < k; rank++) {
      assertThat(found[rank]).isEqualTo(rank < expected.length ? expected[rank] : -1);
    }
    assertThat(best(top, 0)).containsOnly(k == 0 ? new int[0] : new int[] {-1});
  }

  @Property(tries = 200)
  void aFloorThatHoldsChangesNothing(
      @ForAll @Size(min = 1, max = 40) List<@FloatRange(min = -2, max = 2) Float> drawn,
      @ForAll @IntRange(min = 1, max = 12) int k,
      @ForAll @FloatRange(min = 0, max = 1) float below) {
    List<Float> scores = drawn.stream().map(s -> Math.round(s * 4) / 4f).toList();
    TopK plain = new TopK(1, k);
    IntStream.range(0, scores.size()).forEach(i -> plain.offer(0, scores.get(i), i));
    float floor = plain.threshold(0) - Math.round(below * 4) / 4f;
    TopK floored = new TopK(2, k);
    floored.floor(1, floor);
    assertThat(floored.threshold(1)).isEqualTo(floor);
    assertThat(floored.threshold(0)).isEqualTo(Float.NEGATIVE_INFINITY);
    IntStream.range(0, scores.size()).forEach(i -> floored.offer(1, scores.get(i), i));
    TopK merged = new TopK(1, k);
    merged.offerAll(0, floored, 1);
    assertThat(best(floored, 1)).containsExactly(best(plain, 0));
    assertThat(best(merged, 0)).containsExactly(best(plain, 0));
  }

  @Test
  void placesAboveAFloorThatNobodyReachesStayFree() {
    TopK top = new TopK(1, 3);
    top.floor(0, 0.5f);
    assertThat(top.offer(0, 0.4f, 3)).isFalse();
    assertThat(top.offer(0, 0.5f, 4)).isTrue();
    float[] scores = new float[3];
    int[] indices = new int[3];
    top.finish(0, indices, scores, 0);
    assertThat(indices).containsExactly(4, -1, -1);
    assertThat(scores).containsExactly(0.5f, Float.NaN, Float.NaN);
  }

  @Test
  void notANumberNeverWinsAndZeroHasNoSign() {
    TopK top = new TopK(1, 3);
    assertThat(top.offer(0, Float.NaN, 0)).isFalse();
    top.offer(0, -0f, 7);
    top.offer(0, 0f, 5);
    top.offer(0, -0f, 4);
    assertThat(top.threshold(0)).isZero();
    top.offer(0, Float.NEGATIVE_INFINITY, 1);
    assertThat(best(top, 0)).containsExactly(4, 5, 7);
  }

  @Test
  void scoresComeBackAsTheyWere() {
    TopK top = new TopK(1, 4);
    float[] scores = {-1.5f, Float.MIN_VALUE, 3e38f, Float.NEGATIVE_INFINITY};
    for (int i = 0; i < 4; i++) {
      top.offer(0, scores[i], i);
    }
    float[] found = new float[4];
    top.finish(0, new int[4], found, 0);
    assertThat(found).containsExactly(3e38f, Float.MIN_VALUE, -1.5f, Float.NEGATIVE_INFINITY);
  }
}
