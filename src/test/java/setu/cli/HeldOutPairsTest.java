package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands that measure on held-out pairs ask alike. */
class HeldOutPairsTest {
  @ParameterizedTest
  @CsvSource({"interpolate, 0.1", "anchors reduce, 0.2"})
  void eachCommandKeepsItsOwnShareAside(String command, String share) {
    assertThat(run(command, "--help").out().replaceAll("\\s+", " "))
        .contains("--development=FILE", "kept aside, 0 to 1 (default: " + share + ").");
  }

  @ParameterizedTest
  @CsvSource({"interpolate, interpolate", "anchors reduce, reduce"})
  void withoutADictionaryOrWithoutAShareThereIsNothingToMeasureOn(String command, String name) {
    CliRun none = run(command, "--source", "a.vec", "--target", "b.vec");
    assertThat(none.exit()).isEqualTo(ExitCodes.USAGE);
    assertThat(none.err()).hasLineCount(1).contains(name + " needs --anchors FILE");
    for (String share : new String[] {"0", "1", "-0.1", "NaN"}) {
      CliRun wrong =
          run(
              command,
              "--source",
              "a.vec",
              "--target",
              "b.vec",
              "--anchors",
              "d.txt",
              "--share",
              share);
      assertThat(wrong.exit()).isEqualTo(ExitCodes.USAGE);
      assertThat(wrong.err()).hasLineCount(1).contains("--share must be between 0 and 1");
    }
  }

  private static CliRun run(String command, String... arguments) {
    return CliRun.of(Stream.concat(Stream.of(command.split(" ")), Stream.of(arguments)).toArray());
  }
}
