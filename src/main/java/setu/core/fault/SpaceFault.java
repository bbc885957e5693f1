package setu.core.fault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is not the embedding space it should be. */
public final class SpaceFault extends Fault {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** No known format of embedding spaces. */
    UNKNOWN_FORMAT,
    /** Text, but in UTF-16. */
    NOT_UTF8,
    /** The compressed stream ends too early or is damaged. */
    DAMAGED_GZIP,
    /** The header promises more rows or other dimensions than the file holds. */
    HEADER_LIES,
    /** Not one usable row. */
    NO_ROWS,
    /** More rows or dimensions than memory can hold. */
    TOO_LARGE,
    /** A word that is not in the vocabulary; the detail is the word. */
    UNKNOWN_WORD,
    /** The file ends before what its header promises; the detail has both sizes. */
    CUT_OFF,
    /** Something within the file contradicts itself; the detail says what. */
    DAMAGED,
    /** A kind of a known format that cannot be read; the detail names it. */
    UNSUPPORTED,
    /** Vectors without words; the detail is the file they are looked for in. */
    NO_VOCABULARY,
    /** Vectors and words differ in number; the detail has both. */
    VOCABULARY_DIFFERS,
    /** Several tensors could be meant; the detail names them. */
    SEVERAL_TENSORS,
    /** No column or tensor of that kind; the detail names what is there. */
    NO_VECTORS,
    /** A frequency floor for a file that holds no counts. */
    NO_COUNTS,
    /** The selection wants none of the rows; the detail is how many there are. */
    NOTHING_SELECTED,
    /** A word that the format cannot hold; the detail is the word. */
    UNWRITABLE_WORD,
    /** A number beyond what the type asked for can hold; the detail is both. */
    UNWRITABLE_NUMBER
  }

  private final Problem problem;

  /** A fault with a file and a detail. */
  public SpaceFault(Problem problem, @Nullable Path file, String detail) {
    this(problem, file, 0, detail, null);
  }

  /** A fault at a line of a file ({@code line} from 1, or 0), with its cause if it has one. */
  public SpaceFault(
      Problem problem, @Nullable Path file, long line, String detail, @Nullable Throwable cause) {
    super(file, line, detail, cause);
    this.problem = problem;
  }

  @Override
  public Problem problem() {
    return problem;
  }
}
