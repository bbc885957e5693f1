package setu.gui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.workspace.SampleProject;
import setu.core.workspace.ShippedFiles;
import setu.core.workspace.Workspace;
import setu.core.workspace.Workspace.SpaceReference;
import setu.gui.common.FileKind;
import setu.gui.preferences.UserFolders;

/** The projects Setu makes by itself: the sample's, and those of two files. */
final class Projects {
  private static final String SAMPLE = "sample-vectors";

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

  /** A project of two files, made on first use. */
  Workspace openPair(Path source, Path target, Progress progress, Cancellation cancellation) {
    String name = stem(source) + "-" + stem(target);
    Path folder = folders.projects().resolve(name);
    for (int i = 2; Files.exists(folder.resolve("project.json")); i++) {
      if (holds(folder, source, target)) {
        return Workspace.open(folder, Workspace.Mode.WRITE);
      }
      folder = folders.projects().resolve(name + "-" + i);
    }
    return Workspace.create(
        folder, reference(source), reference(target), null, progress, cancellation);
  }

  /** Files of the same names elsewhere are another project. */
  private static boolean holds(Path folder, Path source, Path target) {
    try (Workspace known = Workspace.open(folder, Workspace.Mode.READ)) {
      return known.spaceFile(0).equals(source.toAbsolutePath().normalize())
          && known.spaceFile(1).equals(target.toAbsolutePath().normalize());
    }
  }

  private static SpaceReference reference(Path file) {
    return new SpaceReference(FileKind.language(file), file.toAbsolutePath(), "");
  }

  /** {@code si.300} of {@code si.300.vec.gz}. */
  private static String stem(Path file) {
    return String.valueOf(file.getFileName())
        .replaceFirst("\\.gz$", "")
        .replaceFirst("\\.(vec|txt|bin|tsv)$", "");
  }
}
