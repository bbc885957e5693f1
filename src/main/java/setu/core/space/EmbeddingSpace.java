package setu.core.space;

import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;

/**
 * Words and their vectors, rows ordered by corpus frequency as in the file.
 *
 * <p>The vectors are as read: normalisation makes new ones.
 */
public final class EmbeddingSpace {
  private final String name;
  private final Vocabulary vocabulary;
  private final FloatMatrix vectors;
  private final SpaceId id;
  private final LoadReport report;
  private final @Nullable SubwordModel subwords;
  private final @Nullable WordCounts counts;

  /**
   * A space of n words and an n × d matrix.
   *
   * @param name what people call it: by default its file's name without endings
   */
  public EmbeddingSpace(
      String name, Vocabulary vocabulary, FloatMatrix vectors, SpaceId id, LoadReport report) {
    this(name, vocabulary, vectors, id, report, null, null);
  }

  /** The same with a model that gives words outside the vocabulary vectors, and with counts. */
  EmbeddingSpace(
      String name,
      Vocabulary vocabulary,
      FloatMatrix vectors,
      SpaceId id,
      LoadReport report,
      @Nullable SubwordModel subwords,
      @Nullable WordCounts counts) {
    if (vocabulary.size() != vectors.rows()) {
      throw new IllegalArgumentException(vocabulary.size() + " words for " + vectors);
    }
    this.name = name;
    this.vocabulary = vocabulary;
    this.vectors = vectors;
    this.id = id;
    this.report = report;
    this.subwords = subwords;
    this.counts = counts;
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  /** Its words, in row order. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Its vectors, n × d. */
  public FloatMatrix vectors() {
    return vectors;
  }

  /** What it is known by. */
  public SpaceId id() {
    return id;
  }

  /** What reading it kept and refused. */
  public LoadReport report() {
    return report;
  }

  /** The same space with another report. */
  EmbeddingSpace withReport(LoadReport other) {
    return new EmbeddingSpace(name, vocabulary, vectors, id, other, subwords, counts);
  }

  /** What gives words outside the vocabulary vectors; null where nothing does. */
  public @Nullable SubwordModel subwords() {
    return subwords;
  }

  /** How often its words stood in the corpus; null where the file does not tell. */
  public @Nullable WordCounts counts() {
    return counts;
  }

  /**
   * The vector of a word, of length d: its row, else what its subwords give; null where neither is
   * there.
   */
  public float @Nullable [] vectorOf(String word) {
    int row = vocabulary.row(word);
    if (row >= 0) {
      return vectors.row(row);
    }
    return subwords == null || subwords.ngrams(word).length == 0 ? null : subwords.vector(word);
  }

  /** n, the number of words. */
  public int rows() {
    return vectors.rows();
  }

  /** d, the number of dimensions. */
  public int dimensions() {
    return vectors.columns();
  }
}
