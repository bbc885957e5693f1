package setu.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.align.AnchorAudit;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.WordPair;
import setu.core.evaluate.HeldOutInfluence;
import setu.core.evaluate.TranslationScore;
import setu.core.evaluate.WordTranslation;
import setu.core.fault.AlignmentFault;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.space.Normalization;

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

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description =
          "A test dictionary: say besides what taking each anchor away would do to P@1 of nearest"
              + " neighbours on it, at first order.")
  private @Nullable Path test;

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
            solved.weighting(),
            NeighborSearches.choose(inputs.threads()).search(),
            inputs.pair().scalings(output),
            output.progress(),
            output.cancellation());
    double seconds = (System.nanoTime() - begun) / 1e9;
    HeldOut heldOut = test == null ? null : heldOut(solved, test);
    if (output.json()) {
      output.document(document(solved, audited, heldOut, seconds));
    } else {
      print(solved, audited, heldOut, seconds);
    }
    return ExitCodes.DONE;
  }

  /**
   * A score, and what taking each pair away would do to it.
   *
   * @param score of nearest neighbours, forward
   */
  private record HeldOut(TranslationScore score, Map<WordPair, HeldOutInfluence.Without> without) {
    double points(WordPair pair) {
      return Objects.requireNonNull(without.get(pair)).points(score.counts().covered());
    }
  }

  private HeldOut heldOut(AlignmentInputs.Solved solved, Path file) {
    List<WordPair> pairs = DictionaryFiles.readPairs(file);
    FloatMatrix source = Normalization.UNIT.apply(solved.source().vectors());
    FloatMatrix target = Normalization.UNIT.apply(solved.target().vectors());
    FloatMatrix mapped = solved.alignment().mapSource(source);
    TranslationScore score;
    try {
      score =
          new WordTranslation(
                  solved.source().vocabulary(),
                  mapped,
                  solved.target().vocabulary(),
                  target,
                  NeighborSearches.choose(inputs.threads()).search())
              .evaluate(
                  pairs,
                  new WordTranslation.Options(
                      List.of(new Retrieval.Cosine()), false, inputs.seed()),
                  output.progress(),
                  output.cancellation())
              .getFirst();
    } catch (AlignmentFault fault) {
      throw AlignmentInputs.at(file, fault);
    }
    List<HeldOutInfluence.Without> found =
        new HeldOutInfluence(
                source,
                target,
                mapped,
                solved.source().vocabulary(),
                solved.target().vocabulary(),
                solved.anchors(),
                solved.weighting())
            .on(score, output.progress(), output.cancellation());
    Map<WordPair, HeldOutInfluence.Without> without = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      without.put(solved.anchors().used().get(i), found.get(i));
    }
    return new HeldOut(score, without);
  }

  private List<AnchorAudit.Audited> shown(List<AnchorAudit.Audited> audited, int unless) {
    return audited.subList(0, Math.min(audited.size(), top == 0 ? unless : top));
  }

  private Map<String, Object> document(
      AlignmentInputs.Solved solved,
      List<AnchorAudit.Audited> audited,
      @Nullable HeldOut heldOut,
      double seconds) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "anchors",
        shown(audited, audited.size()).stream().map(anchor -> row(anchor, heldOut)).toList());
    if (heldOut != null) {
      document.put("heldOut", EvaluateCommand.result(heldOut.score()));
    }
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

  private static Map<String, Object> row(AnchorAudit.Audited anchor, @Nullable HeldOut heldOut) {
    Map<String, Object> row = pair(anchor.pair());
    row.put("residual", anchor.residual());
    row.put("goldRank", anchor.goldRank());
    row.put("margin", anchor.margin());
    row.put("crossing", anchor.crossing());
    row.put("suspicion", anchor.suspicion());
    row.put("suspect", anchor.suspect());
    HeldOutInfluence.Without without =
        heldOut == null ? null : heldOut.without().get(anchor.pair());
    if (heldOut != null && without != null) {
      Map<String, Object> change = new LinkedHashMap<>();
      change.put("points", EvaluateCommand.rounded(heldOut.points(anchor.pair()), 2));
      change.put("gained", without.gained());
      change.put("lost", without.lost());
      change.put("margin", without.margin());
      row.put("without", change);
    }
    return row;
  }

  private void print(
      AlignmentInputs.Solved solved,
      List<AnchorAudit.Audited> audited,
      @Nullable HeldOut heldOut,
      double seconds) {
    output.line(AlignCommand.summary(solved));
    output.line(
        String.format(
            Locale.ROOT,
            "%,d audited in %.2f s, %,d suspect",
            audited.size(),
            seconds,
            suspects(audited)));
    if (heldOut != null) {
      output.line(
          String.format(
              Locale.ROOT,
              "P@1 of %,d covered test queries, NN: %.2f; at each anchor what it would gain (+) or"
                  + " lose (-) without it, at first order",
              heldOut.score().counts().covered(),
              heldOut.score().precision().at1()));
    }
    for (AnchorAudit.Audited anchor : shown(audited, 40)) {
      output.line(
          String.format(
              Locale.ROOT,
              "  %s residual %.3f, rank %,d, suspicion %.2f%s%s: %s %s",
              anchor.suspect() ? "!" : " ",
              anchor.residual(),
              anchor.goldRank(),
              anchor.suspicion(),
              anchor.crossing() ? ", crossing" : "",
              heldOut == null
                  ? ""
                  : String.format(Locale.ROOT, ", P@1 %+.2f", heldOut.points(anchor.pair())),
              anchor.pair().source(),
              anchor.pair().target()));
    }
  }
}
