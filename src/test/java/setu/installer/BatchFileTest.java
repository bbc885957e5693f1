package setu.installer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be said of the launcher for Windows without running it. */
class BatchFileTest {
  private static final Path BATCH = Path.of("installer/setu.bat");

  private static List<String> lines() throws IOException {
    return Files.readAllLines(BATCH, UTF_8);
  }

  /** The parts of the text that match, in order, once each. */
  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .distinct()
        .toList();
  }

  @Test
  void everyCharacterIsInEveryCodePage() throws IOException {
    assertThat(US_ASCII.newEncoder().canEncode(Files.readString(BATCH))).isTrue();
  }

  /** With line feeds alone cmd misses labels. */
  @Test
  void itsLinesEndAsWindowsWantsThem() throws IOException {
    assertThat(Files.readString(Path.of(".gitattributes"))).contains("*.bat text eol=crlf");
    assertThat(Files.readString(Path.of("pom.xml"))).contains("includes=\"setu.bat\" eol=\"crlf\"");
  }

  @Test
  void everyLabelThatIsGoneToStandsThere() throws IOException {
    String text = String.join("\n", lines());
    List<String> labels = found("(?m)^:(\\w+)", text);
    assertThat(labels)
        .containsAll(found("goto (\\w+)", text))
        .containsAll(found("call :(\\w+)", text));
  }

  @Test
  void itHasNothingOfAnotherShell() throws IOException {
    assertThat(lines())
        .noneMatch(line -> line.matches(".*(\\$\\{|\\$\\(|/dev/null|; then|\\bfi$).*"));
  }

  /** The shell script is the one that is tested: both need the same Java and say the same. */
  @Test
  void itSaysWhatTheShellScriptSays() throws IOException {
    String shell = Files.readString(Path.of("installer/setu"));
    String batch = String.join("\n", lines());
    assertThat(found("needed=(\\d+)", batch)).isEqualTo(found("needed=(\\d+)", shell));
    assertThat(found("(found none: .*)\\.", batch)).isEqualTo(found("(found none: .*)\\.", shell));
    assertThat(found("(holds no Java) %", batch)).isEqualTo(found("(holds no Java) \\$", shell));
    assertThat(found("(lib.setu\\.\\w+)", batch.replace('\\', '/')))
        .isEqualTo(found("(lib.setu\\.\\w+)", shell));
  }

  /** People set a folder with its quotes: a name in quotes twice would be two words. */
  @Test
  void aFolderOfAVariableIsTakenWithoutItsOwnQuotes() throws IOException {
    assertThat(lines())
        .noneMatch(line -> line.contains("\"%JAVA_HOME%\"") || line.contains("\"%SETU_JAVA%\""));
  }
}
