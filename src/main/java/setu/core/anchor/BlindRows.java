package setu.core.anchor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.PlannedRow.Fate;

/**
 * The rows of a merge as a judge may see them: neither what others said of a pair, in one's own
 * copy or in theirs, nor whether it is the same.
 */
public final class BlindRows {
  private final Map<Draft, Draft> here;
  private final Map<Draft, Draft> there;

  /**
   * Hides what differs between the dictionaries and what is seen of them.
   *
   * @param own one's own copy
   * @param ownSeen the same as the judge sees it
   * @param theirs the other's copy
   * @param theirsSeen the same as the judge would see it
   */
  public BlindRows(AnchorSet own, AnchorSet ownSeen, AnchorSet theirs, AnchorSet theirsSeen) {
    this.here = hidden(own, ownSeen);
    this.there = hidden(theirs, theirsSeen);
  }

  private static Map<Draft, Draft> hidden(AnchorSet real, AnchorSet seen) {
    Map<Draft, Draft> hidden = new HashMap<>();
    for (Anchor anchor : real.anchors()) {
      Draft said = Draft.of(anchor);
      Anchor there = seen.get(anchor.id());
      Draft shown =
          there == null
              ? said.withStatus(AnchorStatus.CANDIDATE).withComment("").withTags(List.of())
              : Draft.of(there);
      if (!shown.equals(said)) {
        hidden.put(said, shown);
      }
    }
    return hidden;
  }

  /** The rows, those of which nothing is hidden as they are. */
  public List<PlannedRow> of(List<PlannedRow> rows) {
    return rows.stream().map(this::of).toList();
  }

  private PlannedRow of(PlannedRow row) {
    Draft shownHere = shown(here, row.here());
    Draft shownThere = shown(there, row.there());
    if (Objects.equals(shownHere, row.here()) && Objects.equals(shownThere, row.there())) {
      return row;
    }
    if (shownHere != null && shownThere != null) {
      shownThere =
          shownThere
              .withStatus(shownHere.status())
              .withComment(shownHere.comment())
              .withTags(shownHere.tags());
    }
    Fate fate = row.fate() == Fate.TAKEN ? Fate.TAKEN : Fate.OWN;
    return PlannedRow.pair(fate, row.line(), shownHere, shownThere);
  }

  private static @Nullable Draft shown(Map<Draft, Draft> hidden, @Nullable Draft said) {
    return said == null ? null : hidden.getOrDefault(said, said);
  }
}
