package setu.gui.review;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.DoubleBlind;
import setu.gui.common.OpenProject;

/** What a queue can be narrowed by. */
enum CardFacet {
  /** Part of speech. */
  POS,
  /** Category. */
  CATEGORY,
  /** Where the pair came from. */
  ORIGIN,
  /** The frequency rank of the pair's rarer word, in bands. */
  FREQUENCY,
  /** By how much a suggestion is ahead of the next best under CSLS, in bands, the safest first. */
  MARGIN;

  /** Ranks at which a band ends. */
  private static final int[] BANDS = {1000, 5000, 20_000};

  /** Margins at which a band begins. */
  private static final double[] MARGINS = {0.05, 0.02, 0.01, 0};

  /**
   * The value of a card; empty where nothing is said, or a word is not in its vocabulary.
   *
   * @param anchors the dictionary of the moment
   */
  String of(ReviewCard card, AnchorSet anchors, OpenProject open) {
    if (this == FREQUENCY) {
      return band(card, open);
    }
    if (this == MARGIN) {
      return card.suggestion() == null ? "" : band(card.suggestion().margin());
    }
    Anchor anchor = anchors.get(card.anchor());
    if (anchor != null) {
      return of(anchor);
    }
    boolean induced = this == ORIGIN && card.queue() == ReviewQueue.SUGGESTED;
    return induced ? DoubleBlind.SUGGESTED : "";
  }

  private String of(Anchor anchor) {
    return switch (this) {
      case POS -> anchor.pos();
      case CATEGORY -> anchor.category();
      case ORIGIN -> anchor.origin();
      case FREQUENCY, MARGIN -> "";
    };
  }

  private static String band(ReviewCard card, OpenProject open) {
    int source = open.source().vocabulary().row(card.pair().source());
    int target = open.target().vocabulary().row(card.pair().target());
    if (source < 0 || target < 0) {
      return "";
    }
    int rank = Math.max(source, target) + 1;
    int first = 1;
    for (int last : BANDS) {
      if (rank <= last) {
        return String.format(Locale.ROOT, "%,d – %,d", first, last);
      }
      first = last + 1;
    }
    return String.format(Locale.ROOT, "%,d +", first);
  }

  private static String band(double margin) {
    String end = " +";
    for (double first : MARGINS) {
      if (margin >= first) {
        return String.format(Locale.ROOT, "%.2f", first) + end;
      }
      end = String.format(Locale.ROOT, " – %.2f", first);
    }
    throw new IllegalArgumentException("a margin of " + margin);
  }

  /** The place of a value among those of its facet: bands by rank, others by name. */
  static int order(CardFacet facet, String one, String other) {
    return switch (facet) {
      case FREQUENCY -> Integer.compare(firstRank(one), firstRank(other));
      case MARGIN -> other.compareTo(one);
      default -> one.compareTo(other);
    };
  }

  private static int firstRank(@Nullable String band) {
    if (band == null || band.isEmpty()) {
      return Integer.MAX_VALUE;
    }
    return Integer.parseInt(band.substring(0, band.indexOf(' ')).replace(",", ""));
  }
}
