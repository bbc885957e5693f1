package setu.gui.preferences;

/**
 * What a person has chosen for the dictionary.
 *
 * @param importCandidates whether imported pairs whose rows say no status are to be reviewed first
 * @param grouped whether the table stands by headword, each written once
 * @param table how the table's columns stand
 */
public record DictionaryChoices(boolean importCandidates, boolean grouped, TableChoices table) {
  /** Before anything was chosen. */
  public static final DictionaryChoices DEFAULT =
      new DictionaryChoices(false, false, TableChoices.DEFAULT);

  /** With imported pairs as candidates, or accepted. */
  public DictionaryChoices withImportCandidates(boolean next) {
    return new DictionaryChoices(next, grouped, table);
  }

  /** With the table by headword, or not. */
  public DictionaryChoices withGrouped(boolean next) {
    return new DictionaryChoices(importCandidates, next, table);
  }

  /** With the table's columns otherwise. */
  public DictionaryChoices withTable(TableChoices next) {
    return new DictionaryChoices(importCandidates, grouped, next);
  }
}
