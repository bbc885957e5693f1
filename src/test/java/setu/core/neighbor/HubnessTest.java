package setu.core.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HubnessTest {
  @Test
  void countsWhoFindsWhom() {
    // Four queries, two candidates each, in a base of four; the last query found only one.
    Neighbors found =
        new Neighbors(2, new int[] {1, 0, 1, 3, 1, 0, 3, -1}, new float[] {2, 1, 2, 1, 2, 1, 2, 0});
    Hubness hubness = new Hubness(found, 4);
    assertThat(hubness.occurrences(0)).isEqualTo(2);
    assertThat(hubness.occurrences(2)).isZero();
    assertThat(hubness.orphanShare()).isEqualTo(0.25);
    assertThat(hubness.hubs(2))
        .containsExactly(
            new Hubness.Hub(1, 3, java.util.List.of(0, 1, 2)),
            new Hubness.Hub(0, 2, java.util.List.of(0, 2)));
    // Of 2, 3, 0, 2: mean 1.75, second moment 1.1875, third −0.84375.
    assertThat(hubness.skewness()).isCloseTo(-0.84375 / Math.pow(1.1875, 1.5), within(1e-12));
  }

  @Test
  void nothingFoundHasNoHubs() {
    Hubness hubness = new Hubness(new Neighbors(3, new int[0], new float[0]), 0);
    assertThat(hubness.skewness()).isZero();
    assertThat(hubness.orphanShare()).isZero();
    assertThat(hubness.hubs(5)).isEmpty();
  }
}
