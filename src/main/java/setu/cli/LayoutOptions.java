package setu.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.projection.Projector;
import setu.core.projection.Projectors;

/** {@code --method} and {@code --engine} of a layout, as a mixin. */
final class LayoutOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--method",
      paramLabel = "pca|tsne|umap",
      defaultValue = "pca",
      description = "The method (default: ${DEFAULT-VALUE}).")
  private String method;

  @Option(
      names = "--engine",
      paramLabel = "setu|smile",
      defaultValue = Projectors.SETU,
      description =
          "Who computes t-SNE and UMAP (default: ${DEFAULT-VALUE}, which tells progress, stops with"
              + " what it has reached, and takes any number of points; smile, to compare: t-SNE"
              + " up to 3,000 points).")
  private String engine;

  String method() {
    return method;
  }

  String engine() {
    return engine;
  }

  /** What was chosen; wrong usage if there is no such thing. */
  Projector projector() {
    if (!Projectors.engines().contains(engine)) {
      throw CommonOptions.usage(
          command, "--engine takes " + String.join(", ", Projectors.engines()) + ", not " + engine);
    }
    if (!Projectors.names(engine).contains(method)) {
      throw CommonOptions.usage(
          command,
          "--method takes "
              + String.join(", ", Projectors.names(engine))
              + (engine.equals(Projectors.SETU) ? "" : " with --engine " + engine)
              + ", not "
              + method);
    }
    return Projectors.byName(method, engine);
  }
}
