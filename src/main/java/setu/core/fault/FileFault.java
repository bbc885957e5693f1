package setu.core.fault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file or folder that cannot be read or written. */
public final class FileFault extends Fault {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** There is no such file. */
    MISSING,
    /** A folder stands where a file is wanted. */
    IS_FOLDER,
    /** The file has no bytes. */
    EMPTY,
    /** The program may not read it. */
    UNREADABLE,
    /** The program may not write there. */
    READ_ONLY,
    /** No room is left on the disk. */
    DISK_FULL,
    /** The file changed while it was read. */
    CHANGED,
    /** Reading or writing broke off; the detail says why. */
    BROKEN_OFF,
    /** It is not the report of a run. */
    NOT_A_RUN
  }

  private final Problem problem;

  /** A fault with a file and a detail. */
  public FileFault(Problem problem, @Nullable Path file, String detail) {
    this(problem, file, 0, detail, null);
  }

  /** A fault at a line of a file ({@code line} from 1, or 0), with its cause if it has one. */
  public FileFault(
      Problem problem, @Nullable Path file, long line, String detail, @Nullable Throwable cause) {
    super(file, line, detail, cause);
    this.problem = problem;
  }

  @Override
  public Problem problem() {
    return problem;
  }
}
