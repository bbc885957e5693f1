package setu.core.fault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with the user's data or environment: what, where, and the facts a sentence needs.
 *
 * <p>A fault carries facts only. {@code setu.message.ErrorText} turns it into one sentence by the
 * key {@code fault.<family>.<problem>}, with the arguments {@code {0}} file, {@code {1}} line,
 * {@code {2}} detail.
 */
public abstract sealed class Fault extends RuntimeException
    permits AlignmentFault,
        DictionaryFault,
        FileFault,
        ModelFault,
        ProjectFault,
        ProjectionFault,
        SpaceFault {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Path file;
  private final long line;
  private final String detail;

  Fault(@Nullable Path file, long line, String detail, @Nullable Throwable cause) {
    super(detail, cause);
    this.file = file;
    this.line = line;
    this.detail = detail;
  }

  /** The problem, whose name is the last part of the message key. */
  public abstract Enum<?> problem();

  /** The file at fault; null where no file is. */
  public @Nullable Path file() {
    return file;
  }

  /** The line at fault, from 1; 0 where no line is. */
  public long line() {
    return line;
  }

  /** The word, value or folder at fault; empty where there is none. */
  public String detail() {
    return detail;
  }

  /** For logs; people read {@code ErrorText}. */
  @Override
  public String getMessage() {
    return problem() + " " + file + (line > 0 ? ":" + line : "") + " " + detail;
  }
}
