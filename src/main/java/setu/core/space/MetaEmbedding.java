package setu.core.space;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import setu.core.math.FloatMatrix;

/** One space out of two for the same words: the words and their order are those of the first. */
public final class MetaEmbedding {
  private MetaEmbedding() {}

  /** How two vectors of a word become one. */
  public enum Way {
    /** Side by side, each of unit length: d + d₂ columns. */
    CONCATENATE,
    /**
     * The mean of both at unit length, the shorter filled up with zeros: max(d, d₂) columns (Coates
     * and Bollegala 2018).
     */
    AVERAGE;

    /** The way of a name, {@code concatenate} or {@code average}; empty for any other. */
    public static Optional<Way> ofName(String name) {
      return Stream.of(values())
          .filter(way -> way.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst();
    }
  }

  /**
   * Joins a word's vectors; where the second space lacks the word, its part is zero, and an average
   * is the first vector alone.
   */
  public static EmbeddingSpace join(EmbeddingSpace first, EmbeddingSpace second, Way way) {
    FloatMatrix one = Normalization.UNIT.apply(first.vectors());
    FloatMatrix two = Normalization.UNIT.apply(second.vectors());
    int d = one.columns();
    int columns =
        way == Way.CONCATENATE ? Math.addExact(d, two.columns()) : Math.max(d, two.columns());
    FloatMatrix joined = FloatMatrix.zeros(one.rows(), columns);
    float[] row = new float[columns];
    float[] beside = new float[two.columns()];
    for (int i = 0; i < one.rows(); i++) {
      java.util.Arrays.fill(row, 0);
      one.getRow(i, row);
      int j = second.vocabulary().row(first.vocabulary().word(i));
      if (j >= 0) {
        two.getRow(j, beside);
        int from = way == Way.CONCATENATE ? d : 0;
        for (int k = 0; k < beside.length; k++) {
          row[from + k] += beside[k];
        }
      }
      joined.setRow(i, row);
    }
    return new EmbeddingSpace(
        first.name() + "+" + second.name(),
        first.vocabulary(),
        joined,
        id(first.id(), second.id(), way),
        first.report());
  }

  private static SpaceId id(SpaceId first, SpaceId second, Way way) {
    MessageDigest digest = HashedInput.sha256();
    String parts = way + "\n" + first.hash() + "\n" + second.hash();
    digest.update(parts.getBytes(StandardCharsets.UTF_8));
    return new SpaceId(HexFormat.of().formatHex(digest.digest()));
  }
}
