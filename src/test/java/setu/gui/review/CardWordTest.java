package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import setu.gui.common.Paragraph;
import setu.gui.common.Side;
import setu.gui.common.Thousands;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;
import setu.message.Messages;

/** A word of a card with its Latin letters and its rank. */
class CardWordTest {
  @TempDir Path folder;

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  /** The word, its Latin letters and what is told of it. */
  private static List<String> shown(CardWord word) {
    return ((Parent) word.node())
        .getChildrenUnmodifiable().stream()
            .map(
                part ->
                    part instanceof Paragraph ? part.getAccessibleText() : ((Label) part).getText())
            .toList();
  }

  @Test
  void aSinhalaWordStandsInLatinLettersTooAndAnUnknownOneIsCalledSo() {
    try (Workbench workbench = SampleWorkbench.open(folder)) {
      int row = Objects.requireNonNull(workbench.space(Side.TARGET)).vocabulary().row("ගඟ");
      CardWord word = new CardWord(workbench, Side.TARGET, Messages.inEnglish());
      word.show("ගඟ");
      assertThat(shown(word))
          .containsExactly(
              "ගඟ", "gan\u0306ga", "Sinhala · frequency rank " + Thousands.of(row + 1));
      word.show("ganga");
      assertThat(shown(word))
          .containsExactly("ganga", " ", "Not in the Sinhala vocabulary: this pair is not used.");
    }
  }
}
