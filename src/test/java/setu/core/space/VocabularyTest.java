package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Look-ups, and the three ways to write one conjunct. */
class VocabularyTest {
  private static final String NONE = "ප්රදේශය";
  private static final String STANDARD = "ප්\u200Dරදේශය";
  private static final String OLD = "ප\u200D්\u200Dරදේශය";

  @Test
  void twinsAreTheThreeEncodingsOfAConjunct() {
    Vocabulary words = new Vocabulary(List.of("අම්මා", OLD, STANDARD, "cat", NONE));
    assertThat(words.twins(STANDARD)).containsExactly(OLD, NONE);
    assertThat(words.twins(NONE)).containsExactly(OLD, STANDARD);
    assertThat(words.twins("cat")).isEmpty();
    assertThat(words.twinSets()).containsExactly(List.of(OLD, STANDARD, NONE));
  }

  @Test
  void aLookUpNeverIgnoresJoiners() {
    Vocabulary words = new Vocabulary(List.of(STANDARD));
    assertThat(words.row(STANDARD)).isZero();
    assertThat(words.row(NONE)).isEqualTo(-1);
    assertThat(words.twins(NONE)).containsExactly(STANDARD);
  }

  @Test
  void aLookUpMeetsInNfcFromBothSides() {
    String composed = "\u0D9A\u0DDC";
    String decomposed = "\u0D9A\u0DD9\u0DCF";
    assertThat(new Vocabulary(List.of("x", composed)).row(decomposed)).isEqualTo(1);
    assertThat(new Vocabulary(List.of("x", decomposed)).row(composed)).isEqualTo(1);
    assertThat(new Vocabulary(List.of(decomposed)).twins(composed)).isEmpty();
    assertThat(new Vocabulary(List.of("café")).row("cafe\u0301")).isZero();
  }

  @Test
  void manyWordsAreFoundAgain() {
    List<String> list = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      list.add("w" + i);
    }
    Vocabulary words = new Vocabulary(list);
    assertThat(words.words()).isEqualTo(list);
    for (int i = 0; i < list.size(); i += 7) {
      assertThat(words.row("w" + i)).isEqualTo(i);
    }
    assertThat(words.row("w100000")).isEqualTo(-1);
  }

  @Test
  void noWordStandsTwice() {
    assertThatThrownBy(() -> new Vocabulary(List.of("a", "b", "a")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
