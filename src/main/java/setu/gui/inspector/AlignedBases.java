package setu.gui.inspector;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import setu.core.align.AnchorInfluence;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.WordPair;
import setu.core.evaluate.NeighborExplanation;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.PreparedBase;
import setu.core.task.Cancellation;
import setu.gui.common.OpenProject;
import setu.gui.common.Shared;
import setu.gui.common.Side;
import setu.gui.common.WordRef;

/** Both sides of one alignment and its anchors, made ready when first asked for. */
final class AlignedBases {
  private static final int NEIGHBORHOOD = 10;
  private static final int SHOWN = 5;

  private final Shared shared;
  private final NeighborSearch search;
  private final Map<Side, PreparedBase> prepared = new EnumMap<>(Side.class);
  private @Nullable List<WordPair> explained;
  private NeighborExplanation.@Nullable Setting setting;

  AlignedBases(Shared shared, NeighborSearch search) {
    this.shared = shared;
    this.search = search;
  }

  Shared shared() {
    return shared;
  }

  synchronized PreparedBase of(Side side) {
    return prepared.computeIfAbsent(side, key -> search.prepare(shared.rows(key)));
  }

  /** Why {@code word} and a row of the other side are near. */
  NeighborExplanation why(
      OpenProject project,
      List<WordPair> accepted,
      WordRef word,
      int across,
      Cancellation cancellation) {
    boolean forward = word.side() == Side.SOURCE;
    return NeighborExplanation.of(
        forward ? word.row() : across,
        forward ? across : word.row(),
        setting(project, accepted),
        NEIGHBORHOOD,
        SHOWN,
        search,
        cancellation);
  }

  private synchronized NeighborExplanation.Setting setting(
      OpenProject project, List<WordPair> accepted) {
    NeighborExplanation.Setting made = setting;
    if (made == null || !accepted.equals(explained)) {
      ResolvedAnchors anchors =
          ResolvedAnchors.resolve(
              accepted, project.source().vocabulary(), project.target().vocabulary());
      made =
          new NeighborExplanation.Setting(
              shared.unaligned(),
              of(Side.SOURCE),
              of(Side.TARGET),
              anchors,
              new AnchorInfluence(shared.unaligned(), shared.target(), anchors));
      setting = made;
      explained = accepted;
    }
    return made;
  }
}
