package setu.gui.anchors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import setu.core.anchor.Anchor;
import setu.core.space.EmbeddingSpace;
import setu.core.task.Cancellation;
import setu.gui.common.Shared;

/** How far the mapping misses each anchor: {@code 1 − cos(W x, z)}, 0 to 2. */
final class Residuals {
  private Residuals() {}

  /** The residual of each anchor with both words known, by its id. */
  static Map<Long, Double> of(
      List<Anchor> anchors,
      EmbeddingSpace source,
      EmbeddingSpace target,
      Shared shared,
      Cancellation cancellation) {
    Map<Long, Double> residuals = HashMap.newHashMap(anchors.size());
    float[] x = new float[shared.source().columns()];
    float[] z = new float[shared.target().columns()];
    for (Anchor anchor : anchors) {
      cancellation.check();
      int i = source.vocabulary().row(anchor.source());
      int j = target.vocabulary().row(anchor.target());
      if (i >= 0 && j >= 0) {
        shared.source().getRow(i, x);
        shared.target().getRow(j, z);
        double cosine = 0;
        for (int d = 0; d < x.length; d++) {
          cosine += (double) x[d] * z[d];
        }
        residuals.put(anchor.id(), 1 - cosine);
      }
    }
    return residuals;
  }
}
