package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import setu.core.align.Identity;
import setu.core.align.Procrustes;
import setu.core.fault.DictionaryFault;

/** A column weighs the pairs of Procrustes, and nothing else. */
class WeightColumnTest {
  @TempDir Path folder;

  @Command(name = "probe")
  private static final class Probe {
    @Mixin WeightColumn weights = new WeightColumn();
  }

  private static WeightColumn given(String... arguments) {
    Probe probe = new Probe();
    new CommandLine(probe).parseArgs(arguments);
    return probe.weights;
  }

  private Path table() throws IOException {
    return Files.write(
        folder.resolve("trust.tsv"), List.of("source\ttarget\ttrust", "sea\tමුහුද\t0.5"));
  }

  @Test
  void withoutItNothingIsWeighed() throws IOException {
    assertThat(given().name()).isNull();
    assertThat(given().of(new Procrustes(), Map.of(), table())).isNull();
  }

  @Test
  void itNamesAColumnOfTheTrainingDictionary() throws IOException {
    WeightColumn column = given("--weight-column", "trust");
    assertThat(column.name()).isEqualTo("trust");
    assertThat(column.of(new Procrustes(), Map.of(), table())).isNotNull();
    Path table = table();
    WeightColumn missing = given("--weight-column", "none");
    assertThatThrownBy(() -> missing.of(new Procrustes(), Map.of(), table))
        .isInstanceOf(DictionaryFault.class);
  }

  @Test
  void itGoesWithProcrustesAndADictionaryAndWithoutOtherWeights() throws IOException {
    Path table = table();
    WeightColumn column = given("--weight-column", "trust");
    assertThatThrownBy(() -> column.of(new Identity(), Map.of(), table))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("--method procrustes");
    assertThatThrownBy(() -> column.of(new Procrustes(), Map.of(), null))
        .isInstanceOf(ParameterException.class);
    assertThatThrownBy(() -> column.of(new Procrustes(), Map.of("weighting", "rare_words"), table))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("not both");
  }
}
