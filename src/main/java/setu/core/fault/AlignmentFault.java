package setu.core.fault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Spaces and anchors from which no mapping or score can be computed. */
public final class AlignmentFault extends Fault {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** No anchor has both words in the vocabularies. */
    NO_USABLE_ANCHORS,
    /** No test query has its word and a translation in the vocabularies. */
    NO_USABLE_QUERIES,
    /** The two spaces differ in dimensions. */
    DIMENSIONS_DIFFER,
    /** No method of that name. */
    UNKNOWN_METHOD,
    /** A method's option is out of its range; the detail says which. */
    BAD_OPTION,
    /** The method joins a second space, and none was given. */
    NO_SECOND_SPACE
  }

  private final Problem problem;

  /** A fault with a file and a detail. */
  public AlignmentFault(Problem problem, @Nullable Path file, String detail) {
    this(problem, file, 0, detail, null);
  }

  /** A fault at a line of a file ({@code line} from 1, or 0), with its cause if it has one. */
  public AlignmentFault(
      Problem problem, @Nullable Path file, long line, String detail, @Nullable Throwable cause) {
    super(file, line, detail, cause);
    this.problem = problem;
  }

  @Override
  public Problem problem() {
    return problem;
  }
}
