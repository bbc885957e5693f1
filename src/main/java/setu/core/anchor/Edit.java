package setu.core.anchor;

/** One change within a batch. */
public sealed interface Edit {
  /**
   * A new pair.
   *
   * @param author who says it; empty for whoever makes the edit
   */
  record Add(Draft draft, String author) implements Edit {
    /** By whoever makes the edit. */
    public Add(Draft draft) {
      this(draft, "");
    }
  }

  /**
   * Something else to say of an anchor.
   *
   * @param author who says it; empty for whoever makes the edit
   */
  record Change(long id, Draft draft, String author) implements Edit {
    /** By whoever makes the edit. */
    public Change(long id, Draft draft) {
      this(id, draft, "");
    }
  }

  /** An anchor to remove. */
  record Remove(long id) implements Edit {}
}
