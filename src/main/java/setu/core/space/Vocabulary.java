package setu.core.space;

import java.text.Normalizer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The words of a space in row order, with three keys each: the raw form, its NFC form, and the form
 * without U+200C and U+200D. Words are kept exactly as read.
 *
 * <p>Sinhala text writes one conjunct in up to three ways: without a joiner (ප්ර), in the standard
 * way (virama, ZWJ: ප්‍ර) and in an old way (ZWJ, virama, ZWJ). Such words are <em>twins</em>:
 * equal but for joiners.
 */
public final class Vocabulary {
  private static final char FIRST_COMBINING = '\u0300';

  private final WordTable table;
  private final List<String> words;
  private final Object romanizing = new Object();
  private @Nullable Map<String, List<Integer>> variants;
  private @Nullable RomanizedIndex romanized;

  /**
   * A vocabulary of distinct raw words.
   *
   * @throws IllegalArgumentException if a word stands twice
   */
  public Vocabulary(List<String> words) {
    this(tableOf(words));
  }

  /** Takes the table as it is. */
  Vocabulary(WordTable table) {
    this.table = table;
    this.words = new Words(table);
  }

  private static WordTable tableOf(List<String> words) {
    WordTable table = new WordTable(words.size());
    for (String word : words) {
      if (!table.add(word)) {
        throw new IllegalArgumentException("twice: " + word);
      }
    }
    return table;
  }

  /** The table behind it. */
  WordTable table() {
    return table;
  }

  /** n, the number of words. */
  public int size() {
    return table.size();
  }

  /** The words in row order. */
  public List<String> words() {
    return words;
  }

  /** The word of a row. */
  public String word(int row) {
    return table.word(row);
  }

  /**
   * The row of a word by its raw form, else by its NFC form; −1 if neither is there. Joiners are
   * never ignored.
   */
  public int row(String word) {
    int row = table.row(word);
    if (row >= 0 || isPlain(word)) {
      return row;
    }
    String composed = composed(word);
    if (!composed.equals(word)) {
      row = table.row(composed);
      if (row >= 0) {
        return row;
      }
    }
    for (int candidate : variants().getOrDefault(key(word), List.of())) {
      if (composed(word(candidate)).equals(composed)) {
        return candidate;
      }
    }
    return -1;
  }

  /**
   * The words that differ from {@code word} only by U+200C and U+200D, itself excluded, in row
   * order.
   */
  public List<String> twins(String word) {
    String key = key(word);
    String composed = composed(word);
    List<String> twins = new ArrayList<>();
    for (int row : sameKey(key)) {
      if (!composed(word(row)).equals(composed)) {
        twins.add(word(row));
      }
    }
    return twins;
  }

  /**
   * What to offer where a look-up of {@code word} missed: its twins with the joiners in which they
   * differ, in row order.
   */
  public List<Twin> offers(String word) {
    String composed = composed(word);
    List<Twin> offers = new ArrayList<>();
    for (String twin : twins(word)) {
      offers.add(new Twin(twin, table.row(twin), Twin.differences(composed, composed(twin))));
    }
    return offers;
  }

  /** Every set of two or more words that are equal but for joiners, by the row of its first. */
  public List<List<String>> twinSets() {
    List<List<Integer>> sets = new ArrayList<>();
    for (String key : variants().keySet()) {
      List<Integer> rows = sameKey(key);
      if (rows.stream().map(row -> composed(word(row))).distinct().count() > 1) {
        sets.add(rows);
      }
    }
    sets.sort((a, b) -> Integer.compare(a.get(0), b.get(0)));
    return sets.stream().map(rows -> rows.stream().map(this::word).toList()).toList();
  }

  /**
   * Its Sinhala words by what people type for them in Latin letters. Made when first asked for,
   * which reads every word: not on the window's thread.
   */
  public RomanizedIndex romanized() {
    synchronized (romanizing) {
      RomanizedIndex made = romanized;
      if (made == null) {
        made = new RomanizedIndex(this);
        romanized = made;
      }
      return made;
    }
  }

  /** The rows of a key, in order: those with joiners or not in NFC, and the plain form itself. */
  private List<Integer> sameKey(String key) {
    List<Integer> rows = new ArrayList<>(variants().getOrDefault(key, List.of()));
    int plain = table.row(key);
    if (plain >= 0 && !rows.contains(plain)) {
      rows.add(plain);
      Collections.sort(rows);
    }
    return rows;
  }

  /** Rows of the words that are not their own key, by key: few, so that most words cost nothing. */
  private synchronized Map<String, List<Integer>> variants() {
    Map<String, List<Integer>> found = variants;
    if (found == null) {
      found = new HashMap<>();
      for (int row = 0; row < size(); row++) {
        String word = word(row);
        if (!isPlain(word)) {
          String key = key(word);
          if (!key.equals(word)) {
            found.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(row);
          }
        }
      }
      variants = found;
    }
    return found;
  }

  /** NFC without joiners: what twins share. */
  static String key(String word) {
    return composed(isPlain(word) ? word : word.replace("\u200C", "").replace("\u200D", ""));
  }

  /** NFC. */
  static String composed(String word) {
    return isPlain(word) || Normalizer.isNormalized(word, Normalizer.Form.NFC)
        ? word
        : Normalizer.normalize(word, Normalizer.Form.NFC);
  }

  /** Whether a word has neither joiners nor anything NFC could change. */
  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= FIRST_COMBINING) {
        return false;
      }
    }
    return true;
  }

  /** The table's words as a list, without a copy. */
  private static final class Words extends AbstractList<String> implements RandomAccess {
    private final WordTable table;

    Words(WordTable table) {
      this.table = table;
    }

    @Override
    public String get(int row) {
      return table.word(row);
    }

    @Override
    public int size() {
      return table.size();
    }
  }
}
