package setu.gui.preferences;

/** The window's colours; {@code gui.theme.<name>} is the message key. */
public enum Theme {
  /** Dark on white. */
  LIGHT,
  /** Light on dark. */
  DARK,
  /** White and yellow on black, thick borders. */
  CONTRAST;

  /** Whether the ground is dark. */
  public boolean dark() {
    return this != LIGHT;
  }
}
