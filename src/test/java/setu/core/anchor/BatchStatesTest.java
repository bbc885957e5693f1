package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a batch found and what it left, whatever came after it. */
class BatchStatesTest {
  @TempDir Path folder;

  @Test
  void eachAnchorOfABatchIsThereAsItWasBeforeAndAfter() {
    Draft river = Draft.accepted("river", "ගඟ", "test");
    Draft book = Draft.accepted("book", "පොත", "test");
    Draft house = Draft.accepted("house", "ගෙදර", "test");
    Draft rejected = river.withStatus(AnchorStatus.REJECTED);
    Path journal = folder.resolve("anchors.jsonl");
    try (AnchorHistory history = AnchorHistory.open(journal, "a", InstantSource.system())) {
      history.add(List.of(river, book));
      history.apply(List.of(new Edit.Change(1, rejected), new Edit.Remove(2), new Edit.Add(house)));
      long batch = history.lastBatch();
      history.change(1, rejected.withComment("later"));
      history.remove(List.of(3L));

      BatchStates states = BatchStates.of(history.events(), batch);
      assertThat(states.anchors()).containsExactly(1L, 2L, 3L);
      assertThat(states.before(1)).isEqualTo(river);
      assertThat(states.after(1)).isEqualTo(rejected);
      assertThat(states.before(2)).isEqualTo(book);
      assertThat(states.after(2)).isNull();
      assertThat(states.before(3)).isNull();
      assertThat(states.after(3)).isEqualTo(house);

      history.undo();
      long undoing = history.lastBatch();
      assertThatThrownBy(() -> BatchStates.of(history.events(), undoing))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no edits");
    }
  }
}
