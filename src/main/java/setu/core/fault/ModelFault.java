package setu.core.fault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An encoder model that cannot be run. */
public final class ModelFault extends Fault {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** The folder lacks model.onnx or tokenizer.json; the detail names it. */
    INCOMPLETE,
    /** ONNX Runtime or the tokenizer refused the file; the detail says why. */
    UNUSABLE,
    /** No input or output of the model fits; the detail names them. */
    UNKNOWN_SHAPE,
    /** The model has no output of the name asked for; the detail names those it has. */
    NO_SUCH_LAYER,
    /** The device asked for is not there. */
    NO_DEVICE,
    /** Nothing to encode. */
    NO_TEXT,
    /** The model knows no token of the text; the detail is the text. */
    NO_KNOWN_TOKEN,
    /** More dimensions asked for than the model has. */
    TOO_MANY_DIMENSIONS
  }

  private final Problem problem;

  /** A fault with a file and a detail. */
  public ModelFault(Problem problem, @Nullable Path file, String detail) {
    this(problem, file, 0, detail, null);
  }

  /** A fault at a line of a file ({@code line} from 1, or 0), with its cause if it has one. */
  public ModelFault(
      Problem problem, @Nullable Path file, long line, String detail, @Nullable Throwable cause) {
    super(file, line, detail, cause);
    this.problem = problem;
  }

  @Override
  public Problem problem() {
    return problem;
  }
}
