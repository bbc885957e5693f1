package setu.core.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.PreparedBase;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Stage C1 of Li et al. 2022: the {@link AdvancedMapping} of the dictionary, gradient steps on a
 * contrastive loss with mined hard negatives ({@link ContrastiveTuning}), then the dictionary grows
 * by mutual CSLS neighbours, and again.
 */
public final class Contrastive implements Aligner {
  private final Options options;
  private final NeighborSearch search;

  /**
   * The settings.
   *
   * @param rounds of mapping and tuning, at least 1
   * @param steps gradient steps of each round, at least 1
   * @param rate of the steps, above 0
   * @param decay the rate is multiplied by this after each step, above 0 to 1
   * @param negatives hard negatives of every word, at least 1
   * @param temperature τ, above 0
   * @param vocabulary how many of the most frequent words give negatives and new pairs, at least 1
   * @param added the most pairs that self-learning adds, at least 0
   */
  public record Options(
      int rounds,
      int steps,
      double rate,
      double decay,
      int negatives,
      double temperature,
      int vocabulary,
      int added) {
    /**
     * Fewer and larger steps, and fewer negatives, than the paper's 200 of 1.5 with 150: the
     * decision record says why.
     */
    public static final Options DEFAULT = new Options(1, 4, 2, 0.97, 100, 1, 20_000, 10_000);

    /** Checks the ranges. */
    public Options {
      Preconditions.atLeastOne("rounds", rounds);
      Preconditions.atLeastOne("steps", steps);
      Preconditions.within("rate", rate, Double.MIN_NORMAL, Double.MAX_VALUE);
      Preconditions.within("decay", decay, Double.MIN_NORMAL, 1);
      Preconditions.atLeastOne("negatives", negatives);
      Preconditions.within("temperature", temperature, Double.MIN_NORMAL, Double.MAX_VALUE);
      Preconditions.atLeastOne("vocabulary", vocabulary);
      Preconditions.within("added", added, 0, Integer.MAX_VALUE);
    }
  }

  /** With these options, looking neighbours up with {@code search}. */
  public Contrastive(Options options, NeighborSearch search) {
    this.options = options;
    this.search = search;
  }

  @Override
  public String name() {
    return "contrastive-c1";
  }

  @Override
  public Record options() {
    return options;
  }

  @Override
  public Alignment align(
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors anchors,
      Progress progress,
      Cancellation cancellation) {
    Preconditions.requireEqualDimensions(source, target);
    Preconditions.requireAnchors(anchors);
    float[] sourceCenter = Centering.center(source);
    float[] targetCenter = Centering.center(target);
    FloatMatrix x = Centering.centered(source, sourceCenter);
    FloatMatrix z = Centering.centered(target, targetCenter);
    int[] sources = anchors.sourceRowArray();
    int[] targets = anchors.targetRowArray();
    List<Double> losses = new ArrayList<>();
    progress.begin(Phase.ALIGN, (long) options.rounds() * options.steps());
    for (int round = 1; ; round++) {
      AdvancedMapping start = AdvancedMapping.solve(x.gather(sources), z.gather(targets), 0.5);
      DoubleMatrix mapX = start.source();
      DoubleMatrix mapZ = start.target();
      FloatMatrix mappedX = mapped(x, mapX);
      FloatMatrix mappedZ = mapped(z, mapZ);
      ContrastiveTuning tuning = tuning(mappedX, mappedZ, sources, targets);
      boolean whole = tune(tuning, losses, progress, cancellation);
      mapX = mapX.times(tuning.sourceMap());
      mapZ = mapZ.times(tuning.targetMap());
      if (round == options.rounds() || !whole) {
        return new Alignment(
            name(),
            new LinearMap(sourceCenter, mapX.toFloat()),
            new LinearMap(targetCenter, mapZ.toFloat()),
            new AlignmentRun(whole, losses, null));
      }
      CrossNeighbors found =
          CrossNeighbors.of(
              mapped(x, mapX), search.prepare(mapped(z, mapZ)), 10, search, Cancellation.none());
      int more = Math.min(options.added(), found.mutualSources().length);
      sources = joined(anchors.sourceRowArray(), found.mutualSources(), more);
      targets = joined(anchors.targetRowArray(), found.mutualTargets(), more);
    }
  }

  /** The most frequent rows in the shared space. */
  private FloatMatrix mapped(FloatMatrix rows, DoubleMatrix map) {
    return UnitRows.scale(LinearAlgebra.multiply(rows, map.toFloat()));
  }

  private static int[] joined(int[] first, int[] second, int count) {
    int[] all = Arrays.copyOf(first, first.length + count);
    System.arraycopy(second, 0, all, first.length, count);
    return all;
  }

  private boolean tune(
      ContrastiveTuning tuning, List<Double> losses, Progress progress, Cancellation cancellation) {
    double rate = options.rate();
    for (int step = 0; step < options.steps(); step++) {
      if (cancellation.isCancelled()) {
        return false;
      }
      double loss = tuning.step(rate);
      losses.add(loss);
      progress.reached(loss);
      progress.advance(1);
      rate *= options.decay();
    }
    return true;
  }

  private ContrastiveTuning tuning(FloatMatrix x, FloatMatrix z, int[] sources, int[] targets) {
    Map<Integer, Set<Integer>> translations = new HashMap<>();
    Map<Integer, Set<Integer>> back = new HashMap<>();
    for (int p = 0; p < sources.length; p++) {
      translations.computeIfAbsent(sources[p], s -> new HashSet<>()).add(targets[p]);
      back.computeIfAbsent(targets[p], t -> new HashSet<>()).add(sources[p]);
    }
    int[] words = Arrays.stream(sources).sorted().distinct().toArray();
    int[] backWords = Arrays.stream(targets).sorted().distinct().toArray();
    IntList from = new IntList();
    IntList to = new IntList();
    from.addAll(sources);
    to.addAll(targets);
    mine(x, words, z, translations, from, to);
    int forwardEnd = from.size();
    mine(z, backWords, x, back, to, from);
    Compact compactX = new Compact(from.toArray());
    Compact compactZ = new Compact(to.toArray());
    return new ContrastiveTuning(
        x.gather(compactX.rows),
        z.gather(compactZ.rows),
        compactX.indices,
        compactZ.indices,
        sources.length,
        forwardEnd,
        options.temperature());
  }

  /** Adds for every word its nearest rows of the other side that do not translate it. */
  private void mine(
      FloatMatrix side,
      int[] words,
      FloatMatrix other,
      Map<Integer, Set<Integer>> translations,
      IntList from,
      IntList to) {
    int most = translations.values().stream().mapToInt(Set::size).max().orElse(0);
    PreparedBase base =
        search.prepare(other.slice(0, Math.min(options.vocabulary(), other.rows())));
    Neighbors near =
        search.search(
            side.gather(words),
            base,
            Math.min(base.size(), options.negatives() + Math.min(most, 32)),
            Progress.NONE,
            Cancellation.none());
    for (int i = 0; i < words.length; i++) {
      Set<Integer> gold = translations.getOrDefault(words[i], Set.of());
      int mined = 0;
      for (int rank = 0; rank < near.k() && mined < options.negatives(); rank++) {
        int j = near.index(i, rank);
        if (j >= 0 && !gold.contains(j)) {
          from.add(words[i]);
          to.add(j);
          mined++;
        }
      }
    }
  }

  /** Rows that take part, and edges told by their place among them. */
  private static final class Compact {
    private final int[] rows;
    private final int[] indices;

    Compact(int[] ends) {
      rows = Arrays.stream(ends).sorted().distinct().toArray();
      indices = Arrays.stream(ends).map(row -> Arrays.binarySearch(rows, row)).toArray();
    }
  }

  /** Integers that grow. */
  private static final class IntList {
    private int[] values = new int[1024];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
      }
      values[size++] = value;
    }

    void addAll(int[] more) {
      for (int value : more) {
        add(value);
      }
    }

    int size() {
      return size;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
