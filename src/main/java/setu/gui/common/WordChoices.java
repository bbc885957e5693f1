package setu.gui.common;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.space.EmbeddingSpace;
import setu.core.space.EverydaySinhala;
import setu.core.space.Iso15919;

/** The words of a side that a person may mean by what is typed. */
public final class WordChoices {
  private static final int MOST = 12;

  /** The most frequent words, by which the script of a side is told. */
  private static final int FREQUENT = 100;

  private final Workbench workbench;

  /** Of the project that is open by the time of a question. */
  public WordChoices(Workbench workbench) {
    this.workbench = workbench;
  }

  /**
   * The most frequent words of a side that start with {@code prefix}, in any case; itself first.
   * Sinhala words are found by their romanisation too. Reads every word: not on the window's
   * thread.
   */
  public List<String> words(Side side, String prefix) {
    EmbeddingSpace space = workbench.space(side);
    List<String> found = new ArrayList<>();
    if (space == null || prefix.isBlank()) {
      return found;
    }
    String start = prefix.strip();
    if (space.vocabulary().row(start) >= 0) {
      found.add(start);
    }
    for (String word : space.vocabulary().words()) {
      if (word.regionMatches(true, 0, start, 0, start.length()) && !word.equals(start)) {
        found.add(word);
        if (found.size() == MOST) {
          return found;
        }
      }
    }
    for (String word : space.vocabulary().romanized().candidates(start, MOST - found.size())) {
      if (!found.contains(word)) {
        found.add(word);
      }
    }
    return found;
  }

  /**
   * The same words, and after them what typed Latin letters are in Sinhala ones, where the side is
   * written in these and knows no such word.
   */
  public List<WordChoice> of(Side side, String typed) {
    List<WordChoice> choices = new ArrayList<>();
    for (String word : words(side, typed)) {
      choices.add(new WordChoice(word, true));
    }
    if (isForeign(side, typed.strip())) {
      List<String> readings = EverydaySinhala.readings(typed);
      if (readings.stream().noneMatch(reading -> known(side, reading))) {
        readings.forEach(reading -> choices.add(new WordChoice(reading, false)));
      }
    }
    return choices;
  }

  /** Whether a word is in a side's vocabulary; true while there is no project. */
  public boolean known(Side side, String word) {
    return known(workbench.space(side), word);
  }

  /** Whether a word is in a space's vocabulary; true where there is no space. On any thread. */
  public static boolean known(@Nullable EmbeddingSpace space, String word) {
    return space == null || space.vocabulary().row(word) >= 0;
  }

  /** Whether an unknown word is in Latin letters where the side is written in Sinhala ones. */
  public boolean isForeign(Side side, String word) {
    return !known(side, word) && isLatin(word) && isSinhala(side);
  }

  private boolean isSinhala(Side side) {
    EmbeddingSpace space = workbench.space(side);
    if (space == null) {
      return false;
    }
    List<String> frequent =
        space.vocabulary().words().subList(0, Math.min(FREQUENT, space.vocabulary().size()));
    long sinhala = frequent.stream().filter(Iso15919::isSinhala).count();
    return 2 * sinhala > frequent.size();
  }

  /** Whether a word has a Latin letter. */
  static boolean isLatin(String word) {
    return word.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }
}
