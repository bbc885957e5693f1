package setu.gui.anchors;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import setu.core.anchor.DictionaryFiles.Provenance;
import setu.gui.anchors.DictionaryExport.Scope;
import setu.gui.common.Paragraph;
import setu.message.Messages;

/** Which pairs are exported, and with what; then the file is asked for. */
final class ExportStrip implements Strip {
  private final DictionaryExport export;
  private final Messages messages;
  private final Runnable close;
  private final Map<Scope, RadioButton> scopes = new EnumMap<>(Scope.class);
  private final CheckBox provenance = new CheckBox();
  private final Button save = new Button();
  private final Button leave = new Button();
  private final VBox node = new VBox(6);

  /**
   * The question about an export.
   *
   * @param narrowed whether the table shows less than all: that is offered first then
   * @param close goes back to the table
   */
  ExportStrip(DictionaryExport export, boolean narrowed, Messages messages, Runnable close) {
    this.export = export;
    this.messages = messages;
    this.close = close;
    ToggleGroup group = new ToggleGroup();
    FlowPane row = new FlowPane(14, 4);
    row.setAlignment(Pos.CENTER_LEFT);
    Label title = new Label(messages.text("gui.export.title"));
    title.getStyleClass().add("strip-title");
    row.getChildren().add(title);
    for (Scope scope : Scope.values()) {
      RadioButton button = new RadioButton();
      button.setId("export-" + key(scope));
      button.setToggleGroup(group);
      button.setUserData(scope);
      scopes.put(scope, button);
      row.getChildren().add(button);
    }
    group.selectToggle(scopes.get(narrowed ? Scope.SHOWN : Scope.ACCEPTED));
    group.selectedToggleProperty().subscribe((before, now) -> refresh());
    provenance.setText(messages.text("gui.export.provenance"));
    provenance.setId("export-provenance");
    provenance.setSelected(true);
    save.setText(messages.text("gui.export.save"));
    save.setId("export-save");
    save.getStyleClass().add("accent");
    save.setOnAction(e -> save());
    leave.setText(messages.text("gui.cancel"));
    leave.setId("export-leave");
    leave.setOnAction(e -> close.run());
    row.getChildren().addAll(provenance, save, leave);
    node.getStyleClass().add("strip");
    node.getChildren().addAll(row, new Paragraph(messages.text("gui.export.formats")));
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    refresh();
  }

  private static String key(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    Objects.requireNonNull(scopes.get(scope())).requestFocus();
  }

  /** Counts anew. */
  @Override
  public void refresh() {
    scopes.forEach(
        (scope, button) ->
            button.setText(
                messages.text(
                    "gui.export.scope." + key(scope),
                    String.format(Locale.ROOT, "%,d", export.count(scope)))));
    save.setDisable(export.count(scope()) == 0);
  }

  private Scope scope() {
    return scopes.entrySet().stream()
        .filter(each -> each.getValue().isSelected())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Scope.ACCEPTED);
  }

  private void save() {
    Provenance kept = provenance.isSelected() ? Provenance.KEPT : Provenance.LEFT_OUT;
    if (export.save(scope(), kept, node.getScene().getWindow())) {
      close.run();
    }
  }

  private void onKey(KeyEvent e) {
    switch (e.getCode()) {
      case ENTER -> {
        (leave.isFocused() ? leave : save).fire();
        e.consume();
      }
      case ESCAPE -> {
        close.run();
        e.consume();
      }
      default -> {}
    }
  }
}
