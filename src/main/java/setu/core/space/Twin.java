package setu.core.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A word of a vocabulary that equals a word looked up but for joiners: what is offered when a
 * look-up misses.
 *
 * @param word the vocabulary's word, to be taken in place of the one looked up
 * @param row its row
 * @param differences the joiners in which the two differ, from first to last
 */
public record Twin(String word, int row, List<Difference> differences) {
  private static final char NON_JOINER = '\u200C';
  private static final char JOINER = '\u200D';

  /**
   * A joiner that one of the two words has.
   *
   * @param index where it stands in the word that has it, in UTF-16 units
   * @param codePoint U+200C or U+200D
   * @param added whether the twin has it; else the word looked up
   */
  public record Difference(int index, int codePoint, boolean added) {
    /** Its code point as people write it: {@code U+200D}. */
    public String name() {
      return String.format(Locale.ROOT, "U+%04X", codePoint);
    }
  }

  /** Copies the list. */
  public Twin {
    differences = List.copyOf(differences);
  }

  /**
   * A word as the twin of another that was looked up.
   *
   * @param row the word's row
   * @return nothing where they differ in more than joiners, or not at all
   */
  public static Optional<Twin> of(String lookedUp, String word, int row) {
    String wanted = Vocabulary.composed(lookedUp);
    String found = Vocabulary.composed(word);
    return wanted.equals(found) || !Vocabulary.key(wanted).equals(Vocabulary.key(found))
        ? Optional.empty()
        : Optional.of(new Twin(word, row, differences(wanted, found)));
  }

  /** What the twin has more or less, each code point once: {@code +U+200D}. */
  public String signed() {
    return differences.stream()
        .map(difference -> (difference.added() ? "+" : "−") + difference.name())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** The joiners in which {@code twin} differs from {@code word}; both in NFC. */
  static List<Difference> differences(String word, String twin) {
    List<Difference> differences = new ArrayList<>();
    int here = 0;
    int there = 0;
    while (here < word.length() || there < twin.length()) {
      char mine = here < word.length() ? word.charAt(here) : 0;
      char its = there < twin.length() ? twin.charAt(there) : 0;
      if (mine == its) {
        here++;
        there++;
      } else if (isJoiner(its)) {
        differences.add(new Difference(there++, its, true));
      } else if (isJoiner(mine)) {
        differences.add(new Difference(here++, mine, false));
      } else {
        break;
      }
    }
    return differences;
  }

  private static boolean isJoiner(char c) {
    return c == NON_JOINER || c == JOINER;
  }
}
