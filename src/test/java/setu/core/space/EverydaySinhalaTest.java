package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Everyday Latin letters read as Sinhala. */
class EverydaySinhalaTest {
  @Test
  void dentalsAreReadFirstAndRetroflexLettersAfter() {
    assertThat(EverydaySinhala.readings("mandiraya")).containsExactly("මන්දිරය", "මන්ඩිරය");
    assertThat(EverydaySinhala.readings("tikata")).startsWith("තිකත", "ටිකට");
    assertThat(EverydaySinhala.readings("thaththa").getFirst()).isEqualTo("තත්ත");
  }

  @Test
  void digraphsAreOneLetter() {
    assertThat(EverydaySinhala.readings("paasala")).containsExactly("පාසල");
    assertThat(EverydaySinhala.readings("Gedhara").getFirst()).isEqualTo("ගෙදර");
    assertThat(EverydaySinhala.readings("shrii").getFirst()).isEqualTo("ශ්\u200dරී");
    assertThat(EverydaySinhala.readings("nuwara")).containsExactly("නුවර");
    assertThat(EverydaySinhala.readings("sangamaya").getFirst()).isEqualTo("සංගමය");
    assertThat(EverydaySinhala.readings("pāsala")).containsExactly("පාසල");
  }

  @Test
  void whatNoSinhalaWordHoldsIsNotRead() {
    assertThat(EverydaySinhala.readings("xq7")).isEmpty();
    assertThat(EverydaySinhala.readings(" ")).isEmpty();
    assertThat(EverydaySinhala.readings("ගෙදර")).isEmpty();
    assertThat(EverydaySinhala.readings("gaoa")).as("vowels within a word").isEmpty();
  }
}
