package setu.core.anchor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.fault.DictionaryFault;

/** Gathers the rows of a dictionary file and says why one is not a pair. */
final class RowCollector {
  /** A file whose first rows are all refused is no dictionary: it is not read to its end. */
  private static final int HOPELESS = 1000;

  private final Path file;
  private final boolean wordsOnly;
  private final List<DictionaryEntry> entries = new ArrayList<>();
  private final List<RefusedLine> refused = new ArrayList<>();

  /** Whether a first line names the columns. */
  private boolean named;

  /**
   * {@code wordsOnly}: sides that are no words are refused, unless only signs around a word are to
   * be taken off, which is left to cleaning; else any two fields are a pair.
   */
  RowCollector(Path file, boolean wordsOnly) {
    this.file = file;
    this.wordsOnly = wordsOnly;
  }

  /** A first line names the columns. */
  void named() {
    named = true;
  }

  void pair(DictionaryEntry entry) {
    if (entry.source().isEmpty() || entry.target().isEmpty()) {
      refuse(entry, RefusedLine.Reason.EMPTY_SIDE, entry.source() + entry.target());
      return;
    }
    if (wordsOnly) {
      for (String side : List.of(entry.source(), entry.target())) {
        RefusedLine.Reason reason = unmendable(side);
        if (reason != null) {
          refuse(entry, reason, side);
          return;
        }
      }
    }
    entries.add(entry);
  }

  private void refuse(DictionaryEntry entry, RefusedLine.Reason reason, String text) {
    refuse(new RefusedLine(entry.line(), reason, text, entry.source(), entry.target()));
  }

  /** A row that has no two fields. */
  void refuse(long line, RefusedLine.Reason reason, String text) {
    refuse(new RefusedLine(line, reason, text));
  }

  /** A row that has two fields, and is no pair all the same. */
  void refuse(RefusedLine line) {
    refused.add(line);
    if (entries.isEmpty() && refused.size() == HOPELESS) {
      throw noPairs();
    }
  }

  /** All rows; sides are swapped where the source language is said and stands on the right. */
  DictionaryImport finish(String format, String sourceLanguage) {
    if (entries.isEmpty()) {
      throw noPairs();
    }
    return new DictionaryImport(format, entries, refused).from(sourceLanguage);
  }

  private DictionaryFault noPairs() {
    if (refused.isEmpty()) {
      return new DictionaryFault(DictionaryFault.Problem.NO_PAIRS, file, "");
    }
    RefusedLine first = refused.getFirst();
    DictionaryFault.Problem problem =
        switch (first.reason()) {
          case ONE_COLUMN ->
              !named && first.text().matches("(?s).*[,;].*")
                  ? DictionaryFault.Problem.UNNAMED_COLUMNS
                  : DictionaryFault.Problem.ONE_COLUMN;
          case NOT_UTF8 -> DictionaryFault.Problem.NOT_TEXT;
          case TOO_MANY_FIELDS -> DictionaryFault.Problem.UNKNOWN_FORMAT;
          default -> DictionaryFault.Problem.NO_PAIRS;
        };
    return new DictionaryFault(problem, file, first.line(), first.text(), null);
  }

  /** Why a side is no word even without the signs around it, which cleaning takes off. */
  static RefusedLine.@Nullable Reason unmendable(String side) {
    RefusedLine.Reason reason = fault(side);
    return reason == RefusedLine.Reason.NOT_A_WORD ? fault(WordCleaning.stripped(side)) : reason;
  }

  /** Why a side is no word as it stands; null if it is one. */
  static RefusedLine.@Nullable Reason fault(String side) {
    boolean letter = false;
    boolean sign = false;
    for (int i = 0; i < side.length(); ) {
      int c = side.codePointAt(i);
      i += Character.charCount(c);
      switch (Character.getType(c)) {
        case Character.UPPERCASE_LETTER,
            Character.LOWERCASE_LETTER,
            Character.TITLECASE_LETTER,
            Character.MODIFIER_LETTER,
            Character.OTHER_LETTER ->
            letter = true;
        case Character.NON_SPACING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.DECIMAL_DIGIT_NUMBER -> {}
        case Character.FORMAT -> {
          if (c != 0x200C && c != 0x200D) {
            return RefusedLine.Reason.CONTROL_CHARACTER;
          }
        }
        case Character.CONTROL,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.UNASSIGNED,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR -> {
          return RefusedLine.Reason.CONTROL_CHARACTER;
        }
        default -> {
          if (c == 0xFFFD) {
            return RefusedLine.Reason.CONTROL_CHARACTER;
          }
          sign |= " '’‘-‐‑.·&".indexOf(c) < 0;
        }
      }
    }
    return letter && !sign ? null : RefusedLine.Reason.NOT_A_WORD;
  }
}
