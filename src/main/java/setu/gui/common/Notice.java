package setu.gui.common;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A sentence for the person at the window: what happened, where, and what to do.
 *
 * @param folder where a file was written; null for none
 */
public record Notice(Kind kind, String text, @Nullable Path folder) {
  /** A sentence about no file. */
  public Notice(Kind kind, String text) {
    this(kind, text, null);
  }

  /** How it is shown. */
  public enum Kind {
    /** Something went as asked. */
    INFO,
    /** Something to look at. */
    WARNING,
    /** Something did not work. */
    ERROR
  }
}
