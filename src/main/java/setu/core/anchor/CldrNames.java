package setu.core.anchor;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.LocaleDisplayNames.DialectHandling;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import setu.core.anchor.DoubtfulNames.Name;

/**
 * Names that the Unicode Common Locale Data Repository has in both languages: languages,
 * territories, cities, scripts, months, days of the week, units and currencies. They come with the
 * program.
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
    /** Cities and islands that time zones are named after. */
    CITY,
    /** Scripts. */
    SCRIPT,
    /** Months of the year. */
    MONTH,
    /** Days of the week. */
    WEEKDAY,
    /** Units of measure. */
    UNIT,
    /** Currencies. */
    CURRENCY;

    /** The category of its pairs. */
    String category() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final ULocale ENGLISH = ULocale.ENGLISH;
  private static final ULocale SINHALA = new ULocale("si");

  private static final String UNKNOWN_CURRENCY = "XXX";

  private final LocaleDisplayNames english =
      LocaleDisplayNames.getInstance(ENGLISH, DialectHandling.DIALECT_NAMES);
  private final LocaleDisplayNames sinhala =
      LocaleDisplayNames.getInstance(SINHALA, DialectHandling.DIALECT_NAMES);
  private final Set<Name> found = new LinkedHashSet<>();

  private CldrNames() {}

  /**
   * All pairs, English first; names that are missing in Sinhala are left out, and those that are no
   * words are refused. Those in doubt are candidates and say why in their note: in a text January
   * is hardly දුරුතු, a lunar month of the Buddhist year.
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
    CldrNames names = new CldrNames();
    names.languages();
    names.territories();
    names.cities();
    names.scripts();
    names.calendar();
    names.units();
    names.currencies();
    return names.entries(kinds);
  }

  private DictionaryImport entries(Set<Kind> kinds) {
    DoubtfulNames doubts = new DoubtfulNames(found);
    RowCollector rows = new RowCollector(Path.of(ORIGIN), true);
    Set<WordPair> pairs = new HashSet<>();
    for (Name name : found) {
      if (kinds.contains(name.kind()) && pairs.add(new WordPair(name.english(), name.sinhala()))) {
        String doubt = doubts.reason(name);
        rows.pair(
            new DictionaryEntry(
                pairs.size(),
                name.english(),
                name.sinhala(),
                doubt.isEmpty() ? null : AnchorStatus.CANDIDATE,
                "noun",
                name.kind().category(),
                doubt));
      }
    }
    return rows.finish("cldr", "en");
  }

  /** Those of ISO 639, and those of places that have a name of their own, as American English. */
  private void languages() {
    for (String code : ULocale.getISOLanguages()) {
      pair(english.languageDisplayName(code), sinhala.languageDisplayName(code), Kind.LANGUAGE);
    }
    for (ULocale locale : ULocale.getAvailableLocales()) {
      String left = english.localeDisplayName(locale);
      if (left.indexOf('(') < 0) {
        pair(left, sinhala.localeDisplayName(locale), Kind.LANGUAGE);
      }
    }
  }

  /** Countries first, then what holds several of them, up to the world. */
  private void territories() {
    Set<String> codes = new LinkedHashSet<>(List.of(ULocale.getISOCountries()));
    for (RegionType type : RegionType.values()) {
      if (type != RegionType.UNKNOWN && type != RegionType.DEPRECATED) {
        Region.getAvailable(type).stream().map(Region::toString).sorted().forEach(codes::add);
      }
    }
    for (String code : codes) {
      pair(english.regionDisplayName(code), sinhala.regionDisplayName(code), Kind.TERRITORY);
    }
  }

  private void cities() {
    TimeZoneNames inEnglish = TimeZoneNames.getInstance(ENGLISH);
    TimeZoneNames inSinhala = TimeZoneNames.getInstance(SINHALA);
    Set<String> zones = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null);
    for (String zone : new TreeSet<>(zones)) {
      String left = inEnglish.getExemplarLocationName(zone);
      String right = inSinhala.getExemplarLocationName(zone);
      if (left != null && right != null) {
        pair(left, right, Kind.CITY);
      }
    }
  }

  /** All but the codes that begin with Z, which stand for symbols and for no script at all. */
  private void scripts() {
    int last = UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT);
    for (int script = 0; script <= last; script++) {
      String code = UScript.getShortName(script);
      if (!code.startsWith("Z")) {
        pair(english.scriptDisplayName(code), sinhala.scriptDisplayName(code), Kind.SCRIPT);
      }
    }
  }

  private void calendar() {
    DateFormatSymbols left = DateFormatSymbols.getInstance(ENGLISH);
    DateFormatSymbols right = DateFormatSymbols.getInstance(SINHALA);
    both(left.getMonths(), right.getMonths(), Kind.MONTH);
    both(left.getWeekdays(), right.getWeekdays(), Kind.WEEKDAY);
  }

  private void both(String[] left, String[] right, Kind kind) {
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      pair(left[i], right[i], kind);
    }
  }

  private void units() {
    MeasureFormat inEnglish = MeasureFormat.getInstance(ENGLISH, MeasureFormat.FormatWidth.WIDE);
    MeasureFormat inSinhala = MeasureFormat.getInstance(SINHALA, MeasureFormat.FormatWidth.WIDE);
    List<MeasureUnit> units = new ArrayList<>(MeasureUnit.getAvailable());
    units.removeIf(unit -> unit.getType().equals("currency"));
    units.sort((a, b) -> a.getIdentifier().compareTo(b.getIdentifier()));
    for (MeasureUnit unit : units) {
      String left = inEnglish.getUnitDisplayName(unit);
      String right = inSinhala.getUnitDisplayName(unit);
      if (left != null && right != null) {
        pair(left, right, Kind.UNIT);
      }
    }
  }

  private void currencies() {
    List<Currency> currencies = new ArrayList<>(Currency.getAvailableCurrencies());
    currencies.removeIf(currency -> currency.getCurrencyCode().equals(UNKNOWN_CURRENCY));
    currencies.sort(Comparator.comparing(Currency::getCurrencyCode));
    for (Currency currency : currencies) {
      pair(
          currency.getName(ENGLISH, Currency.LONG_NAME, null),
          currency.getName(SINHALA, Currency.LONG_NAME, null),
          Kind.CURRENCY);
    }
  }

  private void pair(String left, String right, Kind kind) {
    if (DictionaryImport.isSinhala(right)) {
      found.add(new Name(left.strip(), right.strip(), kind));
    }
  }
}
