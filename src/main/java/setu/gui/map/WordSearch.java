package setu.gui.map;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds words of both vocabularies: those equal to what was typed, then those that begin with it,
 * then those that hold it, the frequent first; by a regular expression between slashes; or by their
 * romanisation.
 */
final class WordSearch {
  private WordSearch() {}

  /**
   * The points found, the best first, at most {@code most}.
   *
   * @param romanization of a Sinhala word, plain ASCII letters
   */
  static List<Integer> find(
      MapPoints points, String typed, int most, UnaryOperator<String> romanization) {
    String wanted = typed.strip();
    if (wanted.isEmpty()) {
      return List.of();
    }
    if (wanted.length() > 2 && wanted.startsWith("/") && wanted.endsWith("/")) {
      return matching(points, wanted.substring(1, wanted.length() - 1), most);
    }
    String lower = wanted.toLowerCase(Locale.ROOT);
    Set<Integer> equal = new LinkedHashSet<>();
    List<Integer> beginning = new ArrayList<>();
    List<Integer> holding = new ArrayList<>();
    List<Integer> romanized = new ArrayList<>();
    boolean latin = lower.chars().allMatch(c -> c < 0x250);
    int[] order = points.drawOrder();
    for (int k = order.length - 1; k >= 0; k--) {
      int point = order[k];
      String word = points.word(point).toLowerCase(Locale.ROOT);
      if (word.equals(lower)) {
        equal.add(point);
      } else if (word.startsWith(lower)) {
        add(beginning, point, most);
      } else if (word.contains(lower)) {
        add(holding, point, most);
      } else if (latin && lower.length() > 1 && sinhala(word) && romanized.size() < most) {
        if (romanization.apply(word).startsWith(lower)) {
          romanized.add(point);
        }
      }
      if (beginning.size() == most && holding.size() == most) {
        break;
      }
    }
    Set<Integer> found = new LinkedHashSet<>(equal);
    int room = Math.max(most / 2, most - romanized.size());
    beginning.stream().limit(room).forEach(found::add);
    found.addAll(romanized);
    found.addAll(beginning);
    found.addAll(holding);
    return found.stream().limit(most).toList();
  }

  private static void add(List<Integer> list, int point, int most) {
    if (list.size() < most) {
      list.add(point);
    }
  }

  private static List<Integer> matching(MapPoints points, String expression, int most) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(expression, Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException e) {
      return List.of();
    }
    List<Integer> found = new ArrayList<>();
    int[] order = points.drawOrder();
    for (int k = order.length - 1; k >= 0 && found.size() < most; k--) {
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
