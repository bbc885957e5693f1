package setu.core.space;

import java.util.List;

/**
 * The metadata of a Parquet file of words and vectors. The numbers are those of fields and types in
 * Parquet's published Thrift definition.
 */
final class ParquetTables {
  /** 32-bit floats. */
  static final int FLOAT = 4;

  /** Bytes of any length: text. */
  static final int BYTE_ARRAY = 6;

  private static final int REQUIRED = 0;
  private static final int REPEATED = 2;
  private static final int UTF8 = 0;
  private static final int LIST = 3;
  private static final int PLAIN = 0;
  private static final int RLE = 3;

  private ParquetTables() {}

  /** The header of a page of plain values. */
  static byte[] pageHeader(int bytes, int values) {
    ThriftOutput to = new ThriftOutput();
    to.int32(1, 0);
    to.int32(2, bytes);
    to.int32(3, bytes);
    to.struct(5);
    to.int32(1, values);
    to.int32(2, PLAIN);
    to.int32(3, RLE);
    to.int32(4, RLE);
    to.end();
    to.end();
    return to.bytes();
  }

  /** Begins a file's metadata: version, schema and number of rows. */
  static void schema(ThriftOutput to, long rows) {
    to.int32(1, 1);
    to.list(2, ThriftOutput.STRUCT, 5);
    group(to, "schema", -1, 2, -1);
    leaf(to, "word", BYTE_ARRAY, UTF8);
    group(to, "vector", REQUIRED, 1, LIST);
    group(to, "list", REPEATED, 1, -1);
    leaf(to, "element", FLOAT, -1);
    to.int64(3, rows);
  }

  /** The same of a file with a column of floats a dimension. */
  static void schemaByColumn(ThriftOutput to, long rows, List<String> dimensions) {
    to.int32(1, 1);
    to.list(2, ThriftOutput.STRUCT, 2 + dimensions.size());
    group(to, "schema", -1, 1 + dimensions.size(), -1);
    leaf(to, "word", BYTE_ARRAY, UTF8);
    for (String dimension : dimensions) {
      leaf(to, dimension, FLOAT, -1);
    }
    to.int64(3, rows);
  }

  private static void group(
      ThriftOutput to, String name, int repetition, int children, int converted) {
    to.begin();
    if (repetition >= 0) {
      to.int32(3, repetition);
    }
    to.text(4, name);
    to.int32(5, children);
    if (converted >= 0) {
      to.int32(6, converted);
      to.struct(10);
      to.struct(3);
      to.end();
      to.end();
    }
    to.end();
  }

  private static void leaf(ThriftOutput to, String name, int type, int converted) {
    to.begin();
    to.int32(1, type);
    to.int32(3, REQUIRED);
    to.text(4, name);
    if (converted >= 0) {
      to.int32(6, converted);
      to.struct(10);
      to.struct(1);
      to.end();
      to.end();
    }
    to.end();
  }

  /** A column's part of a row group. */
  static void chunk(
      ThriftOutput to, int type, List<String> path, long values, long bytes, long offset) {
    to.begin();
    to.int64(2, offset);
    to.struct(3);
    to.int32(1, type);
    to.list(2, ThriftOutput.INT32, 2);
    to.element(PLAIN);
    to.element(RLE);
    to.list(3, ThriftOutput.TEXT, path.size());
    for (String name : path) {
      to.element(name);
    }
    to.int32(4, 0);
    to.int64(5, values);
    to.int64(6, bytes);
    to.int64(7, bytes);
    to.int64(9, offset);
    to.end();
    to.end();
  }
}
