package setu.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.align.Aligner;
import setu.core.align.Alignment;
import setu.core.align.ResolvedAnchors;
import setu.core.align.RotationPath;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.WordPair;
import setu.core.evaluate.DevelopmentSplit;
import setu.core.evaluate.MappingInterpolation;
import setu.core.evaluate.TranslationScore;
import setu.core.fault.AlignmentFault;
import setu.core.file.SafeWrite;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;

/** {@code setu interpolate}: the mappings between two mappings. */
@Command(
    name = "interpolate",
    description =
        "Go from the mapping of one method to that of another along the rotation group, and take"
            + " the point with the best P@1 on pairs kept aside from training.")
final class InterpolateCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private HeldOutPairs heldOut = new HeldOutPairs(0.1);
  @Mixin private CommonOptions.Retrievals retrievals;
  @Mixin private Output output;

  @Option(
      names = "--methods",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "procrustes,procrustes-refine",
      description =
          "The two methods at the ends, joined by a comma; they map the source alone (default:"
              + " ${DEFAULT-VALUE}).")
  private List<String> methods;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "10",
      description = "Steps from one to the other (default: ${DEFAULT-VALUE}).")
  private int steps;

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "A test dictionary: scores of both ends and of the point that was chosen.")
  private @Nullable Path test;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "A folder that gets mapping.txt, mapping.npy and report.json of that point.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    check();
    PairInputs inputs = heldOut.inputs();
    NeighborSearch search = NeighborSearches.best(inputs.threads());
    Aligner first = method(methods.getFirst(), search);
    Aligner last = method(methods.getLast(), search);
    PairInputs.Pair pair = inputs.read(output);
    DevelopmentSplit split = heldOut.split(pair.training(), output);
    RotationPath path =
        RotationPath.between(
            mapping(first, pair, split.training()), mapping(last, pair, split.training()));
    MappingInterpolation interpolation =
        new MappingInterpolation(
            pair.source().vocabulary(),
            pair.source().vectors(),
            pair.target().vocabulary(),
            pair.target().vectors(),
            search,
            inputs.scalings(output));
    Retrieval retrieval = retrievals.list().getLast();
    MappingInterpolation.Result result = along(interpolation, path, split, retrieval);
    if (!result.complete()) {
      throw new CancellationException();
    }
    Map<String, Object> document = document(path, split, result);
    List<TestScore> scores = tests(interpolation, path, result.best().t(), retrieval);
    if (!scores.isEmpty()) {
      document.put("test", scores.stream().map(TestScore::document).toList());
    }
    if (out != null) {
      write(out, path.at(result.best().t()), document);
    }
    if (output.json()) {
      output.document(document);
    } else {
      print(path, result, scores);
    }
    return ExitCodes.DONE;
  }

  private MappingInterpolation.Result along(
      MappingInterpolation interpolation,
      RotationPath path,
      DevelopmentSplit split,
      Retrieval retrieval) {
    try {
      return interpolation.along(
          path,
          steps,
          split.development(),
          retrieval,
          heldOut.seed(),
          output.progress(),
          output.cancellation());
    } catch (AlignmentFault fault) {
      throw heldOut.at(fault);
    }
  }

  private void check() {
    if (methods.size() != 2) {
      throw CommonOptions.usage(command, "--methods takes two names joined by a comma");
    }
    if (steps < 1) {
      throw CommonOptions.usage(command, "--steps must be at least 1, not " + steps);
    }
    heldOut.check();
  }

  private Aligner method(String name, NeighborSearch search) {
    return CommonOptions.aligner(command, "--methods", name, heldOut.seed(), search);
  }

  private FloatMatrix mapping(Aligner aligner, PairInputs.Pair pair, List<WordPair> training) {
    ResolvedAnchors anchors =
        ResolvedAnchors.forMethod(
            aligner, training, pair.source().vocabulary(), pair.target().vocabulary());
    heldOut.inputs().requireAnchors(anchors, training);
    Alignment alignment =
        aligner.align(
            pair.source().vectors(),
            pair.target().vectors(),
            anchors,
            output.progress(),
            output.cancellation());
    if (!alignment.complete()) {
      throw new CancellationException();
    }
    FloatMatrix mapping = alignment.mapping();
    if (!alignment.sourceAlone() || mapping.rows() != mapping.columns()) {
      throw CommonOptions.usage(
          command,
          "interpolate takes methods that map the source alone, not '" + aligner.name() + "'");
    }
    return mapping;
  }

  /** A mapping's score on the test dictionary. */
  private record TestScore(double t, TranslationScore score) {
    Map<String, Object> document() {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("t", t);
      document.putAll(EvaluateCommand.result(score));
      return document;
    }
  }

  private List<TestScore> tests(
      MappingInterpolation interpolation, RotationPath path, double best, Retrieval retrieval) {
    List<TestScore> scores = new ArrayList<>();
    if (test != null) {
      List<WordPair> pairs = DictionaryFiles.readPairs(test);
      for (double t : new double[] {0, best, 1}) {
        try {
          scores.add(
              new TestScore(
                  t,
                  interpolation.score(
                      path.at(t), pairs, retrieval, heldOut.seed(), output.cancellation())));
        } catch (AlignmentFault fault) {
          throw AlignmentInputs.at(test, fault);
        }
      }
    }
    return scores;
  }

  private Map<String, Object> document(
      RotationPath path, DevelopmentSplit split, MappingInterpolation.Result result) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("methods", methods);
    document.put("normalize", heldOut.inputs().normalization());
    document.put("seed", heldOut.seed());
    document.put(
        "pairs",
        Map.of("training", split.training().size(), "development", split.development().size()));
    document.put("largestAngle", EvaluateCommand.rounded(Math.toDegrees(path.largestAngle()), 2));
    document.put("mirrored", path.mirrored());
    document.put(
        "points",
        result.points().stream()
            .map(point -> new TestScore(point.t(), point.score()).document())
            .toList());
    document.put("best", result.best().t());
    return document;
  }

  private void write(Path folder, FloatMatrix mapping, Map<String, Object> document) {
    MappingFiles.write(folder, new Alignment("interpolate", mapping));
    SafeWrite.write(
        folder.resolve("report.json"),
        to -> to.write((JsonOutput.text(document) + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private void print(
      RotationPath path, MappingInterpolation.Result result, List<TestScore> scores) {
    output.line(
        String.format(
            Locale.ROOT,
            "%s to %s: directions turn by up to %.1f degrees%s",
            methods.getFirst(),
            methods.getLast(),
            Math.toDegrees(path.largestAngle()),
            path.mirrored() ? ", one is mirrored half-way" : ""));
    for (MappingInterpolation.Point point : result.points()) {
      output.line(
          line("development", point.t(), point.score())
              + (point.t() == result.best().t() ? "  best" : ""));
    }
    scores.forEach(score -> output.line(line("test", score.t(), score.score())));
    if (out != null) {
      output.line("written to " + out);
    }
  }

  private static String line(String pairs, double t, TranslationScore score) {
    return String.format(
        Locale.ROOT,
        "%-11s t %.2f  %-4s P@1 %5.2f  P@5 %5.2f  P@10 %5.2f  MRR %.4f",
        pairs,
        t,
        score.retrieval(),
        score.precision().at1(),
        score.precision().at5(),
        score.precision().at10(),
        score.meanReciprocalRank());
  }
}
