package setu.gui.shell;

import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Paragraph;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** What searches on this machine, on which device, and why it was taken. */
final class EngineDetails {
  private static final double WIDTH = 420;

  private final VBox node = new VBox(10);
  private final GridPane facts = new GridPane(16, 4);
  private final Messages messages;

  /** The details, filled in the background: trying the 8-bit products takes a moment. */
  EngineDetails(Workbench workbench, Messages messages) {
    this.messages = messages;
    Label title = new Label(messages.text("gui.engine.title"));
    title.getStyleClass().add("title-4");
    NeighborSearch now = Kernels.search();
    Label engine = fact("engine", Kernels.engine(now, messages));
    Label device = fact("device", Kernels.device(now));
    fact("threads", Integer.toString(now.threads()));
    Paragraph why = new Paragraph("…");
    why.setId("engine-why");
    why.setMaxWidth(WIDTH * 0.7);
    facts.addRow(facts.getRowCount(), key("why"), why);
    node.setPadding(new Insets(14));
    node.setPrefWidth(WIDTH);
    node.getChildren().addAll(title, facts);
    FxTaskRunner.whenDone(
        workbench.tasks().start("", (progress, work) -> Kernels.choice()).outcome(),
        choice -> show(choice, engine, device, why),
        workbench::fail);
  }

  VBox node() {
    return node;
  }

  private void show(NeighborSearches.Choice choice, Label engine, Label device, Paragraph why) {
    engine.setText(Kernels.engine(choice.search(), messages));
    device.setText(Kernels.device(choice.search()));
    why.set(
        choice.reasons().stream()
            .map(reason -> messages.text("engineReason." + reason.kind().name(), reason.detail()))
            .collect(Collectors.joining(" ")));
  }

  private Label fact(String name, String value) {
    Label key = key(name);
    Label label = new Label(value);
    label.setId("engine-" + name);
    label.setMinHeight(Region.USE_PREF_SIZE);
    key.setLabelFor(label);
    facts.addRow(facts.getRowCount(), key, label);
    return label;
  }

  private Label key(String name) {
    Label key = new Label(messages.text("gui.engine." + name));
    key.getStyleClass().add("caption");
    key.setMinWidth(Region.USE_PREF_SIZE);
    return key;
  }
}
