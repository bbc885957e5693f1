package setu.core.space;

import ch.randelshofer.fastdoubleparser.JavaFloatParser;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads decimal numbers from ASCII bytes; the value is always that of {@link Float#parseFloat}.
 *
 * <p>Up to 2⁵³ the digits and up to 10²² the power of ten are exact doubles (Clinger 1990), so
 * their quotient is the correctly rounded double; rounding that once more to float is right unless
 * the double lies exactly between two floats. Everything else goes to FastDoubleParser.
 */
final class DecimalParser {
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  private static final int MAX_DIGITS = 18;
  private static final long MAX_EXACT = 1L << 53;
  private static final long BELOW_FLOAT = (1L << 29) - 1;
  private static final long HALFWAY = 1L << 28;

  private float value;

  /** The number read last; NaN or infinite where the text says so or overflows. */
  float value() {
    return value;
  }

  /**
   * Reads the number that starts at {@code from}. The bytes must end in a byte that belongs to no
   * number, such as a line feed.
   *
   * @return where it ends: the index of the next space, tab, carriage return or line feed; −1 if
   *     that field is no number
   */
  int parse(byte[] bytes, int from) {
    int at = from;
    boolean negative = bytes[at] == '-';
    if (negative || bytes[at] == '+') {
      at++;
    }
    long digits = 0;
    int first = at;
    for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[++at] - '0') {
      digits = digits * 10 + digit;
    }
    int count = at - first;
    int power = 0;
    if (bytes[at] == '.') {
      int point = at++;
      for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[++at] - '0') {
        digits = digits * 10 + digit;
      }
      power = point + 1 - at;
      count -= power;
    }
    if (count > 0 && (bytes[at] | 0x20) == 'e') {
      at++;
      boolean down = bytes[at] == '-';
      if (down || bytes[at] == '+') {
        at++;
      }
      int exponent = 0;
      int begin = at;
      for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[++at] - '0') {
        exponent = Math.min(exponent * 10 + digit, 1000);
      }
      if (at == begin) {
        return -1;
      }
      power += down ? -exponent : exponent;
    }
    if (!endsField(bytes[at])) {
      return slow(bytes, from);
    }
    if (count <= 0) {
      return -1;
    }
    if (count > MAX_DIGITS || digits > MAX_EXACT || power < -22 || power > 22) {
      return slow(bytes, from);
    }
    double exact = power < 0 ? digits / POWERS_OF_TEN[-power] : digits * POWERS_OF_TEN[power];
    if ((Double.doubleToRawLongBits(exact) & BELOW_FLOAT) == HALFWAY
        || (exact < Float.MIN_NORMAL && digits != 0)) {
      return slow(bytes, from);
    }
    value = (float) (negative ? -exact : exact);
    return at;
  }

  /** Whether a byte ends a field. */
  static boolean endsField(byte b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r';
  }

  private int slow(byte[] bytes, int from) {
    int to = from;
    while (!endsField(bytes[to])) {
      to++;
    }
    try {
      value = JavaFloatParser.parseFloat(bytes, from, to - from);
      return to;
    } catch (NumberFormatException e) {
      return named(bytes, from, to);
    }
  }

  /** The spellings of NaN and infinity of C and Python, which Java does not read. */
  private int named(byte[] bytes, int from, int to) {
    if (to - from > 9) {
      return -1;
    }
    String text =
        new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (text.startsWith("-") || text.startsWith("+")) {
      text = text.substring(1);
    }
    switch (text) {
      case "nan" -> value = Float.NaN;
      case "inf", "infinity" -> value = Float.POSITIVE_INFINITY;
      default -> {
        return -1;
      }
    }
    return to;
  }
}
