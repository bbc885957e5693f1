package setu.gui.common;

import javafx.scene.control.Label;

/** A word of a space, in the shipped typeface and the size set for words. */
public final class WordLabel extends Label {
  /** The style class of everything that shows a word of a space: table cells and lists too. */
  public static final String STYLE = "word";

  /** A word without a side. */
  public WordLabel(String word) {
    super(Joiners.drawn(word));
    getStyleClass().add(STYLE);
  }

  /** A word in its side's colour. */
  public WordLabel(String word, Side side) {
    this(word);
    getStyleClass().add(style(side));
  }

  /** Shows another word. */
  public void show(String word) {
    setText(Joiners.drawn(word));
  }

  /** The style class that colours a word by its side. */
  public static String style(Side side) {
    return side == Side.SOURCE ? "source-word" : "target-word";
  }
}
