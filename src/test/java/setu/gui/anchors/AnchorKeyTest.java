package setu.gui.anchors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A letter of the Wijesekara layout means the key that types it, whatever it sounds like. */
class AnchorKeyTest {
  @ParameterizedTest
  @CsvSource({
    "\u0DCA, ACCEPT",
    "\u0DBB, REJECT",
    "\u0DD2, UNSURE",
    "\u0DD0, EDIT",
    "\u0DB6, ADD",
    "\u0D91, TWIN",
    "\u0DA0, PREFERRED",
    "\u0DBA, HISTORY",
    "\u0DD9, FILTER",
    "\u0DAF, SORT",
    "\u0DA7, GROUP",
    "\u0D85, WHOLE",
    "\u0DA2, COLUMNS",
    "\u0D89, BATCHES",
    "r, REJECT"
  })
  void aLetterMeansTheKeyThatTypesIt(String letter, AnchorKey key) {
    assertThat(AnchorKey.typed(letter)).isEqualTo(key);
  }

  @Test
  void whatSoundsLikeAnotherKeyDoesNothing() {
    assertThat(AnchorKey.typed("\u0DC3")).as("s of I").isNull();
    assertThat(AnchorKey.typed("\u0DB1")).as("n of K").isNull();
    assertThat(AnchorKey.typed("\u0DB4")).as("p of M").isNull();
  }
}
