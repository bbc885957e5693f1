package setu.gui.common;

/**
 * A key and what it does, as the list of keys shows it.
 *
 * @param keys as they stand on the keyboard, such as {@code Ctrl+Z}
 */
public record KeyHint(String keys, String text) {
  /** Whether either part contains {@code sought}, in any case. */
  public boolean has(String sought) {
    String lower = sought.strip().toLowerCase(java.util.Locale.ROOT);
    return (keys + " " + text).toLowerCase(java.util.Locale.ROOT).contains(lower);
  }
}
