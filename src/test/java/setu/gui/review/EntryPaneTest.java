package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import setu.core.neighbor.NeighborSearches;
import setu.gui.common.WordChoices;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;
import setu.message.Messages;

/** What is asked beside the card, in a project from Sinhala without a test dictionary. */
class EntryPaneTest {
  private static final Path SAMPLE = Path.of("sample-vectors");

  @TempDir Path folder;

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  @Test
  void aLemmaInLatinLettersIsAskedAboutWhereWordsAreSinhala() {
    try (Workbench workbench = SampleWorkbench.empty(folder)) {
      workbench.openPair(SAMPLE.resolve("si.100.vec"), SAMPLE.resolve("en.100.vec"));
      List<String> taken = new ArrayList<>();
      EntryPane pane =
          new EntryPane(
              new WordChoices(workbench), Messages.inEnglish(), side -> "Sinhala", () -> {});
      pane.askLemma("ගඟේ", "", taken::add);
      TextField field = (TextField) pane.node().lookup(".text-field");
      field.setText("zzzapi");
      field.getOnAction().handle(new ActionEvent());
      assertThat(taken).isEmpty();
      assertThat(pane.node().lookup("#entry-objection").isVisible()).isTrue();
      field.getOnAction().handle(new ActionEvent());
      assertThat(taken).as("entered once more").containsExactly("zzzapi");
    }
  }

  @Test
  void anUnknownLemmaIsAskedAboutOnceAndAKnownOneIsNot() {
    try (Workbench workbench = SampleWorkbench.empty(folder)) {
      workbench.openPair(SAMPLE.resolve("en.100.vec"), SAMPLE.resolve("si.100.vec"));
      List<String> taken = new ArrayList<>();
      EntryPane pane =
          new EntryPane(
              new WordChoices(workbench), Messages.inEnglish(), side -> "English", () -> {});
      pane.askLemma("rivers", "", taken::add);
      TextField field = (TextField) pane.node().lookup(".text-field");
      field.setText("rivver");
      field.getOnAction().handle(new ActionEvent());
      assertThat(taken).isEmpty();
      assertThat(pane.node().lookup("#entry-objection").getAccessibleText())
          .startsWith("“rivver” is not in the English vocabulary.");
      field.getOnAction().handle(new ActionEvent());
      pane.askLemma("rivers", "", taken::add);
      field.setText("river");
      field.getOnAction().handle(new ActionEvent());
      assertThat(taken).containsExactly("rivver", "river");
    }
  }

  @Test
  void theSessionHasNoPrecisionWithoutATestDictionary() {
    try (Workbench workbench = SampleWorkbench.empty(folder)) {
      workbench.openPair(SAMPLE.resolve("en.100.vec"), SAMPLE.resolve("si.100.vec"));
      workbench.open(SAMPLE.resolve("anchors.train.tsv"));
      SampleWorkbench.takeImport(workbench);
      assertThat(workbench.answerProperty().get()).isNotNull();
      ReviewViewModel model = new ReviewViewModel(workbench, NeighborSearches.best());
      SessionPane pane = new SessionPane(model.session(), Messages.inEnglish());
      assertThat(pane.node().lookupAll(".text-muted"))
          .extracting(Node::getAccessibleText)
          .contains("Pairs a minute")
          .noneMatch(text -> text.contains("P@1"));
      model.dispose();
    }
  }
}
