package setu.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorImport;
import setu.core.anchor.AnchorImport.Caution;
import setu.core.anchor.AnchorImport.Conflict;
import setu.core.anchor.AnchorImport.Report;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryImport;
import setu.core.anchor.DictionaryOptions;
import setu.core.anchor.Draft;

/** {@code setu anchors merge}. */
@Command(
    name = "merge",
    description =
        "Unite two dictionaries into a third. Where they say otherwise of a pair the first is"
            + " kept, and the second's row is listed as a conflict.")
final class AnchorsMergeCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FIRST", description = "A dictionary.")
  private Path first;

  @Parameters(
      index = "1",
      paramLabel = "SECOND",
      description = "Another; turned round where it runs the other way.")
  private Path second;

  @Parameters(
      index = "2",
      paramLabel = "OUT",
      description = "The union: a table with provenance if it ends in .tsv or .csv, else text.")
  private Path out;

  @Mixin private Output output;

  @Override
  public Integer call() {
    DictionaryImport left = DictionaryFiles.read(first, DictionaryOptions.AS_WRITTEN);
    String language = left.sourceIsSinhala() ? "si" : "en";
    DictionaryImport right = DictionaryFiles.read(second, DictionaryOptions.from(language));
    AnchorImport.Union union = AnchorImport.union(left, first.toString(), right, second.toString());
    List<Anchor> anchors = anchors(union.drafts());
    print(union, DictionaryFiles.write(out, anchors));
    return ExitCodes.DONE;
  }

  private static List<Anchor> anchors(List<Draft> drafts) {
    String author = System.getProperty("user.name", "");
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<Anchor> anchors = new ArrayList<>();
    for (Draft draft : drafts) {
      anchors.add(draft.anchor(anchors.size() + 1L, author, now));
    }
    return anchors;
  }

  private void print(AnchorImport.Union union, DictionaryFiles.Written written) {
    Report one = union.first();
    Report two = union.second();
    List<Conflict> conflicts = new ArrayList<>(one.conflicts());
    conflicts.addAll(two.conflicts());
    List<Caution> cautions = new ArrayList<>(one.cautions());
    cautions.addAll(two.cautions());
    if (output.json()) {
      List<Map<String, Object>> refused =
          new ArrayList<>(ProjectOption.refused(one.refused(), first));
      refused.addAll(ProjectOption.refused(two.refused(), second));
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("read", one.read() + two.read());
      document.put("taken", one.taken() + two.taken());
      document.put("merged", one.merged() + two.merged());
      document.put("conflicts", conflicts);
      document.put("refused", refused);
      document.put("cautions", cautions);
      WrittenPairs.put(document, written);
      output.document(document);
      return;
    }
    output.line(
        "%d read: %d taken, %d merged, %d in conflict, %d refused; %d written to %s"
            .formatted(
                one.read() + two.read(),
                one.taken() + two.taken(),
                one.merged() + two.merged(),
                conflicts.size(),
                one.refused().size() + two.refused().size(),
                written.count(),
                out));
    WrittenPairs.print(written, output);
    for (Conflict conflict : conflicts) {
      output.line("  " + line(conflict));
    }
    ProjectOption.print(one.refused(), output);
    ProjectOption.print(two.refused(), output);
    ProjectOption.printCautions(cautions, output);
  }

  /** One conflict as a line. */
  static String line(Conflict conflict) {
    return "line %d: %s – %s: %s is “%s” here and “%s” there"
        .formatted(
            conflict.line(),
            conflict.source(),
            conflict.target(),
            conflict.field(),
            conflict.here(),
            conflict.there());
  }
}
