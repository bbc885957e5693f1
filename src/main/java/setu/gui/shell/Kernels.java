package setu.gui.shell;

import java.util.Locale;
import setu.core.math.Parallel;
import setu.core.math.VectorKernel;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.message.Messages;

/** The arithmetic this machine is given, and what people call it. */
final class Kernels {
  private static final String ONNX = "onnx-";

  private Kernels() {}

  static NeighborSearch search() {
    return NeighborSearches.best();
  }

  /** The engine that searches, its device and why it was taken; tries what was not tried yet. */
  static NeighborSearches.Choice choice() {
    return NeighborSearches.choose(Parallel.processors());
  }

  /** The engine's name, such as {@code 8-bit filter · Panama 512-bit}. */
  static String engine(NeighborSearch search, Messages messages) {
    String name = search.name();
    if (name.startsWith(ONNX)) {
      return messages.text("gui.engine.onnx");
    }
    return switch (name) {
      case "int8" -> messages.text("gui.engine.filter", kernel(messages));
      case "nd4j" -> messages.text("gui.engine.nd4j");
      default -> kernel(messages);
    };
  }

  /** Where the engine computes: {@code CPU} or {@code CUDA}. */
  static String device(NeighborSearch search) {
    String name = search.name();
    return name.startsWith(ONNX) ? name.substring(ONNX.length()).toUpperCase(Locale.ROOT) : "CPU";
  }

  /** {@code Panama 512-bit} for {@code panama-512}. */
  private static String kernel(Messages messages) {
    String name = VectorKernel.best().name();
    return name.startsWith("panama-")
        ? "Panama " + name.substring("panama-".length()) + "-bit"
        : messages.text("gui.engine.scalar");
  }
}
