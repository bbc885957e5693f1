package setu.core.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import smile.classification.LogisticRegression;

/**
 * What a person's judgements so far say about the next pair: logistic regression on the clues of
 * {@link PairEvidence}, each scaled to mean 0 and deviation 1, with a ridge on the weights.
 *
 * <p>It orders and explains; it never judges. Its calibration is measured on judgements it was not
 * fitted to, by cross-validation.
 */
public final class JudgementModel {
  /** Judgements of each kind before there is a model. */
  public static final int LEAST_OF_EACH = 8;

  private static final double RIDGE = 1.0;
  private static final int FOLDS = 5;
  private static final int BINS = 5;

  /** A judged pair. */
  public record Judgement(PairEvidence evidence, boolean accepted) {}

  /** What one clue adds to the log-odds of a pair; above 0 speaks for it. */
  public record Reason(Clue clue, double weight) {}

  /**
   * A part of the judgements, by what the model said of them.
   *
   * @param judgements how many
   * @param predicted mean probability of being accepted, 0 to 1
   * @param observed share that was accepted, 0 to 1
   */
  public record Bin(int judgements, double predicted, double observed) {}

  /**
   * How far the model can be believed, on judgements it did not see.
   *
   * @param brier mean squared error of the probabilities (Brier 1950), 0 to 1
   * @param baseline the same for a model that always says the share of accepted pairs
   * @param bins the judgements from the least to the most probable, in parts of equal size
   */
  public record Calibration(double brier, double baseline, List<Bin> bins) {
    /** Copies the list. */
    public Calibration {
      bins = List.copyOf(bins);
    }

    /** Whether the model says more than the share of accepted pairs does. */
    public boolean useful() {
      return brier < baseline;
    }
  }

  private final Fit fit;
  private final int judgements;
  private final Calibration calibration;

  private JudgementModel(Fit fit, int judgements, Calibration calibration) {
    this.fit = fit;
    this.judgements = judgements;
    this.calibration = calibration;
  }

  /**
   * Learns from judgements; empty while fewer than {@value #LEAST_OF_EACH} pairs were accepted, or
   * rejected.
   *
   * @param seed of the folds
   */
  public static Optional<JudgementModel> of(List<Judgement> judged, long seed) {
    long accepted = judged.stream().filter(Judgement::accepted).count();
    if (accepted < LEAST_OF_EACH || judged.size() - accepted < LEAST_OF_EACH) {
      return Optional.empty();
    }
    return Optional.of(
        new JudgementModel(Fit.of(judged), judged.size(), calibrate(judged, accepted, seed)));
  }

  private static Calibration calibrate(List<Judgement> judged, long accepted, long seed) {
    record Said(double probability, boolean accepted) {}
    List<Judgement> shuffled = stratified(judged, seed);
    List<Said> said = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Judgement> seen = new ArrayList<>();
      List<Judgement> unseen = new ArrayList<>();
      for (int i = 0; i < shuffled.size(); i++) {
        (i % FOLDS == fold ? unseen : seen).add(shuffled.get(i));
      }
      Fit fit = Fit.of(seen);
      for (Judgement each : unseen) {
        said.add(new Said(fit.probability(each.evidence()), each.accepted()));
      }
    }
    double share = (double) accepted / judged.size();
    double error = 0;
    for (Said each : said) {
      double off = each.probability() - (each.accepted() ? 1 : 0);
      error += off * off;
    }
    said.sort(Comparator.comparingDouble(Said::probability));
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      List<Said> part = said.subList(bin * said.size() / BINS, (bin + 1) * said.size() / BINS);
      if (!part.isEmpty()) {
        bins.add(
            new Bin(
                part.size(),
                part.stream().mapToDouble(Said::probability).average().orElseThrow(),
                part.stream().mapToInt(each -> each.accepted() ? 1 : 0).average().orElseThrow()));
      }
    }
    return new Calibration(error / said.size(), share * (1 - share), bins);
  }

  /** In an order in which every fold gets its part of both verdicts. */
  private static List<Judgement> stratified(List<Judgement> judged, long seed) {
    List<Judgement> shuffled = new ArrayList<>(judged);
    Collections.shuffle(shuffled, new Random(seed));
    shuffled.sort(Comparator.comparing(Judgement::accepted));
    return shuffled;
  }

  /** How probably the person would accept a pair, 0 to 1. */
  public double probability(PairEvidence evidence) {
    return fit.probability(evidence);
  }

  /** What speaks for and against a pair, the weightiest first. */
  public List<Reason> reasons(PairEvidence evidence) {
    List<Reason> reasons = new ArrayList<>();
    double[] scaled = fit.scaled(evidence);
    for (int c = 0; c < scaled.length; c++) {
      reasons.add(new Reason(PairEvidence.CLUES.get(c), fit.weights[c] * scaled[c]));
    }
    reasons.sort(Comparator.comparingDouble((Reason each) -> Math.abs(each.weight())).reversed());
    return reasons;
  }

  /** How many judgements it has learnt from. */
  public int judgements() {
    return judgements;
  }

  /** How far it can be believed. */
  public Calibration calibration() {
    return calibration;
  }

  /** Weights of scaled clues, the constant last. */
  private static final class Fit {
    private final double[] weights;
    private final double[] means;
    private final double[] deviations;

    Fit(double[] weights, double[] means, double[] deviations) {
      this.weights = weights;
      this.means = means;
      this.deviations = deviations;
    }

    static Fit of(List<Judgement> judged) {
      int clues = PairEvidence.CLUES.size();
      double[] means = new double[clues];
      double[] deviations = new double[clues];
      for (int c = 0; c < clues; c++) {
        int clue = c;
        double mean =
            judged.stream().mapToDouble(each -> each.evidence().values().get(clue)).sum()
                / judged.size();
        double square =
            judged.stream()
                    .mapToDouble(each -> each.evidence().values().get(clue) - mean)
                    .map(off -> off * off)
                    .sum()
                / judged.size();
        means[c] = mean;
        // A clue that is the same for all pairs says nothing, and gets no weight.
        deviations[c] = square == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(square);
      }
      Fit unfitted = new Fit(new double[clues + 1], means, deviations);
      double[][] x =
          judged.stream().map(each -> unfitted.scaled(each.evidence())).toArray(double[][]::new);
      int[] y = judged.stream().mapToInt(each -> each.accepted() ? 1 : 0).toArray();
      double[] weights =
          LogisticRegression.binomial(x, y, new LogisticRegression.Options(RIDGE, 1e-5, 500))
              .coefficients();
      return new Fit(weights, means, deviations);
    }

    double[] scaled(PairEvidence evidence) {
      double[] scaled = new double[means.length];
      for (int c = 0; c < scaled.length; c++) {
        scaled[c] = (evidence.values().get(c) - means[c]) / deviations[c];
      }
      return scaled;
    }

    double probability(PairEvidence evidence) {
      double sum = weights[weights.length - 1];
      double[] scaled = scaled(evidence);
      for (int c = 0; c < scaled.length; c++) {
        sum += weights[c] * scaled[c];
      }
      return 1 / (1 + Math.exp(-sum));
    }
  }
}
