package setu.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.anchor.Edit;

/** A sample is drawn once: its members and its estimate stay whatever is edited, and come back. */
class SampledCheckTest {
  @TempDir private Path folder;

  private AnchorHistory open() {
    return AnchorHistory.open(folder.resolve("journal"), "me", InstantSource.system());
  }

  private static List<Draft> drafts(int from, int to) {
    List<Draft> drafts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      AnchorStatus status = i % 2 == 0 ? AnchorStatus.ACCEPTED : AnchorStatus.REJECTED;
      drafts.add(Draft.accepted("s" + i, "t", "list").withStatus(status));
    }
    return drafts;
  }

  private static Draft checked(AnchorHistory history, SampledCheck check, long id) {
    return Draft.of(Objects.requireNonNull(history.current().get(id)))
        .withTags(List.of(check.tag()));
  }

  private static List<Long> ids(List<ReviewCard> cards) {
    return cards.stream().map(ReviewCard::anchor).toList();
  }

  @Test
  void acceptedPairsAreDrawnByTheSeedAlone() {
    try (AnchorHistory history = open()) {
      history.add(drafts(0, 1000));
      SampledCheck check = SampledCheck.draw(history.current(), 7);
      List<Long> drawn = ids(check.open(history.current()));
      assertThat(drawn).hasSize(SampledCheck.SIZE).doesNotHaveDuplicates();
      assertThat(drawn).allMatch(id -> id % 2 == 1);
      assertThat(ids(SampledCheck.draw(history.current(), 7).open(history.current())))
          .isEqualTo(drawn);
      Set<Long> other =
          new HashSet<>(ids(SampledCheck.draw(history.current(), 8).open(history.current())));
      assertThat(other).isNotEqualTo(new HashSet<>(drawn));
      // By chance: of 500, the lower half has about half of the 200, four deviations at most off.
      assertThat(drawn.stream().filter(id -> id <= 500).count()).isBetween(80L, 120L);
      other.retainAll(drawn);
      assertThat(other.size()).isBetween(55, 105);
      assertThat(SampledCheck.draw(history.at(100), 7).size()).isEqualTo(50);
    }
  }

  /** A judge sees what another accepted as a candidate: the check must not tell it. */
  @Test
  void aCandidateIsNotAskedAbout() {
    try (AnchorHistory history = open()) {
      history.add(drafts(0, 10));
      SampledCheck check = SampledCheck.draw(history.current(), 7);
      long first = ids(check.open(history.current())).getFirst();
      Draft draft = Draft.of(Objects.requireNonNull(history.current().get(first)));
      history.change(first, draft.withStatus(AnchorStatus.CANDIDATE));
      assertThat(ids(check.open(history.current()))).hasSize(4).doesNotContain(first);
    }
  }

  @Test
  void membersAndEstimateStayThroughEditsAndRestarts() {
    String kept;
    List<Long> members;
    try (AnchorHistory history = open()) {
      history.add(drafts(0, 1000));
      SampledCheck check = SampledCheck.draw(history.current(), 42);
      kept = check.kept();
      members = ids(check.open(history.current()));
      // Right, wrong, wrong as it stood, not sure; then edits of all kinds that are no judgements.
      history.apply(
          List.of(
              new Edit.Change(members.get(0), checked(history, check, members.get(0))),
              new Edit.Change(
                  members.get(1),
                  checked(history, check, members.get(1)).withStatus(AnchorStatus.REJECTED)),
              new Edit.Change(
                  members.get(2), checked(history, check, members.get(2)).withWords("new", "t")),
              new Edit.Change(
                  members.get(3),
                  checked(history, check, members.get(3)).withStatus(AnchorStatus.UNSURE))));
      assertThat(check.errors(history.current())).isEqualTo(new ErrorRate(2, 3));
      assertThat(ids(check.open(history.current()))).isEqualTo(members.subList(4, 200));
      history.add(drafts(1000, 3000));
      Anchor fifth = Objects.requireNonNull(history.current().get(members.get(4)));
      history.change(fifth.id(), Draft.of(fifth).withStatus(AnchorStatus.REJECTED));
      history.remove(List.of(members.get(5)));
      assertThat(check.errors(history.current()))
          .as("what is gone was wrong; what was rejected elsewhere is still asked about")
          .isEqualTo(new ErrorRate(3, 4));
    }
    try (AnchorHistory history = open()) {
      SampledCheck again = Objects.requireNonNull(SampledCheck.restored(kept, history));
      assertThat(again.errors(history.current())).isEqualTo(new ErrorRate(3, 4));
      List<Long> open = new ArrayList<>(members.subList(6, 200));
      open.addFirst(members.get(4));
      assertThat(ids(again.open(history.current()))).isEqualTo(open);
      SampledCheck next = SampledCheck.draw(history.current(), 43);
      assertThat(next.errors(history.current()))
          .as("nothing of it is judged")
          .isEqualTo(new ErrorRate(0, 0));
      assertThat(SampledCheck.restored("", history)).isNull();
      assertThat(SampledCheck.restored("x@y", history)).isNull();
    }
  }
}
