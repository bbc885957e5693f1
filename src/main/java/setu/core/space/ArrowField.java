package setu.core.space;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of an Arrow schema.
 *
 * @param type its number in Arrow's union of types
 * @param width how its values are stored, as far as its type leaves that open: floating-point
 *     precision (0 half, 1 single, 2 double), bits of an integer (negative without sign), or length
 *     of a fixed-size list
 * @param dictionary whether its values are places in a dictionary
 */
record ArrowField(String name, int type, int width, boolean dictionary, List<ArrowField> children) {
  static final int NULL = 1;
  static final int INT = 2;
  static final int FLOAT = 3;
  static final int BINARY = 4;
  static final int UTF8 = 5;
  static final int LIST = 12;
  static final int STRUCT = 13;
  static final int UNION = 14;
  static final int FIXED_SIZE_LIST = 16;
  static final int MAP = 17;
  static final int LARGE_BINARY = 19;
  static final int LARGE_UTF8 = 20;
  static final int LARGE_LIST = 21;
  static final int RUN_END = 22;
  static final int BINARY_VIEW = 23;
  static final int UTF8_VIEW = 24;
  static final int LIST_VIEW = 25;
  static final int LARGE_LIST_VIEW = 26;
  private static final int DEEPEST = 8;

  /** The columns of a schema message's table. */
  static List<ArrowField> ofSchema(FlatTable schema) {
    List<ArrowField> fields = new ArrayList<>();
    for (int i = 0; i < schema.length(1); i++) {
      fields.add(of(schema.element(1, i), 0));
    }
    return fields;
  }

  private static ArrowField of(FlatTable field, int depth) {
    if (depth > DEEPEST) {
      throw new IndexOutOfBoundsException(depth);
    }
    int type = field.int8(2, 0);
    List<ArrowField> children = new ArrayList<>();
    for (int i = 0; i < field.length(5); i++) {
      children.add(of(field.element(5, i), depth + 1));
    }
    boolean dictionary = field.table(4) != null;
    return new ArrowField(field.text(0), type, width(type, field.table(3)), dictionary, children);
  }

  private static int width(int type, @Nullable FlatTable details) {
    if (details == null) {
      return 0;
    }
    return switch (type) {
      case FLOAT -> details.int16(0, 0);
      case INT -> details.int8(1, 0) == 0 ? -details.int32(0, 0) : details.int32(0, 0);
      case FIXED_SIZE_LIST -> details.int32(0, 0);
      default -> 0;
    };
  }

  /** Whether it holds words. */
  boolean isText() {
    return (type == UTF8 || type == LARGE_UTF8 || type == UTF8_VIEW) && !dictionary;
  }

  /** Whether each value is a list of floats. */
  boolean isVector() {
    return (type == FIXED_SIZE_LIST || type == LIST || type == LARGE_LIST)
        && children.size() == 1
        && children.get(0).isNumber();
  }

  /** Whether each value is a float. */
  boolean isNumber() {
    return type == FLOAT && !dictionary;
  }

  /** Whether each value is a whole number of 32 or 64 bits. */
  boolean isWhole() {
    return type == INT && !dictionary && (Math.abs(width) == 32 || Math.abs(width) == 64);
  }

  /** How its numbers are stored; of {@link #isNumber} only. */
  FloatType floatType() {
    return width == 0 ? FloatType.F16 : width == 1 ? FloatType.F32 : FloatType.F64;
  }
}
