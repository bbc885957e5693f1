package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.workspace.Workspace;
import tools.jackson.databind.JsonNode;

/** One pair, and one edit, taken back by itself. */
class AnchorsRevertCommandTest extends AnchorsRuns {
  @Test
  void onePairIsRevertedAsOneEditThatCanBeUndone() throws IOException {
    Path project = folder.resolve("reverted");
    anchors("import", file("r.txt", "river ගඟ\nsea මුහුද\n"), "--project", project);
    judge(project, "river", AnchorStatus.REJECTED);
    judge(project, "sea", AnchorStatus.UNSURE);
    JsonNode json =
        anchors("revert", "river", "ගඟ", "--to", 2, "--project", project, "--json").json();
    assertThat(json.get("became").asString()).isEqualTo("changed");
    assertThat(json.get("status").asString()).isEqualTo("accepted");
    assertThat(json.get("event").asInt()).isEqualTo(5);
    try (Workspace again = Workspace.open(project, Workspace.Mode.WRITE)) {
      assertThat(again.anchors().current().anchors())
          .extracting(Anchor::status)
          .containsExactly(AnchorStatus.ACCEPTED, AnchorStatus.UNSURE);
      assertThat(again.anchors().events().getLast().author())
          .isEqualTo(System.getProperty("user.name"));
      assertThat(again.anchors().undo().anchors().getFirst().status())
          .isEqualTo(AnchorStatus.REJECTED);
    }
    assertThat(anchors("revert", "--anchor", 2, "--to", "2000-01-01", "--project", project).out())
        .contains("sea – මුහුද: removed");
    assertThat(anchors("revert", "sea", "මුහුද", "--to", 4, "--project", project).out())
        .contains("sea – මුහුද: restored, unsure");
    assertThat(
            anchors("revert", "sea", "මුහුද", "--to", "2999-01-01T00:00:00Z", "--project", project)
                .out())
        .contains("unchanged, unsure");
    assertFailed(anchors("revert", "sun", "ඉර", "--to", 1, "--project", project), "sun – ඉර");
    assertFailed(anchors("revert", "--anchor", 9, "--to", 1, "--project", project), "9");
    for (Object wrong : List.of(0, 99, "Tuesday", "99999999999999999999")) {
      assertThat(anchors("revert", "sea", "මුහුද", "--to", wrong, "--project", project).exit())
          .isEqualTo(ExitCodes.USAGE);
    }
    assertThat(anchors("revert", "sea", "--to", 1, "--project", project).exit())
        .isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void oneBatchIsTakenBackByItselfAndWhatWasEditedSinceStays() throws IOException {
    Path project = folder.resolve("batches");
    anchors("import", file("two.txt", "river ගඟ\nsea මුහුද\n"), "--project", project);
    anchors("import", file("one.txt", "sun ඉර\n"), "--project", project);
    judge(project, "sea", AnchorStatus.UNSURE);
    JsonNode batches = anchors("log", "--batches", "--project", project, "--json").json();
    assertThat(batches.get("batches")).hasSize(3);
    JsonNode first = batches.get("batches").get(0);
    assertThat(first.get("batch").asInt()).isEqualTo(1);
    assertThat(first.get("edit").asString()).isEqualTo("import");
    assertThat(first.get("of").asString()).isEqualTo("two.txt");
    assertThat(first.get("pairs").asInt()).isEqualTo(2);
    assertThat(batches.get("batches").get(2).get("source").asString()).isEqualTo("sea");
    assertThat(anchors("log", "--batches", "--last", 2, "--project", project).out())
        .contains("\timport\tone.txt\t1\t")
        .doesNotContain("two.txt");
    assertThat(anchors("log", "--project", project).out()).startsWith("event\tbatch\t");

    CliRun taken = anchors("revert", "--batch", 1, "--project", project);
    assertThat(taken.out())
        .contains("batch 1: 1 of its pairs went back, 1 stayed since they were edited after it")
        .contains("sea – මුහුද");
    try (Workspace again = Workspace.open(project, Workspace.Mode.WRITE)) {
      assertThat(again.anchors().current().anchors())
          .extracting(Anchor::source)
          .containsExactly("sea", "sun");
      assertThat(again.anchors().undo().anchors()).as("one edit").hasSize(3);
      again.anchors().redo();
    }
    JsonNode none = anchors("revert", "--batch", 1, "--project", project, "--json").json();
    assertThat(none.get("wentBack").asInt()).isZero();
    assertThat(none.get("stayed").get(0).get("source").asString()).isEqualTo("sea");
    assertThat(none.get("batch").isNull()).isTrue();
    JsonNode json = anchors("revert", "--batch", 2, "--project", project, "--json").json();
    assertThat(json.get("wentBack").asInt()).isEqualTo(1);
    assertThat(json.get("batch").asInt()).isEqualTo(7);
    assertThat(anchors("log", "--batches", "--project", project).out())
        .contains("\ttaken-back\t2\t1\t");
    assertFailed(
        anchors("revert", "--batch", 2, "--project", project), "batch 2 was taken back already");
    assertFailed(
        anchors("revert", "--batch", 99, "--project", project),
        "no edit of pairs has the number 99");
    assertFailed(
        anchors("revert", "--batch", 5, "--project", project), "no edit of pairs has the number 5");
    assertThat(anchors("revert", "sun", "ඉර", "--batch", 1, "--project", project).exit())
        .isEqualTo(ExitCodes.USAGE);
    assertThat(anchors("revert", "sun", "ඉර", "--project", project).exit())
        .isEqualTo(ExitCodes.USAGE);
  }
}
