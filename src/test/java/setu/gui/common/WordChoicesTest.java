package setu.gui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.space.EverydaySinhala;
import setu.gui.shell.SampleWorkbench;

/** What is offered for typed letters, on the sample's English and Sinhala. */
class WordChoicesTest {
  @TempDir Path folder;
  private Workbench workbench;
  private WordChoices choices;

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
    choices = new WordChoices(workbench);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void theTypedWordComesFirstAndAllAreKnown() {
    List<WordChoice> found = choices.of(Side.SOURCE, "river");
    assertThat(found.getFirst()).isEqualTo(new WordChoice("river", true));
    assertThat(found).allMatch(WordChoice::known).allMatch(each -> each.word().startsWith("river"));
  }

  @Test
  void latinLettersAreOfferedInSinhalaOnesWhereNoReadingIsKnown() {
    List<String> readings = EverydaySinhala.readings("gangakalu");
    assertThat(readings).isNotEmpty().noneMatch(each -> choices.known(Side.TARGET, each));
    assertThat(choices.of(Side.TARGET, "gangakalu"))
        .containsExactlyElementsOf(
            readings.stream().map(each -> new WordChoice(each, false)).toList());
    assertThat(choices.of(Side.SOURCE, "gangakalu")).as("an English side").isEmpty();
  }

  @Test
  void aFieldTakesTheWordItself() {
    // The list of choices writes what its items are as text into the field.
    assertThat(String.valueOf(new WordChoice("ගඟ", false))).isEqualTo("ගඟ");
  }
}
