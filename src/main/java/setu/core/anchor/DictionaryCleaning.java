package setu.core.anchor;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import setu.core.task.Cancellation;

/**
 * What to clean in a dictionary: first a list to look at, then, if wanted, one batch of edits.
 * Nothing is changed by looking.
 */
public final class DictionaryCleaning {
  /** What is found. */
  public enum Kind {
    /** A form that is not Unicode's NFC. */
    NOT_NFC,
    /** A conjunct with a joiner on both sides of the virama, or behind its vowel. */
    OLD_JOINER,
    /** Punctuation around a word. */
    PUNCTUATION,
    /** English in upper case that is no proper noun. */
    UPPER_CASE,
    /** Source and target stand on each other's side. */
    SWAPPED,
    /** The same pair once more; the first one stays, and says what only the other said. */
    DUPLICATE,
    /**
     * A pair that is likely another in another spelling, or says something else of it: see {@link
     * NearDuplicates}.
     */
    NEAR_DUPLICATE,
    /** Both sides are written in the same script, and those of most pairs are not. */
    SAME_SCRIPT,
    /** A word whose letters are of two scripts, such as a Latin a in a Sinhala word. */
    MIXED_SCRIPT;

    /** The name as the command line writes it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is only to be looked at: a person has to decide. */
    public boolean onlyTold() {
      return this == NEAR_DUPLICATE || this == SAME_SCRIPT || this == MIXED_SCRIPT;
    }
  }

  /**
   * One thing found.
   *
   * @param anchor as it is
   * @param after the pair as it would be; null where the anchor would be removed; as it is where a
   *     person has to decide
   * @param other the anchor it repeats; null where it repeats none
   */
  public record Finding(
      Kind kind, Anchor anchor, @Nullable WordPair after, @Nullable Anchor other) {}

  /** So many anchors tell the scripts of the two sides. */
  private static final int TELLING = 1_000;

  private static final Set<String> PROPER =
      Set.of(
          "place",
          "places",
          "person",
          "name",
          "names",
          "language",
          "territory",
          "month",
          "weekday",
          "country",
          "city",
          "organisation",
          "organization",
          "script");

  private final Set<Kind> kinds;
  private final Predicate<String> known;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Long, WordPair> cleaned = new LinkedHashMap<>();

  /** What anchors say that others repeat, with what those say besides. */
  private final Map<Long, Draft> filled = new HashMap<>();

  private DictionaryCleaning(Set<Kind> kinds, Predicate<String> known) {
    this.kinds = kinds;
    this.known = known;
  }

  /**
   * Finds what to clean.
   *
   * @param kinds what to look for
   * @param known whether a lower-case form is a word: English in upper case is folded only then,
   *     and never where the category or part of speech says it is a proper noun
   * @return in order of the anchors, kind by kind
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static List<Finding> find(
      Collection<Anchor> anchors,
      Set<Kind> kinds,
      Predicate<String> known,
      Cancellation cancellation) {
    DictionaryCleaning cleaning = eachByItself(anchors, anchors, kinds, known, cancellation);
    cleaning.duplicates(anchors, known, cancellation);
    return List.copyOf(cleaning.findings);
  }

  /**
   * Finds what to clean in each of new pairs by itself, as it would be found in it among others:
   * which script belongs on which side, and which words there are, all of them say.
   */
  static List<Finding> findInEach(
      Collection<Anchor> pairs,
      Collection<Anchor> others,
      Predicate<String> known,
      Cancellation cancellation) {
    List<Anchor> all = Stream.concat(others.stream(), pairs.stream()).toList();
    return List.copyOf(
        eachByItself(pairs, all, EnumSet.allOf(Kind.class), known, cancellation).findings);
  }

  /**
   * What is found in one pair by itself, as among the others: quick enough for a pair that is just
   * looked at, since a thousand of the others say which script belongs on which side.
   */
  public static Set<Kind> foundIn(Anchor anchor, AnchorSet among, Predicate<String> known) {
    DictionaryCleaning cleaning =
        new DictionaryCleaning(
            EnumSet.allOf(Kind.class), word -> known.test(word) || isWordOf(among, word));
    List<Anchor> some = spread(among.anchors());
    cleaning.mend(anchor, majority(some, true), majority(some, false));
    Set<Kind> found = EnumSet.noneOf(Kind.class);
    cleaning.findings.forEach(finding -> found.add(finding.kind()));
    return found;
  }

  private static List<Anchor> spread(List<Anchor> anchors) {
    int step = Math.max(1, anchors.size() / TELLING);
    return IntStream.iterate(0, i -> i < anchors.size(), i -> i + step)
        .mapToObj(anchors::get)
        .toList();
  }

  private static boolean isWordOf(AnchorSet anchors, String word) {
    return anchors.anchors().stream()
        .anyMatch(anchor -> anchor.source().equals(word) || anchor.target().equals(word));
  }

  private static DictionaryCleaning eachByItself(
      Collection<Anchor> anchors,
      Collection<Anchor> all,
      Set<Kind> kinds,
      Predicate<String> known,
      Cancellation cancellation) {
    Set<String> own = new HashSet<>();
    all.forEach(
        anchor -> {
          own.add(anchor.source());
          own.add(anchor.target());
        });
    DictionaryCleaning cleaning =
        new DictionaryCleaning(kinds, word -> own.contains(word) || known.test(word));
    UnicodeScript left = majority(all, true);
    UnicodeScript right = majority(all, false);
    for (Anchor anchor : anchors) {
      cancellation.check();
      cleaning.mend(anchor, left, right);
    }
    return cleaning;
  }

  /** The same for all kinds. */
  public static List<Finding> find(
      Collection<Anchor> anchors, Predicate<String> known, Cancellation cancellation) {
    return find(anchors, EnumSet.allOf(Kind.class), known, cancellation);
  }

  /** The edits of the findings, to be applied as one batch; what a person decides is left out. */
  public static List<Edit> edits(List<Finding> findings) {
    Map<Long, Edit> edits = new LinkedHashMap<>();
    for (Finding finding : findings) {
      WordPair after = finding.after();
      long id = finding.anchor().id();
      if (after == null) {
        edits.put(id, new Edit.Remove(id));
        Anchor kept = finding.other();
        if (kept != null) {
          Draft own =
              edits.get(kept.id()) instanceof Edit.Change change ? change.draft() : Draft.of(kept);
          Draft both = filled(own, finding.anchor());
          if (!both.equals(own)) {
            edits.put(kept.id(), new Edit.Change(kept.id(), both));
          }
        }
      } else if (!finding.kind().onlyTold()) {
        Draft draft = Draft.of(finding.anchor()).withWords(after.source(), after.target());
        edits.put(id, new Edit.Change(id, draft));
      }
    }
    return List.copyOf(edits.values());
  }

  /** What is said of an anchor, and what only one that repeats it says. */
  private static Draft filled(Draft kept, Anchor gone) {
    return kept.described(
            AnchorImport.filled(kept.pos(), gone.pos()),
            AnchorImport.filled(kept.category(), gone.category()),
            AnchorImport.filled(kept.note(), gone.note()))
        .withComment(AnchorImport.filled(kept.comment(), gone.comment()))
        .withTags(Stream.concat(kept.tags().stream(), gone.tags().stream()).distinct().toList())
        .withPreferred(kept.preferred() || gone.preferred());
  }

  private static boolean saysOtherwise(Draft kept, Anchor gone) {
    return AnchorImport.differs(kept.pos(), gone.pos())
        || AnchorImport.differs(kept.category(), gone.category())
        || AnchorImport.differs(kept.note(), gone.note())
        || AnchorImport.differs(kept.comment(), gone.comment());
  }

  private void repeated(Anchor anchor, Anchor same, WordPair pair) {
    Draft kept = filled.getOrDefault(same.id(), Draft.of(same));
    boolean otherwise = saysOtherwise(kept, anchor);
    if (otherwise && kinds.contains(Kind.NEAR_DUPLICATE)) {
      findings.add(new Finding(Kind.NEAR_DUPLICATE, anchor, pair, same));
    } else if (!otherwise && kinds.contains(Kind.DUPLICATE)) {
      filled.put(same.id(), filled(kept, anchor));
      findings.add(new Finding(Kind.DUPLICATE, anchor, null, same));
    }
  }

  private void mend(Anchor anchor, UnicodeScript left, UnicodeScript right) {
    WordPair pair = anchor.pair();
    pair =
        step(
            Kind.NOT_NFC,
            anchor,
            pair,
            WordCleaning.composed(pair.source()),
            WordCleaning.composed(pair.target()));
    pair =
        step(
            Kind.OLD_JOINER,
            anchor,
            pair,
            WordCleaning.joined(pair.source()),
            WordCleaning.joined(pair.target()));
    pair =
        step(
            Kind.PUNCTUATION,
            anchor,
            pair,
            WordCleaning.stripped(pair.source()),
            WordCleaning.stripped(pair.target()));
    if (!isProper(anchor)) {
      pair = step(Kind.UPPER_CASE, anchor, pair, folded(pair.source()), folded(pair.target()));
    }
    UnicodeScript source = script(pair.source());
    UnicodeScript target = script(pair.target());
    if (left != right && source == right && target == left) {
      pair =
          step(
              Kind.SWAPPED, anchor, pair, /* source= */ pair.target(), /* target= */ pair.source());
    } else if (left != right && source == target && kinds.contains(Kind.SAME_SCRIPT)) {
      findings.add(new Finding(Kind.SAME_SCRIPT, anchor, pair, null));
    }
    if (kinds.contains(Kind.MIXED_SCRIPT)
        && (WordCleaning.isMixed(pair.source()) || WordCleaning.isMixed(pair.target()))) {
      findings.add(new Finding(Kind.MIXED_SCRIPT, anchor, pair, null));
    }
    cleaned.put(anchor.id(), pair);
  }

  /** The pair after a step; a step that would leave a side empty is none. */
  private WordPair step(Kind kind, Anchor anchor, WordPair pair, String source, String target) {
    WordPair after = new WordPair(source, target);
    if (!kinds.contains(kind) || after.equals(pair) || source.isBlank() || target.isBlank()) {
      return pair;
    }
    findings.add(new Finding(kind, anchor, after, null));
    return after;
  }

  private String folded(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return !lower.equals(word) && known.test(lower) ? lower : word;
  }

  private static boolean isProper(Anchor anchor) {
    return anchor.pos().toLowerCase(Locale.ROOT).startsWith("proper")
        || PROPER.contains(anchor.category().toLowerCase(Locale.ROOT));
  }

  private void duplicates(
      Collection<Anchor> anchors, Predicate<String> vocabulary, Cancellation cancellation) {
    Map<WordPair, Anchor> first = new HashMap<>();
    NearDuplicates near = new NearDuplicates(vocabulary);
    for (Anchor anchor : anchors) {
      cancellation.check();
      WordPair pair = cleaned.getOrDefault(anchor.id(), anchor.pair());
      Anchor same = first.putIfAbsent(pair, anchor);
      if (same == null) {
        near.add(anchor, pair);
      } else if (same.status() == anchor.status()) {
        repeated(anchor, same, pair);
      }
    }
    if (kinds.contains(Kind.NEAR_DUPLICATE)) {
      findings.addAll(near.findings(cancellation));
    }
  }

  /** Whether both sides of a pair are written in one script. */
  public static boolean isOneScript(WordPair pair) {
    return script(pair.source()) == script(pair.target());
  }

  /**
   * Whether the sides of most anchors differ in script: one that is of one script is wrong then.
   */
  public static boolean scriptsDiffer(Collection<Anchor> anchors) {
    return majority(anchors, true) != majority(anchors, false);
  }

  private static UnicodeScript majority(Collection<Anchor> anchors, boolean source) {
    Map<UnicodeScript, Integer> counts = new HashMap<>();
    for (Anchor anchor : anchors) {
      counts.merge(script(source ? anchor.source() : anchor.target()), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(UnicodeScript.UNKNOWN);
  }

  /** The script of the first letter. */
  static UnicodeScript script(String word) {
    for (int i = 0; i < word.length(); i = word.offsetByCodePoints(i, 1)) {
      if (Character.isLetter(word.codePointAt(i))) {
        return UnicodeScript.of(word.codePointAt(i));
      }
    }
    return UnicodeScript.UNKNOWN;
  }
}
