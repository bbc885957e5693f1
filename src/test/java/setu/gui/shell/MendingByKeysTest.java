package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.gui.anchors.CleaningViewModel;

/** Pairs are mended by keys: twins, cleaning, and what was said before. */
@NullUnmarked
class MendingByKeysTest extends SampleTable {
  @Test
  void takesATwinByAKeyOrAClick() {
    int before = table.anchors().size();
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.run(
        () ->
            window
                .workbench()
                .addAnchors(
                    List.of(
                        Draft.accepted("physician", "වෛද්ය", "edit"),
                        Draft.accepted("mediums", "මාධ්ය", "edit"),
                        Draft.accepted("query", "ප්රශ්නය", "edit"))));
    window.await("added", () -> table.anchors().size() == before + 3);
    table.chooseRow(before);
    window.press(KeyCode.T);
    window.await("the twin by key", () -> table.anchor(before).target().equals("වෛද්\u200dය"));

    table.chooseRow(before + 1);
    window.await("its button", () -> twinButton(before + 1) != null);
    assertThat(window.get(() -> twinButton(before + 1).getText())).isEqualTo("+U+200D");
    window.run(() -> twinButton(before + 1).fire());
    window.await(
        "the twin by click", () -> table.anchor(before + 1).target().equals("මාධ්\u200dය"));
    window.await("the button is gone", () -> twinButton(before + 1) == null);

    // Two twins, one with the old encoding: a menu asks which.
    table.chooseRow(before + 2);
    window.press(KeyCode.T);
    window.await("the menu", () -> menu() != null);
    assertThat(window.get(() -> menu().getItems()))
        .extracting(MenuItem::getText)
        .anyMatch(text -> text.contains("ප්\u200dරශ්නය") && text.contains("U+200D as letter 3"))
        .hasSize(2);
    window.run(
        () -> {
          ContextMenu menu = menu();
          menu.getItems().stream()
              .filter(item -> item.getText().contains("ප්\u200dරශ්නය"))
              .findFirst()
              .orElseThrow()
              .fire();
          menu.hide();
        });
    window.await(
        "the chosen twin", () -> table.anchor(before + 2).target().equals("ප්\u200dරශ්නය"));
    for (int undo = 0; undo < 4; undo++) {
      window.run(() -> window.workbench().undo());
    }
    window.await("all taken back", () -> table.anchors().size() == before);
  }

  @Test
  void cleansTheDictionaryAfterALookAtIt() {
    int before = table.anchors().size();
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.run(() -> window.workbench().addAnchor(Draft.accepted("(doctor)", "වෛද්ය", "edit")));
    window.await("added", () -> table.anchors().size() == before + 1);
    window.run(() -> ((Button) table.lookup("#anchors-clean")).fire());
    window.await("found", () -> cleaning() != null && row("(doctor)") >= 0);
    assertThat(window.get(() -> cleaning().getColumns().get(3).getCellData(row("(doctor)"))))
        .as("its status")
        .isEqualTo("accepted");
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> cleaning() == null);
    assertThat(table.anchor(before).source()).isEqualTo("(doctor)");

    window.run(() -> ((Button) table.lookup("#anchors-clean")).fire());
    window.await("found again", () -> cleaning() != null && row("(doctor)") >= 0);
    window.run(
        () -> {
          cleaning().requestFocus();
          cleaning().getSelectionModel().clearAndSelect(row("(doctor)"));
        });
    String all = window.get(() -> ((Button) table.lookup("#cleaning-apply")).getText());
    window.press(KeyCode.SPACE);
    window.await(
        "left out", () -> !((Button) table.lookup("#cleaning-apply")).getText().equals(all));
    window.press(KeyCode.SPACE);
    window.await("taken", () -> ((Button) table.lookup("#cleaning-apply")).getText().equals(all));
    window.press(KeyCode.ENTER);
    window.await("applied", () -> table.anchor(before).source().equals("doctor"));
    window.await("the table again", () -> cleaning() == null);
    window.run(() -> window.workbench().undo());
    window.await("taken back", () -> table.anchor(before).source().equals("(doctor)"));
    window.run(() -> window.workbench().undo());
    window.await("all taken back", () -> table.anchors().size() == before);
  }

  @Test
  void saysOfAPairAgainWhatWasSaidBefore() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    table.chooseRow(10);
    TableView<?> view = (TableView<?>) window.focus();
    Anchor before = (Anchor) window.get(() -> view.getItems().get(10));
    window.press(KeyCode.R);
    window.await("it is rejected", () -> table.status(before) == AnchorStatus.REJECTED);
    window.press(KeyCode.H);
    window.await("its history is shown", () -> menu() != null);
    window.run(
        () -> {
          List<MenuItem> items = menu().getItems();
          assertThat(items.getFirst().isDisable()).as("what stands now").isTrue();
          assertThat(items.getLast().getText()).contains(before.source()).contains("accepted");
          items.getLast().fire();
          menu().hide();
        });
    window.await("it is accepted again", () -> table.status(before) == AnchorStatus.ACCEPTED);
  }

  @SuppressWarnings("unchecked")
  private static TableView<CleaningViewModel.Proposal> cleaning() {
    return (TableView<CleaningViewModel.Proposal>) table.lookup(".cleaning .table-view");
  }

  private static int row(String source) {
    return cleaning().getItems().stream()
        .map(proposal -> proposal.anchor().source())
        .toList()
        .indexOf(source);
  }

  private static Button twinButton(int row) {
    return table.lookup(".anchors .table-view").lookupAll(".twin").stream()
        .map(Button.class::cast)
        .filter(button -> ((TableCell<?, ?>) button.getParent()).getIndex() == row)
        .findFirst()
        .orElse(null);
  }

  private static ContextMenu menu() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .findFirst()
        .orElse(null);
  }
}
