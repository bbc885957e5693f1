package setu.core.math;

/** The kernel of this process, chosen when first asked for. */
final class KernelChoice {
  static final VectorKernel KERNEL;
  static final String REASON;

  static {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      KERNEL = new ScalarKernel();
      REASON = "scalar: started without --add-modules=jdk.incubator.vector";
    } else {
      KERNEL = new PanamaKernel();
      REASON =
          KERNEL.name()
              + ": the Vector API is there, "
              + KERNEL.panelWidth() / 2
              + " floats a vector";
    }
  }

  private KernelChoice() {}
}
