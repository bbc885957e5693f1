package setu.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import setu.core.space.FloatType;
import setu.core.space.SpaceFormat;
import setu.core.space.SpaceLayout;

/** {@code --numbers} and {@code --by-column}: how written spaces lay out their numbers. */
final class StoredNumbers {
  @Option(
      names = "--numbers",
      paramLabel = "TYPE",
      defaultValue = "f32",
      description =
          "How numbers are stored: f32; in npy also f16 and f64, in safetensors f16, bf16 and f64"
              + " (default: ${DEFAULT-VALUE}).")
  private String numbers;

  @Option(
      names = "--by-column",
      description = "Store by dimension: npy in Fortran order, Parquet with a column for each.")
  private boolean byColumn;

  /** The layout, which fits the format. */
  SpaceLayout layout(CommandSpec command, SpaceFormat format) {
    FloatType type =
        FloatType.ofLabel(numbers)
            .orElseThrow(
                () ->
                    CommonOptions.usage(
                        command,
                        "--numbers takes "
                            + Stream.of(FloatType.values())
                                .map(FloatType::label)
                                .collect(Collectors.joining(", "))
                            + ", not '"
                            + numbers
                            + "'"));
    if (!new SpaceLayout(type, false).fits(format)) {
      throw CommonOptions.usage(command, format.label() + " does not store " + type.label());
    }
    SpaceLayout layout = new SpaceLayout(type, byColumn);
    if (!layout.fits(format)) {
      throw CommonOptions.usage(command, format.label() + " is not stored by column");
    }
    return layout;
  }
}
