package setu.core.math;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Native memory that is freed when no longer reachable.
 *
 * <p>The collector of garbage sees only the heap, which large matrices hardly fill: left alone, it
 * would let gigabytes of them lie about. So a large matrix has the unreachable ones collected
 * first, once enough was taken since that was last done.
 */
final class OffHeap {
  private static final int ALIGNMENT = 64;

  /** Taking this much at once costs more than collecting a heap without matrices. */
  private static final long LARGE = 128L << 20;

  /** What may have been taken since the last collection before a large matrix asks for one. */
  private static final long UNCOLLECTED = 1L << 30;

  private static final AtomicLong taken = new AtomicLong();

  private OffHeap() {}

  /** {@code bytes} zeros. */
  static MemorySegment allocate(long bytes) {
    if (taken.addAndGet(bytes) > UNCOLLECTED && bytes >= LARGE) {
      taken.set(bytes);
      System.gc();
    }
    return allocate(Arena.ofAuto(), bytes);
  }

  /** {@code bytes} zeros in an arena of the caller's. */
  static MemorySegment allocate(Arena arena, long bytes) {
    return arena.allocate(bytes, ALIGNMENT);
  }
}
