package setu.core.math;

/** The kernel that is not the best one. */
public final class Kernels {
  private Kernels() {}

  /** Plain loops. */
  public static VectorKernel scalar() {
    return new ScalarKernel();
  }
}
