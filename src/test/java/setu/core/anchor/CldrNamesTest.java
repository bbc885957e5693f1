package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import setu.core.anchor.CldrNames.Kind;
import setu.core.anchor.DoubtfulNames.Name;
import setu.core.fault.DictionaryFault;

/** Names of Unicode's locale data, and which of them are in doubt. */
class CldrNamesTest {
  @Test
  void localeDataGivesProperNouns() {
    DictionaryImport names = CldrNames.pairs();
    assertThat(names.entries().size()).isGreaterThan(1500);
    assertThat(names.pairs())
        .contains(
            new WordPair("Sinhala", "සිංහල"),
            new WordPair("India", "ඉන්දියාව"),
            new WordPair("Monday", "සඳුදා"),
            new WordPair("American English", "ඇමෙරිකානු ඉංග්‍රීසි"),
            new WordPair("Central Asia", "මධ්‍යම ආසියාව"),
            new WordPair("Cairo", "කයිරෝ"),
            new WordPair("Devanagari", "දේවනාගරී"),
            new WordPair("Hiragana", "හිරඟනා"),
            new WordPair("Simplified Han", "සුළුකළ හෑන්"),
            new WordPair("Sri Lankan Rupee", "ශ්‍රී ලංකා රුපියල"))
        .extracting(WordPair::source)
        .doesNotContain("Unknown Script", "Unknown Currency", "Unknown Location");
    Map<String, Integer> counts = new TreeMap<>();
    names.entries().forEach(entry -> counts.merge(entry.category(), 1, Integer::sum));
    assertThat(counts.keySet())
        .containsExactly(
            "city", "currency", "language", "month", "script", "territory", "unit", "weekday");
    assertThat(counts.get("city")).isGreaterThan(370);
    assertThat(counts.get("currency")).isGreaterThan(150);
    assertThat(counts.get("language")).isGreaterThan(420);
    assertThat(counts.get("script")).as("but for those called like a language").isGreaterThan(30);
    assertThat(counts.get("territory")).isGreaterThan(280);
    assertThat(names.pairs()).doesNotHaveDuplicates();
  }

  @Test
  void localeDataGivesTheKindsAskedFor() {
    assertThat(CldrNames.pairs(EnumSet.of(Kind.WEEKDAY)).entries())
        .hasSize(7)
        .allMatch(entry -> entry.category().equals("weekday"))
        .allMatch(entry -> entry.status() == null)
        .extracting(DictionaryEntry::target)
        .contains("සඳුදා");
    assertThatThrownBy(() -> CldrNames.pairs(EnumSet.noneOf(Kind.class)))
        .isInstanceOf(DictionaryFault.class);
  }

  /** The months of this locale data are the lunar ones: somebody is to look at them. */
  @Test
  void lunarMonthsAreCandidates() {
    assertThat(CldrNames.pairs(EnumSet.of(Kind.MONTH)).entries())
        .hasSize(12)
        .allMatch(entry -> entry.status() == AnchorStatus.CANDIDATE)
        .allMatch(entry -> entry.note().equals("lunar month"));
  }

  @Test
  void namesInDoubtAreCandidatesAndSayWhy() {
    Map<String, String> reasons = new TreeMap<>();
    for (DictionaryEntry entry : CldrNames.pairs().entries()) {
      assertThat(entry.status() == AnchorStatus.CANDIDATE).isEqualTo(!entry.note().isEmpty());
      reasons.put(entry.source() + " " + entry.category(), entry.note());
    }
    assertThat(reasons)
        .containsEntry("Mexican Peso currency", "word of another currency")
        .containsEntry("Lithuanian Litas currency", "Sinhala name of something else too")
        .containsEntry("Haitian Creole language", "Sinhala name of something else too")
        .containsEntry("Christmas Island city", "part of the name only")
        .containsEntry("of mercury unit", "part of the name only")
        .containsEntry("Christmas Island territory", "")
        .containsEntry("Argentine Peso currency", "")
        .containsEntry("Saudi Riyal currency", "")
        .containsEntry("New York city", "")
        .containsEntry("Lithuanian language", "Sinhala name of something else too");
    assertThat(reasons.values().stream().filter(reason -> !reason.isEmpty()).count())
        .isBetween(50L, 60L);
  }

  @Test
  void aNameIsInDoubtWhateverKindsAreAskedFor() {
    assertThat(CldrNames.pairs(EnumSet.of(Kind.LANGUAGE)).entries())
        .filteredOn(entry -> entry.source().equals("Haitian Creole"))
        .allMatch(entry -> entry.status() == AnchorStatus.CANDIDATE)
        .hasSize(1);
  }

  @Test
  void spellingsOfOneWordAreNoDoubt() {
    List<Name> names =
        List.of(
            new Name("Red Peso", "රතු පෙසෝ", Kind.CURRENCY),
            new Name("Blue Peso", "නිල් පෙසෝ", Kind.CURRENCY),
            new Name("Green Peso", "කොළ පැසෝ", Kind.CURRENCY),
            new Name("Green Dollar", "කොළ ඩොලර්", Kind.CURRENCY),
            new Name("Red Dollar", "රතු ඩොලර්", Kind.CURRENCY),
            new Name("Black Peso", "කළු ඩොලර්", Kind.CURRENCY),
            new Name("calories", "කැලරි", Kind.UNIT),
            new Name("Calories", "කැලරි", Kind.UNIT));
    DoubtfulNames doubts = new DoubtfulNames(names);
    assertThat(names)
        .filteredOn(name -> !doubts.reason(name).isEmpty())
        .extracting(Name::english)
        .containsExactly("Black Peso");
  }
}
