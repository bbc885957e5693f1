package setu.core.encode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import setu.core.math.FloatMatrix;
import setu.core.space.EmbeddingSpace;
import setu.core.space.LoadReport;
import setu.core.space.LoadReport.BadRow;
import setu.core.space.LoadReport.Reason;
import setu.core.space.SpaceId;
import setu.core.space.Vocabulary;

/** The vectors of texts, n × d in the texts' order; a text with no known token has a zero row. */
public final class EncodedTexts {
  private final List<String> texts;
  private final FloatMatrix vectors;
  private final List<Integer> unknown;
  private final long tokens;
  private final double seconds;

  EncodedTexts(
      List<String> texts, FloatMatrix vectors, List<Integer> unknown, long tokens, double seconds) {
    this.texts = List.copyOf(texts);
    this.vectors = vectors;
    this.unknown = List.copyOf(unknown);
    this.tokens = tokens;
    this.seconds = seconds;
  }

  /** The texts. */
  public List<String> texts() {
    return texts;
  }

  /** Their vectors, n × d. */
  public FloatMatrix vectors() {
    return vectors;
  }

  /** Rows of the texts of which the model knows no token, in order. */
  public List<Integer> unknown() {
    return unknown;
  }

  /** How many tokens went through the model. */
  public long tokens() {
    return tokens;
  }

  /** Wall time of tokenizing and running. */
  public double seconds() {
    return seconds;
  }

  /** Tokens a second. */
  public double tokensPerSecond() {
    return tokens / Math.max(seconds, 1e-9);
  }

  /**
   * A space whose words are the texts. Repeated texts keep their first row; those without a known
   * token are refused. Both are in its report, by line from 1.
   */
  public EmbeddingSpace toSpace(String name) {
    Set<Integer> refused = new HashSet<>(unknown);
    Set<String> seen = new HashSet<>();
    List<String> words = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    List<BadRow> bad = new ArrayList<>();
    int duplicates = 0;
    for (int row = 0; row < texts.size(); row++) {
      String text = texts.get(row);
      if (refused.contains(row)) {
        bad.add(new BadRow(row + 1L, Reason.ZERO_VECTOR, text));
      } else if (!seen.add(text)) {
        duplicates++;
        bad.add(new BadRow(row + 1L, Reason.DUPLICATE, text));
      } else {
        words.add(text);
        rows.add(row);
      }
    }
    FloatMatrix kept = vectors.gather(rows.stream().mapToInt(Integer::intValue).toArray());
    LoadReport report =
        new LoadReport(
            "encoded",
            words.size(),
            kept.columns(),
            duplicates,
            bad.size(),
            List.copyOf(bad.subList(0, Math.min(LoadReport.SHOWN, bad.size()))),
            seconds);
    return new EmbeddingSpace(name, new Vocabulary(words), kept, id(words, kept), report);
  }

  private static SpaceId id(List<String> words, FloatMatrix vectors) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
      digest.update(vectors.segment().asByteBuffer());
      return new SpaceId(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
