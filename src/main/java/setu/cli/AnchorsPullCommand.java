package setu.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import setu.core.anchor.Agreement;
import setu.core.anchor.EditName;
import setu.core.anchor.JudgedApart;
import setu.core.anchor.ThreeWayMerge;
import setu.core.anchor.WordPair;
import setu.core.workspace.Workspace;

/** {@code setu anchors pull}. */
@Command(
    name = "pull",
    description =
        "Bring another person's copy of a project's dictionary into it, against the state both had"
            + " last, as one batch; and say how far both agree. Where both judged differently both"
            + " judgements stay, for the queue of conflicts.")
final class AnchorsPullCommand implements Callable<Integer> {
  @Parameters(paramLabel = "OTHER", description = "The other person's project folder.")
  private Path other;

  @Option(names = "--preview", description = "Only say what would change, and the agreement.")
  private boolean preview;

  @Mixin private CommonOptions.Seed seed;
  @Mixin private ProjectOption project;
  @Mixin private Output output;

  @Override
  public Integer call() {
    ThreeWayMerge.Outcome outcome;
    JudgedApart apart;
    String judge;
    try (Workspace theirs = Workspace.open(other, Workspace.Mode.READ);
        Workspace mine = preview ? project.read() : project.write(output)) {
      outcome =
          ThreeWayMerge.of(
              mine.anchors().events(),
              mine.anchors().current(),
              theirs.anchors(),
              output.cancellation());
      apart =
          JudgedApart.of(
              mine.anchors().events(),
              mine.anchors().current(),
              theirs.anchors(),
              outcome.common());
      judge = mine.judge();
      if (!preview) {
        mine.anchors().apply(EditName.mergeOf(folderName(theirs)), outcome.edits());
      }
    }
    print(outcome, apart, judge);
    return ExitCodes.DONE;
  }

  private static String folderName(Workspace workspace) {
    return String.valueOf(workspace.folder().toAbsolutePath().normalize().getFileName());
  }

  /**
   * Tells which pairs are in conflict and how far both agree, unless to a judge: that would say
   * what the other said.
   */
  private void print(ThreeWayMerge.Outcome outcome, JudgedApart apart, String judge) {
    Agreement agreement = apart.agreement(seed.value());
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("taken", outcome.taken());
      document.put("inConflict", outcome.conflicts().size());
      document.put("commonEvents", outcome.common());
      if (judge.isEmpty()) {
        document.put("conflicts", outcome.conflicts());
        document.put("agreement", agreement);
        document.put("leftOut", apart.leftOut());
      }
      output.document(document);
      return;
    }
    output.line(
        outcome.taken()
            + " taken, "
            + outcome.conflicts().size()
            + " in conflict; both begin with "
            + outcome.common()
            + " events");
    if (!judge.isEmpty()) {
      output.line(
          "  which are in conflict and how far both agree is not told while " + judge + " judges");
      return;
    }
    output.line(
        "both judged "
            + agreement.judged()
            + " themselves; left out as they came: "
            + apart.leftOut());
    line("raw agreement", agreement.raw());
    line("Cohen's kappa", agreement.kappa());
    line("Krippendorff's alpha", agreement.alpha());
    for (WordPair pair : outcome.conflicts()) {
      output.line("  conflict: " + pair.source() + " " + pair.target());
    }
  }

  private void line(String name, Agreement.Measure measure) {
    output.line(
        String.format(
            Locale.ROOT,
            "  %s %.3f (95 %% %.3f to %.3f)",
            name,
            measure.value(),
            measure.low(),
            measure.high()));
  }
}
