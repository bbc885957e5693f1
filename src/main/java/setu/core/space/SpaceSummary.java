package setu.core.space;

import java.lang.Character.UnicodeScript;
import setu.core.math.FloatMatrix;

/** What can be said of a space at a glance. */
public final class SpaceSummary {
  private SpaceSummary() {}

  /** The shortest, mean and greatest Euclidean length of a row. */
  public record Norms(double min, double mean, double max) {}

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
      vectors.getRow(row, values);
      double squares = 0;
      for (float value : values) {
        squares += (double) value * value;
      }
      double length = Math.sqrt(squares);
      min = Math.min(min, length);
      max = Math.max(max, length);
      sum += length;
    }
    return new Norms(min, sum / vectors.rows(), max);
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
