package setu.gui.common;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import setu.core.fault.FileFault;
import setu.core.space.SpaceFiles;

/** What a file or folder dropped on the window is, found from its content. */
public enum FileKind {
  /** A project folder. */
  PROJECT,
  /** A file of vectors. */
  SPACE,
  /** A dictionary of word pairs. */
  DICTIONARY;

  private static final int HEAD_BYTES = 1 << 14;
  private static final int LANGUAGE_BYTES = 1 << 19;
  private static final int MANY_NUMBERS = 5;

  /**
   * Looks at the first bytes of a file.
   *
   * @throws FileFault if there is no such file, or it cannot be read
   */
  public static FileKind of(Path path) {
    if (Files.isDirectory(path)) {
      return PROJECT;
    }
    if (path.endsWith("project.json")) {
      return PROJECT;
    }
    if (!Files.exists(path)) {
      throw new FileFault(FileFault.Problem.MISSING, path, "");
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(HEAD_BYTES);
    } catch (IOException e) {
      throw new FileFault(FileFault.Problem.UNREADABLE, path, 0, "", e);
    }
    if (head.length == 0) {
      throw new FileFault(FileFault.Problem.EMPTY, path, "");
    }
    if (isNamedSheet(path)) {
      return DICTIONARY;
    }
    if (isWideText(head)) {
      return ofText(new String(head, head[0] == '<' ? UTF_16LE : UTF_16));
    }
    return holdsText(head) ? ofText(new String(head, StandardCharsets.UTF_8)) : SPACE;
  }

  /**
   * The language of a file of vectors, guessed from its script: {@code si}, {@code en}, or empty.
   * Only plain text and gzip are looked into.
   */
  public static String language(Path file) {
    String head;
    try (InputStream plain = Files.newInputStream(file);
        InputStream in = SpaceFiles.isGzip(file) ? new GZIPInputStream(plain) : plain) {
      head = new String(in.readNBytes(LANGUAGE_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
    int sinhala = 0;
    int latin = 0;
    for (String line : head.split("\n")) {
      String word = line.split("[ \t]", 2)[0];
      if (word.codePoints().anyMatch(c -> c >= 0x0D80 && c <= 0x0DFF)) {
        sinhala++;
      } else if (word.codePoints().anyMatch(c -> c < 0x80 && Character.isLetter(c))) {
        latin++;
      }
    }
    return sinhala + latin == 0 ? "" : sinhala > latin ? "si" : "en";
  }

  /** A damaged one is still no file of vectors. */
  private static boolean isNamedSheet(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".xlsx") || name.endsWith(".ods");
  }

  /**
   * UTF-16, as spreadsheets and translation memories write it, has zero bytes too; its mark, or the
   * beginning of XML, tells it from vectors.
   */
  private static boolean isWideText(byte[] head) {
    int mark = head.length > 1 ? (head[0] & 0xff) << 8 | (head[1] & 0xff) : 0;
    String start = new String(head, 0, Math.min(4, head.length), StandardCharsets.ISO_8859_1);
    return mark == 0xfeff || mark == 0xfffe || start.equals("\0<\0?") || start.equals("<\0?\0");
  }

  /** A spreadsheet is a zip archive: no zero byte test can tell it from vectors, its mark can. */
  private static boolean holdsText(byte[] head) {
    if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
      return true;
    }
    for (byte b : head) {
      if (b == 0) {
        return false;
      }
    }
    return !(head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b);
  }

  private static FileKind ofText(String head) {
    String[] lines = head.replaceFirst("^\uFEFF", "").split("\n", 4);
    for (int i = 0; i < Math.min(2, lines.length); i++) {
      String[] fields = lines[i].strip().split("[ \t]+");
      if (i == 0 && fields.length == 2 && number(fields[0]) && number(fields[1])) {
        return SPACE;
      }
      int numbers = 0;
      for (int j = 1; j < fields.length; j++) {
        numbers += number(fields[j]) ? 1 : 0;
      }
      if (numbers >= MANY_NUMBERS) {
        return SPACE;
      }
    }
    return DICTIONARY;
  }

  private static boolean number(String field) {
    return !field.isEmpty() && field.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
  }
}
