package setu.core.neighbor;

import setu.core.math.Parallel;
import setu.core.math.VectorKernel;

/** Chooses among the engines. */
public final class NeighborSearches {
  /**
   * An engine and why it was taken.
   *
   * @param reason for logs and benchmarks
   */
  public record Choice(NeighborSearch search, String reason) {}

  private NeighborSearches() {}

  /** The engine for this machine, on every processor. */
  public static NeighborSearch best() {
    return choose(Parallel.processors()).search();
  }

  /** The engine for this machine on {@code threads} threads, and why. */
  public static Choice choose(int threads) {
    return new Choice(new PanelSearch(VectorKernel.best(), threads), VectorKernel.reason());
  }
}
