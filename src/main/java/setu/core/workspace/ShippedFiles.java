package setu.core.workspace;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds what is shipped with Setu: beside the program, or in the working folder of a checkout. */
public final class ShippedFiles {
  private ShippedFiles() {}

  /**
   * The place of a shipped file or folder, such as {@code sample-vectors}. Where it is in neither
   * place, that beside the program: whoever opens it says that it is missing.
   */
  public static Path of(String name) {
    Path beside = Path.of(System.getProperty("setu.home", "."), name).toAbsolutePath().normalize();
    Path here = Path.of(name).toAbsolutePath();
    return Files.exists(beside) || !Files.exists(here) ? beside : here;
  }
}
