package setu.core.space;

import com.google.flatbuffers.FlatBufferBuilder;

/**
 * The FlatBuffers tables of Arrow's messages, for one column of words and one of vectors. The
 * numbers are the places of fields in Arrow's published schema (format version 1.0).
 */
final class ArrowTables {
  /** The kind of a schema message. */
  static final int SCHEMA = 1;

  /** The kind of a record batch message. */
  static final int BATCH = 3;

  private static final short VERSION_5 = 4;
  private static final int SINGLE = 1;

  private ArrowTables() {}

  /** The schema of n words and n × {@code dimensions} vectors. */
  static int schema(FlatBufferBuilder builder, int dimensions) {
    builder.startTable(0);
    int text = builder.endTable();
    int word = field(builder, "word", ArrowField.UTF8, text, new int[0]);
    builder.startTable(1);
    builder.addShort(0, (short) SINGLE, 0);
    int single = builder.endTable();
    int item = field(builder, "item", ArrowField.FLOAT, single, new int[0]);
    builder.startTable(1);
    builder.addInt(0, dimensions, 0);
    int list = builder.endTable();
    int vector = field(builder, "vector", ArrowField.FIXED_SIZE_LIST, list, new int[] {item});
    int fields = offsets(builder, new int[] {word, vector});
    builder.startTable(4);
    builder.addOffset(1, fields, 0);
    return builder.endTable();
  }

  private static int field(
      FlatBufferBuilder builder, String name, int type, int details, int[] children) {
    int text = builder.createString(name);
    int nested = offsets(builder, children);
    builder.startTable(7);
    builder.addOffset(0, text, 0);
    builder.addBoolean(1, false, true);
    builder.addByte(2, (byte) type, 0);
    builder.addOffset(3, details, 0);
    builder.addOffset(5, nested, 0);
    return builder.endTable();
  }

  private static int offsets(FlatBufferBuilder builder, int[] tables) {
    builder.startVector(4, tables.length, 4);
    for (int i = tables.length - 1; i >= 0; i--) {
      builder.addOffset(tables[i]);
    }
    return builder.endVector();
  }

  /**
   * A batch of rows, none of them missing.
   *
   * @param lengths bytes of the words' offsets, of their text and of the vectors
   */
  static int batch(FlatBufferBuilder builder, int rows, long[] lengths) {
    // Word: validity, offsets, text. Vector: validity; its numbers: validity, values. Nothing is
    // missing, so the validities are empty.
    long text = padded(lengths[0]);
    long values = text + padded(lengths[1]);
    long[] begins = {0, 0, text, values, values, values};
    long[] sizes = {0, lengths[0], lengths[1], 0, 0, lengths[2]};
    builder.startVector(16, begins.length, 8);
    for (int i = begins.length - 1; i >= 0; i--) {
      builder.prep(8, 16);
      builder.putLong(sizes[i]);
      builder.putLong(begins[i]);
    }
    int buffers = builder.endVector();
    builder.startVector(16, 3, 8);
    node(builder, lengths[2] / 4);
    node(builder, rows);
    node(builder, rows);
    int nodes = builder.endVector();
    builder.startTable(5);
    builder.addLong(0, rows, 0);
    builder.addOffset(1, nodes, 0);
    builder.addOffset(2, buffers, 0);
    return builder.endTable();
  }

  private static void node(FlatBufferBuilder builder, long rows) {
    builder.prep(8, 16);
    builder.putLong(0);
    builder.putLong(rows);
  }

  private static long padded(long length) {
    return Math.ceilDiv(length, 8) * 8;
  }

  /** Finishes a message. */
  static void finish(FlatBufferBuilder builder, int kind, int table, long body) {
    builder.startTable(5);
    builder.addShort(0, VERSION_5, 0);
    builder.addByte(1, (byte) kind, 0);
    builder.addOffset(2, table, 0);
    builder.addLong(3, body, 0);
    builder.finish(builder.endTable());
  }

  /** Finishes a file's footer. */
  static void finishFooter(FlatBufferBuilder builder, int schema, int batches) {
    builder.startTable(5);
    builder.addShort(0, VERSION_5, 0);
    builder.addOffset(1, schema, 0);
    builder.addOffset(3, batches, 0);
    builder.finish(builder.endTable());
  }
}
