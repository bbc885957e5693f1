package setu.gui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.workspace.SampleProject;
import setu.core.workspace.ShippedFiles;
import setu.core.workspace.Workspace;
import setu.core.workspace.Workspace.SpaceReference;
import setu.gui.common.FileKind;
import setu.gui.common.RowLimits;
import setu.gui.preferences.UserFolders;

/** The projects Setu makes by itself: the sample's, and those of two files. */
final class Projects {
  private static final String SAMPLE = "sample-vectors";
  private static final String PROJECT = "project.json";

  private final UserFolders folders;

  Projects(UserFolders folders) {
    this.folders = folders;
  }

  /** The folder of the sample's project. */
  Path sample() {
    return folders.projects().resolve("sample");
  }

  /** The sample as a project of the person's own, made on first use. */
  Workspace openSample() {
    return SampleProject.open(ShippedFiles.of(SAMPLE), sample());
  }

  /** A project of two files, made on first use; limits that are given are kept with it. */
  Workspace openPair(
      Path source,
      Path target,
      @Nullable RowLimits limits,
      Progress progress,
      Cancellation cancellation) {
    Path folder = folder(source, target);
    if (Files.notExists(folder.resolve(PROJECT))) {
      RowLimits chosen = limits == null ? RowLimits.ALL : limits;
      return Workspace.create(
          folder,
          reference(source, chosen.source()),
          reference(target, chosen.target()),
          null,
          progress,
          cancellation);
    }
    Workspace known = Workspace.open(folder, Workspace.Mode.WRITE);
    try {
      if (limits != null && !known.readOnly()) {
        known.setLimits(limits.source(), limits.target());
      }
      // A damaged file that was fetched again: nothing was said yet that rests on the old one.
      if (!known.readOnly() && known.anchors().events().isEmpty()) {
        known.acceptSpaces(progress, cancellation);
      }
      return known;
    } catch (RuntimeException e) {
      known.close();
      throw e;
    }
  }

  /** The limits kept with the project of two files; all rows where there is none. */
  RowLimits limits(Path source, Path target) {
    Path folder = folder(source, target);
    if (Files.notExists(folder.resolve(PROJECT))) {
      return RowLimits.ALL;
    }
    try (Workspace known = Workspace.open(folder, Workspace.Mode.READ)) {
      return new RowLimits(known.spaces().get(0).limit(), known.spaces().get(1).limit());
    }
  }

  /** The folder of the project of two files: the one that holds it, else a free one. */
  private Path folder(Path source, Path target) {
    String name = stem(source) + "-" + stem(target);
    Path folder = folders.projects().resolve(name);
    for (int i = 2; Files.exists(folder.resolve(PROJECT)) && !holds(folder, source, target); i++) {
      folder = folders.projects().resolve(name + "-" + i);
    }
    return folder;
  }

  /** Files of the same names elsewhere are another project. */
  private static boolean holds(Path folder, Path source, Path target) {
    try (Workspace known = Workspace.open(folder, Workspace.Mode.READ)) {
      return known.spaceFile(0).equals(source.toAbsolutePath().normalize())
          && known.spaceFile(1).equals(target.toAbsolutePath().normalize());
    }
  }

  private static SpaceReference reference(Path file, int limit) {
    return new SpaceReference(FileKind.language(file), file.toAbsolutePath(), "", limit);
  }

  /** {@code si.300} of {@code si.300.vec.gz}. */
  private static String stem(Path file) {
    return String.valueOf(file.getFileName())
        .replaceFirst("\\.gz$", "")
        .replaceFirst("\\.(vec|txt|bin|tsv)$", "");
  }
}
