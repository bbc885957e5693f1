package setu.core.neighbor;

import java.util.List;
import java.util.Optional;
import setu.core.math.Nd4jAlgebra;
import setu.core.math.Parallel;
import setu.core.math.VectorKernel;
import setu.core.onnx.BestProducts;
import setu.core.onnx.Device;
import setu.core.onnx.IntegerProduct;

/** Chooses among the engines. */
public final class NeighborSearches {
  /** The names {@link #named} takes. */
  public static final List<String> NAMES =
      List.of("auto", "int8", "panama", "scalar", "nd4j", "onnx-cpu", "onnx-cuda");

  private static final Filter FILTER = new Filter(IntegerProduct::open, VectorKernel.best());

  /**
   * An engine and why it was taken.
   *
   * @param reason for logs and benchmarks
   */
  public record Choice(NeighborSearch search, String reason) {}

  private NeighborSearches() {}

  /** The engine for this machine, on every processor. */
  public static NeighborSearch best() {
    return best(Parallel.processors());
  }

  /**
   * The engine for this machine on {@code threads} threads: our own kernel, and in front of it the
   * 8-bit filter, which is tried at the first work that is large enough to repay the trial.
   *
   * <p>Without the Vector API ND4J, where it loads.
   */
  public static NeighborSearch best(int threads) {
    VectorKernel kernel = VectorKernel.best();
    return kernel.vectorised()
        ? new FilteredSearch(FILTER, kernel, threads)
        : unvectorised(kernel, threads).search();
  }

  /** The same engine and why, the filter tried now: it may load a native library. */
  public static Choice choose(int threads) {
    return choose(VectorKernel.best(), FILTER, threads);
  }

  static Choice choose(VectorKernel kernel, Filter filter, int threads) {
    if (!kernel.vectorised()) {
      return unvectorised(kernel, threads);
    }
    FilterProbe.Verdict verdict = filter.verdict();
    NeighborSearch search =
        verdict.passed()
            ? new FilteredSearch(filter, kernel, threads)
            : new PanelSearch(kernel, threads);
    return new Choice(search, VectorKernel.reason() + "; " + verdict.reason());
  }

  private static Choice unvectorised(VectorKernel kernel, int threads) {
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

  /** The engine of one of {@link #NAMES}; empty where this machine has it not. */
  public static Optional<NeighborSearch> named(String name, int threads) {
    VectorKernel kernel = VectorKernel.best();
    return switch (name) {
      case "auto" -> Optional.of(choose(threads).search());
      case "int8" ->
          kernel.vectorised() && FILTER.verdict().passed()
              ? Optional.of(new FilteredSearch(FILTER, kernel, threads))
              : Optional.empty();
      case "panama" ->
          kernel.vectorised() ? Optional.of(new PanelSearch(kernel, threads)) : Optional.empty();
      case "scalar" -> Optional.of(new PanelSearch(VectorKernel.scalar(), threads));
      case "nd4j" -> Nd4jAlgebra.load().map(algebra -> new Nd4jSearch(algebra, threads));
      case "onnx-cpu" -> onnx(Device.CPU, threads);
      case "onnx-cuda" -> onnx(Device.CUDA, threads);
      default -> Optional.empty();
    };
  }

  private static Optional<NeighborSearch> onnx(Device device, int threads) {
    try {
      return Optional.of(
          new OnnxSearch(BestProducts.open(device, threads), VectorKernel.best(), threads));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }
}
