package setu.core.math;

/** The kernel of this process, chosen when first asked for. */
final class KernelChoice {
  static final VectorKernel KERNEL =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()
          ? new ScalarKernel()
          : new PanamaKernel();

  private KernelChoice() {}
}
