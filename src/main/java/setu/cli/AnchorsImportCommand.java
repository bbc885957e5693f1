package setu.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import setu.core.anchor.AnchorImport;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.CldrNames;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryImport;
import setu.core.anchor.DictionaryOptions;
import setu.core.anchor.EditName;
import setu.core.workspace.Workspace;

/** {@code setu anchors import}. */
@Command(
    name = "import",
    description =
        "Bring a dictionary into a project as one batch. Every row is taken, merged, in conflict"
            + " or refused. A missing or empty project folder becomes a new project.")
final class AnchorsImportCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description =
          "Text of two words a line, TSV, CSV, XLSX, ODS, TMX, TBX or LIFT; not with --cldr.")
  private @Nullable Path file;

  @Option(
      names = "--columns",
      paramLabel = "SOURCE,TARGET[,POS[,CATEGORY[,NOTE]]]",
      split = ",",
      description =
          "The columns of a table, by the names in its first row; an empty name leaves one out."
              + " Without this they are found by the usual names.")
  private List<String> columns = List.of();

  @Option(
      names = "--no-header",
      description =
          "The first row of the table is a pair like the others; --columns are numbers from 1"
              + " (without --columns: 1,2).")
  private boolean headless;

  @Option(
      names = "--cldr",
      description =
          "Import the names of languages, territories, months, weekdays and units that Unicode's"
              + " locale data has in English and Sinhala; those in doubt as candidates.")
  private boolean cldr;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      defaultValue = "ACCEPTED",
      description =
          "Status of rows that say none: candidate, accepted, rejected or unsure"
              + " (default: accepted).")
  private AnchorStatus status;

  @Option(names = "--preview", description = "Only say what would become of each row.")
  private boolean preview;

  @Option(
      names = "--queue-conflicts",
      description =
          "Let rows in conflict stand beside as candidates, for the window's queue of conflicts;"
              + " else they change nothing.")
  private boolean queued;

  @Option(
      names = "--source-language",
      paramLabel = "LANGUAGE",
      description =
          "Which language the source words of a project without spaces are in, si or en (default:"
              + " as in the pairs it has, else en). A file that runs the other way is turned"
              + " round.")
  private @Nullable String asked;

  @Mixin private ProjectOption project;
  @Mixin private Output output;

  @Override
  public Integer call() {
    DictionaryImport rows = rows();
    String origin = file == null ? CldrNames.ORIGIN : String.valueOf(file.getFileName());
    try (Workspace workspace = preview ? project.read() : project.write(output)) {
      String language = language(workspace);
      AnchorImport.Plan plan =
          AnchorImport.plan(
              workspace.anchors().current(),
              rows.from(language),
              status,
              origin,
              output.progress(),
              output.cancellation());
      if (!preview) {
        workspace
            .anchors()
            .apply(
                EditName.importOf(origin),
                plan.edits(
                    queued ? AnchorImport.Conflicting.QUEUED : AnchorImport.Conflicting.TOLD));
      }
      print(plan.report(), language, rows.runsOtherWay(language));
    }
    return ExitCodes.DONE;
  }

  /** The language of the source words; empty where the columns that were named say it all. */
  private String language(Workspace workspace) {
    String known = workspace.sourceLanguage();
    if (asked == null) {
      return known.isEmpty() && columns.isEmpty() ? "en" : known;
    }
    if (!Set.of("si", "en").contains(asked)) {
      throw CommonOptions.usage(command, "--source-language is si or en, not '" + asked + "'");
    }
    if (!known.isEmpty() && !known.equals(asked)) {
      throw CommonOptions.usage(
          command, "the source language of this project is " + known + ", not " + asked);
    }
    return asked;
  }

  private DictionaryImport rows() {
    if (cldr == (file != null)) {
      throw CommonOptions.usage(command, "Give a FILE or --cldr");
    }
    return file == null
        ? CldrNames.pairs()
        : DictionaryFiles.read(file, options(), output.progress(), output.cancellation());
  }

  private DictionaryOptions options() {
    List<String> names = columns.isEmpty() && headless ? List.of("1", "2") : columns;
    if (names.isEmpty()) {
      return DictionaryOptions.AS_WRITTEN;
    }
    if (names.size() < 2 || names.size() > 5 || names.get(0).isBlank() || names.get(1).isBlank()) {
      throw CommonOptions.usage(command, "--columns names two columns of words, and five at most");
    }
    return new DictionaryOptions(
        "",
        new DictionaryOptions.Columns(
            names.get(0), names.get(1), name(names, 2), name(names, 3), name(names, 4), !headless));
  }

  private static String name(List<String> names, int place) {
    return place < names.size() ? names.get(place).strip() : "";
  }

  private void print(AnchorImport.Report report, String language, boolean turned) {
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("sourceLanguage", language);
      document.put("turned", turned);
      document.put("read", report.read());
      document.put("taken", report.taken());
      document.put("merged", report.merged());
      document.put("conflicts", report.conflicts());
      document.put("refused", ProjectOption.refused(report.refused(), null));
      document.put("cautions", report.cautions());
      output.document(document);
      return;
    }
    output.line(
        "%d read: %d taken, %d merged, %d in conflict, %d refused"
            .formatted(
                report.read(),
                report.taken(),
                report.merged(),
                report.conflicts().size(),
                report.refused().size()));
    if (turned) {
      output.line(
          "  turned round: the file has its %s words on the right, the project on the left"
              .formatted(language));
    }
    for (AnchorImport.Conflict conflict : report.conflicts()) {
      output.line("  " + AnchorsMergeCommand.line(conflict));
    }
    ProjectOption.print(report.refused(), output);
    ProjectOption.printCautions(report.cautions(), output);
  }
}
