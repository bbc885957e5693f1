package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A letter of the Wijesekara layout means the key that types it, whatever it sounds like. */
class ReviewKeyTest {
  @ParameterizedTest
  @CsvSource({
    "\u0DCA, ACCEPT",
    "\u0DBB, REJECT",
    "\u0DC3, INFLECTION",
    "\u0DD0, EDIT",
    "\u0DD2, UNSURE",
    "\u0DB6, NOTE",
    "\u0D9A, FAMILY",
    "\u0DD4, NARROW",
    "\u0D89, BLIND",
    "a, ACCEPT",
    "A, ACCEPT"
  })
  void aLetterMeansTheKeyThatTypesIt(String letter, ReviewKey key) {
    assertThat(ReviewKey.typed(letter)).isEqualTo(key);
  }

  @Test
  void whatSoundsLikeAnotherKeyDoesNothing() {
    assertThat(ReviewKey.typed("\u0D85")).as("a of W").isNull();
    assertThat(ReviewKey.typed("\u0DCF")).as("long a of D").isNull();
    assertThat(ReviewKey.typed("\u0DD9")).as("e of F").isNull();
    assertThat(ReviewKey.typed("\u0DB1")).as("n of K").isNull();
    assertThat(ReviewKey.typed(" ")).isNull();
  }
}
