package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import setu.core.evaluate.Sample;

/** Stems of word forms that the sample's vocabularies really hold. */
class StemmerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "පොත් පොත පොතේ පොතක්",
        "රටේ රට රටට රටවල් රටක් රටවල රටක රටකට රටවලට රටවලින් රටෙන් රටටම",
        "නගරයේ නගර නගරය නගරයට නගරයක්",
        "මිනිස්සු මිනිසුන් මිනිස්සුන්ට මිනිසුන්ට මිනිසුන්ගේ මිනිසා මිනිසෙක් මිනිසාගේ",
        "ලංකාවේ ලංකාවට ලංකාව ලංකාවෙ ලංකාවෙන් ලංකාවෙත්",
        "රජයේ රජය රජයට රජයෙන් රජයක්",
        "ගුරු ගුරුවරු ගුරුවරයා",
        "ළමයි ළමා ළමයින්ට ළමයින් ළමයා ළමයෙක් ළමයින්ගේ ළමුන්",
        "වචන වචනය වචනයක්",
        "පවුලේ පවුල් පවුල පවුලට පවුලක් පවුලක",
        "කතා කතාව කතාවක් කතාවට කතාවේ",
        "සමාජ සමාජයේ සමාජය සමාජයට සමාජයක්",
        "පාසල් පාසලේ පාසලට පාසල පාසලක",
        "පියා පියාගේ පියාට",
        "ජනතාව ජනතාවට ජනතාවගේ ජනතාවගෙන් ජනතාවක් ජනතාවත්",
        "ක්‍රමය ක්‍රමයක් ක්‍රමයට",
        "ප්‍රදේශයේ ප්‍රදේශ ප්‍රදේශවල ප්‍රදේශය",
        "ආණ්ඩුව ආණ්ඩුවේ ආණ්ඩුවට ආණ්ඩුවක් ආණ්ඩුවෙන්",
        "country countries",
        "child children child's",
        "school schools",
        "stop stops stopped stopping",
        "study studies studied studying",
        "make makes making",
        "church churches",
        "family families"
      })
  void formsOfAWordShareTheirStem(String forms) {
    List<String> words = List.of(forms.split(" "));
    for (String word : words) {
      boolean sinhala = Stemmer.isSinhala(word);
      var vocabulary = sinhala ? Sample.TARGET.vocabulary() : Sample.SOURCE.vocabulary();
      assertThat(!sinhala || vocabulary.row(word) >= 0).as("%s is in the sample", word).isTrue();
      assertThat(Stemmer.stem(word)).as(word).isEqualTo(Stemmer.stem(words.getFirst()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ගම ගමන",
        "රට රජය",
        "පොත පාසල",
        "පියා පවුල",
        "මව මිනිසා",
        "වැඩ වැඩි",
        "ළමා ලංකාව",
        "වචන වසර",
        "සමාජ සමාන",
        "thing think",
        "bus business",
        "king kin",
        "teacher teach",
        "need nee",
        "glass glas"
      })
  void otherWordsDoNot(String pair) {
    String[] words = pair.split(" ");
    assertThat(Stemmer.sameStem(words[0], words[1])).as(pair).isFalse();
  }

  @Test
  void spellingsOfAConjunctShareTheirStem() {
    assertThat(Stemmer.sameStem("ප්‍රදේශයේ", "ප්රදේශය")).isTrue();
  }

  /** How often two different words of one translation pair-set are conflated: it must be seldom. */
  @Test
  void stemsDoNotSwallowTheVocabulary() {
    long stems = Sample.TARGET.vocabulary().words().stream().map(Stemmer::stem).distinct().count();
    assertThat((double) stems / Sample.TARGET.rows()).isBetween(0.5, 0.85);
  }
}
