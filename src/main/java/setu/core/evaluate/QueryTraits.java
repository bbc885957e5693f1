package setu.core.evaluate;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import setu.core.anchor.DictionaryEntry;
import setu.core.anchor.WordPair;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.evaluate.TranslationScore.QueryOutcome;
import setu.core.neighbor.Neighbors;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** What is known of the queries of one direction, facet by facet. */
public final class QueryTraits {
  /** Where nothing is said of a query. */
  public static final String UNKNOWN = "–";

  /** How many nearest words are looked at for anchors. */
  public static final int NEIGHBORHOOD = 20;

  private final Vocabulary words;
  private final Map<String, String> pos = new HashMap<>();
  private final Map<String, String> category = new HashMap<>();
  private final Map<String, Integer> density;

  private QueryTraits(Vocabulary words, Map<String, Integer> density) {
    this.words = words;
    this.density = density;
  }

  /**
   * The traits of a score's queries.
   *
   * @param entries of the test dictionary, source word first; may be empty
   * @param anchors the training pairs, source word first
   */
  public static QueryTraits of(
      AlignedPair pair,
      TranslationScore score,
      List<DictionaryEntry> entries,
      List<WordPair> anchors,
      Cancellation cancellation) {
    boolean forward = score.direction() == Direction.FORWARD;
    AlignedPair.Side side = pair.queries(score.direction());
    QueryTraits traits =
        new QueryTraits(
            side.words(), density(pair, side, score.queries(), anchors, forward, cancellation));
    for (DictionaryEntry entry : entries) {
      String word = forward ? entry.source() : entry.target();
      remember(traits.pos, word, entry.pos());
      remember(traits.category, word, entry.category());
    }
    return traits;
  }

  private static void remember(Map<String, String> said, String word, String value) {
    if (!value.isBlank()) {
      said.putIfAbsent(word, value);
    }
  }

  /** How many of each query's nearest words at home, itself excluded, are anchored. */
  private static Map<String, Integer> density(
      AlignedPair pair,
      AlignedPair.Side side,
      List<QueryOutcome> queries,
      List<WordPair> anchors,
      boolean forward,
      Cancellation cancellation) {
    Set<Integer> anchored = new HashSet<>();
    for (WordPair anchor : anchors) {
      anchored.add(side.words().row(forward ? anchor.source() : anchor.target()));
    }
    List<String> known =
        queries.stream().map(QueryOutcome::query).filter(w -> side.words().row(w) >= 0).toList();
    int[] rows = known.stream().mapToInt(side.words()::row).toArray();
    Neighbors near =
        pair.search()
            .search(
                side.rows().rows().gather(rows),
                side.rows(),
                NEIGHBORHOOD + 1,
                Progress.NONE,
                cancellation);
    Map<String, Integer> density = HashMap.newHashMap(rows.length);
    for (int i = 0; i < rows.length; i++) {
      int count = 0;
      for (int row : near.indices(i)) {
        count += row != rows[i] && row >= 0 && anchored.contains(row) ? 1 : 0;
      }
      density.put(known.get(i), count);
    }
    return density;
  }

  /** The value of a query word under a facet; {@link #UNKNOWN} where nothing is known. */
  public String value(QueryFacet facet, String word) {
    int row = words.row(word);
    return switch (facet) {
      case FREQUENCY -> row < 0 ? UNKNOWN : Bands.RANKS.of(row + 1);
      case PART_OF_SPEECH -> pos.getOrDefault(word, UNKNOWN);
      case CATEGORY -> category.getOrDefault(word, UNKNOWN);
      case LENGTH ->
          Bands.LENGTHS.of(
              Math.max(1, (int) word.codePoints().filter(Character::isLetter).count()));
      case SCRIPT -> script(word);
      case ANCHOR_DENSITY -> {
        Integer anchors = density.get(word);
        yield anchors == null ? UNKNOWN : Bands.DENSITIES.of(anchors);
      }
    };
  }

  /** The scripts of a word's letters, such as {@code sinhala}. */
  private static String script(String word) {
    TreeSet<String> scripts = new TreeSet<>();
    word.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> scripts.add(UnicodeScript.of(c).name().toLowerCase(Locale.ROOT)));
    return scripts.isEmpty() ? UNKNOWN : String.join("+", scripts);
  }

  /** The values that {@code queries} have under a facet: bands in order, names by the alphabet. */
  public List<String> values(QueryFacet facet, List<String> queries) {
    Function<String, String> value = word -> value(facet, word);
    Set<String> seen = new TreeSet<>(queries.stream().map(value).toList());
    List<String> order = new ArrayList<>();
    List<String> bands =
        switch (facet) {
          case FREQUENCY -> Bands.RANKS.names();
          case LENGTH -> Bands.LENGTHS.names();
          case ANCHOR_DENSITY -> Bands.DENSITIES.names();
          case PART_OF_SPEECH, CATEGORY, SCRIPT -> List.copyOf(seen);
        };
    bands.stream().filter(seen::contains).filter(v -> !v.equals(UNKNOWN)).forEach(order::add);
    if (seen.contains(UNKNOWN)) {
      order.add(UNKNOWN);
    }
    return order;
  }
}
