package setu.core.neighbor;

import setu.core.math.FloatMatrix;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** A search that counts how often it is asked. */
public final class CountingSearch implements NeighborSearch {
  private final PanelSearch search = new PanelSearch(VectorKernel.best(), 2);
  private int searches;

  /** Passes since it was made. */
  public int searches() {
    return searches;
  }

  @Override
  public String name() {
    return search.name();
  }

  @Override
  public int threads() {
    return search.threads();
  }

  @Override
  public PreparedBase prepare(FloatMatrix base) {
    return search.prepare(base);
  }

  @Override
  public Neighbors search(
      FloatMatrix queries, PreparedBase base, int k, Progress progress, Cancellation cancellation) {
    searches++;
    return search.search(queries, base, k, progress, cancellation);
  }

  @Override
  public TwoWay searchBothWays(
      FloatMatrix left,
      PreparedBase right,
      int k,
      Floors floors,
      Progress progress,
      Cancellation cancellation) {
    searches++;
    return search.searchBothWays(left, right, k, floors, progress, cancellation);
  }
}
