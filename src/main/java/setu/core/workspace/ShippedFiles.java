package setu.core.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import setu.core.fault.FileFault;

/** Finds what is shipped with Setu: beside the program, or in the working folder of a checkout. */
public final class ShippedFiles {
  private ShippedFiles() {}

  /**
   * The place of a shipped file or folder, such as {@code sample-vectors}.
   *
   * @throws FileFault if it is in neither place
   */
  public static Path of(String name) {
    Path beside = Path.of(System.getProperty("setu.home", "."), name).toAbsolutePath().normalize();
    if (Files.exists(beside)) {
      return beside;
    }
    Path here = Path.of(name).toAbsolutePath();
    if (Files.exists(here)) {
      return here;
    }
    throw new FileFault(FileFault.Problem.MISSING, beside, "");
  }
}
