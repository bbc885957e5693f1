package setu.core.neighbor;

import java.util.List;
import setu.core.math.Kernels;
import setu.core.math.VectorKernel;

/** Every engine, alone and on several threads. */
final class EnginesUnderTest {
  static final List<NeighborSearch> ALL =
      List.of(
          new PanelSearch(VectorKernel.best(), 1),
          new PanelSearch(VectorKernel.best(), 3),
          new PanelSearch(Kernels.scalar(), 2));

  private EnginesUnderTest() {}
}
