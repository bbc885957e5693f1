package setu.core.anchor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import setu.core.anchor.DictionaryCleaning.Finding;
import setu.core.anchor.DictionaryCleaning.Kind;
import setu.core.anchor.PlannedRow.Fate;
import setu.core.task.Cancellation;

/** What looks suspect in the new pairs of an import, which are taken as they are all the same. */
public final class ImportCautions {
  private ImportCautions() {}

  /**
   * What cleaning would find in each new pair by itself.
   *
   * @param now the dictionary that they would come to
   * @param rows what would become of each row
   * @param known whether a lower-case form is a word
   * @return the rows in which something is found, in order, with what it is
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static Map<PlannedRow, Set<Kind>> of(
      AnchorSet now, List<PlannedRow> rows, Predicate<String> known, Cancellation cancellation) {
    List<PlannedRow> taken = new ArrayList<>();
    List<Anchor> pairs = new ArrayList<>();
    for (PlannedRow row : rows) {
      Draft draft = row.there();
      if (row.fate() == Fate.TAKEN && draft != null) {
        pairs.add(draft.anchor(taken.size(), "", Instant.EPOCH));
        taken.add(row);
      }
    }
    Map<PlannedRow, Set<Kind>> found = new LinkedHashMap<>();
    for (Finding finding :
        DictionaryCleaning.findInEach(pairs, now.anchors(), known, cancellation)) {
      PlannedRow row = taken.get(Math.toIntExact(finding.anchor().id()));
      found.computeIfAbsent(row, each -> EnumSet.noneOf(Kind.class)).add(finding.kind());
    }
    return found;
  }
}
