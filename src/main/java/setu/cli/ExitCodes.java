package setu.cli;

/** Exit statuses of every command. */
public final class ExitCodes {
  /** Done. */
  public static final int DONE = 0;

  /** The user's data or environment is at fault. */
  public static final int FAILED = 1;

  /** Wrong usage. */
  public static final int USAGE = 2;

  /** Interrupted by Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private ExitCodes() {}
}
