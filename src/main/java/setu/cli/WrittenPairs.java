package setu.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import setu.core.anchor.Anchor;
import setu.core.anchor.DictionaryFiles;

/** What the commands say of a dictionary they have written. */
final class WrittenPairs {
  /** How many pairs are listed where there is no {@code --json}. */
  private static final int SHOWN = 20;

  private WrittenPairs() {}

  /** Adds to a document how many pairs were written, and those that will not come back. */
  static void put(Map<String, Object> document, DictionaryFiles.Written written) {
    document.put("written", written.count());
    document.put("leftOut", written.leftOut().size());
    document.put("leftOutPairs", rows(written.leftOut()));
    document.put("noWords", rows(written.noWords()));
  }

  private static List<Map<String, Object>> rows(List<Anchor> anchors) {
    return anchors.stream()
        .map(
            anchor -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("anchor", anchor.id());
              row.put("source", anchor.source());
              row.put("target", anchor.target());
              return row;
            })
        .toList();
  }

  /** Lists the pairs that will not come back, with the reason. */
  static void print(DictionaryFiles.Written written, Output output) {
    boolean spaces =
        written.leftOut().stream()
            .allMatch(anchor -> (anchor.source() + anchor.target()).indexOf(' ') >= 0);
    print(
        written.leftOut(),
        spaces
            ? "left out: a form with a space needs .tsv or .csv"
            : "left out: this format has no place for blanks around a form, line breaks and"
                + " control characters",
        output);
    print(
        written.noWords(),
        "written that are no words: importing the file will refuse them",
        output);
  }

  private static void print(List<Anchor> anchors, String what, Output output) {
    if (anchors.isEmpty()) {
      return;
    }
    output.line("  " + anchors.size() + " " + what);
    for (Anchor anchor : anchors.subList(0, Math.min(SHOWN, anchors.size()))) {
      String pair = anchor.source() + " – " + anchor.target();
      output.line("    " + pair.replaceAll("\\s", " ").strip());
    }
    if (anchors.size() > SHOWN) {
      output.line("    … (more with --json)");
    }
  }
}
