package setu.gui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A joiner that joins nothing is not drawn; one that does is. */
class JoinersTest {
  private static final String ZWJ = "\u200D";
  private static final String ZWNJ = "\u200C";

  @Test
  void aLigatureAndLettersThatTouchKeepTheirJoiner() {
    for (String word : new String[] {"ක්" + ZWJ + "ෂ", "ශ්" + ZWJ + "රී", "ක" + ZWJ + "\u0DCAෂ"}) {
      assertThat(Joiners.drawn(word)).isEqualTo(word);
    }
  }

  @Test
  void joinersThatJoinNothingAreLeftOut() {
    assertThat(Joiners.drawn("නිවසක්" + ZWNJ)).isEqualTo("නිවසක්");
    assertThat(Joiners.drawn("ස්වා" + ZWNJ + "භාවික")).isEqualTo("ස්වාභාවික");
    assertThat(Joiners.drawn("ගෙයක්" + ZWJ)).isEqualTo("ගෙයක්");
    assertThat(Joiners.drawn("මන්ත" + ZWJ + "\u0DCA" + ZWJ + "රී")).isEqualTo("මන්ත්" + ZWJ + "රී");
    assertThat(Joiners.drawn("ශ්" + ZWJ + ZWJ + "රී")).isEqualTo("ශ්" + ZWJ + "රී");
  }

  @Test
  void otherScriptsStayAsTheyAre() {
    assertThat(Joiners.drawn("می" + ZWNJ + "خواهم")).isEqualTo("می" + ZWNJ + "خواهم");
    assertThat(Joiners.drawn("river")).isEqualTo("river");
  }
}
