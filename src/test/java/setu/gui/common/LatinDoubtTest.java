package setu.gui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.gui.shell.SampleWorkbench;
import setu.message.Messages;

/** A word that is probably mistyped is asked about once, on the sample's English and Sinhala. */
class LatinDoubtTest {
  @TempDir Path folder;
  private Workbench workbench;
  private LatinDoubt doubt;

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
    doubt =
        new LatinDoubt(
            new WordChoices(workbench), Messages.inEnglish(), side -> "side " + side.name());
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void latinLettersOnTheSinhalaSideAreAskedAboutOnce() {
    assertThat(doubt.of("river", "ganga")).startsWith("“ganga” is").contains("(side TARGET)");
    assertThat(doubt.of(" river ", "ganga ")).as("entered once more").isEmpty();
    assertThat(doubt.of("river", "ganga")).as("another time").isNotEmpty();
  }

  @Test
  void anotherPairInBetweenIsAskedAboutByItself() {
    assertThat(doubt.of("river", "ganga")).isNotEmpty();
    assertThat(doubt.of("stream", "ganga")).isNotEmpty();
    assertThat(doubt.of("river", "ganga")).as("not told just before").isNotEmpty();
  }

  @Test
  void sinhalaLettersAndAnythingOnTheEnglishSideAreTaken() {
    assertThat(doubt.of("rivver", "ගඟ")).isEmpty();
    assertThat(doubt.of("rivver", "නැතිවචනයක්")).as("unknown, but no Latin letters").isEmpty();
  }

  @Test
  void anUnknownLemmaIsAskedAboutOnceAndAKnownOneNever() {
    assertThat(doubt.ofLemma("river")).isEmpty();
    assertThat(doubt.ofLemma("rivver")).startsWith("“rivver” is not in the side SOURCE");
    assertThat(doubt.ofLemma("rivver")).isEmpty();
    assertThat(doubt.ofLemma("rivver")).as("another time").isNotEmpty();
  }
}
