package setu.core.fault;

import org.jspecify.annotations.Nullable;

/** Points that an engine cannot lay out here. */
public final class ProjectionFault extends Fault {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** More points than the engine takes; the detail has both numbers. */
    TOO_MANY_POINTS,
    /** The engine needs a system library that cannot be loaded; the detail names it. */
    LIBRARY_MISSING
  }

  private final Problem problem;

  /** A fault with a detail, and its cause if it has one. */
  public ProjectionFault(Problem problem, String detail, @Nullable Throwable cause) {
    super(null, 0, detail, cause);
    this.problem = problem;
  }

  @Override
  public Problem problem() {
    return problem;
  }
}
