package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.Draft;
import setu.core.workspace.Workspace;
import tools.jackson.databind.JsonNode;

/** {@code setu anchors agreement}: two judges' figures, and the pairs to decide. */
class AnchorsAgreementCommandTest {
  @TempDir Path folder;

  private Path project() {
    return folder.resolve("project");
  }

  private void judge(String judge, AnchorStatus... verdicts) {
    try (AnchorHistory history =
        AnchorHistory.open(project().resolve("anchors.jsonl"), judge, InstantSource.system())) {
      for (int i = 0; i < verdicts.length; i++) {
        Draft standing = Draft.of(Objects.requireNonNull(history.current().get(i + 1)));
        history.change(i + 1, DoubleBlind.judgement(standing, judge, verdicts[i]));
      }
    }
  }

  private CliRun adjudicate(long anchor, String status) {
    return CliRun.of("anchors", "adjudicate", anchor, status, "--project", project());
  }

  @Test
  void figuresAndCasesAreThoseOfTheTwoWhoJudged() {
    try (Workspace workspace = Workspace.createWithoutSpaces(project())) {
      workspace
          .anchors()
          .add(
              List.of(
                  Draft.accepted("sun", "ඉර", "list").withStatus(AnchorStatus.CANDIDATE),
                  Draft.accepted("moon", "හඳ", "list").withStatus(AnchorStatus.CANDIDATE)));
    }
    assertThat(CliRun.of("anchors", "agreement", "--project", project()).out())
        .contains("two are needed", "0 to decide");
    judge("anna", AnchorStatus.ACCEPTED, AnchorStatus.ACCEPTED);
    judge("nimal", AnchorStatus.ACCEPTED, AnchorStatus.REJECTED);
    JsonNode json = CliRun.of("anchors", "agreement", "--project", project(), "--json").json();
    assertThat(json.get("judges").toString()).isEqualTo("[\"anna\",\"nimal\"]");
    assertThat(json.get("judged").asInt()).isEqualTo(2);
    assertThat(json.at("/raw/value").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/kappa/value").asDouble()).isZero();
    assertThat(json.at("/cases")).hasSize(1);
    assertThat(json.at("/cases/0/source").asString()).isEqualTo("moon");
    assertThat(json.at("/cases/0/said/anna").asString()).isEqualTo("accepted");
    assertThat(json.at("/cases/0/said/nimal").asString()).isEqualTo("rejected");
    CliRun text =
        CliRun.of(
            "anchors", "agreement", "--project", project(), "--judges", "nimal,anna", "--seed", 7);
    assertThat(text.out())
        .contains("nimal and anna judged 2 pairs both: agreement 0.50 [0.00, 1.00]", "1 to decide");
    assertThat(
            CliRun.of("anchors", "agreement", "--project", project(), "--judges", "anna,bo").exit())
        .isEqualTo(ExitCodes.USAGE);

    // Only what is to decide is decided, once.
    assertThat(adjudicate(1, "accepted").exit()).isEqualTo(ExitCodes.USAGE);
    assertThat(adjudicate(2, "candidate").exit()).isEqualTo(ExitCodes.USAGE);
    CliRun decided = adjudicate(2, "rejected");
    assertThat(decided.exit()).isZero();
    assertThat(decided.out())
        .contains("moon – හඳ: rejected, after {anna=accepted, nimal=rejected}");
    assertThat(adjudicate(2, "accepted").exit()).isEqualTo(ExitCodes.USAGE);
    JsonNode after = CliRun.of("anchors", "agreement", "--project", project(), "--json").json();
    assertThat(after.get("cases")).isEmpty();
    assertThat(after.at("/raw/value").asDouble()).isEqualTo(0.5);
    assertThat(CliRun.of("anchors", "log", "--project", project(), "--anchor", 2).out())
        .contains(System.getProperty("user.name"));
    try (Workspace workspace = Workspace.open(project(), Workspace.Mode.READ)) {
      assertThat(workspace.anchors().current().anchors().getLast().tags())
          .contains("adjudicated", "judged:anna=accepted", "judged:nimal=rejected");
    }
  }
}
