package setu.core.anchor;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names that the Unicode Common Locale Data Repository has in both languages: languages,
 * territories, scripts, months, days of the week and units. They come with the program.
 */
public final class CldrNames {
  /** What the pairs give as their origin. */
  public static final String ORIGIN = "CLDR";

  /** What is named; the category of the pairs is the same in lower case. */
  public enum Kind {
    /** Languages of ISO 639. */
    LANGUAGE,
    /** Countries and parts of the world. */
    TERRITORY,
    /** Scripts. */
    SCRIPT,
    /** Months of the year. */
    MONTH,
    /** Days of the week. */
    WEEKDAY,
    /** Units of measure. */
    UNIT;

    /** The category of its pairs. */
    String category() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final ULocale ENGLISH = ULocale.ENGLISH;
  private static final ULocale SINHALA = new ULocale("si");

  /** What Sinhala calls the lunar month around January; the month of the calendar is ජනවාරි. */
  private static final String FIRST_LUNAR_MONTH = "දුරුතු";

  private final RowCollector rows = new RowCollector(Path.of(ORIGIN), true);
  private final Set<WordPair> seen = new LinkedHashSet<>();
  private final Set<Kind> kinds;
  private int line;
  private boolean monthsAreLunar;

  private CldrNames(Set<Kind> kinds) {
    this.kinds = kinds;
  }

  /**
   * All pairs, English first; names that are missing in Sinhala are left out, and those that are no
   * words are refused. Where the months are the lunar ones of the Buddhist year they say so in
   * their note and are candidates: in a text January is hardly දුරුතු.
   */
  public static DictionaryImport pairs() {
    return pairs(EnumSet.allOf(Kind.class));
  }

  /**
   * The pairs of these kinds, at least one.
   *
   * @throws setu.core.fault.DictionaryFault if there are none
   */
  public static DictionaryImport pairs(Set<Kind> kinds) {
    CldrNames names = new CldrNames(kinds);
    names.displayNames();
    names.calendar();
    names.units();
    return names.rows.finish("cldr", "en");
  }

  private void displayNames() {
    LocaleDisplayNames english = LocaleDisplayNames.getInstance(ENGLISH);
    LocaleDisplayNames sinhala = LocaleDisplayNames.getInstance(SINHALA);
    for (String code : ULocale.getISOLanguages()) {
      pair(english.languageDisplayName(code), sinhala.languageDisplayName(code), Kind.LANGUAGE);
    }
    for (String code : ULocale.getISOCountries()) {
      pair(english.regionDisplayName(code), sinhala.regionDisplayName(code), Kind.TERRITORY);
    }
    for (String code : List.of("001", "002", "003", "005", "009", "013", "019", "142", "150")) {
      pair(english.regionDisplayName(code), sinhala.regionDisplayName(code), Kind.TERRITORY);
    }
    for (String code : List.of("Arab", "Beng", "Deva", "Grek", "Hebr", "Latn", "Sinh", "Taml")) {
      pair(english.scriptDisplayName(code), sinhala.scriptDisplayName(code), Kind.SCRIPT);
    }
  }

  private void calendar() {
    DateFormatSymbols english = DateFormatSymbols.getInstance(ENGLISH);
    DateFormatSymbols sinhala = DateFormatSymbols.getInstance(SINHALA);
    monthsAreLunar = List.of(sinhala.getMonths()).contains(FIRST_LUNAR_MONTH);
    both(english.getMonths(), sinhala.getMonths(), Kind.MONTH);
    both(english.getWeekdays(), sinhala.getWeekdays(), Kind.WEEKDAY);
  }

  private void both(String[] english, String[] sinhala, Kind kind) {
    for (int i = 0; i < Math.min(english.length, sinhala.length); i++) {
      pair(english[i], sinhala[i], kind);
    }
  }

  private void units() {
    MeasureFormat english = MeasureFormat.getInstance(ENGLISH, MeasureFormat.FormatWidth.WIDE);
    MeasureFormat sinhala = MeasureFormat.getInstance(SINHALA, MeasureFormat.FormatWidth.WIDE);
    List<MeasureUnit> units = new ArrayList<>(MeasureUnit.getAvailable());
    units.removeIf(unit -> unit.getType().equals("currency"));
    units.sort((a, b) -> a.getIdentifier().compareTo(b.getIdentifier()));
    for (MeasureUnit unit : units) {
      String left = english.getUnitDisplayName(unit);
      String right = sinhala.getUnitDisplayName(unit);
      if (left != null && right != null) {
        pair(left, right, Kind.UNIT);
      }
    }
  }

  private void pair(String english, String sinhala, Kind kind) {
    if (!kinds.contains(kind)
        || !DictionaryImport.isSinhala(sinhala)
        || !seen.add(new WordPair(english, sinhala))) {
      return;
    }
    line++;
    boolean lunar = kind == Kind.MONTH && monthsAreLunar;
    rows.pair(
        new DictionaryEntry(
            line,
            english.strip(),
            sinhala.strip(),
            lunar ? AnchorStatus.CANDIDATE : null,
            "noun",
            kind.category(),
            lunar ? "lunar month" : ""));
  }
}
