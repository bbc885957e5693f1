package setu.gui.common;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.DictionaryCleaning;
import setu.core.anchor.Edit;
import setu.core.anchor.PlannedRow;
import setu.core.anchor.PlannedRow.Fate;

/**
 * What would become of a dictionary that is brought in, row by row, and the very edits that would
 * be written.
 *
 * @param seen the dictionary that it was planned for, as it was seen
 * @param rows all of them, in order
 * @param byFate the same, by what becomes of them; every fate that rows of its kind can have
 * @param cautions rows that are taken but look suspect, with what is found in them
 * @param unknown rows with words that are in no vocabulary, in order, with these words
 * @param taken edits of what is not in conflict
 * @param queued the same, and candidates that say what the others say, for the queue of conflicts
 * @param remark what else is to be known of it before it is taken; empty for nothing
 * @param told what is told once it is taken
 */
public record ImportPreview(
    AnchorSet seen,
    List<PlannedRow> rows,
    Map<Fate, List<PlannedRow>> byFate,
    Map<PlannedRow, Set<DictionaryCleaning.Kind>> cautions,
    Map<PlannedRow, List<String>> unknown,
    List<Edit> taken,
    List<Edit> queued,
    String remark,
    Notice told) {
  /** The edits of one choice. */
  public List<Edit> edits(boolean queueConflicts) {
    return queueConflicts ? queued : taken;
  }

  /** How many rows have a fate. */
  public int count(Fate fate) {
    return byFate.getOrDefault(fate, List.of()).size();
  }

  /** Rows by what becomes of them, each of {@code fates} in any case. */
  static Map<Fate, List<PlannedRow>> byFate(List<PlannedRow> rows, List<Fate> fates) {
    Map<Fate, List<PlannedRow>> byFate = new EnumMap<>(Fate.class);
    fates.forEach(fate -> byFate.put(fate, new ArrayList<>()));
    for (PlannedRow row : rows) {
      byFate.computeIfAbsent(row.fate(), fate -> new ArrayList<>()).add(row);
    }
    return byFate;
  }
}
