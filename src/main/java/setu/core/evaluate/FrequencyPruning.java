package setu.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import setu.core.anchor.WordPair;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Retrieval;
import setu.core.neighbor.ScalingCache;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * What becomes of precision when only the most frequent words of the target stay candidates: fewer
 * wrong answers to fall for, but gold words are lost. Over covered queries precision rises by
 * leaving hard queries out; over source-covered queries it tells whether pruning pays.
 */
public final class FrequencyPruning {
  private static final List<Integer> SIZES =
      List.of(1000, 2000, 3000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000);

  private FrequencyPruning() {}

  /**
   * One size of the target vocabulary.
   *
   * @param candidates how many of its most frequent words are kept
   * @param score forward
   */
  public record Point(int candidates, TranslationScore score) {}

  /**
   * Forward scores at growing sizes, the whole vocabulary last. r(·) of CSLS is of the pruned
   * space. Sizes that leave no query covered are left out.
   */
  public static List<Point> of(
      Vocabulary sourceWords,
      FloatMatrix mappedSource,
      Vocabulary targetWords,
      FloatMatrix target,
      List<WordPair> test,
      Retrieval retrieval,
      long seed,
      NeighborSearch search,
      ScalingCache scalings,
      Progress progress,
      Cancellation cancellation) {
    List<Point> points = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>(SIZES.stream().filter(n -> n < target.rows()).toList());
    sizes.add(target.rows());
    for (int size : sizes) {
      Vocabulary kept = new Vocabulary(targetWords.words().subList(0, size));
      boolean any =
          TestQueries.of(test, sourceWords, kept).list().stream()
              .anyMatch(TestQueries.Query::covered);
      if (any) {
        TranslationScore score =
            new WordTranslation(sourceWords, mappedSource, kept, target.slice(0, size), search)
                .with(scalings)
                .evaluate(
                    test,
                    new WordTranslation.Options(List.of(retrieval), false, seed),
                    progress,
                    cancellation)
                .getFirst();
        points.add(new Point(size, score));
      }
    }
    return List.copyOf(points);
  }
}
