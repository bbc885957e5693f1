package setu.core.anchor;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import setu.core.fault.DictionaryFault;
import setu.core.fault.FileFault;
import setu.core.file.ProgressInput;
import setu.core.file.SafeWrite;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Opens and writes bilingual dictionaries; the format is found from content. */
public final class DictionaryFiles {
  private static final int HEAD = 1 << 16;
  private static final Pattern ROOT = Pattern.compile("<(?:\\w+:)?(\\w[\\w.-]*)[\\s>/]");

  private DictionaryFiles() {}

  /**
   * Reads a dictionary for curation: rows that are no pairs of words are refused, with the reason.
   *
   * @throws FileFault if the file cannot be read
   * @throws DictionaryFault if not one pair is in it
   */
  public static DictionaryImport read(Path file, DictionaryOptions options) {
    return read(file, options, Progress.NONE, Cancellation.none());
  }

  /** The same, telling how far it is. */
  public static DictionaryImport read(
      Path file, DictionaryOptions options, Progress progress, Cancellation cancellation) {
    return read(file, options, new RowCollector(file, true), progress, cancellation);
  }

  /**
   * Reads the pairs to align or measure with, exactly those a text file holds: lines of two fields.
   *
   * @throws FileFault if the file cannot be read
   * @throws DictionaryFault if not one pair is in it
   */
  public static List<WordPair> readPairs(Path file) {
    return readPairs(file, DictionaryOptions.AS_WRITTEN);
  }

  /** The same, read as {@code options} say, such as from the source language's side. */
  public static List<WordPair> readPairs(Path file, DictionaryOptions options) {
    return readEntries(file, options).stream().map(DictionaryEntry::pair).toList();
  }

  /** The same pairs with what their rows say besides. */
  public static List<DictionaryEntry> readEntries(Path file, DictionaryOptions options) {
    return read(file, options, new RowCollector(file, false), Progress.NONE, Cancellation.none())
        .entries();
  }

  /** Whether it is written where a pair came from, who changed it last and when. */
  public enum Provenance {
    /** It is, where the format can hold it. */
    KEPT,
    /** It is not. */
    LEFT_OUT
  }

  /**
   * What became of the anchors that were to be written.
   *
   * @param count how many were
   * @param leftOut those with a form that the format cannot give back as it is
   * @param noWords those that were written, but with a side that is no word: {@link #read} will
   *     refuse their rows
   */
  public record Written(int count, List<Anchor> leftOut, List<Anchor> noWords) {}

  /** Writes anchors in the order given, with their provenance. */
  public static Written write(Path file, List<Anchor> anchors) {
    return write(file, anchors, Provenance.KEPT);
  }

  /**
   * Writes anchors in the order given; the name's ending chooses: {@code .tsv}, {@code .csv},
   * {@code .xlsx}, {@code .ods}, {@code .tmx}, {@code .tbx} and {@code .lift} hold all that is said
   * of them; everything else is text of two words a line.
   *
   * @throws FileFault if the file cannot be written
   */
  public static Written write(Path file, List<Anchor> anchors, Provenance provenance) {
    return write(file, anchors, provenance, Cancellation.none());
  }

  /** The same; where it is cancelled, the file stays as it was. */
  public static Written write(
      Path file, List<Anchor> anchors, Provenance provenance, Cancellation cancellation) {
    DictionaryFormat format = named(file);
    Map<Boolean, List<Anchor>> held =
        anchors.stream().collect(Collectors.partitioningBy(format::holds));
    List<Anchor> fitting = held.getOrDefault(true, List.of());
    SafeWrite.write(
        file, out -> format.write(fitting, provenance, new CancellableOutput(out, cancellation)));
    return new Written(
        fitting.size(),
        held.getOrDefault(false, List.of()),
        fitting.stream().filter(DictionaryFiles::isRefused).toList());
  }

  private static boolean isRefused(Anchor anchor) {
    return RowCollector.unmendable(anchor.source()) != null
        || RowCollector.unmendable(anchor.target()) != null;
  }

  /** Whether the format of a file's name can say more of a pair than its two words. */
  public static boolean saysMoreThanWords(Path file) {
    return !(named(file) instanceof PairText);
  }

  /** Whether the name is that of a spreadsheet. */
  static boolean isNamedSheet(Path file) {
    return named(file) instanceof Spreadsheet;
  }

  private static DictionaryFormat named(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    TermDocument document = TermDocument.ofName(name);
    if (document != null) {
      return document;
    }
    int dot = name.lastIndexOf('.');
    return switch (dot < 0 ? "" : name.substring(dot)) {
      case ".tsv" -> new DictionaryTable('\t');
      case ".csv" -> new DictionaryTable(',');
      case ".xlsx" -> Spreadsheet.XLSX;
      case ".ods" -> Spreadsheet.ODS;
      default -> new PairText();
    };
  }

  private static DictionaryImport read(
      Path file,
      DictionaryOptions options,
      RowCollector rows,
      Progress progress,
      Cancellation cancellation) {
    if (Files.isDirectory(file)) {
      throw new FileFault(FileFault.Problem.IS_FOLDER, file, "");
    }
    if (!Files.exists(file)) {
      throw new FileFault(FileFault.Problem.MISSING, file, "");
    }
    try (BufferedInputStream in =
        new BufferedInputStream(ProgressInput.of(file, progress, cancellation), HEAD)) {
      DictionaryFormat format = format(file, in, options);
      format.read(file, in, options, rows);
      return rows.finish(format.label(), options.sourceLanguage());
    } catch (AccessDeniedException e) {
      throw new FileFault(FileFault.Problem.UNREADABLE, file, 0, "", e);
    } catch (CharacterCodingException e) {
      throw new DictionaryFault(DictionaryFault.Problem.NOT_TEXT, file, 0, "", e);
    } catch (IOException e) {
      throw new FileFault(FileFault.Problem.BROKEN_OFF, file, 0, String.valueOf(e.getMessage()), e);
    }
  }

  private static DictionaryFormat format(Path file, InputStream in, DictionaryOptions options)
      throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    if (head.length == 0) {
      throw new FileFault(FileFault.Problem.EMPTY, file, "");
    }
    if (Spreadsheet.isArchive(head)) {
      return Spreadsheet.of(head);
    }
    if (isNamedSheet(file)) {
      throw Spreadsheet.damaged(file, null);
    }
    String root = root(head);
    if (!root.isEmpty()) {
      TermDocument document = TermDocument.ofRoot(root);
      if (document == null) {
        throw new DictionaryFault(DictionaryFault.Problem.UNKNOWN_FORMAT, file, "<" + root + ">");
      }
      return document;
    }
    for (byte b : head) {
      if (b == 0) {
        throw new DictionaryFault(DictionaryFault.Problem.NOT_TEXT, file, "");
      }
    }
    if (named(file) instanceof TermDocument) {
      throw new DictionaryFault(DictionaryFault.Problem.BROKEN_XML, file, 1, "", null);
    }
    TextLines lines = new TextLines(new ByteArrayInputStream(head));
    while (lines.next() && lines.text().isBlank()) {
      // A table may begin with blank lines, which are no header.
    }
    DictionaryTable table = DictionaryTable.withHeader(lines.text(), options);
    if (table != null) {
      return table;
    }
    DictionaryOptions.Columns columns = options.columns();
    if (columns != null) {
      throw new DictionaryFault(
          DictionaryFault.Problem.MISSING_COLUMN, file, 1, columns.source(), null);
    }
    DictionaryTable headless = DictionaryTable.withoutHeader(lines.text());
    return headless == null ? new PairText() : headless;
  }

  /** The name of the root element of XML; empty where the bytes are none. */
  private static String root(byte[] head) {
    String text = new String(head, charset(head));
    String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (!start.stripLeading().startsWith("<")) {
      return "";
    }
    Matcher found = ROOT.matcher(start);
    return found.find() ? found.group(1) : "";
  }

  /**
   * How XML begins: in UTF-16 by its mark, or by the zero bytes of its first sign; else in UTF-8.
   */
  private static Charset charset(byte[] head) {
    int first = head.length > 1 ? (head[0] & 0xff) << 8 | (head[1] & 0xff) : 0;
    return switch (first) {
      case 0xfeff, '<' -> StandardCharsets.UTF_16BE;
      case 0xfffe, '<' << 8 -> StandardCharsets.UTF_16LE;
      default -> StandardCharsets.UTF_8;
    };
  }
}
