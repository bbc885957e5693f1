package setu.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OffHeapTest {
  private static final long LARGE = 200L << 20;
  private static final int MATRICES = 24;

  /**
   * The heap sees nothing of them: without being asked, no collection would come. What one finds is
   * freed soon after, by a thread of its own, which is waited for.
   */
  @Test
  void largeMatricesMadeOneAfterTheOtherDoNotPileUp() throws InterruptedException {
    long before = held();
    for (int i = 0; i < MATRICES; i++) {
      FloatMatrix matrix = FloatMatrix.zeros((int) (LARGE / 4096), 1024);
      assertThat(matrix.get(i, 7)).isZero();
      long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (held() - before >= MATRICES / 2 * LARGE && System.nanoTime() < limit) {
        Thread.sleep(10);
      }
      assertThat(held() - before).isLessThan(MATRICES / 2 * LARGE);
    }
  }

  private static long held() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
