package setu.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import setu.core.align.ResolvedAnchors;
import setu.core.evaluate.Diagnostic.Scope;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.Hubness;
import setu.core.neighbor.Retrieval;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Two spaces and their pair, measured: hubness before and after CSLS, isomorphism over the anchors,
 * anisotropy, spectra.
 *
 * @param figures every measure on everything it applies to
 * @param hubs the biggest hubs forward under nearest neighbours, with what CSLS leaves them
 * @param occurrencesNn how many target words have N_10 = 0, 1, 2 …, forward, nearest neighbours
 * @param occurrencesCsls the same under CSLS
 * @param sourceSpectrum variances of the source's principal components, largest first
 * @param targetSpectrum those of the target
 * @param pairs anchors the pair was measured on, each word once
 */
public record SpaceDiagnostics(
    List<Diagnostic> figures,
    List<StolenQueries> hubs,
    List<Integer> occurrencesNn,
    List<Integer> occurrencesCsls,
    List<Double> sourceSpectrum,
    List<Double> targetSpectrum,
    int pairs) {
  /** Anchors that the pair is measured on, the first ones. */
  public static final int PAIRS = 1000;

  private static final int HUBS = 20;
  private static final int QUERIES_SHOWN = 50;

  /**
   * A hub.
   *
   * @param occurrencesNn N_10 under nearest neighbours
   * @param occurrencesCsls N_10 under CSLS
   * @param queries the most frequent words that find it under nearest neighbours
   */
  public record StolenQueries(
      String word, int occurrencesNn, int occurrencesCsls, List<String> queries) {}

  /** Copies the lists. */
  public SpaceDiagnostics {
    figures = List.copyOf(figures);
    hubs = List.copyOf(hubs);
  }

  /** The figure of a measure on a scope; NaN where it does not apply. */
  public double value(DiagnosticMeasure measure, Scope scope) {
    return figures.stream()
        .filter(d -> d.measure() == measure && d.scope() == scope)
        .mapToDouble(Diagnostic::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  /**
   * Measures spaces.
   *
   * @param source unit rows before mapping, n × d
   * @param target unit rows before mapping, m × d′
   * @param aligned both after mapping
   * @param anchors pairs that translate each other
   */
  public static SpaceDiagnostics of(
      FloatMatrix source,
      FloatMatrix target,
      AlignedPair aligned,
      ResolvedAnchors anchors,
      Progress progress,
      Cancellation cancellation) {
    List<Diagnostic> figures = new ArrayList<>();
    Hubness nn = hubness(figures, aligned, Direction.FORWARD, false, progress, cancellation);
    Hubness csls = hubness(figures, aligned, Direction.FORWARD, true, progress, cancellation);
    hubness(figures, aligned, Direction.BACKWARD, false, progress, cancellation);
    hubness(figures, aligned, Direction.BACKWARD, true, progress, cancellation);
    progress.begin(Phase.EVALUATE, 3);
    Isotropy ofSource = isotropy(figures, source, Scope.SOURCE);
    cancellation.check();
    progress.advance(1);
    Isotropy ofTarget = isotropy(figures, target, Scope.TARGET);
    cancellation.check();
    progress.advance(1);
    int pairs = isomorphism(figures, source, target, anchors);
    cancellation.check();
    SingularValues sigma = new SingularValues(source);
    SingularValues other = new SingularValues(target);
    figures.add(
        new Diagnostic(DiagnosticMeasure.CONDITION_NUMBER, Scope.SOURCE, sigma.conditionNumber()));
    figures.add(
        new Diagnostic(DiagnosticMeasure.CONDITION_NUMBER, Scope.TARGET, other.conditionNumber()));
    figures.add(new Diagnostic(DiagnosticMeasure.SINGULAR_VALUE_GAP, Scope.PAIR, sigma.gap(other)));
    progress.advance(1);
    return new SpaceDiagnostics(
        figures,
        hubs(aligned, nn, csls),
        histogram(nn, target.rows()),
        histogram(csls, target.rows()),
        Arrays.stream(ofSource.spectrum()).boxed().toList(),
        Arrays.stream(ofTarget.spectrum()).boxed().toList(),
        pairs);
  }

  private static Hubness hubness(
      List<Diagnostic> figures,
      AlignedPair aligned,
      Direction direction,
      boolean csls,
      Progress progress,
      Cancellation cancellation) {
    Retrieval retrieval = csls ? Retrieval.Csls.DEFAULT : new Retrieval.Cosine();
    Scope scope = direction == Direction.FORWARD ? Scope.FORWARD : Scope.BACKWARD;
    Hubness hubness = aligned.hubness(direction, retrieval, progress, cancellation);
    figures.add(
        new Diagnostic(
            csls ? DiagnosticMeasure.HUBNESS_SKEW_CSLS : DiagnosticMeasure.HUBNESS_SKEW_NN,
            scope,
            hubness.skewness()));
    figures.add(
        new Diagnostic(
            csls ? DiagnosticMeasure.ORPHAN_SHARE_CSLS : DiagnosticMeasure.ORPHAN_SHARE_NN,
            scope,
            hubness.orphanShare()));
    return hubness;
  }

  private static Isotropy isotropy(List<Diagnostic> figures, FloatMatrix rows, Scope scope) {
    Isotropy isotropy = new Isotropy(rows);
    figures.add(new Diagnostic(DiagnosticMeasure.MEAN_COSINE, scope, isotropy.meanCosine()));
    figures.add(
        new Diagnostic(
            DiagnosticMeasure.MEAN_COSINE_CENTERED, scope, isotropy.meanCosineCentered()));
    figures.add(
        new Diagnostic(
            DiagnosticMeasure.MEAN_COSINE_ALL_BUT_THE_TOP,
            scope,
            isotropy.meanCosineAllButTheTop()));
    figures.add(new Diagnostic(DiagnosticMeasure.ISO_SCORE, scope, isotropy.isoScore()));
    figures.add(
        new Diagnostic(
            DiagnosticMeasure.ISO_SCORE_ALL_BUT_THE_TOP, scope, isotropy.isoScoreAllButTheTop()));
    return isotropy;
  }

  /** Over the first anchors, each word once; returns how many. */
  private static int isomorphism(
      List<Diagnostic> figures, FloatMatrix source, FloatMatrix target, ResolvedAnchors anchors) {
    Set<Integer> sources = new HashSet<>();
    Set<Integer> targets = new HashSet<>();
    List<Integer> left = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    for (int i = 0; i < anchors.size() && left.size() < PAIRS; i++) {
      int s = anchors.sourceRows().get(i);
      int t = anchors.targetRows().get(i);
      if (!sources.contains(s) && !targets.contains(t)) {
        sources.add(s);
        targets.add(t);
        left.add(s);
        right.add(t);
      }
    }
    if (left.size() >= 3) {
      Isomorphism shapes =
          new Isomorphism(
              source.gather(left.stream().mapToInt(i -> i).toArray()),
              target.gather(right.stream().mapToInt(i -> i).toArray()));
      add(figures, DiagnosticMeasure.EIGENVECTOR_SIMILARITY, shapes.eigenvectorSimilarity());
      add(figures, DiagnosticMeasure.GROMOV_HAUSDORFF, shapes.gromovHausdorffBound());
      add(figures, DiagnosticMeasure.RELATIONAL_SIMILARITY, shapes.relationalSimilarity());
      add(figures, DiagnosticMeasure.LINEAR_CKA, shapes.linearCka());
      add(figures, DiagnosticMeasure.NEIGHBOR_OVERLAP, shapes.neighborOverlap());
    }
    return left.size();
  }

  private static void add(List<Diagnostic> figures, DiagnosticMeasure measure, double value) {
    figures.add(new Diagnostic(measure, Scope.PAIR, value));
  }

  private static List<StolenQueries> hubs(AlignedPair aligned, Hubness nn, Hubness csls) {
    List<StolenQueries> hubs = new ArrayList<>();
    for (Hubness.Hub hub : nn.hubs(HUBS)) {
      hubs.add(
          new StolenQueries(
              aligned.candidates(Direction.FORWARD).words().word(hub.row()),
              hub.occurrences(),
              csls.occurrences(hub.row()),
              hub.queries().stream()
                  .limit(QUERIES_SHOWN)
                  .map(aligned.queries(Direction.FORWARD).words()::word)
                  .toList()));
    }
    return hubs;
  }

  private static List<Integer> histogram(Hubness hubness, int size) {
    int most = 0;
    for (int j = 0; j < size; j++) {
      most = Math.max(most, hubness.occurrences(j));
    }
    int[] counts = new int[most + 1];
    for (int j = 0; j < size; j++) {
      counts[hubness.occurrences(j)]++;
    }
    return Arrays.stream(counts).boxed().toList();
  }
}
