package setu.core.neighbor;

import java.util.List;
import java.util.stream.Stream;
import setu.core.math.Nd4jAlgebra;
import setu.core.math.VectorKernel;

/** Every engine, alone and on several threads. */
final class EnginesUnderTest {
  static final List<NeighborSearch> ALL =
      Stream.concat(
              Stream.of(
                  new PanelSearch(VectorKernel.best(), 1),
                  new PanelSearch(VectorKernel.best(), 3),
                  new PanelSearch(VectorKernel.scalar(), 2)),
              Nd4jAlgebra.load().stream().map(algebra -> new Nd4jSearch(algebra, 2)))
          .toList();

  private EnginesUnderTest() {}
}
