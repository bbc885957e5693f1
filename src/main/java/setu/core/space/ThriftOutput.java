package setu.core.space;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes structs in Thrift's compact protocol. A new one stands within its outermost struct. */
final class ThriftOutput {
  /** Elements of a list that are 32-bit integers. */
  static final int INT32 = 5;

  /** Elements of a list that are texts. */
  static final int TEXT = 8;

  /** Elements of a list that are structs. */
  static final int STRUCT = 12;

  private static final int INT64 = 6;
  private static final int LIST = 9;
  private static final int SHORT_LIST = 15;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int last;

  /** What was written. */
  byte[] bytes() {
    return out.toByteArray();
  }

  /** Begins a struct that is an element of a list. */
  void begin() {
    outer.push(last);
    last = 0;
  }

  /** Ends the innermost struct. */
  void end() {
    out.write(0);
    last = outer.isEmpty() ? 0 : outer.pop();
  }

  /** Begins a struct that is a field. */
  void struct(int field) {
    header(field, STRUCT);
    begin();
  }

  void int32(int field, int value) {
    header(field, INT32);
    signed(value);
  }

  void int64(int field, long value) {
    header(field, INT64);
    signed(value);
  }

  void text(int field, String value) {
    header(field, TEXT);
    element(value);
  }

  /** Begins a list; its elements follow. */
  void list(int field, int type, int size) {
    header(field, LIST);
    if (size < SHORT_LIST) {
      out.write((size << 4) | type);
    } else {
      out.write((SHORT_LIST << 4) | type);
      unsigned(out, size);
    }
  }

  void element(int value) {
    signed(value);
  }

  void element(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    unsigned(out, bytes.length);
    out.writeBytes(bytes);
  }

  private void header(int field, int type) {
    // Fields are written in order and never more than 15 apart.
    out.write(((field - last) << 4) | type);
    last = field;
  }

  private void signed(long value) {
    unsigned(out, (value << 1) ^ (value >> 63));
  }

  /** Writes a number, seven bits a byte, the lowest first. */
  static void unsigned(ByteArrayOutputStream to, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      to.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    to.write((int) rest);
  }
}
