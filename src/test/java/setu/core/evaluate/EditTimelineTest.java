package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.Draft;
import setu.core.anchor.PastStates;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.ScalingCache;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Past states are those that stood, and their scores those of the live loop. */
class EditTimelineTest {
  @TempDir Path folder;

  private static LiveLoop loop() {
    return new LiveLoop(
        Sample.SOURCE,
        Sample.TARGET,
        Normalization.UNIT,
        Sample.TEST,
        NeighborSearches.best(),
        ScalingCache.NONE);
  }

  @Test
  void everyStateIsScoredAsItStood() {
    List<PastStates.State> states;
    try (AnchorHistory history =
        AnchorHistory.open(folder.resolve("anchors.jsonl"), "test", InstantSource.system())) {
      history.add(List.of(Draft.accepted("qq", "ww", "edit")));
      history.add(
          Sample.TRAIN.stream()
              .map(pair -> Draft.accepted(pair.source(), pair.target(), "file"))
              .toList());
      history.remove(history.current().anchors().stream().skip(500).map(a -> a.id()).toList());
      history.undo();
      states = PastStates.of(history.events(), 10);
    }
    assertThat(states).extracting(PastStates.State::edit).containsExactly(1L, 2L, 3L, 4L);
    assertThat(states)
        .extracting(state -> state.accepted().size())
        .containsExactly(1, 1040, 500, 1040);

    List<EditTimeline.Point> points =
        EditTimeline.of(states, loop(), Progress.NONE, Cancellation.none());
    assertThat(points.getFirst().forward()).as("no pair has both words").isNaN();
    assertThat(points.get(1).forward()).isCloseTo(42.0, within(0.1));
    assertThat(points.get(1).anchors()).isEqualTo(1039);
    assertThat(points.get(2).forward())
        .isEqualTo(
            loop()
                .answer(states.get(2).accepted(), Progress.NONE, Cancellation.none())
                .score(Direction.FORWARD, "csls")
                .precision()
                .at1());
    assertThat(points.get(3).backward()).isEqualTo(points.get(1).backward());
  }

  @Test
  void fewStatesAreSpreadOverAllEdits() {
    try (AnchorHistory history =
        AnchorHistory.open(folder.resolve("anchors.jsonl"), "test", InstantSource.system())) {
      assertThat(PastStates.of(history.events(), 2)).isEmpty();
      for (int edit = 0; edit < 101; edit++) {
        history.add(List.of(Draft.accepted("a" + edit, "b", "edit")));
      }
      assertThat(PastStates.of(history.events(), 5))
          .extracting(PastStates.State::edit)
          .containsExactly(1L, 26L, 51L, 76L, 101L);
      assertThatThrownBy(() -> PastStates.of(history.events(), 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void itCanBeCancelled() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    PastStates.State state =
        new PastStates.State(1, InstantSource.system().instant(), Sample.TRAIN);
    assertThatThrownBy(() -> EditTimeline.of(List.of(state), loop(), Progress.NONE, cancelled))
        .isInstanceOf(CancellationException.class);
  }
}
