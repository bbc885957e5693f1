package setu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import setu.core.anchor.AnchorImport.Caution;
import setu.core.anchor.AnchorJournal;
import setu.core.anchor.RefusedLine;
import setu.core.fault.Fault;
import setu.core.workspace.Workspace;

/** {@code --project}: the project folder, as a mixin; and what its commands print alike. */
final class ProjectOption {
  @Option(
      names = "--project",
      required = true,
      paramLabel = "DIR",
      description = "The project folder.")
  private Path project;

  /** Opens it to read. */
  Workspace read() {
    return Workspace.open(project, Workspace.Mode.READ);
  }

  /** Opens it to edit; a missing or empty folder becomes a project without spaces. */
  Workspace write(Output output) {
    return Files.exists(project.resolve("project.json"))
        ? edit(output)
        : ready(Workspace.createWithoutSpaces(project), output);
  }

  /** Opens it to edit; it has to be there. */
  Workspace edit(Output output) {
    return ready(Workspace.open(project, Workspace.Mode.WRITE), output);
  }

  private static Workspace ready(Workspace workspace, Output output) {
    Fault why = workspace.whyReadOnly();
    if (why != null) {
      workspace.close();
      throw why;
    }
    AnchorJournal.Torn torn = workspace.anchors().torn();
    if (torn != null) {
      output.note(
          output.messages().text("anchors.torn", torn.bytes(), String.valueOf(torn.aside())));
    }
    return workspace;
  }

  /** Refused rows as JSON has them; {@code file} is left out where it is null. */
  static List<Map<String, Object>> refused(List<RefusedLine> lines, @Nullable Path file) {
    return lines.stream()
        .map(
            line -> {
              Map<String, Object> row = new LinkedHashMap<>();
              if (file != null) {
                row.put("file", file.toString());
              }
              row.put("line", line.line());
              row.put("reason", line.reason().key());
              row.put("text", line.text());
              row.put("source", line.source());
              row.put("target", line.target());
              return row;
            })
        .toList();
  }

  /** Prints the first refused rows. */
  static void print(List<RefusedLine> lines, Output output) {
    printFirst(
        lines,
        line -> {
          String reason = output.messages().text("refused." + line.reason());
          return row(line.line(), line.source(), line.target()) + ": " + reason;
        },
        output);
  }

  /** Prints the first of the rows that are to be cleaned. */
  static void printCautions(List<Caution> cautions, Output output) {
    String signs = output.messages().text("cli.caution");
    printFirst(
        cautions,
        caution -> row(caution.line(), caution.source(), caution.target()) + ": " + signs,
        output);
  }

  private static String row(long line, String source, String target) {
    String pair = target.isEmpty() ? source : source + " – " + target;
    return "line " + line + ": " + pair.strip();
  }

  private static <T> void printFirst(List<T> rows, Function<T, String> line, Output output) {
    for (T row : rows.subList(0, Math.min(20, rows.size()))) {
      output.line("  " + line.apply(row));
    }
    if (rows.size() > 20) {
      output.line("  … (more with --json)");
    }
  }
}
