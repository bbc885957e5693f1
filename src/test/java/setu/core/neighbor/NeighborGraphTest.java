package setu.core.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import setu.core.math.FloatMatrix;
import setu.core.math.RandomMatrices;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

class NeighborGraphTest {
  private static NeighborGraph graph(FloatMatrix matrix, int k) {
    return NeighborGraph.of(matrix, k, NeighborSearches.best(), Progress.NONE, Cancellation.none());
  }

  @Test
  void noRowIsItsOwnNeighbour() {
    FloatMatrix matrix = RandomMatrices.gaussian(120, 9, 1);
    // Thirty copies of one row and a zero row.
    for (int i = 40; i < 70; i++) {
      matrix.setRow(i, matrix.row(3));
    }
    matrix.setRow(80, new float[9]);
    NeighborGraph graph = graph(matrix, 15);
    assertThat(graph.k()).isEqualTo(15);
    for (int i = 0; i < 120; i++) {
      for (int rank = 0; rank < 15; rank++) {
        assertThat(graph.index(i, rank)).isNotEqualTo(i).isBetween(0, 119);
        assertThat(graph.distance(i, rank)).isGreaterThanOrEqualTo(0);
        if (rank > 0) {
          assertThat(graph.similarity(i, rank)).isLessThanOrEqualTo(graph.similarity(i, rank - 1));
        }
      }
    }
    assertThat(graph.index(60, 0)).isEqualTo(3);
    assertThat(graph.index(3, 0)).isEqualTo(40);
  }

  @Test
  void fewRowsHaveFewNeighbours() {
    assertThat(graph(RandomMatrices.gaussian(4, 3, 1), 15).k()).isEqualTo(3);
    assertThat(graph(RandomMatrices.gaussian(1, 3, 1), 15).k()).isZero();
    assertThat(graph(FloatMatrix.zeros(0, 3), 15).rows()).isZero();
  }
}
