package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.anchor.WordPair;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;

/** Notes are written at once, stand with the pair and go back one by one. */
@NullUnmarked
class CardNotesTest {
  private static final WordPair PAIR = new WordPair("stream", "ගඟ");

  @TempDir Path folder;
  private Workbench workbench;
  private CardNotes notes;

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
    notes = new CardNotes(workbench);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private static ReviewCard card(ReviewQueue queue, long anchor) {
    return new ReviewCard(queue, PAIR, anchor, 0, null, null);
  }

  private Anchor standing() {
    return workbench.anchorsProperty().get().standing(PAIR);
  }

  @Test
  void aNoteOnASuggestionBringsItInUndecidedAndGoesBackWithIt() {
    ReviewCard card = card(ReviewQueue.SUGGESTED, 0);
    notes.write(card, "a small one");
    assertThat(standing().note()).isEqualTo("a small one");
    assertThat(standing().status()).isNotEqualTo(AnchorStatus.ACCEPTED);
    notes.leave();
    assertThat(notes.of(card)).as("of the dictionary").isEqualTo("a small one");
    assertThat(notes.undo()).isTrue();
    assertThat(standing()).isNull();
    assertThat(notes.of(card)).isEmpty();
    assertThat(notes.undo()).as("no other").isFalse();
    assertThat(notes.redo()).isTrue();
    assertThat(standing().note()).isEqualTo("a small one");
    assertThat(notes.redo()).isFalse();
  }

  @Test
  void notesGoBackOneByOneUntilAPairWasJudged() {
    workbench.addAnchor(Draft.accepted(PAIR.source(), PAIR.target(), "x"));
    ReviewCard card = card(ReviewQueue.SUSPECT, standing().id());
    notes.write(card, "first");
    notes.write(card, "second");
    notes.write(card, "second");
    assertThat(notes.undo()).isTrue();
    assertThat(standing().note()).as("the same twice is one").isEqualTo("first");
    notes.settle();
    assertThat(notes.undo()).isFalse();
    assertThat(notes.redo()).isFalse();
    assertThat(standing().note()).isEqualTo("first");
  }

  @Test
  void aJudgeSeesTheJudgesOwnNotesAlone() {
    workbench.addAnchor(
        Draft.accepted(PAIR.source(), PAIR.target(), "x").described("", "", "seen by all"));
    ReviewCard card = card(ReviewQueue.SUSPECT, standing().id());
    assertThat(notes.of(card)).isEqualTo("seen by all");
    workbench.setJudge("second judge");
    assertThat(notes.of(card)).isEmpty();
    notes.write(card, "mine");
    notes.leave();
    assertThat(notes.of(card)).isEqualTo("mine");
    workbench.setJudge("");
    assertThat(notes.of(card)).isEqualTo("seen by all");
  }
}
