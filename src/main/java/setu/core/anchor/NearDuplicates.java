package setu.core.anchor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import setu.core.space.Iso15919;
import setu.core.task.Cancellation;

/**
 * Pairs that are likely one pair in two spellings. Most pairs of a dictionary that differ by a
 * letter are two inflections or two words, so near are only
 *
 * <ul>
 *   <li>pairs whose sides are both the same but for what Sinhala spelling confuses ({@link
 *       WordCleaning#spelling}), or for case, punctuation and the order of parts;
 *   <li>pairs with one side the same and a letter more, less or other within the other side, which
 *       is six letters or longer: never the first letter or an ending.
 * </ul>
 *
 * The latter are left out where both words are likely right: each has a translation of its own that
 * the other has not, or both are Sinhala words of the vocabulary.
 */
final class NearDuplicates {
  private static final int SHORTEST = 6;

  /** Sinhala endings are up to so many characters; English ones may be a letter. */
  private static final int SINHALA_ENDING = 4;

  private record Entry(Anchor anchor, WordPair pair, String source, String target) {}

  private final Predicate<String> known;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<Entry>> bySource = new HashMap<>();
  private final Map<String, List<Entry>> byTarget = new HashMap<>();

  /** Takes in whether a form is a word of the vocabulary. */
  NearDuplicates(Predicate<String> known) {
    this.known = known;
  }

  /** Adds a pair as it is after what can be mended. */
  void add(Anchor anchor, WordPair pair) {
    Entry entry =
        new Entry(
            anchor,
            pair,
            WordCleaning.spelling(pair.source()),
            WordCleaning.spelling(pair.target()));
    entries.add(entry);
    bySource.computeIfAbsent(entry.source, key -> new ArrayList<>(1)).add(entry);
    byTarget.computeIfAbsent(entry.target, key -> new ArrayList<>(1)).add(entry);
  }

  /** Those near to one that was added before, with that one, in order. */
  List<DictionaryCleaning.Finding> findings(Cancellation cancellation) {
    List<DictionaryCleaning.Finding> findings = new ArrayList<>();
    for (Entry entry : entries) {
      cancellation.check();
      Entry near = before(bySource.getOrDefault(entry.source, List.of()), entry, Entry::target);
      if (near == null) {
        near = before(byTarget.getOrDefault(entry.target, List.of()), entry, Entry::source);
      }
      if (near != null) {
        findings.add(
            new DictionaryCleaning.Finding(
                DictionaryCleaning.Kind.NEAR_DUPLICATE, entry.anchor, entry.pair, near.anchor));
      }
    }
    return findings;
  }

  /** The first near one among those that have one side the same. */
  private @Nullable Entry before(
      List<Entry> siblings, Entry entry, Function<Entry, String> otherSide) {
    Entry edited = null;
    for (Entry sibling : siblings) {
      if (sibling.anchor.id() == entry.anchor.id()) {
        break;
      }
      String there = otherSide.apply(sibling);
      String here = otherSide.apply(entry);
      if (there.equals(here)) {
        return sibling;
      }
      if (edited == null && isOneEditWithin(there, here) && !areTwoWords(sibling, entry)) {
        edited = sibling;
      }
    }
    return edited;
  }

  private boolean areTwoWords(Entry one, Entry other) {
    boolean source = one.source.equals(other.source);
    WordPair a = one.pair;
    WordPair b = other.pair;
    String first = source ? a.target() : a.source();
    String second = source ? b.target() : b.source();
    if (Iso15919.isSinhala(first) && known.test(first) && known.test(second)) {
      return true;
    }
    Set<String> ofFirst = source ? sources(one.target) : targets(one.source);
    Set<String> ofSecond = source ? sources(other.target) : targets(other.source);
    return !ofFirst.containsAll(ofSecond) && !ofSecond.containsAll(ofFirst);
  }

  private Set<String> sources(String target) {
    Set<String> sources = new HashSet<>();
    byTarget.getOrDefault(target, List.of()).forEach(entry -> sources.add(entry.source));
    return sources;
  }

  private Set<String> targets(String source) {
    Set<String> targets = new HashSet<>();
    bySource.getOrDefault(source, List.of()).forEach(entry -> targets.add(entry.target));
    return targets;
  }

  /** Whether one letter within, more, less or other, makes one word of the other. */
  static boolean isOneEditWithin(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int longer = Math.max(a.length(), b.length());
    int ending = Iso15919.isSinhala(a) ? SINHALA_ENDING : 1;
    if (longer < SHORTEST || longer - shorter > 1 || a.equals(b)) {
      return false;
    }
    int start = 0;
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    return start >= 1 && end >= ending && start + end >= longer - 1;
  }
}
