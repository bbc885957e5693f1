package setu.gui.common;

/**
 * A word offered for what was typed.
 *
 * @param known whether it is in the vocabulary
 */
public record WordChoice(String word, boolean known) {
  @Override
  public String toString() {
    return word;
  }
}
