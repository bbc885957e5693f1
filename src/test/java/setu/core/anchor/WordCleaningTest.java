package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The key under which words meet that differ in case, signs, order or joiners alone. */
class WordCleaningTest {
  @Test
  void aFingerprintIsOfThePartsInAnyOrderEachOnce() {
    String key = WordCleaning.fingerprint("Sri Lanka");
    for (String other :
        new String[] {"lanka, SRI", "sri-lanka", " Lanka  sri Lanka", "“Sri Lanka”"}) {
      assertThat(WordCleaning.fingerprint(other)).as(other).isEqualTo(key);
    }
    assertThat(WordCleaning.fingerprint("cafe\u0301")).isEqualTo(WordCleaning.fingerprint("Café"));
    assertThat(WordCleaning.fingerprint("අධ්\u200Dයක්ෂ"))
        .isEqualTo(WordCleaning.fingerprint("අධ්යක්ෂ"));
    assertThat(WordCleaning.fingerprint("Sri Lankan")).isNotEqualTo(key);
  }
}
