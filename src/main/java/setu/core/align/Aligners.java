package setu.core.align;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import setu.core.fault.AlignmentFault;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;

/** The methods by their names on the command line. */
public final class Aligners {
  /** The seed where none is given. */
  public static final long SEED = 42;

  private static final List<Method<?>> METHODS =
      List.of(
          new Method<>("identity", NoOptions.INSTANCE, (options, search) -> new Identity()),
          new Method<>("least-squares", LeastSquares.PLAIN, (options, search) -> options),
          new Method<>(
              "procrustes",
              Procrustes.Options.DEFAULT,
              (options, search) -> new Procrustes(options)),
          new Method<>(
              "procrustes-refine", ProcrustesRefinement.Options.DEFAULT, ProcrustesRefinement::new),
          new Method<>("cca", Cca.Options.DEFAULT, (options, search) -> new Cca(options)),
          new Method<>(
              "rcsls",
              Rcsls.Options.DEFAULT,
              (options, search) -> new Rcsls(false, options, search)),
          new Method<>(
              "rcsls-spectral",
              Rcsls.Options.DEFAULT,
              (options, search) -> new Rcsls(true, options, search)),
          new Method<>(
              "vecmap-supervised",
              VecMap.Options.DEFAULT,
              (options, search) -> new VecMap(options)),
          selfLearning(VecMapSelfLearning.Start.DICTIONARY, "vecmap-semi-supervised"),
          selfLearning(VecMapSelfLearning.Start.IDENTICAL_WORDS, "vecmap-identical"),
          selfLearning(VecMapSelfLearning.Start.DISTRIBUTIONS, "vecmap-unsupervised"),
          new Method<>("contrastive-c1", Contrastive.Options.DEFAULT, Contrastive::new),
          new Method<>("contrastive-c2", ContrastiveBlend.Options.DEFAULT, ContrastiveBlend::new),
          new Method<>(
              "wasserstein-procrustes",
              WassersteinProcrustes.Options.DEFAULT,
              WassersteinProcrustes::new),
          new Method<>("adversarial", Adversarial.Options.DEFAULT, Adversarial::new));

  private static final List<String> SUPERVISED =
      List.of(
          "identity",
          "least-squares",
          "procrustes",
          "procrustes-refine",
          "cca",
          "rcsls",
          "rcsls-spectral",
          "vecmap-supervised",
          "contrastive-c1");

  private static Method<?> selfLearning(VecMapSelfLearning.Start start, String name) {
    return new Method<>(
        name,
        VecMapSelfLearning.Options.DEFAULT,
        (options, search) -> new VecMapSelfLearning(start, options, search));
  }

  /** A method's name, its paper's options, and how it is made from others. */
  private record Method<O extends Record>(
      String name, O defaults, BiFunction<O, NeighborSearch, Aligner> maker) {
    Aligner make(Map<String, String> changes, long seed, NeighborSearch search) {
      Map<String, String> all = new HashMap<>(changes);
      if (OptionValues.of(defaults).containsKey("seed")) {
        all.putIfAbsent("seed", Long.toString(seed));
      }
      return maker.apply(OptionValues.with(defaults, all), search);
    }
  }

  private Aligners() {}

  /** Every method's name, the simplest first. */
  public static List<String> names() {
    return METHODS.stream().map(Method::name).toList();
  }

  /** The methods that learn from a whole dictionary in one go: those of the published table. */
  public static List<String> supervised() {
    return SUPERVISED;
  }

  /** Every method with the options of its paper, the simplest first. */
  public static List<Aligner> all() {
    return names().stream().map(Aligners::byName).toList();
  }

  /**
   * The method of a name, with the options of its paper.
   *
   * @throws AlignmentFault if there is none; its detail lists the names there are
   */
  public static Aligner byName(String name) {
    return byName(name, Map.of(), SEED, NeighborSearches.best());
  }

  /**
   * The method of a name.
   *
   * @param options texts by the names of the method's options, where they differ from its paper's
   * @param seed of whatever it leaves to chance
   * @param search finds neighbours for the methods that need them
   * @throws AlignmentFault if there is none, or an option is unknown or out of its range
   */
  public static Aligner byName(
      String name, Map<String, String> options, long seed, NeighborSearch search) {
    for (Method<?> method : METHODS) {
      if (method.name().equals(name)) {
        return method.make(options, seed, search);
      }
    }
    throw new AlignmentFault(
        AlignmentFault.Problem.UNKNOWN_METHOD,
        null,
        "\"" + name + "\" (" + String.join(", ", names()) + ")");
  }
}
