package setu.core.anchor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** One file format of bilingual dictionaries. */
sealed interface DictionaryFormat permits PairText, DictionaryTable, Spreadsheet, TermDocument {
  /** The format's name, as reports print it. */
  String label();

  /**
   * Hands every row to {@code rows}, as an entry or refused.
   *
   * @throws setu.core.fault.DictionaryFault if it is no such file at all
   */
  void read(Path file, InputStream in, DictionaryOptions options, RowCollector rows)
      throws IOException;

  /** Whether the format can hold an anchor without loss of its forms. */
  boolean holds(Anchor anchor);

  /** Writes anchors in the order given: the same anchors give the same bytes. */
  void write(List<Anchor> anchors, DictionaryFiles.Provenance provenance, OutputStream out)
      throws IOException;
}
