package setu.core.anchor;

import java.util.List;

/**
 * What becomes of the pairs of a batch that is taken back by itself.
 *
 * @param back how many say again what they said before it
 * @param stay those that were edited since and stay as they are
 * @param already how many said it before
 */
public record Returned(int back, List<WordPair> stay, int already) {
  /** Copies the list. */
  public Returned {
    stay = List.copyOf(stay);
  }
}
