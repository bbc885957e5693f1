package setu.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordSearchTest {
  private static final MapPoints POINTS =
      new MapPoints(List.of("the", "river", "rivers", "driver"), List.of("ගඟ", "මව", "ගඟේ"));

  private static List<String> found(String typed) {
    return WordSearch.find(POINTS, typed, 10, Romanization::plain).stream()
        .map(POINTS::word)
        .toList();
  }

  @Test
  void equalWordsComeFirstThenBeginningsThenTheRest() {
    assertThat(found(" River ")).containsExactly("river", "rivers", "driver");
  }

  @Test
  void expressionsStandBetweenSlashes() {
    assertThat(found("/^r.*s$/")).containsExactly("rivers");
  }

  @Test
  void aWrongExpressionFindsNothing() {
    assertThat(found("/(/")).isEmpty();
  }

  @Test
  void sinhalaIsFoundByItsLetters() {
    assertThat(found("ගඟ")).containsExactly("ගඟ", "ගඟේ");
  }

  @Test
  void sinhalaIsFoundByItsRomanization() {
    assertThat(found("mava")).containsExactly("මව");
  }
}
