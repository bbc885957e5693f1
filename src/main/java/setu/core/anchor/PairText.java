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
    return TextLines.fields(anchor.source()).size() == 1
        && TextLines.fields(anchor.target()).size() == 1;
  }

  @Override
  public void write(List<Anchor> anchors, DictionaryFiles.Provenance provenance, OutputStream out)
      throws IOException {
    for (Anchor anchor : anchors) {
      out.write((anchor.source() + "\t" + anchor.target() + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
