package setu.core.anchor;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import setu.core.anchor.CldrNames.Kind;

/** Says which names of locale data somebody should look at before they are anchors, and why. */
final class DoubtfulNames {
  /** What Sinhala calls the lunar month around January; the month of the calendar is ජනවාරි. */
  private static final String FIRST_LUNAR_MONTH = "දුරුතු";

  /** What English adds to the name of a place, and Sinhala often leaves out. */
  private static final Set<String> PLACES =
      Set.of("island", "islands", "atoll", "archipelago", "land", "station");

  /** A name in both languages. */
  record Name(String english, String sinhala, Kind kind) {}

  private final boolean monthsAreLunar;
  private final Map<String, Set<String>> englishOf = new HashMap<>();

  /** How often two currencies' last words stand for each other, such as Dollar and ඩොලර්. */
  private final Map<WordPair, Integer> moneys = new HashMap<>();

  /** {@code names}: all there are, of every kind. */
  DoubtfulNames(Collection<Name> names) {
    monthsAreLunar = names.stream().anyMatch(name -> name.sinhala().equals(FIRST_LUNAR_MONTH));
    for (Name name : names) {
      englishOf
          .computeIfAbsent(name.sinhala(), key -> new HashSet<>())
          .add(name.english().toLowerCase(Locale.ROOT));
      if (name.kind() == Kind.CURRENCY) {
        moneys.merge(money(name), 1, Integer::sum);
      }
    }
  }

  /** Why a name is in doubt, as a note says it; empty where it is not. */
  String reason(Name name) {
    if (name.kind() == Kind.MONTH && monthsAreLunar) {
      return "lunar month";
    }
    if (englishOf.getOrDefault(name.sinhala(), Set.of()).size() > 1) {
      return "Sinhala name of something else too";
    }
    if (isPartOnly(name)) {
      return "part of the name only";
    }
    return isOtherMoney(name) ? "word of another currency" : "";
  }

  private static boolean isPartOnly(Name name) {
    boolean place = PLACES.contains(lastWord(name.english()).toLowerCase(Locale.ROOT));
    boolean shorter = blanks(name.sinhala()) < blanks(name.english());
    // A unit such as "of mercury" is the end of another's name.
    return (place && shorter) || name.english().startsWith("of ");
  }

  /**
   * Whether the Sinhala word stands for another English one more often, and the English word for
   * another Sinhala one: the Mexican Peso is a ඩොලර්. Two spellings of one word are no doubt.
   */
  private boolean isOtherMoney(Name name) {
    if (name.kind() != Kind.CURRENCY) {
      return false;
    }
    WordPair own = money(name);
    int times = moneys.getOrDefault(own, 0);
    boolean otherEnglish = false;
    boolean otherSinhala = false;
    for (Map.Entry<WordPair, Integer> each : moneys.entrySet()) {
      if (each.getValue() > times) {
        otherEnglish |= each.getKey().target().equals(own.target());
        otherSinhala |= each.getKey().source().equals(own.source());
      }
    }
    return otherEnglish && otherSinhala;
  }

  private static WordPair money(Name name) {
    return new WordPair(lastWord(name.english()), lastWord(name.sinhala()));
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private static long blanks(String name) {
    return name.chars().filter(c -> c == ' ').count();
  }
}
