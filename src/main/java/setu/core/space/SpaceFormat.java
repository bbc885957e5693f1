package setu.core.space;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A file format of embedding spaces; its {@link #label} is what commands print and take. */
public enum SpaceFormat {
  /** A first line {@code n d}, then one word and its d numbers a line. */
  WORD2VEC_TEXT(".vec"),
  /** The same without the first line. */
  GLOVE_TEXT(".txt"),
  /** A first line {@code n d}, then each word, a space and d 32-bit floats. */
  WORD2VEC_BINARY(".bin"),
  /** A fastText model with its subwords; read only. */
  FASTTEXT(""),
  /** A NumPy array n × d, its words beside it. */
  NPY(".npy"),
  /** A tensor n × d among others, its words beside it. */
  SAFETENSORS(".safetensors"),
  /** The Embedding Projector's numbers split by tabs, its words in a metadata file beside it. */
  PROJECTOR(".tsv"),
  /** A Parquet table of words and vectors. */
  PARQUET(".parquet"),
  /** An Arrow IPC file. */
  ARROW(".arrow", ".feather"),
  /** An Arrow IPC stream. */
  ARROW_STREAM(".arrows");

  private final String ending;
  private final String other;

  SpaceFormat(String ending) {
    this(ending, ending);
  }

  SpaceFormat(String ending, String other) {
    this.ending = ending;
    this.other = other;
  }

  /** Its name in commands and reports, such as {@code word2vec-text}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether Setu writes it. */
  public boolean writable() {
    return this != FASTTEXT;
  }

  /** Whether its files may be gzipped. */
  public boolean zips() {
    return this != PARQUET;
  }

  /** The ending its files usually have; empty where others have it too. */
  public String ending() {
    return ending;
  }

  /** The format of a label. */
  public static Optional<SpaceFormat> ofLabel(String label) {
    for (SpaceFormat format : values()) {
      if (format.label().equals(label)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The format to write a file of this name in; {@code .gz} at its end is looked past. */
  public static Optional<SpaceFormat> ofName(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    for (SpaceFormat format : values()) {
      if (format.writable() && (plain.endsWith(format.ending) || plain.endsWith(format.other))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
