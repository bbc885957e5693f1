package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Iso15919Test {
  @ParameterizedTest
  @CsvSource({
    "ගඟ, gan̆ga",
    "නදිය, nadiya",
    "ඇළ, æḷa",
    "අම්මා, ammā",
    "පාර්ලිමේන්තුව, pārlimēntuva",
    "ශ්‍රී, śrī",
    "ප්‍රදේශයේ, pradēśayē",
    "ප්ර, pra",
    "සිංහල, siṁhala",
    "ඥාන, jñāna",
    "ඖෂධ, auṣadha",
    "කෘෂි, kr̥ṣi",
    "river, river",
    "ක්හ, k:ha",
    "අඉ, a:i",
    "2021දී, 2021dī"
  })
  void readsAsTheStandardSays(String sinhala, String latin) {
    assertThat(Iso15919.toLatin(sinhala)).isEqualTo(latin);
  }

  @Test
  void leavesNoSinhalaLetterOfTheSampleBehind() throws IOException {
    for (String line : Files.readAllLines(Path.of("sample-vectors/si.100.vec"))) {
      String word = line.substring(0, line.indexOf(' '));
      assertThat(Iso15919.isSinhala(Iso15919.toLatin(word))).as(word).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gan̆ga, ගඟ",
    "śrī, ශ්‍රී",
    "siṁhala, සිංහල",
    "jñāna, ඥාන",
    "kr̥ṣi, කෘෂි",
    "k:ha, ක්හ",
    "a:i, අඉ",
    "k:a, ක්අ",
    "pārlimēntuva, පාර්ලිමේන්තුව"
  })
  void readsBack(String latin, String sinhala) {
    assertThat(Iso15919.toSinhala(latin)).isEqualTo(sinhala);
    assertThat(Iso15919.toLatin(sinhala)).isEqualTo(latin);
  }

  @Test
  void theSamplesVocabularyGoesThereAndBack() throws IOException {
    int formed = 0;
    int all = 0;
    for (String line :
        Files.readAllLines(Path.of("sample-vectors/si.100.vec")).stream().skip(1).toList()) {
      String word =
          line.substring(0, line.indexOf(' ')).replace("\u200C", "").replace("\u200D", "");
      all++;
      // Signs stand behind a consonant, one at most; all else is no Sinhala spelling.
      if (word.matches("(?:[ක-ෆ](?:[\u0DCF-\u0DDF\u0DF2\u0DF3]|\u0DCA)?|[අ-ඖ0-9ංඃ])+")) {
        formed++;
        String back = Iso15919.toSinhala(Iso15919.toLatin(word)).replace("\u200D", "");
        assertThat(back).isEqualTo(word);
      }
    }
    assertThat(formed).isGreaterThan(all * 98 / 100);
  }

  @ParameterizedTest
  @CsvSource({
    "gedara, ගෙදර",
    "amma, අම්මා",
    "lankawa, ලංකාව",
    "shri, ශ්‍රී",
    "nadiya, නදිය",
    "parlimenthuwa, පාර්ලිමේන්තුව",
    "jalaya, ජලය",
    "pansala, පන්සල",
    "krushikarma, කෘෂිකර්ම",
    "krishikarma, කෘෂිකර්ම",
    "sanskruthiya, සංස්කෘතිය",
    "gnanaya, ඥානය",
    "jnanaya, ඥානය"
  })
  void everydaySpellingFindsTheWord(String typed, String word) throws IOException {
    List<String> words =
        Files.readAllLines(Path.of("sample-vectors/si.100.vec")).stream()
            .skip(1)
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toList();
    RomanizedIndex index = new RomanizedIndex(new Vocabulary(words));
    assertThat(index.candidates(typed, 5)).contains(word);
    assertThat(index.candidates(word, 5)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "කි\u200D\u0DCA\u200Dරයා, kriyā",
    "ඉංගී\u0DCA\u200Dරසි, iṁgrīsi",
    "ප\u200D\u0DCA\u200Dරදේශය, pradēśaya",
    "\u0D91\u0DCAක, ēka",
    "\u0D85\u0DD0ත, æta",
    "\u0D85\u0DCFයෙත්, āyet",
    "රැ\u0DD4කියාව, rækiyāva",
    "සාකච්ඡු\u0DCFව, sākacchāva"
  })
  void olderEncodingsAreReadAsWhatTheyShow(String sinhala, String latin) {
    assertThat(Iso15919.toLatin(sinhala)).isEqualTo(latin);
    assertThat(Iso15919.toLatin(Iso15919.toSinhala(latin))).isEqualTo(latin);
  }

  @Test
  void theReadingOfAnyWordOfTheSampleIsReadBackTheSame() throws IOException {
    for (String line : Files.readAllLines(Path.of("sample-vectors/si.100.vec"))) {
      String latin = Iso15919.toLatin(line.substring(0, line.indexOf(' ')));
      assertThat(Iso15919.toLatin(Iso15919.toSinhala(latin))).isEqualTo(latin);
    }
  }

  @Test
  void anOddSpellingIsIndexedLikeAnyOther() {
    RomanizedIndex index = new RomanizedIndex(new Vocabulary(List.of("කෘ\u0DD4ෂි", "කෘෂි")));
    assertThat(index.candidates("krushi", 5)).containsExactlyInAnyOrder("කෘ\u0DD4ෂි", "කෘෂි");
  }
}
