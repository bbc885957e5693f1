package setu.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class OffHeapTest {
  private static final long LARGE = 200L << 20;
  private static final int MATRICES = 24;

  /** The heap sees nothing of them: without being asked, no collection would come. */
  @Test
  void largeMatricesMadeOneAfterTheOtherDoNotPileUp() {
    long before = held();
    long most = 0;
    for (int i = 0; i < MATRICES; i++) {
      FloatMatrix matrix = FloatMatrix.zeros((int) (LARGE / 4096), 1024);
      assertThat(matrix.get(i, 7)).isZero();
      most = Math.max(most, held() - before);
    }
    assertThat(most).isLessThan(MATRICES / 2 * LARGE);
  }

  private static long held() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
