package setu.gui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter means the key that types it, whatever it sounds like. */
class LetterKeysTest {
  @Test
  void everyLatinLetterIsItsOwnKey() {
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      String large = String.valueOf(letter);
      assertThat(LetterKeys.of(large)).isEqualTo(KeyCode.valueOf(large));
      assertThat(LetterKeys.of(large.toLowerCase(Locale.ROOT))).isEqualTo(KeyCode.valueOf(large));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "\u0DD4, Q", "\u0D85, W", "\u0DD0, E", "\u0DBB, R", "\u0D91, T", "\u0DC4, Y", "\u0DB8, U",
    "\u0DC3, I", "\u0DAF, O", "\u0DA0, P", "\u0DCA, A", "\u0DD2, S", "\u0DCF, D", "\u0DD9, F",
    "\u0DA7, G", "\u0DBA, H", "\u0DC0, J", "\u0DB1, K", "\u0D9A, L", "\u0D82, X", "\u0DA2, C",
    "\u0DA9, V", "\u0D89, B", "\u0DB6, N", "\u0DB4, M"
  })
  void aLetterOfTheWijesekaraLayoutIsTheKeyThatTypesIt(String letter, KeyCode key) {
    assertThat(LetterKeys.of(letter)).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "5", "\r", "\u0DC5", "\u0D86", "ab", "\u00E9"})
  void whatNoLetterKeyTypesIsNoKey(String character) {
    assertThat(LetterKeys.of(character)).isEqualTo(KeyCode.UNDEFINED);
  }
}
