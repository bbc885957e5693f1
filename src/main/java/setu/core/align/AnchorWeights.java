package setu.core.align;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.DictionaryEntry;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryOptions;
import setu.core.anchor.WordPair;
import setu.core.fault.DictionaryFault;
import setu.core.space.Stemmer;

/** How much each anchor counts. */
@FunctionalInterface
public interface AnchorWeights {
  /** One weight ≥ 0 per used anchor, in their order. */
  double[] of(ResolvedAnchors anchors);

  /** The same weights for the same pairs with source and target exchanged. */
  default AnchorWeights reversed() {
    return anchors -> of(anchors.reversed());
  }

  /** Weights by a property of the anchors. */
  enum Property implements AnchorWeights {
    /** Every anchor weighs 1. */
    EQUAL {
      @Override
      double weight(ResolvedAnchors anchors, int i, int family) {
        return 1;
      }
    },
    /** Rare words weigh more: {@code ln(2 + r)}, r the row of the rarer word of the pair. */
    RARE_WORDS {
      @Override
      double weight(ResolvedAnchors anchors, int i, int family) {
        return Math.log(2.0 + rarer(anchors, i));
      }
    },
    /** Frequent words weigh more: {@code 1 / ln(2 + r)}, r as above. */
    FREQUENT_WORDS {
      @Override
      double weight(ResolvedAnchors anchors, int i, int family) {
        return 1 / Math.log(2.0 + rarer(anchors, i));
      }
    },
    /** A source word's translations weigh 1 together. */
    SOURCE_WORDS {
      @Override
      Object family(WordPair pair) {
        return pair.source();
      }

      @Override
      double weight(ResolvedAnchors anchors, int i, int family) {
        return 1.0 / family;
      }
    },
    /** The inflections of a pair weigh 1 together: those with its stems on both sides. */
    LEMMAS {
      @Override
      double weight(ResolvedAnchors anchors, int i, int family) {
        return 1.0 / family;
      }
    },
    /** The n inflections of a pair weigh √n together. */
    LEMMAS_ROOT {
      @Override
      double weight(ResolvedAnchors anchors, int i, int family) {
        return 1 / Math.sqrt(family);
      }
    };

    /** Anchor i's weight, in a family of so many. */
    abstract double weight(ResolvedAnchors anchors, int i, int family);

    /** What anchors of one family share. */
    Object family(WordPair pair) {
      return new WordPair(Stemmer.stem(pair.source()), Stemmer.stem(pair.target()));
    }

    private static int rarer(ResolvedAnchors anchors, int i) {
      return Math.max(anchors.sourceRows().get(i), anchors.targetRows().get(i));
    }

    @Override
    public double[] of(ResolvedAnchors anchors) {
      List<Object> families = anchors.used().stream().map(this::family).toList();
      Map<Object, Integer> sizes = new HashMap<>();
      families.forEach(family -> sizes.merge(family, 1, Integer::sum));
      double[] weights = new double[anchors.size()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = weight(anchors, i, sizes.getOrDefault(families.get(i), 1));
      }
      return weights;
    }
  }

  /**
   * The numbers of a column of a dictionary with a header. Where a pair stands there twice, the
   * last row counts.
   *
   * @throws DictionaryFault if the file has no such column, or a cell is not a number ≥ 0
   */
  static AnchorWeights ofColumn(Path file, String column) {
    DictionaryOptions.Columns columns = new DictionaryOptions.Columns("", "", "", "", column);
    List<DictionaryEntry> entries =
        DictionaryFiles.readEntries(file, new DictionaryOptions("", columns));
    Map<WordPair, Double> weights = new HashMap<>();
    for (DictionaryEntry entry : entries) {
      weights.put(entry.pair(), number(file, column, entry));
    }
    return anchors ->
        anchors.used().stream().mapToDouble(pair -> weights.getOrDefault(pair, 1.0)).toArray();
  }

  private static double number(Path file, String column, DictionaryEntry entry) {
    try {
      double weight = Double.parseDouble(entry.note());
      if (weight >= 0 && weight < Double.POSITIVE_INFINITY) {
        return weight;
      }
      throw bad(file, column, entry, null);
    } catch (NumberFormatException e) {
      throw bad(file, column, entry, e);
    }
  }

  private static DictionaryFault bad(
      Path file, String column, DictionaryEntry entry, @Nullable Throwable cause) {
    String detail = column + " = \"" + entry.note() + "\"";
    return new DictionaryFault(
        DictionaryFault.Problem.BAD_WEIGHT, file, entry.line(), detail, cause);
  }
}
