package setu.core.projection;

import java.util.List;

/** The methods of layout by name. */
public final class Projectors {
  private static final List<Projector> ALL = List.of(new Pca(), new Tsne(), new Umap());

  private Projectors() {}

  /** Every method's name, as the command line takes it. */
  public static List<String> names() {
    return ALL.stream().map(Projector::name).toList();
  }

  /**
   * The method of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Projector byName(String name) {
    return ALL.stream()
        .filter(projector -> projector.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no projection named " + name));
  }
}
