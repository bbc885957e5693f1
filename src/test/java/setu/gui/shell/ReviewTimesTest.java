package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.anchor.WordPair;

/** The dictionary that the waits of a review are measured on. */
class ReviewTimesTest {
  private static final List<WordPair> PAIRS =
      List.of(new WordPair("river", "ගඟ"), new WordPair("red", "රතු"));

  @Test
  void aSmallDictionaryIsFilledUpByTurnsAndTheSameForASeed() {
    List<Draft> drafts = ReviewTimes.dictionary(PAIRS, 100, 7);
    assertThat(drafts).hasSize(100);
    assertThat(drafts.subList(0, 2)).extracting(Draft::target).containsExactly("ගඟ", "රතු");
    List<Draft> made = drafts.subList(2, 100);
    assertThat(made).filteredOn(draft -> draft.status() == AnchorStatus.CANDIDATE).hasSize(49);
    assertThat(made)
        .filteredOn(draft -> draft.status() == AnchorStatus.ACCEPTED)
        .hasSize(49)
        .allMatch(draft -> draft.target().contains("-"));
    assertThat(ReviewTimes.dictionary(PAIRS, 100, 7)).isEqualTo(drafts);
    assertThat(ReviewTimes.dictionary(PAIRS, 100, 8)).isNotEqualTo(drafts);
    assertThat(ReviewTimes.dictionary(PAIRS, 1, 7)).hasSize(2);
  }
}
