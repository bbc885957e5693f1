package setu.core.anchor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The text of MUSE and VecMap: a line is two words with spaces or tabs between them. */
final class PairText implements DictionaryFormat {
  @Override
  public String label() {
    return "text";
  }

  @Override
  public void read(Path file, InputStream in, DictionaryOptions options, RowCollector rows)
      throws IOException {
    TextLines lines = new TextLines(in);
    while (lines.next()) {
      if (!lines.valid()) {
        rows.refuse(lines.number(), RefusedLine.Reason.NOT_UTF8, lines.text());
        continue;
      }
      List<String> fields = TextLines.fields(lines.text());
      switch (fields.size()) {
        case 0 -> {}
        case 1 -> rows.refuse(lines.number(), RefusedLine.Reason.ONE_COLUMN, fields.get(0));
        case 2 ->
            rows.pair(
                new DictionaryEntry(
                    lines.number(), fields.get(0), fields.get(1), null, "", "", ""));
        default -> rows.refuse(lines.number(), RefusedLine.Reason.TOO_MANY_FIELDS, lines.text());
      }
    }
  }

  @Override
  public boolean holds(Anchor anchor) {
    return isField(anchor.source()) && isField(anchor.target());
  }

  private static boolean isField(String form) {
    return TextLines.fields(form).equals(List.of(form))
        && form.indexOf('\n') < 0
        && Xml.holds(form);
  }

  @Override
  public void write(List<Anchor> anchors, DictionaryFiles.Provenance provenance, OutputStream out)
      throws IOException {
    for (Anchor anchor : anchors) {
      String line = anchor.source() + "\t" + anchor.target();
      // A first pair such as english – sinhala with a tab would be read as a table's header.
      boolean header =
          anchor.equals(anchors.getFirst())
              && DictionaryTable.withHeader(line, DictionaryOptions.AS_WRITTEN) != null;
      String written = header ? anchor.source() + " " + anchor.target() : line;
      out.write((written + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
