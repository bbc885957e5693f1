package setu.core.math;

import java.lang.foreign.MemorySegment;

/** Products of 8-bit matrices, summed in 32-bit integers. Safe for any thread. */
public interface ByteProduct {
  /** What the first factor is moved by: its bytes are unsigned and stand for {@code byte − 128}. */
  int ZERO = 128;

  /**
   * {@code (left − 128) · right}.
   *
   * @param left n × d unsigned bytes, row-major, native memory
   * @param right d × m signed bytes, row-major, native memory
   * @param into receives n × m integers, row-major, native memory
   */
  void multiply(MemorySegment left, MemorySegment right, int n, int m, int d, MemorySegment into);
}
