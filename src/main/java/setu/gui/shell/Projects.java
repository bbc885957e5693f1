package setu.gui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryEntry;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryOptions;
import setu.core.fault.FileFault;
import setu.core.fault.ProjectFault;
import setu.core.workspace.Workspace;
import setu.core.workspace.Workspace.SpaceReference;
import setu.gui.preferences.UserFolders;

/** The projects Setu makes by itself: the sample's, and those of two files. */
final class Projects {
  private final UserFolders folders;

  Projects(UserFolders folders) {
    this.folders = folders;
  }

  /** The shipped files: beside the program, or in the working folder of a checkout. */
  static Path sampleFolder() {
    for (Path place :
        List.of(
            Path.of(System.getProperty("setu.home", "."), "sample-vectors"),
            Path.of("sample-vectors"))) {
      if (Files.isDirectory(place)) {
        return place.toAbsolutePath().normalize();
      }
    }
    throw new FileFault(FileFault.Problem.MISSING, Path.of("sample-vectors").toAbsolutePath(), "");
  }

  /** The sample as a project of the person's own, its dictionary imported on first use. */
  Workspace sample() {
    Path shipped = sampleFolder();
    return openOrMake(
        folders.projects().resolve("sample"),
        reference("en", shipped.resolve("en.100.vec")),
        reference("si", shipped.resolve("si.100.vec")),
        shipped.resolve("anchors.test.tsv"),
        shipped.resolve("anchors.train.tsv"));
  }

  Workspace of(Path source, Path target) {
    throw new UnsupportedOperationException("not yet");
  }

  private static SpaceReference reference(String language, Path file) {
    return new SpaceReference(language, file, "");
  }

  private static Workspace openOrMake(
      Path folder, SpaceReference source, SpaceReference target, Path test, Path train) {
    if (Files.exists(folder.resolve("project.json"))) {
      return open(folder);
    }
    Workspace made = Workspace.create(folder, source, target, test);
    made.anchors()
        .add(
            DictionaryFiles.read(train, DictionaryOptions.from(source.language()))
                .entries()
                .stream()
                .map(entry -> draft(entry, train.getFileName().toString()))
                .toList());
    return made;
  }

  private static AnchorHistory.Draft draft(DictionaryEntry entry, String origin) {
    return new AnchorHistory.Draft(
        entry.source(),
        entry.target(),
        AnchorStatus.ACCEPTED,
        entry.pos(),
        entry.category(),
        entry.note(),
        origin);
  }

  private static Workspace open(Path folder) {
    try {
      return Workspace.open(folder, Workspace.Mode.WRITE);
    } catch (ProjectFault e) {
      if (e.problem() == ProjectFault.Problem.IN_USE) {
        return Workspace.open(folder, Workspace.Mode.READ);
      }
      throw e;
    }
  }
}
