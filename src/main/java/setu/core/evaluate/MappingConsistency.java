package setu.core.evaluate;

import setu.core.align.Alignment;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.VectorKernel;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * How far two mappings that were solved on their own, one each way, agree: W of the source onto the
 * target and V of the target onto the source, as {@code W·V ≈ I} and in the words they find (the
 * cycle of Zhu et al. 2017 and, for words, Mohiuddin and Joty 2019).
 *
 * @param words how many of the most frequent source words were sent there and back
 * @param cosine mean cosine of a source row and {@code x·W·V}, −1 to 1; NaN where a method maps
 *     both sides or centres rows, and W and V cannot be applied one after the other
 * @param gap {@code ‖W·V − I‖ / ‖I‖} by Frobenius, 0 for mappings that undo each other; NaN
 *     likewise
 * @param returning per cent of the words that are the nearest source word, under V, of their
 *     nearest target word under W
 * @param mutual per cent of the words whose nearest target word under W finds them as nearest
 *     source word under W too: how many words one mapping alone brings back
 */
public record MappingConsistency(
    int words, double cosine, double gap, double returning, double mutual) {
  /**
   * Measured on the {@code words} most frequent words of each side; rows are normalised.
   *
   * @param forward of source (n × d) onto target
   * @param backward of target (m × d′) onto source, solved with the pairs reversed
   */
  public static MappingConsistency of(
      Alignment forward,
      Alignment backward,
      FloatMatrix source,
      FloatMatrix target,
      int words,
      NeighborSearch search,
      Progress progress,
      Cancellation cancellation) {
    FloatMatrix x = source.slice(0, Math.min(words, source.rows()));
    FloatMatrix z = target.slice(0, Math.min(words, target.rows()));
    NeighborSearch.TwoWay there =
        search.searchBothWays(
            forward.mapSource(x), forward.mapTarget(z), 1, progress, cancellation);
    Neighbors back =
        search.search(backward.mapSource(z), backward.mapTarget(x), 1, progress, cancellation);
    int returning = 0;
    int mutual = 0;
    for (int i = 0; i < x.rows(); i++) {
      int found = there.ofLeft().index(i, 0);
      returning += found >= 0 && back.index(found, 0) == i ? 1 : 0;
      mutual += found >= 0 && there.ofRight().index(found, 0) == i ? 1 : 0;
    }
    boolean composable = composable(forward, backward);
    return new MappingConsistency(
        x.rows(),
        composable ? cosine(x, forward, backward) : Double.NaN,
        composable ? gap(forward, backward) : Double.NaN,
        percent(returning, x.rows()),
        percent(mutual, x.rows()));
  }

  private static double percent(int part, int all) {
    return all == 0 ? 0 : 100.0 * part / all;
  }

  private static boolean composable(Alignment forward, Alignment backward) {
    return forward.sourceAlone()
        && backward.sourceAlone()
        && forward.mapping().columns() == backward.mapping().rows()
        && forward.mapping().rows() == backward.mapping().columns();
  }

  private static double cosine(FloatMatrix x, Alignment forward, Alignment backward) {
    FloatMatrix unit = Normalization.UNIT.apply(x);
    FloatMatrix home = backward.mapSource(forward.mapSource(unit));
    double sum = 0;
    for (int i = 0; i < unit.rows(); i++) {
      sum += VectorKernel.best().dot(unit, i, home, i);
    }
    return unit.rows() == 0 ? Double.NaN : sum / unit.rows();
  }

  private static double gap(Alignment forward, Alignment backward) {
    DoubleMatrix product =
        LinearAlgebra.multiply(
            DoubleMatrix.of(forward.mapping()), DoubleMatrix.of(backward.mapping()));
    DoubleMatrix identity = DoubleMatrix.identity(product.rows());
    return product.plus(identity.times(-1)).norm() / identity.norm();
  }
}
