package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person may change in an anchor. */
class DraftTest {
  private static final Draft WHOLE =
      new Draft(
          "river",
          "ගඟ",
          AnchorStatus.UNSURE,
          "noun",
          "nature",
          "spoken",
          "ask",
          List.of("water"),
          true,
          "list.tsv");

  @Test
  void anAnchorSaysWhatItsDraftSaid() {
    Anchor anchor = WHOLE.anchor(7, "kamala", Instant.EPOCH);
    assertThat(Draft.of(anchor)).isEqualTo(WHOLE);
    assertThat(anchor)
        .returns(7L, Anchor::id)
        .returns("kamala", Anchor::author)
        .returns(Instant.EPOCH, Anchor::changed);
  }

  @Test
  void anAcceptedPairSaysNothingElse() {
    assertThat(Draft.accepted("sea", "මුහුද", "edit"))
        .isEqualTo(
            new Draft(
                "sea", "මුහුද", AnchorStatus.ACCEPTED, "", "", "", "", List.of(), false, "edit"));
  }

  /** One thing is changed, and put back: all else must have stayed. */
  @Test
  void eachChangeLeavesAllElseAsItIs() {
    assertThat(WHOLE.withStatus(AnchorStatus.REJECTED).status()).isEqualTo(AnchorStatus.REJECTED);
    assertThat(WHOLE.withStatus(AnchorStatus.REJECTED).withStatus(AnchorStatus.UNSURE))
        .isEqualTo(WHOLE);
    assertThat(WHOLE.withWords("stream", "ඔය"))
        .returns("stream", Draft::source)
        .returns("ඔය", Draft::target);
    assertThat(WHOLE.withWords("stream", "ඔය").withWords("river", "ගඟ")).isEqualTo(WHOLE);
    assertThat(WHOLE.described("verb", "body", ""))
        .returns("verb", Draft::pos)
        .returns("body", Draft::category)
        .returns("", Draft::note);
    assertThat(WHOLE.described("verb", "body", "").described("noun", "nature", "spoken"))
        .isEqualTo(WHOLE);
    assertThat(WHOLE.withOrigin("edit").origin()).isEqualTo("edit");
    assertThat(WHOLE.withOrigin("edit").withOrigin("list.tsv")).isEqualTo(WHOLE);
    assertThat(WHOLE.withComment("").comment()).isEmpty();
    assertThat(WHOLE.withComment("").withComment("ask")).isEqualTo(WHOLE);
    assertThat(WHOLE.withTags(List.of()).tags()).isEmpty();
    assertThat(WHOLE.withTags(List.of()).withTags(List.of("water"))).isEqualTo(WHOLE);
    assertThat(WHOLE.withPreferred(false).preferred()).isFalse();
    assertThat(WHOLE.withPreferred(false).withPreferred(true)).isEqualTo(WHOLE);
  }

  @Test
  void itsTagsAreItsOwn() {
    List<String> tags = new ArrayList<>(List.of("water"));
    Draft draft = WHOLE.withTags(tags);
    tags.add("later");
    assertThat(draft.tags()).containsExactly("water");
  }
}
