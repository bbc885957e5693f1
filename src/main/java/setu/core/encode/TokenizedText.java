package setu.core.encode;

import java.util.List;

/**
 * What a model sees of a text, and what it does not.
 *
 * @param text as given
 * @param tokens in order, special ones included
 * @param losses what of the text did not reach the model as it stands, in order
 */
public record TokenizedText(String text, List<Token> tokens, List<Loss> losses) {
  /** Copies the lists. */
  public TokenizedText {
    tokens = List.copyOf(tokens);
    losses = List.copyOf(losses);
  }

  /** Whether at least one token stands for something of the text. */
  public boolean hasKnownToken() {
    return tokens.stream().anyMatch(token -> !token.special() && !token.unknown());
  }

  /**
   * One token.
   *
   * @param piece as the model's vocabulary has it
   * @param id its number there
   * @param start first character of the text it covers (UTF-16 index); equal to {@code end} if none
   * @param end after its last character
   * @param special added by the tokenizer, such as {@code [CLS]}
   * @param unknown stands for something the vocabulary has not
   */
  public record Token(
      String piece, long id, int start, int end, boolean special, boolean unknown) {}

  /**
   * A part of the text that did not reach the model as it stands.
   *
   * @param start first character (UTF-16 index)
   * @param end after its last
   * @param kind how it was lost; {@code loss.<name>} is its message key
   * @param seen what the model sees in its place; empty for nothing
   */
  public record Loss(int start, int end, Kind kind, String seen) {}

  /** How a part of a text was lost. */
  public enum Kind {
    /** The vocabulary has no token for it. */
    UNKNOWN,
    /** No token covers it: punctuation or joiners the tokenizer leaves out. */
    DROPPED,
    /** The model sees it in another form: lower case, another spelling, without a joiner. */
    CHANGED,
    /** Beyond the number of tokens a text may have. */
    CUT_OFF
  }
}
