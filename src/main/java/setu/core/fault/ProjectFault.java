package setu.core.fault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A project folder that cannot be opened or changed. */
public final class ProjectFault extends Fault {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** Another window or process has it open. */
    IN_USE,
    /** It is open for reading only. */
    READ_ONLY,
    /** The folder holds no project. */
    NOT_A_PROJECT,
    /** The project file cannot be understood; the detail says where. */
    DAMAGED,
    /** It was made for dictionary work alone: no space was named yet. */
    NO_SPACES,
    /** No anchor has the number or the words that were given in the detail, now or before. */
    NO_SUCH_ANCHOR,
    /** No edit of pairs has the number in the detail. */
    NO_SUCH_BATCH,
    /** The edit whose number is the detail was taken back before. */
    TAKEN_BACK_ALREADY,
    /** A space's file is no longer where it was. */
    SPACE_MOVED,
    /** A space's file is there but its content changed. */
    SPACE_CHANGED,
    /** A project is to be made where something else is. */
    FOLDER_NOT_EMPTY,
    /** A newer Setu wrote it. */
    NEWER_VERSION,
    /** The journal has a damaged line before its last. */
    DAMAGED_JOURNAL
  }

  private final Problem problem;

  /** A fault with a file and a detail. */
  public ProjectFault(Problem problem, @Nullable Path file, String detail) {
    this(problem, file, 0, detail, null);
  }

  /** A fault at a line of a file ({@code line} from 1, or 0), with its cause if it has one. */
  public ProjectFault(
      Problem problem, @Nullable Path file, long line, String detail, @Nullable Throwable cause) {
    super(file, line, detail, cause);
    this.problem = problem;
  }

  @Override
  public Problem problem() {
    return problem;
  }
}
