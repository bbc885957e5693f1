package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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
}
