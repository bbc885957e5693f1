package setu.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.align.Induction;
import setu.core.align.Suggestion;
import setu.core.anchor.WordPair;
import setu.core.file.SafeWrite;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;

/** {@code setu induce}: the dictionary an alignment proposes. */
@Command(
    name = "induce",
    description =
        "Propose pairs: words of both spaces that are each other's best under CSLS, the best"
            + " first.")
final class InduceCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private AlignmentInputs inputs;
  @Mixin private Output output;

  @Option(
      names = "--neighborhood",
      paramLabel = "K",
      defaultValue = "10",
      description = "Neighbours in r(.) of CSLS (default: ${DEFAULT-VALUE}).")
  private int neighborhood;

  @Option(
      names = "--margin",
      paramLabel = "MIN",
      defaultValue = "0",
      description = "Only pairs ahead of the next best by at least this (default: 0).")
  private double margin;

  @Option(names = "--top", paramLabel = "N", description = "Only the N best.")
  private int top = Integer.MAX_VALUE;

  @Option(names = "--all", description = "The best target of every source word, mutual or not.")
  private boolean all;

  @Option(names = "--new", description = "Leave out pairs that are among the anchors already.")
  private boolean onlyNew;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also write the pairs as text, two words a line.")
  private @Nullable Path out;

  private record Pair(
      String source, String target, double csls, double cosine, double margin, boolean mutual) {}

  @Override
  public Integer call() {
    if (neighborhood < 1 || top < 1) {
      throw CommonOptions.usage(command, "--neighborhood and --top must be at least 1");
    }
    AlignmentInputs.Solved solved = inputs.solve(output);
    long begun = System.nanoTime();
    List<Pair> pairs = pairs(solved);
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (out != null) {
      write(out, pairs);
    }
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("pairs", pairs);
      document.put("method", solved.alignment().method());
      document.put("neighborhood", neighborhood);
      document.put("counts", AlignCommand.counts(solved));
      document.put("seconds", seconds);
      output.document(document);
      return ExitCodes.DONE;
    }
    output.line(AlignCommand.summary(solved));
    output.line(String.format(Locale.ROOT, "%,d pairs in %.2f s", pairs.size(), seconds));
    for (Pair pair : pairs) {
      output.line(
          String.format(
              Locale.ROOT,
              "  csls %.4f, cos %.4f, margin %.4f%s: %s %s",
              pair.csls(),
              pair.cosine(),
              pair.margin(),
              pair.mutual() ? "" : ", not mutual",
              pair.source(),
              pair.target()));
    }
    return ExitCodes.DONE;
  }

  private List<Pair> pairs(AlignmentInputs.Solved solved) {
    NeighborSearch search = NeighborSearches.choose(inputs.threads()).search();
    List<Suggestion> found =
        Induction.of(
            solved.alignment().mapSource(solved.source().vectors()),
            search.prepare(solved.alignment().mapTarget(solved.target().vectors())),
            new Retrieval.Csls(neighborhood),
            search,
            output.progress(),
            output.cancellation());
    Set<WordPair> known = Set.copyOf(onlyNew ? solved.anchors().used() : List.of());
    return found.stream()
        .filter(pair -> (all || pair.mutual()) && pair.margin() >= margin)
        .sorted(Comparator.comparingDouble(Suggestion::csls).reversed())
        .map(
            pair ->
                new Pair(
                    solved.source().vocabulary().word(pair.sourceRow()),
                    solved.target().vocabulary().word(pair.targetRow()),
                    pair.csls(),
                    pair.cosine(),
                    pair.margin(),
                    pair.mutual()))
        .filter(pair -> !known.contains(new WordPair(pair.source(), pair.target())))
        .limit(top)
        .toList();
  }

  private static void write(Path file, List<Pair> pairs) {
    SafeWrite.write(
        file,
        to -> {
          for (Pair pair : pairs) {
            to.write(
                (pair.source() + "\t" + pair.target() + "\n").getBytes(StandardCharsets.UTF_8));
          }
        });
  }
}
