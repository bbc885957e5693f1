package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanizedFilterTest {
  private final RomanizedFilter filter = new RomanizedFilter();

  @ParameterizedTest
  @CsvSource({
    "nuwara, නුවර",
    "nuvara, නුවරට",
    "paasala, පාසල",
    "sathuta, සතුට",
    "Gedara, ගෙදර",
    "ged, ගෙදර",
    "krushi, කෘෂිකර්ම",
    "eliya, නුවර එළිය",
    "nuwara eliya, නුවර එළිය",
    "gaňga, ගඟ"
  })
  void aWordIsFoundByHowItBeginsInLatinLetters(String typed, String word) {
    assertThat(filter.of(typed)).accepts(word);
    assertThat(filter.of(typed)).as("from the keys it keeps").accepts(word);
  }

  @ParameterizedTest
  @CsvSource({"dara, ගෙදර", "g, ගෙදර", "ගෙ, ගෙදර", "gedara, gedara", "'', ගෙදර", "!?, ගෙදර"})
  void otherWordsAreNot(String typed, String word) {
    assertThat(filter.of(typed)).rejects(word);
  }

  @Test
  void onePredicateIsOfWhatWasTyped() {
    assertThat(filter.of("paasal")).rejects("ගෙදර").accepts("පාසල්", "පාසල");
    assertThat(filter.of("paasala")).rejects("පාසල්");
  }
}
