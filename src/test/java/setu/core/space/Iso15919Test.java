package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
