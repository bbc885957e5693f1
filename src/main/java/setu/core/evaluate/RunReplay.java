package setu.core.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import setu.core.align.Aligner;
import setu.core.align.Aligners;
import setu.core.align.AnchorWeights;
import setu.core.align.ContrastiveBlend;
import setu.core.align.Procrustes;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.WordPair;
import setu.core.evaluate.TranslationScore.Precision;
import setu.core.file.ContentHash;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Retrieval;
import setu.core.space.EmbeddingSpace;
import setu.core.space.MetaEmbedding;
import setu.core.space.Normalization;
import setu.core.space.ReadOptions;
import setu.core.space.SpaceFiles;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * A kept run done again from its recipe.
 *
 * @param changed inputs whose content is another than then
 * @param again the run of today, row by row as then
 * @param differing rows whose precision or MRR is another than then
 */
public record RunReplay(List<Path> changed, RunRecord again, List<RunRecord.Row> differing) {
  /** Half of the last digit that reports print, of a precision in per cent. */
  private static final double POINTS = 0.005;

  /** The same of MRR. */
  private static final double RECIPROCAL = 0.00005;

  /**
   * Runs a record's recipe on its files as they are now.
   *
   * @throws setu.core.fault.Fault if an input is missing or cannot be read
   */
  public static RunReplay of(
      RunRecord record, NeighborSearch search, Progress progress, Cancellation cancellation) {
    RunRecipe recipe = record.recipe();
    List<Path> changed = new ArrayList<>();
    for (RunRecipe.Input input : recipe.inputs()) {
      Path file = Path.of(input.path());
      if (!ContentHash.of(file, progress, cancellation).equals(input.hash())) {
        changed.add(file);
      }
    }
    Joined joined =
        space(recipe, "source", RunRecipe.SECOND_SOURCE, search, progress, cancellation);
    EmbeddingSpace source = joined.space();
    EmbeddingSpace target =
        space(recipe, "target", RunRecipe.SECOND_TARGET, search, progress, cancellation).space();
    List<Aligner> methods = new ArrayList<>();
    for (String method : recipe.methods()) {
      Map<String, String> options =
          recipe.methods().size() == 1 ? new HashMap<>(recipe.options()) : new HashMap<>();
      options.remove(RunRecipe.JOIN);
      if (!method.equals(ShuffledDictionary.NAME)) {
        methods.add(informed(aligner(method, options, recipe, search), joined.secondDimensions()));
      }
    }
    Benchmark benchmark =
        new Benchmark(
            source.vocabulary(), source.vectors(), target.vocabulary(), target.vectors(), search);
    Benchmark.Result result =
        benchmark.run(
            pairs(recipe, "anchors"),
            pairs(recipe, "test"),
            new Benchmark.Options(
                methods,
                recipe.retrievals().stream().map(label -> retrieval(label, recipe)).toList(),
                recipe.bothDirections(),
                recipe.methods().contains(ShuffledDictionary.NAME),
                recipe.seed()),
            Benchmark.Listener.NONE,
            progress,
            cancellation);
    cancellation.check();
    RunRecord again =
        new RunRecord(
            record.name(),
            record.created(),
            recipe,
            RunRecord.rows(result.methods()),
            result.leakage(),
            result.complete());
    return new RunReplay(changed, again, differing(record, again));
  }

  private static Aligner aligner(
      String method, Map<String, String> options, RunRecipe recipe, NeighborSearch search) {
    String column = options.get(RunRecipe.WEIGHT_COLUMN);
    return column == null
        ? Aligners.byName(method, options, recipe.seed(), search)
        : Procrustes.weighted(AnchorWeights.ofColumn(recipe.file("anchors"), column));
  }

  /** The method, told how wide the second vectors are where it has to know. */
  private static Aligner informed(Aligner aligner, int secondDimensions) {
    return aligner instanceof ContrastiveBlend blend && secondDimensions > 0
        ? blend.withSecondDimensions(secondDimensions)
        : aligner;
  }

  /**
   * A space as the recipe reads it.
   *
   * @param secondDimensions columns of the second space that stand behind the first; 0 for none
   */
  private record Joined(EmbeddingSpace space, int secondDimensions) {}

  private static Joined space(
      RunRecipe recipe,
      String role,
      String secondRole,
      NeighborSearch search,
      Progress progress,
      Cancellation cancellation) {
    EmbeddingSpace space =
        SpaceFiles.read(
            recipe.file(role),
            new ReadOptions(recipe.limit(role), search.threads()),
            progress,
            cancellation);
    int secondDimensions = 0;
    if (recipe.has(secondRole)) {
      EmbeddingSpace second =
          SpaceFiles.read(recipe.file(secondRole), ReadOptions.ALL, progress, cancellation);
      MetaEmbedding.Way way =
          MetaEmbedding.Way.ofName(recipe.options().getOrDefault(RunRecipe.JOIN, "concatenate"))
              .orElse(MetaEmbedding.Way.CONCATENATE);
      space = MetaEmbedding.join(space, second, way);
      secondDimensions = way == MetaEmbedding.Way.CONCATENATE ? second.dimensions() : 0;
    }
    Normalization.parse(recipe.normalization()).applyInPlace(space.vectors());
    return new Joined(space, secondDimensions);
  }

  private static List<WordPair> pairs(RunRecipe recipe, String role) {
    return recipe.has(role) ? DictionaryFiles.readPairs(recipe.file(role)) : List.of();
  }

  private static Retrieval retrieval(String label, RunRecipe recipe) {
    return switch (label) {
      case "nn" -> new Retrieval.Cosine();
      case "csls" -> new Retrieval.Csls(recipe.neighborhood());
      case "isf" -> new Retrieval.InvertedSoftmax(recipe.temperature());
      default -> throw new IllegalArgumentException(label);
    };
  }

  private static List<RunRecord.Row> differing(RunRecord then, RunRecord now) {
    List<RunRecord.Row> differing = new ArrayList<>();
    for (RunRecord.Row row : then.rows()) {
      TranslationScore score = row.score();
      RunRecord.Row other = now.row(row.method(), score.retrieval(), score.direction());
      if (other == null || !same(score, other.score())) {
        differing.add(row);
      }
    }
    return differing;
  }

  private static boolean same(TranslationScore one, TranslationScore other) {
    Precision a = one.precision();
    Precision b = other.precision();
    double mrr = one.meanReciprocalRank() - other.meanReciprocalRank();
    return one.counts().equals(other.counts())
        && Math.abs(a.at1() - b.at1()) < POINTS
        && Math.abs(a.at5() - b.at5()) < POINTS
        && Math.abs(a.at10() - b.at10()) < POINTS
        && Math.abs(mrr) < RECIPROCAL;
  }
}
