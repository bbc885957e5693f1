package setu.gui.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.text.GlyphLayout;
import com.sun.javafx.text.GlyphLayoutManager;
import javafx.scene.text.Font;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** The fonts are there, and no two threads shape text with the same object. */
class FontsTest {
  @BeforeAll
  static void load() throws Exception {
    FxToolkit.registerPrimaryStage();
    Fonts.load();
  }

  @Test
  void bothFamiliesAreLoaded() {
    assertThat(Font.getFamilies()).contains(Fonts.LATIN, Fonts.FAMILY);
  }

  @Test
  void everyShapingHasAnObjectOfItsOwn() {
    GlyphLayout first = GlyphLayoutManager.getInstance();
    first.dispose();
    GlyphLayout second = GlyphLayoutManager.getInstance();
    second.dispose();
    assertThat(second).isNotSameAs(first);
  }
}
