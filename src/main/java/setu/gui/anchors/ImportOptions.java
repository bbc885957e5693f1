package setu.gui.anchors;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.CldrNames;
import setu.gui.common.PendingImport;
import setu.message.Messages;

/** How pairs come in: their status where their rows say none, and which kinds of names. */
final class ImportOptions {
  private final PendingImport asked;
  private final Messages messages;
  private final VBox node = new VBox(6);
  private final Map<CldrNames.Kind, CheckBox> kinds = new EnumMap<>(CldrNames.Kind.class);

  /** The options of what is brought in; another person's project has none. */
  ImportOptions(PendingImport asked, Messages messages) {
    this.asked = asked;
    this.messages = messages;
    if (asked.matter() == PendingImport.Matter.NAMES) {
      node.getChildren().add(kinds());
    }
    node.getChildren().add(statuses());
  }

  Node node() {
    return node;
  }

  private FlowPane row(String key) {
    Label label = new Label(messages.text(key));
    FlowPane row = new FlowPane(14, 4, label);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node statuses() {
    boolean names = asked.matter() == PendingImport.Matter.NAMES;
    FlowPane row = row(names ? "gui.names.status" : "gui.import.status");
    ToggleGroup group = new ToggleGroup();
    for (AnchorStatus status : List.of(AnchorStatus.ACCEPTED, AnchorStatus.CANDIDATE)) {
      String key = status.name().toLowerCase(Locale.ROOT);
      RadioButton button = new RadioButton(messages.text("gui.import.status." + key));
      button.setId("import-status-" + key);
      button.setToggleGroup(group);
      button.setUserData(status);
      button.setSelected(asked.statusProperty().get() == status);
      button
          .selectedProperty()
          .subscribe(
              (before, now) -> {
                if (now) {
                  asked.statusProperty().set(status);
                }
              });
      row.getChildren().add(button);
    }
    return row;
  }

  private Node kinds() {
    FlowPane row = row("gui.import.kinds");
    for (CldrNames.Kind kind : CldrNames.Kind.values()) {
      String key = kind.name().toLowerCase(Locale.ROOT);
      CheckBox box = new CheckBox(messages.text("gui.import.kind." + key));
      box.setId("import-kind-" + key);
      box.setSelected(asked.kinds().contains(kind));
      box.selectedProperty().subscribe((before, now) -> asked.choose(chosen()));
      kinds.put(kind, box);
      row.getChildren().add(box);
    }
    return row;
  }

  private Set<CldrNames.Kind> chosen() {
    Set<CldrNames.Kind> chosen = EnumSet.noneOf(CldrNames.Kind.class);
    kinds.forEach(
        (kind, box) -> {
          if (box.isSelected()) {
            chosen.add(kind);
          }
        });
    return chosen;
  }
}
