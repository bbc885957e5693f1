package setu.gui.common;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.WordPair;
import setu.message.Messages;

/**
 * Asks once more before a word is taken that is probably mistyped: one in Latin letters where words
 * are written in Sinhala, or a lemma that the vocabulary does not have.
 */
public final class LatinDoubt {
  private final WordChoices choices;
  private final Messages messages;
  private final Function<Side, String> sideName;
  private @Nullable WordPair asked;

  /**
   * Nothing was asked yet.
   *
   * @param sideName the language of a side, as people call it
   */
  public LatinDoubt(WordChoices choices, Messages messages, Function<Side, String> sideName) {
    this.choices = choices;
    this.messages = messages;
    this.sideName = sideName;
  }

  /** What to tell before a pair is taken; empty where it may be, since it was told just before. */
  public String of(String source, String target) {
    WordPair pair = new WordPair(source.strip(), target.strip());
    boolean again = pair.equals(asked);
    asked = null;
    for (Side side : Side.values()) {
      String word = side == Side.SOURCE ? pair.source() : pair.target();
      if (!again && choices.isForeign(side, word)) {
        asked = pair;
        return messages.text("gui.word.latin", word, sideName.apply(side));
      }
    }
    return "";
  }

  /**
   * The same of a source word that another is an inflection of; asked about where it is unknown.
   */
  public String ofLemma(String lemma) {
    WordPair alone = new WordPair(lemma.strip(), "");
    boolean again = alone.equals(asked);
    String said = of(lemma, "");
    if (again || !said.isEmpty() || choices.known(Side.SOURCE, alone.source())) {
      return said;
    }
    asked = alone;
    return messages.text("gui.word.unknownLemma", alone.source(), sideName.apply(Side.SOURCE));
  }
}
