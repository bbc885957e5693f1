package setu.core.anchor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.AnchorHistory.Draft;
import setu.core.anchor.AnchorHistory.Edit;

/**
 * Brings another person's copy of a dictionary into one's own, against the state both had last.
 *
 * <p>What only one of both changed is taken. Where both changed an anchor differently, or judge a
 * new pair differently, one's own stays and the other's stands beside it as an anchor of its own,
 * tagged {@value #THEIRS}: the queue of conflicts shows both, and the journal keeps who decided.
 */
public final class ThreeWayMerge {
  /** The tag of what the other person says. */
  public static final String THEIRS = "merge:theirs";

  /**
   * What becomes of it.
   *
   * @param edits to one's own dictionary, to be applied as one batch
   * @param taken anchors changed, added or removed as the other did
   * @param conflicts pairs both changed differently
   * @param common events both journals begin with
   */
  public record Outcome(List<Edit> edits, int taken, List<WordPair> conflicts, int common) {}

  private final List<Edit> edits = new ArrayList<>();
  private final List<WordPair> conflicts = new ArrayList<>();
  private int taken;

  private ThreeWayMerge() {}

  /** Plans the merge; nothing is changed. */
  public static Outcome of(AnchorHistory own, AnchorHistory others) {
    int common = 0;
    int most = Math.min(own.events().size(), others.events().size());
    while (common < most && own.events().get(common).equals(others.events().get(common))) {
      common++;
    }
    AnchorFold base = new AnchorFold();
    own.events().subList(0, common).forEach(base::accept);
    ThreeWayMerge merge = new ThreeWayMerge();
    long old = base.nextAnchor();
    for (long id = 1; id < old; id++) {
      merge.changed(base.anchor(id), own.current().get(id), others.current().get(id));
    }
    Map<WordPair, Anchor> mine = new HashMap<>();
    own.current().anchors().forEach(anchor -> mine.putIfAbsent(anchor.pair(), anchor));
    for (Anchor theirs : others.current().anchors()) {
      if (theirs.id() >= old) {
        merge.added(mine.get(theirs.pair()), theirs);
      }
    }
    return new Outcome(List.copyOf(merge.edits), merge.taken, List.copyOf(merge.conflicts), common);
  }

  private void changed(@Nullable Anchor base, @Nullable Anchor mine, @Nullable Anchor theirs) {
    Draft was = draft(base);
    Draft here = draft(mine);
    Draft there = draft(theirs);
    if (Objects.equals(here, there) || Objects.equals(there, was)) {
      return;
    }
    if (!Objects.equals(here, was)) {
      if (there == null) {
        // Theirs removed what was changed here: what a person said last is kept.
        return;
      }
      conflict(there);
    } else if (there == null && mine != null) {
      edits.add(new Edit.Remove(mine.id()));
      taken++;
    } else if (there != null && mine != null) {
      edits.add(new Edit.Change(mine.id(), there));
      taken++;
    } else if (there != null) {
      edits.add(new Edit.Add(there));
      taken++;
    }
  }

  private void added(@Nullable Anchor mine, Anchor theirs) {
    if (mine == null) {
      edits.add(new Edit.Add(Draft.of(theirs)));
      taken++;
    } else if (mine.status() != theirs.status()) {
      conflict(Draft.of(theirs));
    }
  }

  private void conflict(Draft theirs) {
    List<String> tags = new ArrayList<>(theirs.tags());
    if (!tags.contains(THEIRS)) {
      tags.add(THEIRS);
    }
    edits.add(new Edit.Add(theirs.withTags(tags)));
    conflicts.add(new WordPair(theirs.source(), theirs.target()));
  }

  private static @Nullable Draft draft(@Nullable Anchor anchor) {
    return anchor == null ? null : Draft.of(anchor);
  }
}
