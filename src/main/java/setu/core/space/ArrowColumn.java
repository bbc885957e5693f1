package setu.core.space;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of one record batch. Damaged offsets end in an {@link IndexOutOfBoundsException}.
 *
 * @param validity one bit a row; null where every row is there
 * @param buffers its other buffers in Arrow's order
 */
record ArrowColumn(
    ArrowField field,
    @Nullable MemorySegment validity,
    List<MemorySegment> buffers,
    List<ArrowColumn> children) {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int VIEW = 16;
  private static final int INLINE = 12;
  private static final int LONGEST_TEXT = 1 << 20;

  /** Whether a row has a value. */
  boolean has(long row) {
    return validity == null || (validity.get(JAVA_BYTE, row >> 3) >> (row & 7) & 1) == 1;
  }

  /** The text of a row; empty where it has none. */
  String text(long row) {
    if (!has(row)) {
      return "";
    }
    if (field.type() == ArrowField.UTF8_VIEW) {
      MemorySegment views = buffers.get(0);
      int length = views.get(INT, row * VIEW);
      return length <= INLINE
          ? text(views, row * VIEW + 4, length)
          : text(
              buffers.get(Math.addExact(1, views.get(INT, row * VIEW + 8))),
              views.get(INT, row * VIEW + 12),
              length);
    }
    boolean large = field.type() == ArrowField.LARGE_UTF8;
    long from = offset(large, row);
    return text(buffers.get(1), from, offset(large, row + 1) - from);
  }

  private static String text(MemorySegment bytes, long from, long length) {
    if (length < 0 || length > LONGEST_TEXT) {
      throw new IndexOutOfBoundsException(Long.toString(length));
    }
    byte[] text = bytes.asSlice(from, length).toArray(JAVA_BYTE);
    return WordBytes.decode(text, 0, text.length);
  }

  private long offset(boolean large, long row) {
    MemorySegment offsets = buffers.get(0);
    return large ? offsets.get(LONG, row * 8) : offsets.get(INT, row * 4);
  }

  /** How many numbers a row's list has; 0 where it has none. */
  long length(long row) {
    if (!has(row)) {
      return 0;
    }
    return field.type() == ArrowField.FIXED_SIZE_LIST ? field.width() : end(row) - begin(row);
  }

  private long begin(long row) {
    return field.type() == ArrowField.FIXED_SIZE_LIST
        ? row * field.width()
        : offset(field.type() == ArrowField.LARGE_LIST, row);
  }

  private long end(long row) {
    return offset(field.type() == ArrowField.LARGE_LIST, row + 1);
  }

  /** Copies the first {@code into.length} numbers of a row's list; a missing one becomes NaN. */
  void numbers(long row, byte[] bytes, float[] into) {
    ArrowColumn child = children.get(0);
    child.copy(begin(row), bytes, into);
  }

  private void copy(long from, byte[] bytes, float[] into) {
    FloatType type = field.floatType();
    int size = into.length * type.bytes();
    MemorySegment.copy(buffers.get(0), JAVA_BYTE, from * type.bytes(), bytes, 0, size);
    type.decode(bytes, 0, ByteOrder.LITTLE_ENDIAN, into, 0, into.length);
    if (validity != null) {
      for (int j = 0; j < into.length; j++) {
        into[j] = has(from + j) ? into[j] : Float.NaN;
      }
    }
  }

  /** The number of a row; NaN where it has none. */
  float number(long row, byte[] bytes, float[] one) {
    copy(row, bytes, one);
    return one[0];
  }

  /** The whole number of a row; 0 where it has none. */
  long whole(long row) {
    if (!has(row)) {
      return 0;
    }
    return Math.abs(field.width()) == 64
        ? buffers.get(0).get(LONG, row * 8)
        : buffers.get(0).get(INT, row * 4);
  }
}
