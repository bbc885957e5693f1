package setu.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.align.AnchorAudit;
import setu.core.anchor.WordPair;
import setu.core.neighbor.NeighborSearches;

/** {@code setu audit}: which anchors the others do not bear out. */
@Command(
    name = "audit",
    description =
        "Leave every anchor out in turn and say how well the others place it, the most suspect"
            + " first. The mapping is Procrustes.")
final class AuditCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private AlignmentInputs inputs;
  @Mixin private Output output;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Only the N most suspect (default: all with --json, else 40).")
  private int top;

  @Override
  public Integer call() {
    if (top < 0) {
      throw CommonOptions.usage(command, "--top must be at least 1, not " + top);
    }
    AlignmentInputs.Solved solved = inputs.solve(output);
    if (!solved.alignment().method().equals("procrustes")) {
      throw CommonOptions.usage(command, "audit leaves anchors out of procrustes only");
    }
    long begun = System.nanoTime();
    List<AnchorAudit.Audited> audited =
        AnchorAudit.of(
            solved.source().vectors(),
            solved.target().vectors(),
            solved.anchors(),
            NeighborSearches.choose(inputs.threads()).search(),
            inputs.pair().scalings(output),
            output.progress(),
            output.cancellation());
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (output.json()) {
      output.document(document(solved, audited, seconds));
    } else {
      print(solved, audited, seconds);
    }
    return ExitCodes.DONE;
  }

  private List<AnchorAudit.Audited> shown(List<AnchorAudit.Audited> audited, int unless) {
    return audited.subList(0, Math.min(audited.size(), top == 0 ? unless : top));
  }

  private Map<String, Object> document(
      AlignmentInputs.Solved solved, List<AnchorAudit.Audited> audited, double seconds) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "anchors", shown(audited, audited.size()).stream().map(AuditCommand::row).toList());
    document.put("suspects", suspects(audited));
    document.put("counts", AlignCommand.counts(solved));
    document.put(
        "outOfVocabulary",
        solved.anchors().outOfVocabulary().stream().map(AuditCommand::pair).toList());
    document.put("seconds", seconds);
    return document;
  }

  private static long suspects(List<AnchorAudit.Audited> audited) {
    return audited.stream().filter(AnchorAudit.Audited::suspect).count();
  }

  private static Map<String, Object> pair(WordPair pair) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("source", pair.source());
    row.put("target", pair.target());
    return row;
  }

  private static Map<String, Object> row(AnchorAudit.Audited anchor) {
    Map<String, Object> row = pair(anchor.pair());
    row.put("residual", anchor.residual());
    row.put("goldRank", anchor.goldRank());
    row.put("margin", anchor.margin());
    row.put("crossing", anchor.crossing());
    row.put("suspicion", anchor.suspicion());
    row.put("suspect", anchor.suspect());
    return row;
  }

  private void print(
      AlignmentInputs.Solved solved, List<AnchorAudit.Audited> audited, double seconds) {
    output.line(AlignCommand.summary(solved));
    output.line(
        String.format(
            Locale.ROOT,
            "%,d audited in %.2f s, %,d suspect",
            audited.size(),
            seconds,
            suspects(audited)));
    for (AnchorAudit.Audited anchor : shown(audited, 40)) {
      output.line(
          String.format(
              Locale.ROOT,
              "  %s residual %.3f, rank %,d, suspicion %.2f%s: %s %s",
              anchor.suspect() ? "!" : " ",
              anchor.residual(),
              anchor.goldRank(),
              anchor.suspicion(),
              anchor.crossing() ? ", crossing" : "",
              anchor.pair().source(),
              anchor.pair().target()));
    }
  }
}
