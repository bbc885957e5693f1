package setu.gui.common;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window's icons, drawn from one font. */
public final class Icons {
  private Icons() {}

  /** An icon in the colour and size of its style class {@code icon}. */
  public static FontIcon of(Feather glyph) {
    FontIcon icon = new FontIcon(glyph);
    icon.getStyleClass().add("icon");
    return icon;
  }
}
