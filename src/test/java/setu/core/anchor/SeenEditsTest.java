package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody changed of a dictionary as it was seen is all that changes in it as it is. */
class SeenEditsTest {
  private static final Draft SEEN =
      new Draft("sun", "ඉර", AnchorStatus.CANDIDATE, "", "", "", "", List.of("old"), false, "file");

  private static AnchorSet set(Draft... drafts) {
    List<Anchor> anchors = new ArrayList<>();
    for (Draft draft : drafts) {
      anchors.add(draft.anchor(anchors.size() + 1L, "me", Instant.EPOCH));
    }
    return new AnchorSet(anchors.size(), anchors);
  }

  @Test
  void whatWasNotChangedStaysAsItIs() {
    Draft now =
        SEEN.withStatus(AnchorStatus.REJECTED)
            .withComment("not this one")
            .withTags(List.of("judge:Kamala", "old"));
    Draft wanted =
        SEEN.withWords("Sun", "ඉර")
            .described("noun", "", "")
            .withTags(List.of("new"))
            .withPreferred(true);
    assertThat(SeenEdits.onto(wanted, SEEN, now))
        .isEqualTo(
            now.withWords("Sun", "ඉර")
                .described("noun", "", "")
                .withTags(List.of("judge:Kamala", "new"))
                .withPreferred(true));
    assertThat(SeenEdits.onto(SEEN, SEEN, now)).isEqualTo(now);
    assertThat(SeenEdits.onto(wanted, SEEN, SEEN)).isEqualTo(wanted);
  }

  @Test
  void aPairThatIsGoneIsLeftOutAndOneOfWhichMoreIsSaidIsNotRemoved() {
    AnchorSet seen = set(SEEN, SEEN, SEEN);
    AnchorSet now = set(SEEN, SEEN.withStatus(AnchorStatus.REJECTED));
    Edit added = new Edit.Add(SEEN);
    assertThat(
            SeenEdits.onto(
                List.of(
                    new Edit.Remove(1),
                    new Edit.Remove(2),
                    new Edit.Remove(3),
                    new Edit.Change(3, SEEN.withPreferred(true)),
                    added),
                seen,
                now))
        .containsExactly(new Edit.Remove(1), added);
  }
}
