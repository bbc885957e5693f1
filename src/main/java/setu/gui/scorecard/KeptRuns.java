package setu.gui.scorecard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import setu.core.evaluate.RunPage;
import setu.core.evaluate.RunRecipe;
import setu.core.evaluate.RunRecord;
import setu.core.fault.FileFault;
import setu.core.file.ContentHash;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.workspace.Workspace;

/**
 * The runs kept with a project, each a folder {@code runs/NAME} of its report, its page and the
 * anchors it was solved on: the dictionary goes on changing, the run does not.
 */
final class KeptRuns {
  private static final String FOLDER = "runs";
  private static final String REPORT = "run.json";

  private final Path folder;
  private final Workspace workspace;

  KeptRuns(Workspace workspace) {
    this.workspace = workspace;
    this.folder = workspace.folder().resolve(FOLDER);
  }

  /** Every run, the newest first; files that are no runs are left out. */
  List<RunRecord> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<RunRecord> runs = new ArrayList<>();
    try (Stream<Path> names = Files.list(folder)) {
      for (Path name : names.sorted().toList()) {
        Path report = name.resolve(REPORT);
        if (Files.isRegularFile(report)) {
          try {
            runs.add(RunRecord.read(report));
          } catch (FileFault damaged) {
            // The others can still be compared.
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    runs.sort(Comparator.comparing(RunRecord::created).reversed());
    return runs;
  }

  /**
   * Keeps a run under a name, with the anchors it was solved on; the report can be replayed.
   *
   * @return the record as it was kept
   */
  RunRecord keep(String name, RunRecord run, List<setu.core.anchor.Anchor> anchors) {
    Path place = folder.resolve(fileName(name));
    Path dictionary = place.resolve("anchors.tsv");
    setu.core.anchor.DictionaryFiles.write(dictionary, anchors);
    List<RunRecipe.Input> inputs = new ArrayList<>(run.recipe().inputs());
    inputs.add(input("anchors", dictionary));
    Path test = workspace.test();
    if (test != null) {
      inputs.add(input("test", test));
    }
    RunRecipe recipe = run.recipe();
    RunRecord kept =
        new RunRecord(
            name,
            run.created(),
            new RunRecipe(
                recipe.version(),
                inputs,
                recipe.methods(),
                recipe.options(),
                recipe.normalization(),
                recipe.retrievals(),
                recipe.neighborhood(),
                recipe.temperature(),
                recipe.bothDirections(),
                recipe.limit(),
                recipe.seed()),
            run.rows(),
            run.leakage(),
            run.complete());
    kept.write(place.resolve(REPORT));
    RunPage.write(kept, place.resolve("run.html"));
    return kept;
  }

  private static RunRecipe.Input input(String role, Path file) {
    return new RunRecipe.Input(
        role, file.toString(), ContentHash.of(file, Progress.NONE, Cancellation.none()));
  }

  /** A name that every file system takes. */
  static String fileName(String name) {
    String plain = name.strip().replaceAll("[^\\p{L}\\p{M}\\p{N}._-]+", "-");
    return plain.isEmpty() || plain.startsWith(".") ? "run" + plain : plain;
  }
}
