package setu.gui.shell;

import setu.core.math.VectorKernel;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;

/** The arithmetic this machine is given. */
final class Kernels {
  private Kernels() {}

  static NeighborSearch search() {
    return NeighborSearches.best();
  }

  /** Its name for people: {@code Panama 512-bit} for {@code panama-512}. */
  static String name() {
    String name = VectorKernel.best().name();
    return name.startsWith("panama-")
        ? "Panama " + name.substring("panama-".length()) + "-bit"
        : name;
  }
}
