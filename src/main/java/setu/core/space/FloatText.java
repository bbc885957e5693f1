package setu.core.space;

import java.nio.charset.StandardCharsets;

/**
 * Writes floats as decimal text: the fewest digits that read back as the same float, those of
 * {@link Float#toString}, but several times faster and from 1e-5 to 1e7 without an exponent.
 *
 * <p>Digits are looked for in double, where a float and half the way to its neighbours are exact.
 * Where rounding in double could change the answer, {@link Float#toString} gives it.
 */
final class FloatText {
  /** The most bytes a number takes. */
  static final int MOST_BYTES = 24;

  private static final int MOST_DIGITS = 9;
  private static final float LEAST = 1e-5f;
  private static final float MOST = 1e7f;
  private static final int MANTISSA = 0x7FFFFF;

  /** Far above the error of a product of two doubles, far below what it decides. */
  private static final double DOUBT = 1e-6;

  private static final long[] POWERS_OF_TEN = new long[16];

  static {
    POWERS_OF_TEN[0] = 1;
    for (int i = 1; i < POWERS_OF_TEN.length; i++) {
      POWERS_OF_TEN[i] = 10 * POWERS_OF_TEN[i - 1];
    }
  }

  private FloatText() {}

  /** Puts a number's ASCII bytes at {@code at}; returns the index after them. */
  static int put(float value, byte[] into, int at) {
    float size = Math.abs(value);
    boolean powerOfTwo = (Float.floatToRawIntBits(size) & MANTISSA) == 0;
    if (!(size >= LEAST && size < MOST) || powerOfTwo) {
      return putJava(value, into, at);
    }
    double halfway = 0.5 * Math.ulp(size);
    long digits = -1;
    int decimals = MOST_DIGITS - 1 - exponent(size);
    // Nine digits tell a float from its neighbours: one after the other is left out while they do.
    for (int fewer = decimals; fewer >= 0; fewer--) {
      double power = POWERS_OF_TEN[fewer];
      double exact = size * power;
      double rounded = Math.rint(exact);
      double error = Math.abs(exact - rounded);
      double most = halfway * power;
      if (error > most * (1 + DOUBT)) {
        break;
      }
      if (error >= most * (1 - DOUBT) || error >= 0.5 - DOUBT) {
        return putJava(value, into, at);
      }
      digits = (long) rounded;
      decimals = fewer;
    }
    return digits < 0 ? putJava(value, into, at) : put(value < 0, digits, decimals, into, at);
  }

  /** The power of ten of the first digit. */
  private static int exponent(float size) {
    int exponent = 0;
    while (size >= POWERS_OF_TEN[exponent + 1]) {
      exponent++;
    }
    while (exponent <= 0 && size * (double) POWERS_OF_TEN[-exponent] < 1) {
      exponent--;
    }
    return exponent;
  }

  private static int put(boolean negative, long digits, int decimals, byte[] into, int at) {
    int from = at;
    if (negative) {
      into[from++] = '-';
    }
    int whole = (int) (digits / POWERS_OF_TEN[decimals]);
    int wholeDigits = 1;
    while (whole >= POWERS_OF_TEN[wholeDigits]) {
      wholeDigits++;
    }
    int point = from + wholeDigits;
    putDigits(whole, into, from, point);
    into[point] = '.';
    int end = point + 1 + Math.max(1, decimals);
    putDigits(digits % POWERS_OF_TEN[decimals], into, point + 1, end);
    return end;
  }

  /** The last digits of a number, as many as there is room for. */
  private static void putDigits(long number, byte[] into, int from, int to) {
    long left = number;
    for (int i = to - 1; i >= from; i--) {
      long tenth = left / 10;
      into[i] = (byte) ('0' + (left - 10 * tenth));
      left = tenth;
    }
  }

  private static int putJava(float value, byte[] into, int at) {
    byte[] text = Float.toString(value).getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(text, 0, into, at, text.length);
    return at + text.length;
  }
}
