package setu.gui.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.projection.Pca;
import setu.core.projection.PrincipalAxes;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.Shared;

/**
 * Where a pair lies on the two principal axes of the target space, which no edit moves: the source
 * word before and after the mapping, and the target word, before a sample of both vocabularies.
 *
 * @param sources a sample of the mapped source words, n × 2
 * @param targets a sample of the target words, n × 2
 * @param before the source word unaligned, 1 × 2; null where it is unknown or of other dimensions
 * @param after the source word mapped, 1 × 2; null where it is unknown
 * @param target the target word, 1 × 2; null where it is unknown
 * @param cosineBefore of both words unaligned; NaN where there is none
 * @param cosineAfter of both words aligned; NaN where there is none
 */
record PairPlaces(
    FloatMatrix sources,
    FloatMatrix targets,
    @Nullable FloatMatrix before,
    @Nullable FloatMatrix after,
    @Nullable FloatMatrix target,
    double cosineBefore,
    double cosineAfter) {
  /** Frequent words the axes are fitted to. */
  private static final int FITTED = 4000;

  /** Words of each side that are shown. */
  private static final int SAMPLE = 400;

  private static FloatMatrix first(FloatMatrix rows) {
    return rows.slice(0, Math.min(FITTED, rows.rows()));
  }

  private static FloatMatrix sample(FloatMatrix rows) {
    FloatMatrix frequent = first(rows);
    int count = Math.min(SAMPLE, frequent.rows());
    int[] picked = new int[count];
    for (int i = 0; i < count; i++) {
      picked[i] = (int) ((long) i * frequent.rows() / count);
    }
    return frequent.gather(picked);
  }

  /**
   * The two principal axes of a target space.
   *
   * @param of the target's rows
   * @param cloud a sample of them on the axes, n × 2
   */
  record Axes(FloatMatrix of, PrincipalAxes axes, FloatMatrix cloud) {
    static Axes of(FloatMatrix target, Cancellation cancellation) {
      PrincipalAxes axes = Pca.fit(List.of(first(target)), 2, Progress.NONE, cancellation);
      return new Axes(target, axes, axes.transform(sample(target), cancellation));
    }
  }

  /** Both languages under one alignment, on the target's axes. */
  static final class Frame {
    private final Shared shared;
    private final PrincipalAxes axes;
    private final FloatMatrix sources;
    private final FloatMatrix targets;

    Frame(Shared shared, Axes axes, Cancellation cancellation) {
      this.shared = shared;
      this.axes = axes.axes();
      this.targets = axes.cloud();
      this.sources = this.axes.transform(sample(shared.source()), cancellation);
    }

    /** The places of a pair; a row of −1 is of no vocabulary. */
    PairPlaces of(int sourceRow, int targetRow, Cancellation cancellation) {
      boolean comparable = shared.unaligned().columns() == axes.dimensions();
      return new PairPlaces(
          sources,
          targets,
          comparable ? place(shared.unaligned(), sourceRow, cancellation) : null,
          place(shared.source(), sourceRow, cancellation),
          place(shared.target(), targetRow, cancellation),
          comparable ? cosine(shared.unaligned(), sourceRow, targetRow) : Double.NaN,
          cosine(shared.source(), sourceRow, targetRow));
    }

    private @Nullable FloatMatrix place(FloatMatrix rows, int row, Cancellation cancellation) {
      return row < 0 ? null : axes.transform(rows.slice(row, row + 1), cancellation);
    }

    private double cosine(FloatMatrix left, int sourceRow, int targetRow) {
      if (sourceRow < 0 || targetRow < 0) {
        return Double.NaN;
      }
      float[] x = left.row(sourceRow);
      float[] z = shared.target().row(targetRow);
      double cosine = 0;
      for (int d = 0; d < x.length; d++) {
        cosine += (double) x[d] * z[d];
      }
      return cosine;
    }
  }
}
