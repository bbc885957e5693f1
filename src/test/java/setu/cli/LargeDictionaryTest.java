package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A benchmark's spaces and dictionaries are the sample's unless others are named. */
class LargeDictionaryTest {
  @Command
  private static final class Measured {
    @Mixin private final LargeDictionary dictionary = new LargeDictionary();
  }

  private static LargeDictionary of(String... arguments) {
    Measured measured = new Measured();
    new CommandLine(measured).parseArgs(arguments);
    return measured.dictionary;
  }

  @Test
  void itIsTheSampleFilledUpWhereNothingIsSaid() {
    LargeDictionary sample = of();
    assertThat(sample.pairs()).isEqualTo(120_000);
    assertThat(sample.name()).isEqualTo("sample");
    assertThat(sample.files())
        .extracting(file -> String.valueOf(file.getFileName()))
        .containsExactly("en.100.vec", "si.100.vec", "anchors.train.tsv", "anchors.test.tsv");
    assertThat(sample.files()).allMatch(Files::isReadable);
  }

  @Test
  void whatIsNamedTakesThePlaceOfTheSamples() {
    LargeDictionary named = of("--pairs", "7", "--source", "x/fr.vec", "--test", "t.tsv");
    assertThat(named.pairs()).isEqualTo(7);
    assertThat(named.name()).as("for the report").isEqualTo("fr.vec");
    assertThat(named.files()).startsWith(Path.of("x", "fr.vec")).endsWith(Path.of("t.tsv"));
    assertThat(named.files().subList(1, 3)).isEqualTo(of().files().subList(1, 3));
  }
}
