package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What keys ask for in Review, also those that come as a letter without a code. */
class ReviewKeyTest {
  @Test
  void aLetterAsksForWhatItsKeyDoes() {
    assertThat(ReviewKey.typed("\u0DC3")).as("of I").isEqualTo(ReviewKey.INFLECTION);
    assertThat(ReviewKey.typed("\u0D85")).as("a, of W, which does nothing").isNull();
    assertThat(ReviewKey.typed(" ")).as("of no letter key").isNull();
  }
}
