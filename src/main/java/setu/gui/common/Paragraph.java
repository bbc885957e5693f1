package setu.gui.common;

import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * Text that wraps, in either script.
 *
 * <p>A label that wraps a line of Sinhala draws the rest of the text beyond its edge and once more
 * on the next line (JavaFX 26 does not split shaped runs); so every word is a text of its own.
 */
public final class Paragraph extends TextFlow {
  private @Nullable String shown;

  /** A paragraph with the style class {@code paragraph}. */
  public Paragraph(String text) {
    getStyleClass().add("paragraph");
    set(text);
  }

  /** A word of a space in its side's colour, or several words that wrap. */
  public static Paragraph word(String form, Side side) {
    Paragraph word = new Paragraph(form);
    word.getStyleClass().addAll(WordLabel.STYLE, WordLabel.style(side));
    return word;
  }

  /** What stands in the middle of a table or list that has nothing to show. */
  public static Paragraph placeholder(String text) {
    Paragraph paragraph = new Paragraph(text);
    paragraph.setTextAlignment(TextAlignment.CENTER);
    paragraph.getStyleClass().addAll("text-muted", "placeholder-text");
    return paragraph;
  }

  /** Replaces the text. The words' nodes stay: new ones would be styled anew. */
  public void set(String text) {
    if (text.equals(shown)) {
      return;
    }
    shown = text;
    String[] words = text.split("(?<= )");
    if (getChildren().size() > words.length) {
      getChildren().remove(words.length, getChildren().size());
    }
    for (int i = 0; i < words.length; i++) {
      if (i == getChildren().size()) {
        Text part = new Text();
        part.getStyleClass().add("paragraph-word");
        getChildren().add(part);
      }
      ((Text) getChildren().get(i)).setText(Joiners.drawn(words[i]));
    }
    setAccessibleText(text);
  }
}
