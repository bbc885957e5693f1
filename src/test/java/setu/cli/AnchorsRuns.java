package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.anchor.Edit;
import setu.core.workspace.Workspace;

/** Runs {@code setu anchors} against projects in a folder of the test's own. */
abstract class AnchorsRuns {
  @TempDir Path folder;

  static CliRun anchors(Object... arguments) {
    List<Object> words = new ArrayList<>(List.of("anchors"));
    words.addAll(List.of(arguments));
    return CliRun.of(words.toArray());
  }

  static void assertFailed(CliRun run, String says) {
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).startsWith("setu: ").contains(says).hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  /** Gives the pairs of a source word a status. */
  static void judge(Path project, String source, AnchorStatus status) {
    try (Workspace workspace = Workspace.open(project, Workspace.Mode.WRITE)) {
      for (Anchor anchor : workspace.anchors().current().anchors()) {
        if (anchor.source().equals(source)) {
          Draft judged = Draft.of(anchor).withStatus(status);
          workspace.anchors().apply(List.of(new Edit.Change(anchor.id(), judged)));
        }
      }
    }
  }
}
