package setu.gui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.scene.text.Font;

/**
 * The typeface that is shipped: Noto Sans Sinhala, which holds both scripts, so that English and
 * Sinhala stand together in one line.
 */
public final class Fonts {
  /** Its family, set explicitly wherever a word is drawn. */
  public static final String FAMILY = "Noto Sans Sinhala";

  private Fonts() {}

  /** Loads both weights; needed once, before the first scene. */
  public static void load() {
    for (String weight : new String[] {"Regular", "Bold"}) {
      String name = "/setu/gui/font/NotoSansSinhala-" + weight + ".ttf";
      try (InputStream in = Objects.requireNonNull(Fonts.class.getResourceAsStream(name), name)) {
        Font.loadFont(in, 13);
      } catch (IOException e) {
        throw new UncheckedIOException(name, e);
      }
    }
  }
}
