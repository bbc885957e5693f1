package setu;

/** Chooses command line or window. */
public final class Launcher {
  private Launcher() {}

  /**
   * Starts Setu.
   *
   * @param args a command and its options; none opens the window
   */
  public static void main(String[] args) {
    System.out.println("Setu 0.1.0");
  }
}
