package setu.core.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import setu.core.anchor.AnchorImport;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryOptions;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.workspace.Workspace.SpaceReference;

/** The shipped sample as a project of the person's own: English to Sinhala. */
public final class SampleProject {
  private SampleProject() {}

  /**
   * Opens the sample's project in {@code folder}, made on first use with the training pairs as its
   * accepted anchors; the spaces stay where they are shipped, and are found again where that moved.
   *
   * @param shipped the folder {@code sample-vectors}
   * @throws setu.core.fault.ProjectFault if the project is in use elsewhere
   */
  public static Workspace open(Path shipped, Path folder) {
    SpaceReference source = new SpaceReference("en", shipped.resolve("en.100.vec"), "");
    SpaceReference target = new SpaceReference("si", shipped.resolve("si.100.vec"), "");
    Path test = shipped.resolve("anchors.test.tsv");
    boolean made = Files.notExists(folder.resolve(ProjectFile.NAME));
    Workspace workspace =
        made
            ? Workspace.create(folder, absolute(source), absolute(target), test)
            : Workspace.open(folder, Workspace.Mode.WRITE);
    try {
      if (!workspace.readOnly()) {
        prepare(workspace, shipped);
      }
      return workspace;
    } catch (RuntimeException e) {
      workspace.close();
      throw e;
    }
  }

  private static SpaceReference absolute(SpaceReference reference) {
    return new SpaceReference(reference.language(), reference.path().toAbsolutePath(), "");
  }

  private static void prepare(Workspace workspace, Path shipped) {
    for (int space : workspace.missing()) {
      String file = String.valueOf(workspace.spaceFile(space).getFileName());
      workspace.relocate(
          space, shipped.resolve(file).toAbsolutePath(), true, Progress.NONE, Cancellation.none());
    }
    Path test = workspace.test();
    if (test != null && Files.notExists(test)) {
      workspace.setTest(shipped.resolve(test.getFileName()));
    }
    if (workspace.anchors().events().isEmpty()) {
      Path train = shipped.resolve("anchors.train.tsv");
      AnchorImport.into(
          workspace.anchors(),
          DictionaryFiles.read(train, DictionaryOptions.AS_WRITTEN),
          AnchorStatus.ACCEPTED,
          String.valueOf(train.getFileName()));
    }
  }
}
