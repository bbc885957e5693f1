package setu.core.projection;

import java.util.List;

/** The methods of layout by name, and the engines behind them. */
public final class Projectors {
  /** Our own: progress, true cancelling, live views and any number of points. */
  public static final String SETU = "setu";

  /** The library Smile, for t-SNE and UMAP, to compare with. */
  public static final String SMILE = "smile";

  private static final List<Projector> OWN = List.of(new Pca(), new Tsne(), new Umap());
  private static final List<Projector> BY_SMILE = List.of(new SmileTsne(), new SmileUmap());

  private Projectors() {}

  /** Every method's name, as the command line takes it. */
  public static List<String> names() {
    return names(SETU);
  }

  /** The names of an engine's methods; none of an unknown engine. */
  public static List<String> names(String engine) {
    return of(engine).stream().map(Projector::name).toList();
  }

  /** The engines' names, the default first. */
  public static List<String> engines() {
    return List.of(SETU, SMILE);
  }

  /**
   * Our method of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Projector byName(String name) {
    return byName(name, SETU);
  }

  /**
   * An engine's method of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Projector byName(String name, String engine) {
    return of(engine).stream()
        .filter(projector -> projector.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no projection named " + name + " by " + engine));
  }

  private static List<Projector> of(String engine) {
    return switch (engine) {
      case SETU -> OWN;
      case SMILE -> BY_SMILE;
      default -> List.of();
    };
  }
}
