package setu.gui.common;

import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.EditName;
import setu.core.anchor.Returned;
import setu.core.anchor.WordPair;

/** What is told of edits: those taken back or done again, and those that could not be made. */
final class EditNotices {
  private final Engine engine;

  EditNotices(Engine engine) {
    this.engine = engine;
  }

  /** That a pair to be added is said by an anchor already. */
  Notice there(Anchor same) {
    boolean accepted = same.status() == AnchorStatus.ACCEPTED;
    String sentence =
        engine.text(
            accepted ? "gui.notice.thereAlready" : "gui.notice.thereAlreadyOpen",
            words(same.pair()),
            engine.text("anchorStatus." + same.status().name()),
            Signature.of(same));
    return new Notice(Notice.Kind.WARNING, sentence);
  }

  /** That a judgement stands, since its pair was edited after it. */
  Notice judgementStays(WordPair pair) {
    return new Notice(Notice.Kind.WARNING, engine.text("gui.notice.judgementStays", words(pair)));
  }

  /** That a judgement is not made again, since its pair was edited after it was taken back. */
  Notice notJudgedAgain(WordPair pair) {
    return new Notice(Notice.Kind.WARNING, engine.text("gui.notice.notJudgedAgain", words(pair)));
  }

  /** How many pairs of an edit went back, and how many stay since they were edited after it. */
  Notice wentBack(Returned returned) {
    String back = number(returned.back());
    String stay = number(returned.stay().size());
    return new Notice(Notice.Kind.INFO, engine.text("gui.batches.wentBack", back, stay));
  }

  /**
   * What undo took back, or redo did again.
   *
   * @param changes how many the edit was made of
   * @param pair the one it was about; null where there were several, or none that is seen
   */
  Notice turned(boolean undone, EditName name, int changes, @Nullable WordPair pair) {
    String sentence;
    if (pair != null && name.kind() == EditName.Kind.EDIT) {
      String key = undone ? "gui.notice.undonePair" : "gui.notice.redonePair";
      sentence = engine.text(key, pair.source(), pair.target());
    } else {
      String key = undone ? "gui.notice.undone" : "gui.notice.redone";
      sentence = engine.text(key, EditText.of(name, engine::text), number(changes));
    }
    return new Notice(Notice.Kind.INFO, sentence);
  }

  private static String words(WordPair pair) {
    return pair.source() + " – " + pair.target();
  }

  private static String number(int count) {
    return Thousands.of(count);
  }
}
