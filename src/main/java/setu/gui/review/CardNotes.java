package setu.gui.review;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import setu.core.align.ReviewCard;
import setu.core.anchor.Anchor;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.WordPair;
import setu.gui.common.EditedBatch;
import setu.gui.common.Workbench;

/** Notes on cards: written at once, whether the card is judged afterwards or left. */
final class CardNotes {
  private final Workbench workbench;

  /** Written since the last judgement, the last first. */
  private final Deque<Written> written = new ArrayDeque<>();

  /** Taken back since, the last first. */
  private final Deque<Written> takenBack = new ArrayDeque<>();

  /** What was typed for the card under review; the dictionary says it a little later. */
  private @Nullable Remark typed;

  private record Written(WordPair pair, EditedBatch batch) {}

  CardNotes(Workbench workbench) {
    this.workbench = workbench;
  }

  /** The note that stands with a card's pair: that of the judge alone where one is named. */
  String of(ReviewCard card) {
    Remark now = typed;
    if (now != null && now.card().equals(card)) {
      return now.text();
    }
    Anchor anchor = seen(card);
    String judge = workbench.judgeProperty().get();
    if (anchor == null) {
      return "";
    }
    if (judge.isEmpty()) {
      return anchor.note();
    }
    return DoubleBlind.isJudgedBy(judge, anchor) ? anchor.comment() : "";
  }

  /** Writes a note on a card's pair, which comes into the dictionary where it is not there yet. */
  void write(ReviewCard card, String text) {
    if (text.equals(of(card))) {
      return;
    }
    Remark remark = new Remark(card, text, workbench.judgeProperty().get(), seen(card));
    typed = remark;
    takenBack.clear();
    EditedBatch batch = workbench.editBatch(remark::edits, () -> typed = null);
    if (!batch.failed()) {
      written.push(new Written(card.pair(), batch));
      workbench.say("gui.review.noted." + remark.way().name(), words(card.pair()));
    }
  }

  private @Nullable Anchor seen(ReviewCard card) {
    return Verdict.standing(card, workbench.anchorsProperty().get());
  }

  /** Another card is under review. */
  void leave() {
    typed = null;
  }

  /** A pair was judged, or taken back: notes made before stay. */
  void settle() {
    written.clear();
    takenBack.clear();
  }

  /** Takes the last note back that no judgement was made after; says whether there was one. */
  boolean undo() {
    written.removeIf(each -> each.batch().failed());
    Written last = written.poll();
    if (last == null) {
      return false;
    }
    typed = null;
    takenBack.push(last);
    workbench.takeBack(
        last.batch(),
        last.pair(),
        () -> workbench.say("gui.review.noteUndone", words(last.pair())),
        () -> takenBack.remove(last));
    return true;
  }

  /** Writes the note again that was taken back last; says whether there was one. */
  boolean redo() {
    Written last = takenBack.poll();
    if (last == null) {
      return false;
    }
    written.push(last);
    workbench.doAgain(
        last.batch(),
        last.pair(),
        () -> workbench.say("gui.review.noteRedone", words(last.pair())),
        () -> written.remove(last));
    return true;
  }

  private static String words(WordPair pair) {
    return pair.source() + " – " + pair.target();
  }
}
