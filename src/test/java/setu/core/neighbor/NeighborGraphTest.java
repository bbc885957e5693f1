package setu.core.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import setu.core.math.FloatMatrix;
import setu.core.math.RandomMatrices;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
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
  void progressCountsRowsAndCancellingStopsInTheMiddle() {
    FloatMatrix matrix = RandomMatrices.gaussian(3000, 40, 1);
    AtomicLong done = new AtomicLong();
    Progress counting =
        new Progress() {
          @Override
          public void begin(Phase phase, long total) {
            assertThat(total).isEqualTo(3000);
          }

          @Override
          public void advance(long amount) {
            done.addAndGet(amount);
          }
        };
    NeighborSearch search = new PanelSearch(VectorKernel.best(), 2);
    NeighborGraph whole = NeighborGraph.of(matrix, 15, search, counting, Cancellation.none());
    assertThat(done).hasValue(3000);
    Cancellation cancellation = new Cancellation();
    done.set(0);
    Progress stopping =
        new Progress() {
          @Override
          public void begin(Phase phase, long total) {}

          @Override
          public void advance(long amount) {
            done.addAndGet(amount);
            cancellation.cancel();
          }
        };
    float[] before = matrix.row(2999);
    assertThatThrownBy(() -> NeighborGraph.of(matrix, 15, search, stopping, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(done.get()).isBetween(1L, 2999L);
    // What was stopped leaves rows and engine as they were.
    assertThat(matrix.row(2999)).isEqualTo(before);
    NeighborGraph again = NeighborGraph.of(matrix, 15, search, Progress.NONE, Cancellation.none());
    for (int i = 0; i < 3000; i++) {
      assertThat(again.index(i, 14)).isEqualTo(whole.index(i, 14));
    }
  }

  @Test
  void fewRowsHaveFewNeighbours() {
    assertThat(graph(RandomMatrices.gaussian(4, 3, 1), 15).k()).isEqualTo(3);
    assertThat(graph(RandomMatrices.gaussian(1, 3, 1), 15).k()).isZero();
    assertThat(graph(FloatMatrix.zeros(0, 3), 15).rows()).isZero();
  }
}
