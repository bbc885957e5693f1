package setu.core.space;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How much fits into this machine. */
final class Memory {
  private static final long ALWAYS = 1L << 30;
  private static final double SHARE = 0.9;

  private Memory() {}

  /** Whether {@code bytes} can be had at all; a gigabyte always. */
  static boolean holds(long bytes) {
    if (bytes <= ALWAYS) {
      return true;
    }
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return bytes <= SHARE * system.getTotalMemorySize();
  }
}
