package setu.gui.anchors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What keys ask for in the table, also those that come as a letter without a code. */
class AnchorKeyTest {
  @Test
  void aLetterAsksForWhatItsKeyDoes() {
    assertThat(AnchorKey.typed("\u0DD2")).as("of S").isEqualTo(AnchorKey.UNSURE);
    assertThat(AnchorKey.typed("\u0DC3")).as("s, of I, which does nothing").isNull();
    assertThat(AnchorKey.typed(" ")).as("of no letter key").isNull();
  }
}
