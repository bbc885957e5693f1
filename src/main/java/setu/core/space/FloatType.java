package setu.core.space;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a binary file stores a number. */
enum FloatType {
  /** IEEE 754 half precision. */
  F16(2),
  /** The upper half of a 32-bit float. */
  BF16(2),
  /** IEEE 754 single precision. */
  F32(4),
  /** IEEE 754 double precision. */
  F64(8);

  private final int bytes;

  FloatType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes a number takes. */
  int bytes() {
    return bytes;
  }

  /** Turns {@code count} numbers that begin at {@code from} into floats. */
  void decode(byte[] bytes, int from, ByteOrder order, float[] into, int to, int count) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, from, count * this.bytes).order(order);
    switch (this) {
      case F32 -> buffer.asFloatBuffer().get(into, to, count);
      case F16 -> {
        for (int i = 0; i < count; i++) {
          into[to + i] = Float.float16ToFloat(buffer.getShort());
        }
      }
      case BF16 -> {
        for (int i = 0; i < count; i++) {
          into[to + i] = Float.intBitsToFloat(buffer.getShort() << 16);
        }
      }
      case F64 -> {
        for (int i = 0; i < count; i++) {
          into[to + i] = (float) buffer.getDouble();
        }
      }
    }
  }
}
