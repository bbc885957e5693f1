package setu.core.anchor;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * What an edit of many pairs was, as its journal keeps it.
 *
 * @param of the file, the other project's folder or the number of the batch taken back; empty where
 *     there is none
 */
public record EditName(Kind kind, String of) {
  /** The kinds of edits. */
  public enum Kind {
    /** By hand, or in a journal that was written before edits had names. */
    EDIT,
    /** Pairs of a file, or the names that come with the program. */
    IMPORT,
    /** A cleaning. */
    CLEANING,
    /** What another person did in a copy of the project. */
    MERGE,
    /** A batch was taken back by itself. */
    TAKEN_BACK;

    /** The name in files, such as {@code taken-back}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a name in files; an edit where a newer program wrote another. */
    static Kind named(String key) {
      return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst().orElse(EDIT);
    }
  }

  /** An edit by hand. */
  public static final EditName BY_HAND = new EditName(Kind.EDIT, "");

  /** A cleaning. */
  public static final EditName CLEANING = new EditName(Kind.CLEANING, "");

  /** The import of a file. */
  public static EditName importOf(String file) {
    return new EditName(Kind.IMPORT, file);
  }

  /** The merge of another person's project. */
  public static EditName mergeOf(String folder) {
    return new EditName(Kind.MERGE, folder);
  }

  /** The taking back of a batch. */
  static EditName takingBack(long batch) {
    return new EditName(Kind.TAKEN_BACK, String.valueOf(batch));
  }
}
