package setu.core.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a run's figures depend on: who has it and the inputs gets the same figures.
 *
 * @param version of the algorithms; raised when figures change
 * @param inputs the files, each by its content
 * @param methods names on the command line, in order
 * @param options of a single method, where they differ from its paper's; by name; with {@link
 *     #WEIGHT_COLUMN} and {@link #JOIN} where they were given
 * @param normalization as {@link setu.core.space.Normalization} reads it
 * @param retrievals labels, in order
 * @param neighborhood k of CSLS
 * @param temperature β of the inverted softmax
 * @param limit rows read of a space whose {@link Input#limit} says nothing; 0 for all
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

  /** The option that says how second spaces are joined: {@code concatenate} or {@code average}. */
  public static final String JOIN = "join";

  /** The role of a second space for the source words. */
  public static final String SECOND_SOURCE = "secondSource";

  /** The role of a second space for the target words. */
  public static final String SECOND_TARGET = "secondTarget";

  /** Of the algorithms of this Setu. */
  public static final int VERSION = 1;

  /**
   * A file.
   *
   * @param role {@code source}, {@code target}, {@code anchors}, {@code test}, {@value
   *     RunRecipe#SECOND_SOURCE} or {@value RunRecipe#SECOND_TARGET}
   * @param path where it was
   * @param hash SHA-256 of its content
   * @param limit rows read of it, where it is a space that was cut off; otherwise null
   */
  public record Input(
      String role,
      String path,
      String hash,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer limit) {
    /** A file of no limit of its own. */
    public Input(String role, String path, String hash) {
      this(role, path, hash, null);
    }
  }

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
    return Path.of(input(role).path());
  }

  /**
   * How many rows at most are read of the space of a role; {@link Integer#MAX_VALUE} for all.
   *
   * @throws IllegalArgumentException if no input has the role
   */
  public int limit(String role) {
    Integer own = input(role).limit();
    if (own != null) {
      return own;
    }
    return limit == 0 ? Integer.MAX_VALUE : limit;
  }

  /** Whether an input has the role. */
  public boolean has(String role) {
    return inputs.stream().anyMatch(input -> input.role().equals(role));
  }

  private Input input(String role) {
    return inputs.stream()
        .filter(input -> input.role().equals(role))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + role));
  }
}
