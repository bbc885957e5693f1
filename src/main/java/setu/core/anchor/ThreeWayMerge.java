package setu.core.anchor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.PlannedRow.Fate;
import setu.core.task.Cancellation;

/**
 * Brings another person's copy of a dictionary into one's own, against the state both had last.
 *
 * <p>What only one of both changed is taken. Where both changed an anchor differently, or judge a
 * new pair differently, one's own stays and the other's stands beside it as an anchor of its own,
 * tagged {@value #THEIRS}: the queue of conflicts shows both, and the journal keeps who decided.
 * What was decided once is not in conflict again until the other says something else. What is taken
 * is signed by who said it, so that it is no judgement of whoever merges.
 */
public final class ThreeWayMerge {
  /** The tag of what the other person says. */
  public static final String THEIRS = "merge:theirs";

  /** What the tag of it begins with that says who said it, and when: see {@link Statement}. */
  public static final String SAID_BY = "said-by:";

  /** What signs for a person who has not said a name. */
  static final String UNNAMED = "?";

  /**
   * What becomes of it.
   *
   * @param edits to one's own dictionary, to be applied as one batch
   * @param taken anchors changed, added or removed as the other did
   * @param conflicts pairs both changed differently
   * @param common events both journals begin with
   * @param rows what becomes of every pair of either, those both have first
   */
  public record Outcome(
      List<Edit> edits, int taken, List<WordPair> conflicts, int common, List<PlannedRow> rows) {}

  /** The origin of pairs that had none in the other's project. */
  static final String ORIGIN = "merge";

  private final List<Edit> edits = new ArrayList<>();
  private final List<WordPair> conflicts = new ArrayList<>();
  private final List<PlannedRow> rows = new ArrayList<>();

  /** What the other person said in merges before, and is not repeated. */
  private final Set<Draft> stand = new HashSet<>();

  /** Those among them that still stand there. */
  private final Set<Draft> open = new HashSet<>();

  private int taken;

  private ThreeWayMerge() {}

  /**
   * Plans the merge; nothing is changed.
   *
   * @param events of one's own dictionary, all of them
   * @param own what they made
   */
  public static Outcome of(
      List<AnchorEvent> events, AnchorSet own, AnchorHistory others, Cancellation cancellation) {
    int common = 0;
    int most = Math.min(events.size(), others.events().size());
    while (common < most && events.get(common).equals(others.events().get(common))) {
      common++;
    }
    AnchorFold base = new AnchorFold();
    events.subList(0, common).forEach(base::accept);
    ThreeWayMerge merge = new ThreeWayMerge();
    Map<WordPair, Anchor> mine = new HashMap<>();
    for (Anchor anchor : own.anchors()) {
      mine.putIfAbsent(anchor.pair(), anchor);
      if (anchor.tags().contains(THEIRS)) {
        merge.open.add(unsigned(Draft.of(anchor)));
      }
    }
    merge.stand.addAll(merge.open);
    Set<Long> undone = AnchorFold.undone(events);
    for (AnchorEvent event : events) {
      if (event instanceof AnchorEvent.Added added
          && added.draft().tags().contains(THEIRS)
          && !undone.contains(event.batch())) {
        merge.stand.add(unsigned(added.draft()));
      }
    }
    long old = base.nextAnchor();
    for (long id = 1; id < old; id++) {
      cancellation.check();
      merge.changed(base.anchor(id), own.get(id), others.current().get(id));
    }
    Set<WordPair> theirs = new HashSet<>();
    for (Anchor each : others.current().anchors()) {
      theirs.add(each.pair());
      if (each.id() >= old) {
        cancellation.check();
        merge.added(mine.get(each.pair()), each);
      }
    }
    for (Anchor each : own.anchors()) {
      if (each.id() >= old && !theirs.contains(each.pair())) {
        merge.row(Fate.OWN, Draft.of(each), null);
      }
    }
    return new Outcome(
        List.copyOf(merge.edits),
        merge.taken,
        List.copyOf(merge.conflicts),
        common,
        List.copyOf(merge.rows));
  }

  private void changed(@Nullable Anchor base, @Nullable Anchor mine, @Nullable Anchor theirs) {
    Draft was = draft(base);
    Draft here = draft(mine);
    Draft there = draft(theirs);
    if (here == null && there == null) {
      return;
    }
    if (Objects.equals(here, there)) {
      row(Fate.EQUAL, here, there);
    } else if (Objects.equals(there, was)) {
      row(Fate.OWN, here, there);
    } else if (!Objects.equals(here, was)) {
      if (there == null) {
        // Theirs removed what was changed here: what a person said last is kept.
        row(Fate.OWN, here, null);
      } else {
        conflict(here, there, Objects.requireNonNull(theirs));
      }
    } else {
      edits.add(edit(mine, theirs));
      taken++;
      row(Fate.TAKEN, here, there);
    }
  }

  /** What the other says stays the other's: who merges did not judge it. */
  private static Edit edit(@Nullable Anchor mine, @Nullable Anchor theirs) {
    if (mine == null) {
      Anchor there = Objects.requireNonNull(theirs);
      return new Edit.Add(sourced(Draft.of(there)), signed(there.author()));
    }
    return theirs == null
        ? new Edit.Remove(mine.id())
        : new Edit.Change(mine.id(), Draft.of(theirs), signed(theirs.author()));
  }

  /** Without a name it would be signed by whoever merges, as a judgement of their own. */
  private static String signed(String author) {
    return author.isBlank() ? UNNAMED : author;
  }

  private void added(@Nullable Anchor mine, Anchor theirs) {
    Draft here = draft(mine);
    Draft there = Draft.of(theirs);
    if (here == null) {
      edits.add(edit(null, theirs));
      taken++;
      row(Fate.TAKEN, null, there);
    } else if (here.status() != there.status()) {
      conflict(here, there, theirs);
    } else {
      boolean equal = PlannedRow.pair(Fate.OWN, 0, here, there).differences().isEmpty();
      row(equal ? Fate.EQUAL : Fate.OWN, here, there);
    }
  }

  private void conflict(@Nullable Draft here, Draft there, Anchor theirs) {
    List<String> tags = new ArrayList<>(there.tags());
    if (!tags.contains(THEIRS)) {
      tags.add(THEIRS);
    }
    Draft beside = unsigned(there.withTags(tags));
    if (stand.add(beside)) {
      tags.removeIf(tag -> tag.startsWith(SAID_BY));
      Statement statement = Statement.of(theirs);
      tags.add(statement.signature());
      edits.add(new Edit.Add(sourced(there.withTags(tags)), signed(statement.who())));
    } else if (here != null && !open.contains(beside)) {
      // Somebody decided between the two after an earlier merge.
      row(Fate.OWN, here, there);
      return;
    }
    conflicts.add(new WordPair(there.source(), there.target()));
    row(Fate.CONFLICT, here, there);
  }

  /** What is said, whoever says it and when. */
  private static Draft unsigned(Draft draft) {
    List<String> tags = draft.tags().stream().filter(tag -> !tag.startsWith(SAID_BY)).toList();
    return sourced(draft.withTags(tags));
  }

  /** Pairs of early versions may have no origin: from here on they came by a merge. */
  private static Draft sourced(Draft draft) {
    return draft.origin().isBlank() ? draft.withOrigin(ORIGIN) : draft;
  }

  private void row(Fate fate, @Nullable Draft here, @Nullable Draft there) {
    rows.add(PlannedRow.pair(fate, 0, here, there));
  }

  private static @Nullable Draft draft(@Nullable Anchor anchor) {
    return anchor == null ? null : Draft.of(anchor);
  }
}
