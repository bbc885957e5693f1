package setu.core.fault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A dictionary of anchors that cannot be used. */
public final class DictionaryFault extends Fault {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** Lines with one column only. */
    ONE_COLUMN,
    /** Words with commas or semicolons between them, and no first line that names the columns. */
    UNNAMED_COLUMNS,
    /** No line with a pair. */
    NO_PAIRS,
    /** No known format of dictionaries. */
    UNKNOWN_FORMAT,
    /** A spreadsheet or table lacks a needed column; the detail names it. */
    MISSING_COLUMN,
    /** A cell of the column of weights is not a number from 0. */
    BAD_WEIGHT,
    /** Rows that were refused, of a file that was to be checked; the detail is how many. */
    REFUSED_ROWS,
    /** The file is not UTF-8 text. */
    NOT_TEXT,
    /** It is named like a spreadsheet or looks like one, and none can be read from it. */
    DAMAGED_SPREADSHEET,
    /** It is, or is named like, XML that is not well formed. */
    BROKEN_XML,
    /** The quotation marks of a row with commas do not pair up. */
    BROKEN_QUOTES
  }

  private final Problem problem;

  /** A fault with a file and a detail. */
  public DictionaryFault(Problem problem, @Nullable Path file, String detail) {
    this(problem, file, 0, detail, null);
  }

  /** A fault at a line of a file ({@code line} from 1, or 0), with its cause if it has one. */
  public DictionaryFault(
      Problem problem, @Nullable Path file, long line, String detail, @Nullable Throwable cause) {
    super(file, line, detail, cause);
    this.problem = problem;
  }

  @Override
  public Problem problem() {
    return problem;
  }
}
