package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The root of the command line: help, version, exit statuses. */
class SetuCommandTest {
  @Test
  void versionIsThePomsVersion() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    assertThat(CliRun.of("--version").out().strip()).isEqualTo(SetuCommand.VERSION);
    assertThat(pom).contains("<version>" + SetuCommand.VERSION.substring(5) + "</version>");
  }

  @Test
  void everyCommandHasHelp() {
    List<String> commands = new ArrayList<>();
    CommandLine root =
        SetuCommand.commandLine(Console.ofProcess(), project -> 0, (p, w, n, png) -> {});
    collect(root, "", commands);
    assertThat(commands).contains("open");
    assertThat(CliRun.of("--help").exit()).isZero();
    for (String command : commands) {
      CliRun run = CliRun.of((Object[]) (command + " --help").split(" "));
      assertThat(run.exit()).as(command).isZero();
      assertThat(run.out()).as(command).contains("setu " + command).contains("--help");
    }
  }

  private static void collect(CommandLine command, String before, List<String> names) {
    command
        .getSubcommands()
        .forEach(
            (name, subcommand) -> {
              names.add(before + name);
              collect(subcommand, before + name + " ", names);
            });
  }

  @Test
  void withoutACommandTheWindowOpens() {
    assertThat(CliRun.of().exit()).isZero();
    assertThat(CliRun.of("open").exit()).isZero();
    assertThat(CliRun.of("open", "project").exit()).isEqualTo(3);
  }

  @Test
  void wrongUsageIsTwoWithOneLine() {
    CliRun run = CliRun.of("open", "a", "b");
    assertThat(run.exit()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).startsWith("setu: ").contains("setu open --help").hasLineCount(1);
    assertThat(CliRun.of("nosuch").exit()).isEqualTo(ExitCodes.USAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "algn, align",
    "benchmrk --methods cca, benchmark",
    "anchors stat, stats",
    "anchors importt x --project y, import",
    "bench liv, live",
    "bench reveiw, review",
    "info --thread 2 x, --threads",
    "info x --thread 2, --threads",
    "anchors import x --projct y, --project",
    "align --sede 3, --seed",
    "bench neighbors --quries 5, --queries",
  })
  void whatWasMistypedIsAnsweredWithWhatWasMeant(String line, String meant) {
    CliRun run = CliRun.of((Object[]) line.split(" "));
    assertThat(run.exit()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).hasLineCount(1).contains(" Did you mean " + meant + "? See ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void nothingIsSuggestedWhereNothingIsNear() {
    for (String line : List.of("qqq", "bench qqq", "info x --qqq", "convert a b c")) {
      CliRun run = CliRun.of((Object[]) line.split(" "));
      assertThat(run.exit()).as(line).isEqualTo(ExitCodes.USAGE);
      assertThat(run.err()).as(line).hasLineCount(1).doesNotContain("Did you mean");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "align P --method procrustez | --method takes identity, least-squares, procrustes,",
        "align P --option foo=1 | --option does not fit procrustes: foo (",
        "align P --out o --format foo | --format takes word2vec-text,",
        "anchors clean --project p --kinds foo | --kinds takes not-nfc,",
        "anchors export o.tsv --project p --status foo | --status",
        "audit P --method foo | --method takes identity,",
        "bench neighbors --engine foo | --engine takes auto,",
        "bench projection --method foo | --method takes pca, tsne, umap,",
        "benchmark P --test t --methods cca,foo | --methods takes identity,",
        "convert a b --to foo | --to takes word2vec-text,",
        "encode --model m --input i --out o --pooling foo | --pooling",
        "evaluate P --test sample-vectors/anchors.test.tsv --method foo | --method takes identity,",
        "evaluate P --test t --retrieval nn,foo | --retrieval takes nn, csls and isf,",
        "induce P --method foo | --method takes identity,",
        "interpolate P --methods procrustes,foo | --methods takes identity,",
        "neighbors w P --method foo | --method takes identity,",
        "project --source a --out o --method foo | --method takes pca, tsne, umap,",
        "project --source a --out o --engine foo | --engine takes setu, smile,",
      })
  void anUnknownNameIsWrongUsageAndTheKnownOnesAreListed(String line, String said) {
    String pair = "--source a.vec --target b.vec --anchors d.txt";
    CliRun run = CliRun.of((Object[]) line.replace("P", pair).split(" "));
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).hasLineCount(1).contains(said, "--help");
  }
}
