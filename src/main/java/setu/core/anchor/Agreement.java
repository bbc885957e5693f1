package setu.core.anchor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How far two people agree on the pairs both judged: raw, Cohen's κ (1960) and Krippendorff's α for
 * nominal data (2004), each with a 95 % percentile bootstrap interval over the pairs.
 *
 * <p>κ and α are 1 where they agree wholly, 0 where no better than by chance; NaN where every
 * judgement is the same, so that chance alone would agree wholly.
 *
 * @param judged pairs both judged: candidates are not judged, and what a merge put beside as {@link
 *     ThreeWayMerge#THEIRS} is somebody else's judgement
 */
public record Agreement(int judged, Measure raw, Measure kappa, Measure alpha) {
  private static final int RESAMPLES = 2000;

  /**
   * A measure with its interval.
   *
   * @param low NaN where nothing could be measured
   */
  public record Measure(double value, double low, double high) {}

  private record Both(AnchorStatus first, AnchorStatus second) {}

  private record Figures(double raw, double kappa, double alpha) {}

  /** Of two dictionaries; where one says two things of a pair its last word counts. */
  public static Agreement of(List<Anchor> first, List<Anchor> second, long seed) {
    List<Both> both = both(first, second);
    Figures figures = figures(both);
    int n = both.size();
    double[][] resampled = new double[3][n == 0 ? 0 : RESAMPLES];
    Random random = new Random(seed);
    for (int i = 0; n > 0 && i < RESAMPLES; i++) {
      List<Both> drawn = new ArrayList<>(n);
      for (int k = 0; k < n; k++) {
        drawn.add(both.get(random.nextInt(n)));
      }
      Figures each = figures(drawn);
      resampled[0][i] = each.raw();
      resampled[1][i] = each.kappa();
      resampled[2][i] = each.alpha();
    }
    return new Agreement(
        n,
        measure(figures.raw(), resampled[0]),
        measure(figures.kappa(), resampled[1]),
        measure(figures.alpha(), resampled[2]));
  }

  /**
   * The pairs both judged, counted only: at once for dictionaries of any size.
   *
   * @param alike how many of them both judged the same
   */
  public record Counted(int judged, int alike) {}

  /** Counts the pairs both judged. */
  public static Counted count(List<Anchor> first, List<Anchor> second) {
    List<Both> both = both(first, second);
    long alike = both.stream().filter(each -> each.first() == each.second()).count();
    return new Counted(both.size(), (int) alike);
  }

  private static List<Both> both(List<Anchor> first, List<Anchor> second) {
    Map<WordPair, AnchorStatus> theirs = judgements(second);
    List<Both> both = new ArrayList<>();
    judgements(first)
        .forEach(
            (pair, status) -> {
              AnchorStatus other = theirs.get(pair);
              if (other != null) {
                both.add(new Both(status, other));
              }
            });
    return both;
  }

  private static Map<WordPair, AnchorStatus> judgements(List<Anchor> anchors) {
    Map<WordPair, AnchorStatus> judgements = new HashMap<>();
    for (Anchor anchor : anchors) {
      boolean own = !anchor.tags().contains(ThreeWayMerge.THEIRS);
      if (own && anchor.status() != AnchorStatus.CANDIDATE) {
        judgements.put(anchor.pair(), anchor.status());
      }
    }
    return judgements;
  }

  private static Figures figures(List<Both> both) {
    Map<AnchorStatus, Integer> left = new HashMap<>();
    Map<AnchorStatus, Integer> right = new HashMap<>();
    double n = both.size();
    double same = 0;
    for (Both each : both) {
      left.merge(each.first(), 1, Integer::sum);
      right.merge(each.second(), 1, Integer::sum);
      same += each.first() == each.second() ? 1 : 0;
    }
    double observed = n == 0 ? Double.NaN : same / n;
    double byChance = 0;
    double pooledPairs = 0;
    for (AnchorStatus status : AnchorStatus.values()) {
      double a = left.getOrDefault(status, 0);
      double b = right.getOrDefault(status, 0);
      byChance += a / n * (b / n);
      pooledPairs += (a + b) * (a + b - 1);
    }
    double disagreement = 1 - pooledPairs / (2 * n * (2 * n - 1));
    double kappa = byChance < 1 ? (observed - byChance) / (1 - byChance) : Double.NaN;
    double alpha = disagreement > 0 ? 1 - (1 - observed) / disagreement : Double.NaN;
    return new Figures(observed, kappa, alpha);
  }

  private static Measure measure(double value, double[] resampled) {
    double[] sorted =
        Arrays.stream(resampled).filter(each -> !Double.isNaN(each)).sorted().toArray();
    if (sorted.length == 0) {
      return new Measure(value, Double.NaN, Double.NaN);
    }
    int last = sorted.length - 1;
    return new Measure(
        value, sorted[(int) Math.floor(0.025 * last)], sorted[(int) Math.ceil(0.975 * last)]);
  }
}
