package setu.gui.preferences;

/**
 * What a person has chosen for the dictionary.
 *
 * @param importCandidates whether imported pairs whose rows say no status are to be reviewed first
 * @param grouped whether the table stands by headword, each written once
 */
public record DictionaryChoices(boolean importCandidates, boolean grouped) {
  /** Before anything was chosen. */
  public static final DictionaryChoices DEFAULT = new DictionaryChoices(false, false);

  /** With imported pairs as candidates, or accepted. */
  public DictionaryChoices withImportCandidates(boolean next) {
    return new DictionaryChoices(next, grouped);
  }

  /** With the table by headword, or not. */
  public DictionaryChoices withGrouped(boolean next) {
    return new DictionaryChoices(importCandidates, next);
  }
}
