package setu.core.projection;

import java.util.List;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Principal component analysis (Pearson 1901; Hotelling 1933): the orthogonal directions of most
 * variance.
 *
 * <p>The covariance is over every row, in doubles; the axes are its leading eigenvectors. Nothing
 * here depends on chance or on the number of threads, so results repeat exactly.
 */
public final class Pca implements Projector {
  @Override
  public String name() {
    return "pca";
  }

  /** {@inheritDoc} The seed is kept in the result only. */
  @Override
  public Projection project(
      FloatMatrix vectors,
      int dimensions,
      long seed,
      Progress progress,
      Cancellation cancellation) {
    PrincipalAxes axes = fit(List.of(vectors), dimensions, progress, cancellation);
    return new Projection(name(), axes.transform(vectors, cancellation), seed, true);
  }

  /**
   * The axes of most variance of all rows of {@code matrices} together, so that both languages or a
   * space before and after alignment can be shown under the same axes.
   *
   * @param matrices n × d each, the same d; at least one row in all
   * @param count how many axes, 1 to d
   */
  public static PrincipalAxes fit(
      List<FloatMatrix> matrices, int count, Progress progress, Cancellation cancellation) {
    int d = matrices.getFirst().columns();
    long n = 0;
    for (FloatMatrix matrix : matrices) {
      if (matrix.columns() != d) {
        throw new IllegalArgumentException(matrix.columns() + " columns beside " + d);
      }
      n += matrix.rows();
    }
    if (n == 0 || count < 1 || count > d) {
      throw new IllegalArgumentException(count + " axes of " + n + " × " + d);
    }
    progress.begin(Phase.PROJECT, n);
    double[] mean = Covariance.mean(matrices, cancellation);
    double[][] covariance = Covariance.about(mean, matrices, progress, cancellation);
    double total = 0;
    for (int i = 0; i < d; i++) {
      total += covariance[i][i];
    }
    LeadingEigenpairs pairs = LeadingEigenpairs.of(covariance, count, cancellation);
    return new PrincipalAxes(mean, pairs, total);
  }
}
