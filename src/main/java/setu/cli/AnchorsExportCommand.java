package setu.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryFiles.Provenance;
import setu.core.workspace.Workspace;

/** {@code setu anchors export}. */
@Command(name = "export", description = "Write a project's anchors to a dictionary file.")
final class AnchorsExportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description =
          "Where to: with provenance if it ends in .tsv, .csv, .xlsx, .ods, .tmx, .tbx or .lift,"
              + " else text of two words a line.")
  private Path file;

  @Option(
      names = "--status",
      split = ",",
      paramLabel = "STATUS",
      defaultValue = "ACCEPTED",
      description = "Only anchors of these, joined by commas (default: accepted).")
  private Set<AnchorStatus> statuses;

  @Option(names = "--all", description = "Anchors of every status.")
  private boolean all;

  @Option(
      names = "--without-provenance",
      description = "Leave out where a pair came from, who changed it last and when.")
  private boolean withoutProvenance;

  @Mixin private ProjectOption project;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Set<AnchorStatus> wanted = all ? EnumSet.allOf(AnchorStatus.class) : statuses;
    List<Anchor> anchors;
    try (Workspace workspace = project.read()) {
      anchors =
          workspace.anchors().current().anchors().stream()
              .filter(anchor -> wanted.contains(anchor.status()))
              .toList();
    }
    DictionaryFiles.Written written =
        DictionaryFiles.write(
            file, anchors, withoutProvenance ? Provenance.LEFT_OUT : Provenance.KEPT);
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("file", file.toString());
      WrittenPairs.put(document, written);
      output.document(document);
    } else {
      output.line(written.count() + " written to " + file);
      WrittenPairs.print(written, output);
    }
    return ExitCodes.DONE;
  }
}
