package setu;

import setu.cli.SetuCommand;

/** Chooses command line or window. */
public final class Launcher {
  private Launcher() {}

  /**
   * Starts Setu.
   *
   * @param args a command and its options; none opens the window
   */
  public static void main(String[] args) {
    int status =
        SetuCommand.run(
            args,
            project -> {
              throw new UnsupportedOperationException("the window comes with setu.gui");
            },
            (projection, words, sourceRows, png) -> {
              throw new UnsupportedOperationException("drawing comes with setu.gui");
            });
    System.exit(status);
  }
}
