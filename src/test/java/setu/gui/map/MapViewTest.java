package setu.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import setu.core.anchor.Draft;
import setu.core.anchor.WordPair;
import setu.gui.common.Side;
import setu.gui.common.WordRef;
import setu.message.Messages;

/** Words on the map are found, selected, labelled and written; a hidden map waits. */
@NullUnmarked
class MapViewTest extends SampleMap {
  @Test
  void whatIsSelectedElsewhereIsBroughtIntoSight() throws Exception {
    int water = point(Side.SOURCE, "water");
    onFx(
        () -> {
          view.canvas().look(view.canvas().view().panned(5_000, 0));
          workbench.select(Side.SOURCE, "water");
          return true;
        });
    settle();
    assertThat(seen().screenX(picture().x[water])).isBetween(0.0, 1000.0);
    assertThat(picture().selected).isEqualTo(water);
  }

  @Test
  void anEditMadeWhileTheMapIsHiddenIsSeenWhenItIsShownAgain() throws Exception {
    int water = point(Side.SOURCE, "water");
    int partner = point(Side.TARGET, "මේ");
    onFx(
        () -> {
          workbench.select(Side.SOURCE, "water");
          stage.getScene().setRoot(new Pane());
          workbench.addAnchor(Draft.accepted("water", "මේ", "test"));
          return true;
        });
    until(() -> workbench.anchorsProperty().get().accepted().contains(new WordPair("water", "මේ")));
    assertThat(picture().partners(water)).doesNotContain(partner);
    onFx(
        () -> {
          stage.getScene().setRoot((Parent) view.node());
          return true;
        });
    assertThat(picture().partners(water)).contains(partner);
    assertThat(picture().neighbours).contains(partner);
    onFx(
        () -> {
          workbench.undo();
          return true;
        });
    until(
        () -> !workbench.anchorsProperty().get().accepted().contains(new WordPair("water", "මේ")));
    assertThat(picture().partners(water)).doesNotContain(partner);
  }

  @Test
  void nothingIsMeasuredWhileNobodyLooksAtTheMap() throws Exception {
    Parent root = stage.getScene().getRoot();
    onFx(
        () -> {
          stage.getScene().setRoot(new Pane());
          workbench.removeAnchors(
              List.of(workbench.anchorsProperty().get().anchors().getLast().id()));
          return true;
        });
    until(() -> view.model().layoutsProperty().get().aligned().trust() == null);
    settle();
    until(() -> view.readyProperty().get());
    assertThat(view.model().layoutsProperty().get().aligned().trust()).isNull();
    onFx(
        () -> {
          stage.getScene().setRoot(root);
          workbench.undo();
          return true;
        });
    until(
        () ->
            view.readyProperty().get()
                && view.model().layoutsProperty().get().aligned().trust() != null);
  }

  @Test
  void searchFindsPlainWordsExpressionsAndRomanisedSinhala() throws Exception {
    assertThat(searched("water")).isEqualTo("water");
    assertThat(searched("/^gov.*t$/")).isEqualTo("government");
    assertThat(searched("vatur")).isEqualTo("වතුර");
    assertThat(searched("ජලය")).isEqualTo("ජලය");
  }

  @Test
  void aMissOffersItsTwinWithTheJoinersThatDiffer() throws Exception {
    assertThat(searched("water")).isEqualTo("water");
    String twin =
        workbench.space(Side.TARGET).vocabulary().words().stream()
            .filter(word -> word.contains("\u200D") && !word.contains("\u200D්"))
            .filter(word -> workbench.find(Side.TARGET, word.replace("\u200D", "")) == null)
            .findFirst()
            .orElseThrow();
    onFx(
        () -> {
          stage.requestFocus();
          view.search();
          return true;
        });
    TextField field = shown(".map-search", TextField.class);
    onFx(
        () -> {
          field.setText(twin.replace("\u200D", ""));
          return true;
        });
    settle();
    robot.type(KeyCode.ENTER);
    settle();
    assertThat(workbench.word(workbench.selectedProperty().get())).isEqualTo("water");
    CustomMenuItem offered =
        onFx(
            () ->
                Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(menu -> (CustomMenuItem) ((ContextMenu) menu).getItems().getFirst())
                    .findFirst()
                    .orElseThrow());
    List<Node> parts = onFx(() -> List.copyOf(((HBox) offered.getContent()).getChildren()));
    assertThat(parts).extracting(node -> ((Label) node).getText()).containsExactly(twin, "+U+200D");
    onFx(
        () -> {
          offered.fire();
          return true;
        });
    settle();
    assertThat(workbench.word(workbench.selectedProperty().get())).isEqualTo(twin);
    String shown = onFx(field::getText);
    assertThat(shown).isEqualTo(twin);
  }

  private String searched(String typed) throws Exception {
    onFx(
        () -> {
          stage.requestFocus();
          view.search();
          return true;
        });
    robot.write(typed, 0);
    settle();
    robot.type(KeyCode.ENTER);
    settle();
    until(() -> stage.getScene().getFocusOwner() == view.canvas());
    WordRef found = workbench.selectedProperty().get();
    return found == null ? "" : workbench.word(found);
  }

  @Test
  void labelsNeverOverlapNorLieUnderPanels() throws Exception {
    for (int zoom = 0; zoom < 3; zoom++) {
      List<LabelLayout.Label> labels = onFx(() -> List.copyOf(picture().labels()));
      assertThat(labels).hasSizeGreaterThan(8);
      for (LabelLayout.Label a : labels) {
        for (LabelLayout.Label b : labels) {
          assertThat(a.equals(b) || !a.overlaps(b.x(), b.y(), b.width(), b.height())).isTrue();
        }
        for (LabelLayout.Box panel : picture().covered) {
          assertThat(a.overlaps(panel.x(), panel.y(), panel.width(), panel.height())).isFalse();
        }
      }
      robot.type(KeyCode.PLUS);
      settle();
    }
  }

  @Test
  void whatIsChosenIsKeptUnderANameTakenAgainAndWrittenWithItsNeighbours() throws Exception {
    MapSelections selections = onFx(() -> new MapSelections(workbench, Messages.inEnglish()));
    onFx(
        () -> {
          for (String word : List.of("water", "school")) {
            workbench.selection().add(workbench.find(Side.SOURCE, word));
          }
          workbench.selection().add(workbench.find(Side.TARGET, "වතුර"));
          selections.keep("three words");
          return true;
        });
    until(() -> !selections.keptProperty().isEmpty());
    onFx(
        () -> {
          workbench.clearSelection();
          selections.take(selections.keptProperty().getFirst());
          return true;
        });
    assertThat(workbench.selection().stream().map(workbench::word))
        .containsExactlyInAnyOrder("water", "school", "වතුර");
    Path file = folder.resolve("words.tsv");
    onFx(
        () -> {
          MapLayout layout = view.model().layoutsProperty().get().aligned();
          selections.write(file, layout, picture().points);
          return true;
        });
    until(() -> Files.exists(file));
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.getFirst()).isEqualTo("word\tside\trank\tx\ty\thome\tacross");
    assertThat(lines).hasSize(4);
    String water =
        lines.stream().filter(line -> line.startsWith("water\tsource\t")).findFirst().orElseThrow();
    assertThat(water.split("\t")).hasSize(7);
    assertThat(water.split("\t")[6].split("; ")).hasSize(10).anyMatch(w -> w.startsWith("වතුර "));
    assertThat(lines.getLast()).startsWith("වතුර\ttarget\t");
    onFx(
        () -> {
          selections.forget("three words");
          return true;
        });
    until(() -> selections.keptProperty().isEmpty());
  }

  @Test
  void theMapIsWrittenByItsButton() throws Exception {
    Path file = folder.resolve("map.svg");
    onFx(
        () -> {
          view.save(MapExport.Format.SVG, MapExport.Options.DEFAULT, file);
          return true;
        });
    until(() -> Files.exists(file));
    until(() -> workbench.notices().stream().anyMatch(n -> n.text().contains("map.svg")));
    assertThat(Files.readString(file)).contains("<title>");
  }
}
