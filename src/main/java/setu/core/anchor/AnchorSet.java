package setu.core.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of a project at one revision of its journal: immutable, in order of entry. A multiset
 * of pairs: the same pair may stand twice under two ids.
 */
public final class AnchorSet {
  /** No anchors. */
  public static final AnchorSet EMPTY = new AnchorSet(0, List.of());

  private final long revision;
  private final List<Anchor> anchors;
  private final Map<Long, Anchor> byId;

  /** The anchors after {@code revision} events. */
  public AnchorSet(long revision, List<Anchor> anchors) {
    this.revision = revision;
    this.anchors = List.copyOf(anchors);
    Map<Long, Anchor> index = new java.util.HashMap<>();
    for (Anchor anchor : anchors) {
      index.put(anchor.id(), anchor);
    }
    this.byId = index;
  }

  /** How many events made it. */
  public long revision() {
    return revision;
  }

  /** All anchors, in order of entry. */
  public List<Anchor> anchors() {
    return anchors;
  }

  /** The anchor of an id; null if it was removed or never was. */
  public @Nullable Anchor get(long id) {
    return byId.get(id);
  }

  /** The pairs a mapping is solved on: those accepted. */
  public List<WordPair> accepted() {
    List<WordPair> pairs = new ArrayList<>();
    for (Anchor anchor : anchors) {
      if (anchor.status() == AnchorStatus.ACCEPTED) {
        pairs.add(new WordPair(anchor.source(), anchor.target()));
      }
    }
    return pairs;
  }
}
