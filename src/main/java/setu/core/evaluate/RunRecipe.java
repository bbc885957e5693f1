package setu.core.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All that a run's figures depend on: who has it and the inputs gets the same figures.
 *
 * @param version of the algorithms; raised when figures change
 * @param inputs the files, each by its content
 * @param methods names on the command line, in order
 * @param options of a single method, where they differ from its paper's; by name
 * @param normalization as {@link setu.core.space.Normalization} reads it
 * @param retrievals labels, in order
 * @param neighborhood k of CSLS
 * @param temperature β of the inverted softmax
 * @param limit rows read of each space; 0 for all
 */
public record RunRecipe(
    int version,
    List<Input> inputs,
    List<String> methods,
    Map<String, String> options,
    String normalization,
    List<String> retrievals,
    int neighborhood,
    double temperature,
    boolean bothDirections,
    int limit,
    long seed) {
  /** The option that names the column of the anchors' weights. */
  public static final String WEIGHT_COLUMN = "weightColumn";

  /** Of the algorithms of this Setu. */
  public static final int VERSION = 1;

  /**
   * A file.
   *
   * @param role {@code source}, {@code target}, {@code anchors} or {@code test}
   * @param path where it was
   * @param hash SHA-256 of its content
   */
  public record Input(String role, String path, String hash) {}

  /** Copies the collections. */
  public RunRecipe {
    inputs = List.copyOf(inputs);
    methods = List.copyOf(methods);
    options = Map.copyOf(options);
    retrievals = List.copyOf(retrievals);
  }

  /**
   * The file of a role.
   *
   * @throws IllegalArgumentException if no input has it
   */
  public Path file(String role) {
    return inputs.stream()
        .filter(input -> input.role().equals(role))
        .map(input -> Path.of(input.path()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + role));
  }
}
