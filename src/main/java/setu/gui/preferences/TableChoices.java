package setu.gui.preferences;

import java.util.List;

/**
 * How a person left the dictionary's table. Columns are told by name; a name that no column has is
 * passed over.
 *
 * @param order in which the columns stand, hidden ones too; those not named follow as usual
 * @param hidden the columns that are not shown
 * @param sorting what the rows are sorted by, first of all by the first; empty for order of entry
 */
public record TableChoices(List<String> order, List<String> hidden, List<Sorting> sorting) {
  /** Before anything was chosen. */
  public static final TableChoices DEFAULT =
      new TableChoices(List.of(), List.of("comment", "tags", "preferred"), List.of());

  /**
   * A column that the rows are sorted by.
   *
   * @param descending whether the largest comes first
   */
  public record Sorting(String column, boolean descending) {}

  /** Keeps the lists as they are now. */
  public TableChoices {
    order = List.copyOf(order);
    hidden = List.copyOf(hidden);
    sorting = List.copyOf(sorting);
  }
}
