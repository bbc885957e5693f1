package setu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import setu.core.align.Aligner;
import setu.core.align.Aligners;
import setu.core.align.Alignment;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.DictionaryFiles;
import setu.core.fault.AlignmentFault;
import setu.core.fault.SpaceFault;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.LocalScaling;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.PreparedBase;
import setu.core.neighbor.Retrieval;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;
import setu.core.task.Progress;

/** {@code setu neighbors}: the nearest words, at home or across. */
@Command(
    name = "neighbors",
    description =
        "List a word's nearest words in its own space (--space), or across (--source, --target and"
            + " --anchors), by cosine, with CSLS beside.")
final class NeighborsCommand implements Callable<Integer> {
  private static final int NEIGHBORHOOD = Retrieval.Csls.DEFAULT.neighborhood();

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "WORD", description = "A word of the space, or of either space.")
  private String word;

  @Option(names = "--space", paramLabel = "FILE", description = "One space: neighbours at home.")
  private @Nullable Path space;

  @Option(names = "--source", paramLabel = "FILE", description = "The source space.")
  private @Nullable Path source;

  @Option(names = "--target", paramLabel = "FILE", description = "The target space.")
  private @Nullable Path target;

  @Option(names = "--anchors", paramLabel = "FILE", description = "The training dictionary.")
  private @Nullable Path anchors;

  @Option(
      names = "-k",
      paramLabel = "K",
      defaultValue = "10",
      description = "How many neighbours (default: ${DEFAULT-VALUE}).")
  private int k;

  @Mixin private CommonOptions.Method method;
  @Mixin private CommonOptions.Reading reading;
  @Mixin private Output output;

  private record Neighbor(String word, int rank, double cosine, double csls) {}

  @Override
  public Integer call() {
    if (k < 1) {
      throw CommonOptions.usage(command, "-k must be at least 1, not " + k);
    }
    List<Neighbor> neighbors;
    if (space != null && source == null && target == null && anchors == null) {
      neighbors = atHome(space);
    } else if (space == null && source != null && target != null && anchors != null) {
      neighbors = across(source, target, anchors);
    } else {
      throw CommonOptions.usage(
          command, "Give --space alone, or --source, --target and --anchors together");
    }
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("word", word);
      document.put("neighbors", neighbors);
      output.document(document);
    } else {
      output.line("rank  cosine     CSLS  word");
      for (Neighbor neighbor : neighbors) {
        output.line(
            String.format(
                Locale.ROOT,
                "%4d  %6.4f  %7.4f  %s",
                neighbor.rank(),
                neighbor.cosine(),
                neighbor.csls(),
                neighbor.word()));
      }
    }
    return ExitCodes.DONE;
  }

  private NeighborSearch search() {
    return NeighborSearches.best(reading.threads());
  }

  private List<Neighbor> atHome(Path file) {
    EmbeddingSpace home = reading.read(file, output);
    float[] vector = home.vectorOf(word);
    if (vector == null) {
      throw unknown(file, home);
    }
    FloatMatrix query = Normalization.UNIT.apply(FloatMatrix.of(vector));
    FloatMatrix rows = home.vectors();
    Normalization.UNIT.applyInPlace(rows);
    return list(query, home.vocabulary().row(word), rows, home, rows, true);
  }

  private List<Neighbor> across(Path from, Path to, Path dictionary) {
    Aligner aligner = method.aligner(Aligners.SEED, search());
    EmbeddingSpace here = reading.read(from, output);
    EmbeddingSpace there = reading.read(to, output);
    int row = here.vocabulary().row(word);
    int back = there.vocabulary().row(word);
    if (row < 0 && back < 0) {
      throw unknown(from, here);
    }
    Normalization.UNIT.applyInPlace(here.vectors());
    Normalization.UNIT.applyInPlace(there.vectors());
    ResolvedAnchors resolved =
        ResolvedAnchors.forMethod(
            aligner, DictionaryFiles.readPairs(dictionary), here.vocabulary(), there.vocabulary());
    Alignment alignment;
    try {
      alignment =
          aligner.align(
              here.vectors(), there.vectors(), resolved, output.progress(), output.cancellation());
    } catch (AlignmentFault fault) {
      throw AlignmentInputs.at(dictionary, fault);
    }
    FloatMatrix mapped = alignment.mapSource(here.vectors());
    FloatMatrix targets = alignment.mapTarget(there.vectors());
    return row >= 0
        ? list(mapped.slice(row, row + 1), row, targets, there, mapped, false)
        : list(targets.slice(back, back + 1), back, mapped, here, targets, false);
  }

  /**
   * The nearest rows of {@code base}; r(·) of each is over all of {@code others}, where its own
   * neighbours are. At home a row is no neighbour of itself; {@code row} is −1 for a word that has
   * its vector from subwords.
   */
  private List<Neighbor> list(
      FloatMatrix query,
      int row,
      FloatMatrix base,
      EmbeddingSpace words,
      FloatMatrix others,
      boolean home) {
    NeighborSearch search = search();
    PreparedBase prepared = search.prepare(base);
    int self = home ? 1 : 0;
    int enough = Math.max(Math.min(k, base.rows()), NEIGHBORHOOD) + self;
    Neighbors found =
        search.search(query, prepared, enough, output.progress(), output.cancellation());
    List<Integer> rows = new ArrayList<>();
    List<Double> cosines = new ArrayList<>();
    for (int rank = 0; rank < enough && found.index(0, rank) >= 0; rank++) {
      if (!home || found.index(0, rank) != row) {
        rows.add(found.index(0, rank));
        cosines.add((double) found.score(0, rank));
      }
    }
    double ofQuery =
        cosines.stream().limit(NEIGHBORHOOD).mapToDouble(Double::doubleValue).average().orElse(0);
    int[] shown = rows.stream().limit(k).mapToInt(Integer::intValue).toArray();
    PreparedBase otherSide = others == base ? prepared : search.prepare(others);
    float[] ofNeighbors = r(base.gather(shown), otherSide, self, search);
    List<Neighbor> neighbors = new ArrayList<>();
    for (int i = 0; i < shown.length; i++) {
      double cosine = cosines.get(i);
      neighbors.add(
          new Neighbor(
              words.vocabulary().word(shown[i]),
              i + 1,
              cosine,
              2 * cosine - ofQuery - ofNeighbors[i]));
    }
    return neighbors;
  }

  private float[] r(FloatMatrix rows, PreparedBase others, int self, NeighborSearch search) {
    if (self == 0) {
      return LocalScaling.oneSided(
          rows, others, NEIGHBORHOOD, search, Progress.NONE, output.cancellation());
    }
    // The nearest row at home is the row itself, with cosine 1.
    float[] r =
        LocalScaling.oneSided(
            rows, others, NEIGHBORHOOD + 1, search, Progress.NONE, output.cancellation());
    int found = Math.min(NEIGHBORHOOD + 1, others.size());
    for (int i = 0; i < r.length; i++) {
      r[i] = found < 2 ? 0 : (r[i] * found - 1) / (found - 1);
    }
    return r;
  }

  private SpaceFault unknown(Path file, EmbeddingSpace home) {
    String twins =
        home.vocabulary().offers(word).stream()
            .map(twin -> twin.word() + " " + twin.signed())
            .collect(Collectors.joining(", "));
    String detail = twins.isEmpty() ? word : word + " (≈ " + twins + ")";
    return new SpaceFault(SpaceFault.Problem.UNKNOWN_WORD, file, detail);
  }
}
