package setu.core.anchor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of one row of a file, or of one pair of another person's dictionary, if it were
 * brought in.
 *
 * @param line line of the file, from 1; 0 where there is no file
 * @param source its source word; of a refused row the start of its field
 * @param target its target word; of a refused row the start of its field
 * @param here what one's own dictionary says of the pair; null where it has none
 * @param there what it would say if this were followed; null where the pair would go, or is none
 * @param refused why a row is no pair; null for a pair
 */
public record PlannedRow(
    Fate fate,
    long line,
    String source,
    String target,
    @Nullable Draft here,
    @Nullable Draft there,
    RefusedLine.@Nullable Reason refused) {
  /** What becomes of it. */
  public enum Fate {
    /** It is added, changed or removed as it is said there. */
    TAKEN,
    /** A row of a pair that is there already: what was not said yet is filled in. */
    MERGED,
    /** Both say the same. */
    EQUAL,
    /** Only one's own copy was changed, and it stays. */
    OWN,
    /** Both say something else. */
    CONFLICT,
    /** It is no pair of words. */
    REFUSED
  }

  /**
   * One thing that is said otherwise.
   *
   * @param field {@code source}, {@code target}, {@code status}, {@code pos}, {@code category},
   *     {@code note}, {@code comment}, {@code tags} or {@code preferred}
   */
  public record Difference(String field, String here, String there) {}

  /** A pair. */
  static PlannedRow pair(Fate fate, long line, @Nullable Draft here, @Nullable Draft there) {
    Draft named = there == null ? here : there;
    if (named == null) {
      throw new IllegalArgumentException("said nowhere");
    }
    return new PlannedRow(fate, line, named.source(), named.target(), here, there, null);
  }

  /** A row that is no pair. */
  static PlannedRow refused(RefusedLine line) {
    return new PlannedRow(
        Fate.REFUSED, line.line(), line.source(), line.target(), null, null, line.reason());
  }

  /** Whether a word has signs around it that cleaning takes off: {@code (water)}. */
  public boolean needsCleaning() {
    return fate != Fate.REFUSED
        && (RowCollector.fault(source) != null || RowCollector.fault(target) != null);
  }

  /** What is said otherwise here and there; none where one of both says nothing. */
  public List<Difference> differences() {
    List<Difference> all = new ArrayList<>();
    if (here != null && there != null) {
      add(all, "source", here.source(), there.source());
      add(all, "target", here.target(), there.target());
      add(all, "status", here.status().key(), there.status().key());
      add(all, "pos", here.pos(), there.pos());
      add(all, "category", here.category(), there.category());
      add(all, "note", here.note(), there.note());
      add(all, "comment", here.comment(), there.comment());
      add(all, "tags", DictionaryEntry.line(here.tags()), DictionaryEntry.line(there.tags()));
      add(
          all,
          "preferred",
          DictionaryEntry.said(here.preferred()),
          DictionaryEntry.said(there.preferred()));
    }
    return all;
  }

  private static void add(List<Difference> all, String field, String here, String there) {
    if (!here.equals(there)) {
      all.add(new Difference(field, here, there));
    }
  }
}
