package setu.gui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.AnchorWeights.Property;
import setu.core.workspace.Workspace;
import setu.gui.shell.SampleWorkbench;

/** The weighting of inflections stands among a project's settings. */
class KeptWeightingTest {
  @TempDir Path folder;

  @Test
  void everyChoiceIsKeptAndAnythingElseCountsAsTheFirst() {
    try (Workbench workbench = SampleWorkbench.open(folder)) {
      Workspace workspace = Objects.requireNonNull(workbench.project()).workspace();
      Map<String, String> fresh = Map.copyOf(workspace.settings());
      assertThat(KeptWeighting.of(workspace)).isEqualTo(Property.EQUAL);
      for (Property each : KeptWeighting.CHOICES) {
        KeptWeighting.keep(workspace, each);
        assertThat(KeptWeighting.of(workspace)).isEqualTo(each);
      }
      workspace.setSetting("weighting", "of a later version");
      assertThat(KeptWeighting.of(workspace)).isEqualTo(Property.EQUAL);
      KeptWeighting.keep(workspace, Property.EQUAL);
      assertThat(workspace.settings()).as("the usual is not written").isEqualTo(fresh);
    }
  }
}
