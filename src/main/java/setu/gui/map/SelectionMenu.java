package setu.gui.map;

import java.io.File;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import setu.core.workspace.WordSelection;
import setu.gui.common.Icons;
import setu.gui.common.ThemedPopOver;
import setu.gui.common.Tip;
import setu.gui.common.WordRef;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** The menu of the chosen words: keep them under a name, write them, or choose kept ones again. */
final class SelectionMenu {
  private final MenuButton node = new MenuButton("", Icons.of(Feather.BOOKMARK));
  private final Workbench workbench;
  private final Messages messages;
  private final MapSelections selections;
  private final MapViewModel model;
  private final SetChangeListener<WordRef> counting = change -> count();

  SelectionMenu(
      Workbench workbench, Messages messages, MapSelections selections, MapViewModel model) {
    this.workbench = workbench;
    this.messages = messages;
    this.selections = selections;
    this.model = model;
    node.getStyleClass().addAll("map-selections", "no-arrow");
    Tip.on(node, messages.text("gui.selection.about"));
    node.getItems().add(new MenuItem());
    node.setOnShowing(e -> fill());
    workbench.selection().addListener(counting);
    count();
  }

  MenuButton node() {
    return node;
  }

  /** Counts the chosen words no more. */
  void dispose() {
    workbench.selection().removeListener(counting);
  }

  private void count() {
    int chosen = workbench.selection().size();
    node.setText(chosen == 0 ? "" : String.format(messages.locale(), "%,d", chosen));
    node.setAccessibleText(messages.text("gui.selection.chosen", chosen));
  }

  /** Made when it is opened: what is chosen and kept is as it is then. */
  private void fill() {
    int chosen = workbench.selection().size();
    MenuItem head = new MenuItem(messages.text("gui.selection.chosen", chosen));
    head.setDisable(true);
    MenuItem keep = item("gui.selection.keep", this::name);
    MenuItem write = item("gui.selection.write", this::choose);
    MenuItem clear = item("gui.selection.clear", workbench::clearSelection);
    for (MenuItem item : new MenuItem[] {keep, write, clear}) {
      item.setDisable(chosen == 0);
    }
    node.getItems().setAll(head, keep, write, clear, new SeparatorMenuItem());
    for (WordSelection kept : selections.keptProperty()) {
      String name = messages.text("gui.selection.kept", kept.name(), kept.size());
      MenuItem take = new MenuItem(name);
      take.setMnemonicParsing(false);
      take.setOnAction(e -> selections.take(kept));
      node.getItems().add(take);
    }
    Menu forget = new Menu(messages.text("gui.selection.forget"));
    for (WordSelection kept : selections.keptProperty()) {
      MenuItem item = new MenuItem(kept.name());
      item.setMnemonicParsing(false);
      item.setOnAction(e -> selections.forget(kept.name()));
      forget.getItems().add(item);
    }
    forget.setDisable(forget.getItems().isEmpty());
    node.getItems().add(forget);
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(messages.text(key));
    item.setOnAction(e -> action.run());
    return item;
  }

  /** Asks for the name beside the menu. */
  private void name() {
    TextField field = new TextField();
    field.setPromptText(messages.text("gui.selection.name"));
    field.setAccessibleText(messages.text("gui.selection.name"));
    Button keep = new Button(messages.text("gui.selection.keepIt"));
    keep.disableProperty().bind(field.textProperty().map(String::isBlank));
    Label what = new Label(messages.text("gui.selection.chosen", workbench.selection().size()));
    HBox box = new HBox(8, what, field, keep);
    box.setAlignment(javafx.geometry.Pos.CENTER);
    box.getStyleClass().add("map-export-panel");
    PopOver over = new ThemedPopOver(box);
    over.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    Runnable done =
        () -> {
          if (!field.getText().isBlank()) {
            selections.keep(field.getText());
            over.hide();
          }
        };
    field.setOnAction(e -> done.run());
    keep.setOnAction(e -> done.run());
    over.show(node);
    field.requestFocus();
  }

  private void choose() {
    var layouts = model.layoutsProperty().get();
    MapPoints points = model.pointsProperty().get();
    if (layouts == null || points == null) {
      return;
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("gui.selection.write"));
    chooser.setInitialFileName("words.tsv");
    File file = chooser.showSaveDialog(node.getScene().getWindow());
    if (file != null) {
      selections.write(file.toPath(), layouts.aligned(), points);
    }
  }
}
