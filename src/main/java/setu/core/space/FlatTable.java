package setu.core.space;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A table of a FlatBuffers message, read where it lies. A damaged message ends in an {@link
 * IndexOutOfBoundsException}; no reading follows offsets in circles, because callers know how deep
 * they go.
 */
final class FlatTable {
  private final ByteBuffer bytes;
  private final int position;
  private final int fields;
  private final int fieldsLength;

  private FlatTable(ByteBuffer bytes, int position) {
    this.bytes = bytes;
    this.position = position;
    this.fields = Math.subtractExact(position, bytes.getInt(position));
    this.fieldsLength = bytes.getShort(fields) & 0xFFFF;
  }

  /** The root of a little-endian message. */
  static FlatTable root(ByteBuffer bytes) {
    return new FlatTable(bytes, bytes.getInt(0));
  }

  /** Where a field lies; 0 where it has its default. */
  private int at(int field) {
    int slot = 4 + 2 * field;
    if (slot + 2 > fieldsLength) {
      return 0;
    }
    int offset = bytes.getShort(fields + slot) & 0xFFFF;
    return offset == 0 ? 0 : position + offset;
  }

  int int8(int field, int otherwise) {
    int at = at(field);
    return at == 0 ? otherwise : bytes.get(at);
  }

  int int16(int field, int otherwise) {
    int at = at(field);
    return at == 0 ? otherwise : bytes.getShort(at);
  }

  int int32(int field, int otherwise) {
    int at = at(field);
    return at == 0 ? otherwise : bytes.getInt(at);
  }

  long int64(int field, long otherwise) {
    int at = at(field);
    return at == 0 ? otherwise : bytes.getLong(at);
  }

  /** A table that a field points at; null where the field is missing. */
  @Nullable FlatTable table(int field) {
    int at = at(field);
    return at == 0 ? null : new FlatTable(bytes, at + bytes.getInt(at));
  }

  /** A text; empty where the field is missing. */
  String text(int field) {
    int at = at(field);
    if (at == 0) {
      return "";
    }
    int start = at + bytes.getInt(at);
    int length = bytes.getInt(start);
    if (length < 0 || length > bytes.limit() - start - 4) {
      throw new IndexOutOfBoundsException(length);
    }
    byte[] text = new byte[length];
    bytes.get(start + 4, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** How many elements a vector has. */
  int length(int field) {
    int at = at(field);
    if (at == 0) {
      return 0;
    }
    int length = bytes.getInt(at + bytes.getInt(at));
    if (length < 0 || length > bytes.limit()) {
      throw new IndexOutOfBoundsException(length);
    }
    return length;
  }

  /** The table at a place of a vector of tables. */
  FlatTable element(int field, int index) {
    int at = at(field);
    int slot = at + bytes.getInt(at) + 4 + 4 * index;
    return new FlatTable(bytes, slot + bytes.getInt(slot));
  }

  /** A 64-bit field of the structs, each of {@code size} bytes, in a vector. */
  long structInt64(int field, int size, int index, int offset) {
    int at = at(field);
    return bytes.getLong(at + bytes.getInt(at) + 4 + size * index + offset);
  }
}
