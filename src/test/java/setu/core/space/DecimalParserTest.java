package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number is exactly the one {@link Float#parseFloat} reads. */
class DecimalParserTest {
  private final DecimalParser parser = new DecimalParser();

  @Property(tries = 2000)
  void shortestFloatsComeBack(@ForAll float value) {
    assertSame(Float.toString(value));
  }

  @Property(tries = 2000)
  void doublesAreRoundedOnce(@ForAll double value) {
    assertSame(Double.toString(value));
    assertSame(Double.toString(value % 2));
  }

  @Test
  void decimalsOfEveryLengthAreExact() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
      digits(text, random, random.nextInt(3));
      text.append('.');
      digits(text, random, 1 + random.nextInt(20));
      assertSame(text.toString());
    }
  }

  /** Numbers halfway between two floats, and one digit beyond: where double rounding goes wrong. */
  @Test
  void halfwayCasesAreExact() {
    Random random = new Random(11);
    for (int i = 0; i < 100_000; i++) {
      float low = Float.intBitsToFloat((64 + random.nextInt(126)) << 23 | random.nextInt(1 << 23));
      double middle = ((double) low + Math.nextUp(low)) / 2;
      String text = new java.math.BigDecimal(middle).toPlainString();
      assertSame(text);
      assertSame(text + "1");
      assertSame(new java.math.BigDecimal(middle).round(new java.math.MathContext(17)).toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+1",
        "1.",
        ".5",
        "-.5e3",
        "1e10",
        "1E-10",
        "1e+22",
        "1e23",
        "1e-23",
        "1e38",
        "3.4028235e38",
        "3.4028236e38",
        "1e39",
        "1e-45",
        "1e-46",
        "1.17549435e-38",
        "16777217",
        "9007199254740993",
        "0.000000000000000000000000001",
        "123456789012345678901234567890",
        "00000000000000000000000000001.5",
        "NaN",
        "Infinity",
        "-Infinity"
      })
  void oddSpellingsAreRead(String text) {
    assertSame(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", ".", "e5", "1e", "1e+", "1.2.3", "abc", "1,5", "--1", "0xg", "nano"})
  void otherFieldsAreNoNumbers(String text) {
    assertThat(parse(text)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nan", "-nan", "inf", "-inf", "INF", "infinity"})
  void theSpellingsOfPythonAndCAreNotFinite(String text) {
    assertThat(parse(text)).isEqualTo(text.length());
    assertThat(Float.isFinite(parser.value())).isFalse();
  }

  private static void digits(StringBuilder text, Random random, int count) {
    for (int i = 0; i < count; i++) {
      text.append((char) ('0' + random.nextInt(10)));
    }
  }

  private void assertSame(String text) {
    assertThat(parse(text)).as(text).isEqualTo(text.length());
    assertThat(Float.floatToRawIntBits(parser.value()))
        .as(text)
        .isEqualTo(Float.floatToRawIntBits(Float.parseFloat(text)));
  }

  private int parse(String text) {
    return parser.parse((text + "\n").getBytes(StandardCharsets.UTF_8), 0);
  }
}
