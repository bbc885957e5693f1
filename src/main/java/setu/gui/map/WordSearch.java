package setu.gui.map;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import setu.core.space.Twin;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.gui.common.Side;
import setu.gui.common.WordRef;

/**
 * Finds words of both vocabularies: those equal to what was typed, then its twins by joiners, then
 * those that begin with it, then those that hold it, the frequent first; by a regular expression
 * between slashes; or, where they are Sinhala, by what people type for them in Latin letters. It
 * reads every word: not on the window's thread.
 */
final class WordSearch {
  private static final int BETWEEN_CHECKS = 0x3FF;

  private WordSearch() {}

  /**
   * The points found, the best first, at most {@code most}.
   *
   * @param vocabulary of a side; null where there is none
   */
  static List<Integer> find(
      MapPoints points,
      String typed,
      int most,
      Function<Side, @Nullable Vocabulary> vocabulary,
      Cancellation cancellation) {
    String wanted = typed.strip();
    if (wanted.isEmpty()) {
      return List.of();
    }
    if (wanted.length() > 2 && wanted.startsWith("/") && wanted.endsWith("/")) {
      return matching(points, wanted.substring(1, wanted.length() - 1), most, cancellation);
    }
    String lower = wanted.toLowerCase(Locale.ROOT);
    Set<Integer> equal = new LinkedHashSet<>();
    List<Integer> beginning = new ArrayList<>();
    List<Integer> holding = new ArrayList<>();
    int[] order = points.drawOrder();
    for (int k = order.length - 1; k >= 0; k--) {
      if ((k & BETWEEN_CHECKS) == 0) {
        cancellation.check();
      }
      int point = order[k];
      String word = points.word(point).toLowerCase(Locale.ROOT);
      if (word.equals(lower)) {
        equal.add(point);
      } else if (word.startsWith(lower)) {
        add(beginning, point, most);
      } else if (word.contains(lower)) {
        add(holding, point, most);
      }
      if (beginning.size() == most && holding.size() == most) {
        break;
      }
    }
    List<Integer> romanized =
        lower.length() > 1 ? romanized(points, lower, most, vocabulary) : List.of();
    Set<Integer> found = new LinkedHashSet<>(equal);
    found.addAll(twins(points, wanted, vocabulary));
    int room = Math.max(most / 2, most - romanized.size());
    beginning.stream().limit(room).forEach(found::add);
    found.addAll(romanized);
    found.addAll(beginning);
    found.addAll(holding);
    return found.stream().limit(most).toList();
  }

  private static List<Integer> romanized(
      MapPoints points, String typed, int most, Function<Side, @Nullable Vocabulary> vocabulary) {
    List<Integer> found = new ArrayList<>();
    for (Side side : Side.values()) {
      Vocabulary words = vocabulary.apply(side);
      if (words != null) {
        for (String word : words.romanized().candidates(typed, most)) {
          int point = points.point(new WordRef(side, words.row(word)));
          if (point >= 0) {
            found.add(point);
          }
        }
      }
    }
    return found;
  }

  private static List<Integer> twins(
      MapPoints points, String typed, Function<Side, @Nullable Vocabulary> vocabulary) {
    List<Integer> found = new ArrayList<>();
    for (Side side : Side.values()) {
      Vocabulary words = vocabulary.apply(side);
      if (words != null) {
        for (Twin twin : words.offers(typed)) {
          int point = points.point(new WordRef(side, twin.row()));
          if (point >= 0) {
            found.add(point);
          }
        }
      }
    }
    return found;
  }

  private static void add(List<Integer> list, int point, int most) {
    if (list.size() < most) {
      list.add(point);
    }
  }

  private static List<Integer> matching(
      MapPoints points, String expression, int most, Cancellation cancellation) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(expression, Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException e) {
      return List.of();
    }
    List<Integer> found = new ArrayList<>();
    int[] order = points.drawOrder();
    for (int k = order.length - 1; k >= 0 && found.size() < most; k--) {
      if ((k & BETWEEN_CHECKS) == 0) {
        cancellation.check();
      }
      if (pattern.matcher(points.word(order[k])).find()) {
        found.add(order[k]);
      }
    }
    return found;
  }

  /** Whether a word is written in Sinhala script. */
  static boolean sinhala(String word) {
    return word.chars().anyMatch(c -> c >= 0x0D80 && c <= 0x0DFF);
  }

  /** Whether a vocabulary is written in Sinhala, by its most frequent words. */
  static boolean mostlySinhala(List<String> words) {
    List<String> head = words.subList(0, Math.min(500, words.size()));
    return head.stream().filter(WordSearch::sinhala).count() * 2 > head.size();
  }
}
