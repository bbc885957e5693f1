package setu.core.space;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a binary file stores a number. */
public enum FloatType {
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

  /** Its name in commands, such as {@code f16}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of a label. */
  public static Optional<FloatType> ofLabel(String label) {
    return Stream.of(values()).filter(type -> type.label().equals(label)).findFirst();
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

  /** Appends the numbers {@code [from, from + count)}, each the nearest there is of this type. */
  void encode(float[] numbers, int from, int count, ByteBuffer into) {
    switch (this) {
      case F32 -> {
        into.asFloatBuffer().put(numbers, from, count);
        into.position(into.position() + Float.BYTES * count);
      }
      case F16 -> {
        for (int i = from; i < from + count; i++) {
          into.putShort(Float.floatToFloat16(numbers[i]));
        }
      }
      case BF16 -> {
        for (int i = from; i < from + count; i++) {
          into.putShort(upperHalf(numbers[i]));
        }
      }
      case F64 -> {
        for (int i = from; i < from + count; i++) {
          into.putDouble(numbers[i]);
        }
      }
    }
  }

  /** Whether a number of this type can stand for {@code number}: none is beyond its range. */
  boolean reaches(float number) {
    return switch (this) {
      case F16 -> Float.isFinite(Float.float16ToFloat(Float.floatToFloat16(number)));
      case BF16 -> Float.isFinite(Float.intBitsToFloat(upperHalf(number) << 16));
      case F32, F64 -> true;
    };
  }

  /** The upper 16 bits of the nearest float whose lower ones are zero, the even one of two. */
  private static short upperHalf(float number) {
    int bits = Float.floatToIntBits(number);
    boolean finite = Float.isFinite(number);
    return (short) ((finite ? bits + 0x7FFF + ((bits >>> 16) & 1) : bits) >>> 16);
  }
}
