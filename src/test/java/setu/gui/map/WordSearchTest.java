package setu.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.gui.common.Side;

class WordSearchTest {
  private static final Vocabulary ENGLISH =
      new Vocabulary(List.of("the", "river", "rivers", "driver", "gedankenexperiment"));
  private static final Vocabulary SINHALA =
      new Vocabulary(List.of("ගඟ", "මව", "ගඟේ", "නුවර", "පාසල", "සතුට", "ගෙදර", "සතුටු", "ගැන"));
  // The map stops before the last word.
  private static final MapPoints POINTS =
      new MapPoints(ENGLISH.words(), SINHALA.words().subList(0, 8));

  private static List<String> found(String typed) {
    return WordSearch.find(
            POINTS, typed, 10, side -> side == Side.SOURCE ? ENGLISH : SINHALA, Cancellation.none())
        .stream()
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
  void twinsByJoinersComeAfterEqualWords() {
    Vocabulary target =
        new Vocabulary(
            List.of("ප්රශ්නය", "ප්\u200Dරශ්න", "ප\u200D්\u200Dරශ්න", "ප්රශ්න", "ප්ර\u200Dශ්න"));
    MapPoints points = new MapPoints(List.of("a"), target.words().subList(0, 4));
    List<Integer> found =
        WordSearch.find(
            points, "ප්රශ්න", 10, side -> side == Side.SOURCE ? null : target, Cancellation.none());
    assertThat(found).containsExactly(4, 2, 3, 1);
  }

  @Test
  void sinhalaIsFoundByItsRomanization() {
    assertThat(found("mava")).containsExactly("මව");
  }

  @ParameterizedTest
  @CsvSource({"nuwara, නුවර", "paasala, පාසල", "sathuta, සතුට", "gedara, ගෙදර", "GEDARA, ගෙදර"})
  void sinhalaIsFoundByWhatPeopleTypeForIt(String typed, String word) {
    assertThat(found(typed)).first().isEqualTo(word);
  }

  @Test
  void englishThatBeginsSoStandsBesideIt() {
    assertThat(found("ged")).contains("gedankenexperiment", "ගෙදර");
    assertThat(found("sath")).startsWith("සතුට", "සතුටු");
  }

  @Test
  void wordsBeyondTheMapAreNotFound() {
    assertThat(found("gaena")).isEmpty();
  }
}
