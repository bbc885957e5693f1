package setu.gui.inspector;

import org.jspecify.annotations.Nullable;
import setu.core.align.AnchorInfluence;
import setu.core.evaluate.NeighborExplanation;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.PreparedBase;
import setu.core.task.Cancellation;
import setu.gui.common.Shared;
import setu.gui.common.Side;
import setu.gui.common.WordRef;

/**
 * Both sides of one alignment and its anchors, made ready when first asked for. A side whose rows
 * the alignment before had too is not made ready again: an edit moves the source only.
 */
final class AlignedBases {
  private static final int NEIGHBORHOOD = 10;
  private static final int SHOWN = 5;

  private final Shared shared;
  private final NeighborSearch search;
  private final Base source;
  private final Base target;
  private NeighborExplanation.@Nullable Setting setting;

  /**
   * The sides of an alignment.
   *
   * @param before those of the alignment before; null where there was none
   */
  AlignedBases(Shared shared, @Nullable AlignedBases before, NeighborSearch search) {
    this.shared = shared;
    this.search = search;
    this.source = base(shared.source(), before == null ? null : before.source);
    this.target = base(shared.target(), before == null ? null : before.target);
  }

  private Base base(FloatMatrix rows, @Nullable Base before) {
    return before != null && before.rows.equals(rows) ? before : new Base(rows, search);
  }

  /** The rows of one side, perhaps of several alignments. */
  private static final class Base {
    final FloatMatrix rows;
    private final NeighborSearch search;
    private @Nullable PreparedBase prepared;

    Base(FloatMatrix rows, NeighborSearch search) {
      this.rows = rows;
      this.search = search;
    }

    synchronized PreparedBase prepared() {
      PreparedBase made = prepared;
      if (made == null) {
        made = search.prepare(rows);
        prepared = made;
      }
      return made;
    }
  }

  Shared shared() {
    return shared;
  }

  PreparedBase of(Side side) {
    return (side == Side.SOURCE ? source : target).prepared();
  }

  /** Why {@code word} and a row of the other side are near. */
  NeighborExplanation why(WordRef word, int across, Cancellation cancellation) {
    boolean forward = word.side() == Side.SOURCE;
    return NeighborExplanation.of(
        forward ? word.row() : across,
        forward ? across : word.row(),
        setting(),
        NEIGHBORHOOD,
        SHOWN,
        search,
        cancellation);
  }

  private synchronized NeighborExplanation.Setting setting() {
    NeighborExplanation.Setting made = setting;
    if (made == null) {
      made =
          new NeighborExplanation.Setting(
              shared.unaligned(),
              of(Side.SOURCE),
              of(Side.TARGET),
              shared.anchors(),
              new AnchorInfluence(
                  shared.unaligned(), shared.target(), shared.anchors(), shared.weighting()));
      setting = made;
    }
    return made;
  }
}
