package setu.core.neighbor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import setu.core.fault.ModelFault;
import setu.core.math.Nd4jAlgebra;
import setu.core.math.Parallel;
import setu.core.math.VectorKernel;
import setu.core.neighbor.EngineReason.Kind;
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
   * @param reasons what decided, in the order it was found
   */
  public record Choice(NeighborSearch search, List<EngineReason> reasons) {
    /** Copies the list. */
    public Choice {
      reasons = List.copyOf(reasons);
    }

    private static Choice of(NeighborSearch search, EngineReason... reasons) {
      return new Choice(search, List.of(reasons));
    }

    /** The reasons in English, for logs and benchmarks. */
    public String reason() {
      return reasons.stream().map(EngineReason::toString).collect(Collectors.joining("; "));
    }
  }

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
    return Choice.of(search, EngineReason.of(kernel), verdict.reason());
  }

  private static Choice unvectorised(VectorKernel kernel, int threads) {
    return Nd4jAlgebra.load()
        .map(
            algebra ->
                Choice.of(
                    new Nd4jSearch(algebra, threads),
                    EngineReason.of(Kind.ND4J),
                    EngineReason.of(kernel)))
        .orElseGet(
            () ->
                Choice.of(
                    new PanelSearch(kernel, threads),
                    EngineReason.of(kernel),
                    EngineReason.of(Kind.NO_ND4J)));
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
          throw new UnsupportedOperationException(verdict.reason().toString());
        }
        yield Choice.of(new FilteredSearch(FILTER, kernel, threads), verdict.reason());
      }
      case "panama" -> {
        if (!kernel.vectorised()) {
          throw new UnsupportedOperationException(EngineReason.of(kernel).toString());
        }
        yield Choice.of(new PanelSearch(kernel, threads), EngineReason.of(kernel));
      }
      case "scalar" ->
          Choice.of(
              new PanelSearch(VectorKernel.scalar(), threads), EngineReason.of(Kind.PLAIN_LOOPS));
      case "nd4j" ->
          Nd4jAlgebra.load()
              .map(
                  algebra ->
                      Choice.of(new Nd4jSearch(algebra, threads), EngineReason.of(Kind.ND4J)))
              .orElseThrow(
                  () ->
                      new UnsupportedOperationException(EngineReason.of(Kind.NO_ND4J).toString()));
      case "onnx" -> onnx(device, threads);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Choice onnx(Device device, int threads) {
    List<EngineReason> reasons = new ArrayList<>(List.of(EngineReason.of(Kind.ONNX)));
    if (device != Device.CPU) {
      try {
        return onnx(BestProducts.open(Device.CUDA, threads), threads, reasons);
      } catch (IllegalStateException e) {
        reasons.add(new EngineReason(Kind.NO_CUDA, String.valueOf(e.getMessage())));
        if (device == Device.CUDA) {
          throw new ModelFault(
              ModelFault.Problem.NO_DEVICE, null, 0, String.valueOf(e.getMessage()), e);
        }
      }
    }
    try {
      return onnx(BestProducts.open(Device.CPU, threads), threads, reasons);
    } catch (IllegalStateException e) {
      throw new UnsupportedOperationException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Choice onnx(BestProducts graph, int threads, List<EngineReason> reasons) {
    return new Choice(new OnnxSearch(graph, VectorKernel.best(), threads), reasons);
  }
}
