package setu.core.neighbor;

import java.util.Optional;
import setu.core.math.Nd4jAlgebra;
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

  /**
   * The engine for this machine on {@code threads} threads, and why.
   *
   * <p>Our own kernel wherever the Vector API is: it needs no loading and uses whatever width the
   * processor has. Without the Vector API ND4J, where it loads.
   */
  public static Choice choose(int threads) {
    VectorKernel kernel = VectorKernel.best();
    if (kernel.vectorised()) {
      return new Choice(new PanelSearch(kernel, threads), VectorKernel.reason());
    }
    return Nd4jAlgebra.load()
        .map(
            algebra ->
                new Choice(new Nd4jSearch(algebra, threads), "nd4j; " + VectorKernel.reason()))
        .orElseGet(
            () ->
                new Choice(
                    new PanelSearch(kernel, threads),
                    VectorKernel.reason() + "; no native ND4J for this platform"));
  }

  /**
   * The engine of a name: {@code auto}, {@code panama}, {@code scalar} or {@code nd4j}; empty where
   * there is none of this name here.
   */
  public static Optional<NeighborSearch> named(String name, int threads) {
    VectorKernel kernel = VectorKernel.best();
    return switch (name) {
      case "auto" -> Optional.of(choose(threads).search());
      case "panama" ->
          kernel.vectorised() ? Optional.of(new PanelSearch(kernel, threads)) : Optional.empty();
      case "scalar" -> Optional.of(new PanelSearch(VectorKernel.scalar(), threads));
      case "nd4j" -> Nd4jAlgebra.load().map(algebra -> new Nd4jSearch(algebra, threads));
      default -> Optional.empty();
    };
  }
}
