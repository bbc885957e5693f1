package setu.core.space;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import setu.core.fault.FileFault;
import setu.core.fault.SpaceFault;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * The words of vectors that are stored without them, one a line in row order: a plain list, or a
 * table split by tabs as the Embedding Projector reads it, whose first line names the columns.
 */
final class CompanionWords {
  private static final List<String> LISTS =
      List.of(".vocab.txt", ".vocab", ".words.txt", ".words", ".metadata.tsv", ".vocab.tsv");
  private static final List<String> FOLDER_LISTS =
      List.of("vocab.txt", "words.txt", "metadata.tsv");
  private static final List<String> WORD_COLUMNS =
      List.of("word", "token", "label", "text", "name");
  private static final List<String> COUNT_COLUMNS = List.of("count", "frequency", "freq");
  private static final int LONGEST_LINE = 1 << 20;

  private final List<String> words;
  private final long @Nullable [] counts;
  private final String hash;

  private CompanionWords(List<String> words, long @Nullable [] counts, String hash) {
    this.words = words;
    this.counts = counts;
    this.hash = hash;
  }

  /** How many words there are. */
  int size() {
    return words.size();
  }

  /** The word of a row, from 0; empty past the end. */
  String word(long row) {
    return row < words.size() ? words.get((int) row) : "";
  }

  /** The words without those that stand twice; an empty line is no word. */
  Set<String> distinct() {
    Set<String> distinct = new HashSet<>(words);
    distinct.remove("");
    return distinct;
  }

  /** Whether the words come with counts. */
  boolean counted() {
    return counts != null;
  }

  /** How often a row's word occurs in the corpus; 0 where that is not known. */
  long count(long row) {
    return counts != null && row < counts.length ? counts[(int) row] : 0;
  }

  /** The SHA-256 of the file of words. */
  String hash() {
    return hash;
  }

  /**
   * The words of {@code file}: those the options name, else those found beside it by its name.
   *
   * @throws SpaceFault if there are none
   */
  static CompanionWords of(Path file, ReadOptions options, Cancellation cancellation) {
    Path words = fileOf(file, options);
    if (words == null) {
      String wanted = SpaceFiles.nameOf(file) + LISTS.get(0);
      throw new SpaceFault(SpaceFault.Problem.NO_VOCABULARY, file, wanted);
    }
    return read(words, cancellation);
  }

  /** The file of words; null where there is none. */
  static @Nullable Path fileOf(Path file, ReadOptions options) {
    if (options.vocabulary() != null) {
      return options.vocabulary();
    }
    String name = SpaceFiles.nameOf(file);
    while (true) {
      for (String ending : LISTS) {
        Path found = existing(file, name + ending);
        if (found != null) {
          return found;
        }
      }
      int dot = name.lastIndexOf('.');
      if (dot <= 0) {
        break;
      }
      name = name.substring(0, dot);
    }
    for (String list : FOLDER_LISTS) {
      Path found = existing(file, list);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Path existing(Path file, String name) {
    for (String ending : List.of("", ".gz")) {
      Path candidate = file.resolveSibling(name + ending);
      if (Files.isRegularFile(candidate) && !candidate.equals(file)) {
        return candidate;
      }
    }
    return null;
  }

  /** The words of a file. */
  static CompanionWords read(Path file, Cancellation cancellation) {
    FileStamp stamp = FileStamp.of(file);
    List<String> lines = new ArrayList<>();
    String hash;
    try (HashedInput raw = new HashedInput(Files.newInputStream(file), Progress.NONE);
        InputStream in =
            GzipHead.of(file).gzip()
                ? new GZIPInputStream(raw, 1 << 16)
                : new BufferedInputStream(raw, 1 << 16)) {
      readLines(file, in, lines, cancellation);
      hash = raw.finish();
    } catch (IOException e) {
      throw FileStamp.fault(file, e);
    }
    stamp.requireUnchanged(file);
    return table(lines, hash);
  }

  /** Line feeds alone end a line: nothing else may be taken off a word. */
  private static void readLines(
      Path file, InputStream in, List<String> lines, Cancellation cancellation) throws IOException {
    byte[] line = new byte[256];
    byte[] chunk = new byte[1 << 16];
    int length = 0;
    for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
      cancellation.check();
      for (int i = 0; i < read; i++) {
        if (chunk[i] == '\n') {
          lines.add(text(line, length, lines.isEmpty()));
          length = 0;
          continue;
        }
        if (length == line.length) {
          if (length >= LONGEST_LINE) {
            throw new FileFault(
                FileFault.Problem.BROKEN_OFF, file, lines.size() + 1L, "> 1 MB", null);
          }
          line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = chunk[i];
      }
    }
    if (length > 0) {
      lines.add(text(line, length, lines.isEmpty()));
    }
  }

  private static String text(byte[] line, int length, boolean first) {
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    String text = WordBytes.decode(line, 0, end);
    return first && text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static CompanionWords table(List<String> lines, String hash) {
    if (lines.isEmpty() || lines.get(0).indexOf('\t') < 0) {
      return new CompanionWords(lines, null, hash);
    }
    List<String> header =
        Arrays.stream(lines.get(0).toLowerCase(Locale.ROOT).split("\t", -1))
            .map(String::strip)
            .toList();
    int wordColumn = Math.max(0, column(header, WORD_COLUMNS));
    int countColumn = column(header, COUNT_COLUMNS);
    List<String> words = new ArrayList<>(lines.size());
    long[] counts = new long[lines.size() - 1];
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      if (countColumn >= 0 && countColumn < fields.length) {
        counts[words.size()] = number(fields[countColumn]);
      }
      words.add(wordColumn < fields.length ? fields[wordColumn] : "");
    }
    return new CompanionWords(words, countColumn >= 0 ? counts : null, hash);
  }

  private static int column(List<String> header, List<String> names) {
    for (String name : names) {
      if (header.contains(name)) {
        return header.indexOf(name);
      }
    }
    return -1;
  }

  private static long number(String field) {
    try {
      return Long.parseLong(field.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
