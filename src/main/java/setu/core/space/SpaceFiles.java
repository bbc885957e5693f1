package setu.core.space;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import setu.core.fault.SpaceFault;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Opens embedding spaces, whatever their format. */
public final class SpaceFiles {
  private static final List<SpaceReader> READERS =
      List.of(
          new FastTextReader(),
          new NpyReader(),
          new SafetensorsReader(),
          new ParquetReader(),
          new ArrowReader(),
          new Word2VecBinaryReader(),
          new WordVectorTextReader());
  private static final List<String> ENDINGS =
      Stream.concat(Stream.of(".gz"), Stream.of(SpaceFormat.values()).map(SpaceFormat::ending))
          .filter(ending -> !ending.isEmpty())
          .toList();

  private SpaceFiles() {}

  /**
   * Reads a space; the format is found from content, not from the name, and gzip is seen through.
   *
   * @throws setu.core.fault.FileFault if the file cannot be read
   * @throws SpaceFault if no usable space is in it
   */
  public static EmbeddingSpace read(
      Path file, ReadOptions options, Progress progress, Cancellation cancellation) {
    FileStamp.of(file);
    byte[] head = GzipHead.of(file).bytes();
    return readerOf(file, head).read(file, options, progress, cancellation);
  }

  /**
   * Replaces {@code file}, and what belongs beside it, by n words and their n × d vectors; gzip
   * where its name ends in {@code .gz} and the format allows it. A cancelled or failed writing
   * leaves what was there before.
   *
   * @throws setu.core.fault.FileFault if it cannot be written
   * @throws SpaceFault if the format cannot hold one of the words
   */
  public static void write(
      Path file,
      SpaceFormat format,
      List<String> words,
      FloatMatrix vectors,
      Progress progress,
      Cancellation cancellation) {
    write(file, format, SpaceLayout.USUAL, words, vectors, progress, cancellation);
  }

  /**
   * The same with the numbers laid out in another way, which has to fit the format.
   *
   * @throws SpaceFault also if a number is beyond the type asked for
   */
  public static void write(
      Path file,
      SpaceFormat format,
      SpaceLayout layout,
      List<String> words,
      FloatMatrix vectors,
      Progress progress,
      Cancellation cancellation) {
    if (words.size() != vectors.rows()) {
      throw new IllegalArgumentException(words.size() + " words for " + vectors);
    }
    if (!layout.fits(format)) {
      throw new IllegalArgumentException(layout + " in " + format);
    }
    layout.requireReach(file, vectors);
    writer(format, layout).write(file, words, vectors, progress, cancellation);
  }

  private static SpaceWriter writer(SpaceFormat format, SpaceLayout layout) {
    return switch (format) {
      case WORD2VEC_TEXT -> new TextSpaceWriter(true);
      case GLOVE_TEXT -> new TextSpaceWriter(false);
      case WORD2VEC_BINARY -> new Word2VecBinaryWriter();
      case NPY -> new NpyWriter(layout);
      case SAFETENSORS -> new SafetensorsWriter(layout.numbers());
      case PROJECTOR -> new ProjectorWriter();
      case PARQUET -> new ParquetWriter(layout.byColumn());
      case ARROW -> new ArrowWriter(false);
      case ARROW_STREAM -> new ArrowWriter(true);
      case FASTTEXT -> throw new IllegalArgumentException(format + " is read only");
    };
  }

  /** Whether a file's words are in another file. */
  static boolean isWordless(Path file) {
    byte[] head = GzipHead.of(file).bytes();
    return reader(head).map(reader -> reader.isWordless(head)).orElse(false);
  }

  /**
   * The reader of a file that begins with {@code head}.
   *
   * @throws SpaceFault if there is none
   */
  static SpaceReader readerOf(Path file, byte[] head) {
    return reader(head)
        .orElseThrow(
            () ->
                isUtf16(head)
                    ? new SpaceFault(SpaceFault.Problem.NOT_UTF8, file, "")
                    : new SpaceFault(SpaceFault.Problem.UNKNOWN_FORMAT, file, describe(head)));
  }

  /** Whether it begins like text in UTF-16: with its mark, or with a letter or digit. */
  private static boolean isUtf16(byte[] head) {
    if (head.length < 4) {
      return false;
    }
    int mark = (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
    boolean little = head[0] >= '0' && head[1] == 0 && head[2] >= ' ' && head[3] == 0;
    boolean big = head[0] == 0 && head[1] >= '0' && head[2] == 0 && head[3] >= ' ';
    return mark == 0xFEFF || mark == 0xFFFE || little || big;
  }

  private static Optional<SpaceReader> reader(byte[] head) {
    return READERS.stream().filter(reader -> reader.accepts(head)).findFirst();
  }

  /**
   * The words of a list, one a line, exactly as they stand there.
   *
   * @throws setu.core.fault.FileFault if the file cannot be read
   */
  public static Set<String> readWords(Path file) {
    return CompanionWords.read(file, Cancellation.none()).distinct();
  }

  /** Whether a file is compressed by gzip. */
  public static boolean isGzip(Path file) {
    return GzipHead.of(file).gzip();
  }

  /** A file's name without the endings of spaces. */
  static String nameOf(Path file) {
    String name = file.getFileName().toString();
    for (String ending : ENDINGS) {
      if (name.length() > ending.length() && name.toLowerCase(Locale.ROOT).endsWith(ending)) {
        name = name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }

  private static String describe(byte[] head) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < Math.min(head.length, 8); i++) {
      hex.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%02x", head[i]));
    }
    return hex.append(" …").toString();
  }
}
