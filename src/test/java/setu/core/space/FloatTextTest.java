package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The digits are those of Java's own shortest text. */
class FloatTextTest {
  private final byte[] bytes = new byte[FloatText.MOST_BYTES + 3];

  private String text(float value) {
    int end = FloatText.put(value, bytes, 3);
    return new String(bytes, 3, end - 3, StandardCharsets.ISO_8859_1);
  }

  private void same(float value) {
    String text = text(value);
    assertThat(new BigDecimal(text)).isEqualByComparingTo(new BigDecimal(Float.toString(value)));
    assertThat(Float.floatToRawIntBits(Float.parseFloat(text)))
        .isEqualTo(Float.floatToRawIntBits(value));
  }

  @Test
  void anyFloatHasItsShortestDigits() {
    Random random = new Random(7);
    for (int i = 0; i < 300_000; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(value)) {
        same(value);
      }
      same((float) (random.nextGaussian() * Math.pow(10, random.nextInt(13) - 6)));
    }
  }

  @Test
  void shortNumbersAndTheirNeighboursToo() {
    Random random = new Random(8);
    for (int i = 0; i < 100_000; i++) {
      float value = (float) (random.nextInt(2_000_000) / Math.pow(10, random.nextInt(11)));
      same(value);
      same(-Math.nextUp(value));
      same(Math.nextDown(value));
    }
  }

  @Test
  void isPlainWherePeopleRead() {
    assertThat(text(0.1f)).isEqualTo("0.1");
    assertThat(text(-0.00012345f)).isEqualTo("-0.00012345");
    assertThat(text(3f)).isEqualTo("3.0");
    assertThat(text(1_234_567f)).isEqualTo("1234567.0");
    assertThat(text(0.99999994f)).isEqualTo("0.99999994");
    assertThat(text(0f)).isEqualTo("0.0");
    assertThat(text(-0f)).isEqualTo("-0.0");
    assertThat(text(Float.NaN)).isEqualTo("NaN");
    assertThat(text(-Float.MIN_NORMAL)).isEqualTo("-1.1754944E-38");
  }
}
