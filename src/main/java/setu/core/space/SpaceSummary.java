package setu.core.space;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import setu.core.math.FloatMatrix;

/** What can be said of a space at a glance. */
public final class SpaceSummary {
  private SpaceSummary() {}

  /** The shortest, mean and greatest Euclidean length of a row. */
  public record Norms(double min, double mean, double max) {}

  /**
   * The mean of a figure of the rows between two frequency ranks.
   *
   * @param first the first rank, from 1
   * @param last the last rank
   */
  public record RankMean(int first, int last, double mean) {}

  /** A figure of one row. */
  private interface Figure {
    double of(int row);
  }

  /**
   * In which script the words are written, by the first letter of each, 0 to 1.
   *
   * @param other words in another script or without a letter
   */
  public record Scripts(double sinhala, double latin, double other) {
    /** The likeliest language: {@code si}, {@code en}, or {@code und} where neither has half. */
    public String language() {
      return sinhala >= 0.5 ? "si" : latin >= 0.5 ? "en" : "und";
    }
  }

  /** The lengths of n × d vectors' rows; zeros for no rows. */
  public static Norms norms(FloatMatrix vectors) {
    if (vectors.rows() == 0) {
      return new Norms(0, 0, 0);
    }
    double min = Double.POSITIVE_INFINITY;
    double max = 0;
    double sum = 0;
    float[] values = new float[vectors.columns()];
    for (int row = 0; row < vectors.rows(); row++) {
      double length = length(vectors, row, values);
      min = Math.min(min, length);
      max = Math.max(max, length);
      sum += length;
    }
    return new Norms(min, sum / vectors.rows(), max);
  }

  private static double length(FloatMatrix vectors, int row, float[] values) {
    vectors.getRow(row, values);
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  /**
   * How long n × d vectors are by the frequency of their words, whose rank is their row: mean
   * lengths over ranks that grow by a constant factor.
   *
   * @param points how many at most, at least 1
   */
  public static List<RankMean> normsByRank(FloatMatrix vectors, int points) {
    float[] values = new float[vectors.columns()];
    return byRank(vectors.rows(), points, row -> length(vectors, row, values));
  }

  /**
   * How often words stood in the corpus by their frequency rank, which is their row: mean counts
   * over ranks that grow by a constant factor (Zipf 1935: nearly a line where both are logarithms).
   *
   * @param points how many at most, at least 1
   */
  public static List<RankMean> countsByRank(WordCounts counts, int points) {
    return byRank(counts.size(), points, counts::of);
  }

  private static List<RankMean> byRank(int n, int points, Figure figure) {
    if (points < 1) {
      throw new IllegalArgumentException(points + " points");
    }
    List<RankMean> curve = new ArrayList<>();
    int row = 0;
    for (int point = 1; point <= points; point++) {
      int end = (int) Math.min(n, Math.round(Math.pow(n, (double) point / points)));
      int first = row;
      double sum = 0;
      for (; row < end; row++) {
        sum += figure.of(row);
      }
      if (row > first) {
        curve.add(new RankMean(first + 1, row, sum / (row - first)));
      }
    }
    return curve;
  }

  /** The scripts of a vocabulary's words. */
  public static Scripts scripts(Vocabulary vocabulary) {
    int sinhala = 0;
    int latin = 0;
    for (String word : vocabulary.words()) {
      int letter = word.codePoints().filter(Character::isLetter).findFirst().orElse(' ');
      UnicodeScript script = UnicodeScript.of(letter);
      sinhala += script == UnicodeScript.SINHALA ? 1 : 0;
      latin += script == UnicodeScript.LATIN ? 1 : 0;
    }
    double n = Math.max(1, vocabulary.size());
    return new Scripts(sinhala / n, latin / n, (vocabulary.size() - sinhala - latin) / n);
  }
}
