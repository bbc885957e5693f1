package setu.gui.common;

import com.sun.javafx.text.GlyphLayoutManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.scene.text.Font;

/**
 * The typefaces that are shipped: Noto Sans for the window's English, and Noto Sans Sinhala, which
 * holds both scripts, for Sinhala and for every word of a space.
 */
public final class Fonts {
  /** The family of the window's English. */
  public static final String LATIN = "Noto Sans";

  /** The family set explicitly wherever Sinhala or a word of a space is drawn. */
  public static final String FAMILY = "Noto Sans Sinhala";

  private Fonts() {}

  /** Loads them; needed once, before the first scene. */
  public static void load() {
    keepShaperApart();
    for (String face :
        new String[] {
          "NotoSans-Regular", "NotoSans-Bold", "NotoSansSinhala-Regular", "NotoSansSinhala-Bold"
        }) {
      String name = "/setu/gui/font/" + face + ".ttf";
      try (InputStream in = Objects.requireNonNull(Fonts.class.getResourceAsStream(name), name)) {
        Font.loadFont(in, 13);
      } catch (IOException e) {
        throw new UncheckedIOException(name, e);
      }
    }
  }

  /**
   * Takes the one object with which JavaFX shapes complex text, and never gives it back, so that
   * every shaping makes an object of its own. On Linux the shared one is let go before it is
   * emptied: where the window's thread and the renderer, which shapes the words drawn on the map,
   * both shape Sinhala, the same memory is freed twice and the program dies.
   */
  private static void keepShaperApart() {
    Objects.requireNonNull(GlyphLayoutManager.getInstance());
  }
}
