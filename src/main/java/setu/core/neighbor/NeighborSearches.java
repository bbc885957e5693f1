package setu.core.neighbor;

import java.util.List;
import setu.core.fault.ModelFault;
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
      List.of("auto", "int8", "panama", "scalar", "nd4j", "onnx");

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

  /**
   * The engine of one of {@link #NAMES} and why it may be used.
   *
   * @param device of the engine {@code onnx}
   * @throws ModelFault where the device is not there
   * @throws UnsupportedOperationException where this machine has it not; the message is the reason
   */
  public static Choice named(String name, Device device, int threads) {
    VectorKernel kernel = VectorKernel.best();
    return switch (name) {
      case "auto" -> choose(threads);
      case "int8" -> {
        FilterProbe.Verdict verdict = FILTER.verdict();
        if (!kernel.vectorised() || !verdict.passed()) {
          throw new UnsupportedOperationException(verdict.reason());
        }
        yield new Choice(new FilteredSearch(FILTER, kernel, threads), verdict.reason());
      }
      case "panama" -> {
        if (!kernel.vectorised()) {
          throw new UnsupportedOperationException(VectorKernel.reason());
        }
        yield new Choice(new PanelSearch(kernel, threads), VectorKernel.reason());
      }
      case "scalar" -> new Choice(new PanelSearch(VectorKernel.scalar(), threads), "plain loops");
      case "nd4j" ->
          Nd4jAlgebra.load()
              .map(algebra -> new Choice(new Nd4jSearch(algebra, threads), "ND4J's products"))
              .orElseThrow(
                  () -> new UnsupportedOperationException("no native ND4J for this platform"));
      case "onnx" -> onnx(device, threads);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Choice onnx(Device device, int threads) {
    String reason = "ONNX Runtime's products";
    if (device != Device.CPU) {
      try {
        return onnx(BestProducts.open(Device.CUDA, threads), threads, reason);
      } catch (IllegalStateException e) {
        reason = reason + "; no CUDA: " + e.getMessage();
        if (device == Device.CUDA) {
          throw new ModelFault(
              ModelFault.Problem.NO_DEVICE, null, 0, String.valueOf(e.getMessage()), e);
        }
      }
    }
    try {
      return onnx(BestProducts.open(Device.CPU, threads), threads, reason);
    } catch (IllegalStateException e) {
      throw new UnsupportedOperationException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Choice onnx(BestProducts graph, int threads, String reason) {
    return new Choice(new OnnxSearch(graph, VectorKernel.best(), threads), reason);
  }
}
