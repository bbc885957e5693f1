package setu.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.align.Alignment;
import setu.core.align.AlignmentRun;
import setu.core.file.SafeWrite;
import setu.core.math.FloatMatrix;
import setu.core.space.EmbeddingSpace;
import setu.core.space.SpaceFiles;
import setu.core.space.SpaceFormat;

/** {@code setu align}: solves a mapping and writes it with the mapped spaces. */
@Command(
    name = "align",
    description =
        "Solve the mapping of one space onto another over a dictionary of anchors; with --out,"
            + " write it and the mapped spaces.")
final class AlignCommand implements Callable<Integer> {
  private static final String REPORT = "report.json";

  @Spec private CommandSpec command;

  @Mixin private AlignmentInputs inputs;
  @Mixin private Output output;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "A folder that gets mapping.txt, mapping.npy, source.mapped.vec, target.mapped.vec and"
              + " report.json; where the method maps the target or centres rows, also"
              + " mapping.target.txt, .npy, center.npy and center.target.npy.")
  private @Nullable Path out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "The format of the mapped spaces, by its name in 'setu info', such as npy, parquet or"
              + " projector (default: word2vec-text).")
  private @Nullable String format;

  @Option(names = "--gzip", description = "Gzip the mapped spaces.")
  private boolean gzip;

  @Mixin private StoredNumbers numbers;

  @Override
  public Integer call() {
    numbers.layout(
        command,
        CommonOptions.format(command, "--format", format, Path.of(gzip ? "a.vec.gz" : "a.vec")));
    AlignmentInputs.Solved solved = inputs.solve(output);
    noteFewAnchors(output, solved);
    Map<String, Object> report = report(solved);
    if (!solved.alignment().complete()) {
      keep(solved, report);
      throw new CancellationException();
    }
    if (out != null) {
      write(out, solved, report);
    }
    if (output.json()) {
      output.document(report);
    } else {
      output.line(summary(solved));
      warn(output, solved.alignment());
      if (out != null) {
        output.line("written to " + out);
      }
    }
    return ExitCodes.DONE;
  }

  private Map<String, Object> report(AlignmentInputs.Solved solved) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("method", solved.alignment().method());
    report.put("options", inputs.options());
    report.put("seed", inputs.seed());
    report.put("anchors", counts(solved));
    report.put("source", space(solved.source()));
    report.put("target", space(solved.target()));
    run(report, solved.alignment().run());
    report.put("seconds", solved.alignSeconds());
    report.put("loadSeconds", solved.loadSeconds());
    return report;
  }

  /** How the method's run went, where there is more to say than that it ended. */
  static void run(Map<String, Object> document, AlignmentRun run) {
    document.put("complete", run.complete());
    if (!run.losses().isEmpty()) {
      document.put("losses", run.losses());
    }
    if (run.convergence() != null) {
      document.put("converged", run.converged());
      document.put("convergence", run.convergence());
    }
  }

  private static Map<String, Object> space(EmbeddingSpace space) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", space.name());
    map.put("rows", space.rows());
    map.put("dimensions", space.dimensions());
    map.put("refused", space.report().refused());
    map.put("id", space.id().hash());
    return map;
  }

  /** How many anchors were given and used. */
  static Map<String, Object> counts(AlignmentInputs.Solved solved) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("given", solved.training().size());
    counts.put("used", solved.anchors().size());
    counts.put("oov", solved.anchors().outOfVocabulary().size());
    return counts;
  }

  /** Says on standard error where there are fewer anchors than dimensions. */
  static void noteFewAnchors(Output output, AlignmentInputs.Solved solved) {
    int used = solved.anchors().size();
    int dimensions = solved.source().dimensions();
    if (solved.supervised() && used < dimensions) {
      output.note(output.messages().text("benchmark.fewAnchors", used, dimensions));
    }
  }

  /** Says what speaks against the mapping. */
  static void warn(Output output, Alignment alignment) {
    AlignmentRun.Convergence convergence = alignment.run().convergence();
    if (convergence != null && !convergence.useful()) {
      output.line(
          output
              .messages()
              .text(
                  "align.notConverged",
                  String.format(Locale.ROOT, "%.3f", convergence.criterion()),
                  String.format(Locale.ROOT, "%.3f", convergence.chance()),
                  convergence.found() < 0
                      ? "?"
                      : String.format(Locale.ROOT, "%.1f %%", convergence.found())));
    }
  }

  /** What was aligned, in a line. */
  static String summary(AlignmentInputs.Solved solved) {
    return String.format(
        Locale.ROOT,
        "%s: %s (%,d × %d) onto %s (%,d × %d), %,d of %,d anchors used, %.2f s",
        solved.alignment().method(),
        solved.source().name(),
        solved.source().rows(),
        solved.source().dimensions(),
        solved.target().name(),
        solved.target().rows(),
        solved.target().dimensions(),
        solved.anchors().size(),
        solved.training().size(),
        solved.alignSeconds());
  }

  /**
   * Writes the best mapping that a cancelled run had, without mapped spaces. The report goes first:
   * the mapping never stands beside an earlier run's report of success.
   */
  private void keep(AlignmentInputs.Solved solved, Map<String, Object> report) {
    if (out != null) {
      report(out, report);
      removeMapped(out);
      MappingFiles.write(out, solved.alignment());
      output.note(output.messages().text("align.kept", out));
    }
  }

  private static void report(Path folder, Map<String, Object> report) {
    SafeWrite.write(
        folder.resolve(REPORT),
        to -> to.write((JsonOutput.text(report) + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  /** Takes the mapped spaces of an earlier run away. */
  private static void removeMapped(Path folder) {
    try (DirectoryStream<Path> mapped =
        Files.newDirectoryStream(folder, "{source,target}.mapped.*")) {
      for (Path file : mapped) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw SafeWrite.fault(folder, e);
    }
  }

  /** Writes all of a run that came to its end; the report of success, the last, says so. */
  private void write(Path folder, AlignmentInputs.Solved solved, Map<String, Object> report) {
    try {
      Files.deleteIfExists(folder.resolve(REPORT));
    } catch (IOException e) {
      throw SafeWrite.fault(folder, e);
    }
    MappingFiles.write(folder, solved.alignment());
    FloatMatrix mapped = solved.alignment().mapSource(solved.source().vectors());
    SpaceFormat form = CommonOptions.format(command, "--format", format, folder);
    String ending = form.ending() + (gzip ? ".gz" : "");
    vectors(folder.resolve("source.mapped" + ending), form, solved.source(), mapped);
    mapped = solved.alignment().mapTarget(solved.target().vectors());
    vectors(folder.resolve("target.mapped" + ending), form, solved.target(), mapped);
    report(folder, report);
  }

  private void vectors(Path file, SpaceFormat form, EmbeddingSpace space, FloatMatrix rows) {
    SpaceFiles.write(
        file,
        form,
        numbers.layout(command, form),
        space.vocabulary().words(),
        rows,
        output.progress(),
        output.cancellation());
  }
}
