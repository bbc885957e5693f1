package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import setu.core.anchor.Draft;
import setu.core.workspace.SampleProject;
import setu.core.workspace.Workspace;
import tools.jackson.databind.JsonNode;

/** A project’s dictionary written to files. */
class AnchorsExportCommandTest extends AnchorsRuns {
  private static final Path SAMPLE = Path.of("sample-vectors");

  @Test
  void whatIsExportedIsImportedAgainUnchanged() {
    Path project = folder.resolve("project");
    SampleProject.open(SAMPLE, project).close();
    for (String name : List.of("out.txt", "out.tsv", "out.csv")) {
      Path out = folder.resolve(name);
      JsonNode written = anchors("export", out, "--project", project, "--json").json();
      assertThat(written.get("written").asInt()).isEqualTo(1039);
      JsonNode read = anchors("import", out, "--project", project, "--json").json();
      assertThat(read.get("merged").asInt()).isEqualTo(1039);
      assertThat(read.get("conflicts")).isEmpty();
    }
    assertThat(anchors("stats", "--project", project, "--json").json().get("events").asInt())
        .isEqualTo(1039);
    Path bare = folder.resolve("bare.tsv");
    anchors("export", bare, "--project", project, "--without-provenance");
    assertThat(bare).content().startsWith("source\ttarget\tstatus\tpos\tcategory\tnote\tcomment\t");
    Path none = folder.resolve("none.tsv");
    JsonNode rejected =
        anchors("export", none, "--project", project, "--status", "rejected", "--json").json();
    assertThat(rejected.get("written").asInt()).isZero();
  }

  @Test
  void anExportSaysWhichPairsWillNotComeBack() throws IOException {
    Path project = folder.resolve("project");
    try (Workspace made = Workspace.createWithoutSpaces(project)) {
      made.anchors()
          .add(
              List.of(
                  Draft.accepted("tree wood", "ගස", "edit"),
                  Draft.accepted("d,e", "ද", "edit"),
                  Draft.accepted("sea", "මුහුද", "edit")));
    }
    Path text = folder.resolve("out.txt");
    JsonNode json = anchors("export", text, "--project", project, "--json").json();
    assertThat(json.get("written").asInt()).isEqualTo(2);
    assertThat(json.get("leftOut").asInt()).isEqualTo(1);
    assertThat(json.at("/leftOutPairs/0/source").asString()).isEqualTo("tree wood");
    assertThat(json.at("/noWords/0/source").asString()).isEqualTo("d,e");
    assertThat(anchors("export", text, "--project", project).out())
        .contains("1 left out: a form with a space needs .tsv", "    tree wood – ගස")
        .contains("1 written that are no words", "    d,e – ද");
  }
}
