package setu.gui.shell;

import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import setu.core.space.EmbeddingSpace;
import setu.core.space.LoadReport;
import setu.core.space.LoadReport.BadRow;
import setu.core.task.TaskRunner;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Paragraph;
import setu.gui.common.ThemedPopOver;
import setu.gui.common.WordLabel;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** A space at a glance: how many rows, how long and in which scripts, and what was refused. */
final class SpaceCard {
  private static final double WIDTH = 540;
  private static final double ROWS_HEIGHT = 170;

  private final VBox node = new VBox(10);
  private final GridPane facts = new GridPane(16, 4);
  private final Messages messages;
  private final HubnessPane hubness;
  private final TaskRunner.Running<SpaceGlance> looking;

  /** The card of a space, filled in the background. */
  SpaceCard(EmbeddingSpace space, Workbench workbench, Messages messages) {
    this.messages = messages;
    LoadReport report = space.report();
    Label title = new Label(space.name());
    title.getStyleClass().add("title-4");
    fact("format", report.format());
    fact("rows", number(space.rows()));
    fact("dimensions", number(space.dimensions()));
    fact("duplicates", number(report.duplicates()));
    fact("refused", number(report.refused()));
    Label norms = fact("norms", "…");
    Label scripts = fact("scripts", "…");
    Label twins = fact("twins", "…");
    node.setPadding(new Insets(14));
    node.setPrefWidth(WIDTH);
    node.getStyleClass().add("space-card");
    StackPane curve = new StackPane();
    curve.setAlignment(Pos.CENTER_LEFT);
    hubness = new HubnessPane(space, workbench, messages);
    Paragraph ofCurve =
        new Paragraph(
            messages.text(space.counts() == null ? "gui.space.curve" : "gui.space.frequency"));
    ofCurve.getStyleClass().addAll("caption", "text-muted");
    ofCurve.setId("space-curve");
    ofCurve.setMinHeight(Region.USE_PREF_SIZE);
    node.getChildren().addAll(title, facts, ofCurve, curve);
    node.getChildren().addAll(caption("gui.space.hubnessTitle"), hubness.node());
    if (!report.badRows().isEmpty()) {
      Label ofRows = caption("gui.space.badRows");
      ofRows.setId("space-bad-rows");
      if (report.refused() > report.badRows().size()) {
        ofRows.setText(
            messages.text(
                "gui.space.badRowsFirst",
                number(report.badRows().size()),
                number(report.refused())));
      }
      node.getChildren().addAll(ofRows, badRows(report));
    }
    looking =
        workbench.tasks().start(space.name(), (progress, work) -> SpaceGlance.of(space, work));
    FxTaskRunner.whenDone(
        looking.outcome(),
        glance -> {
          norms.setText(
              messages.text(
                  "gui.space.normsOf",
                  decimal(glance.norms().min()),
                  decimal(glance.norms().mean()),
                  decimal(glance.norms().max())));
          scripts.setText(
              messages.text(
                  "gui.space.scriptsOf",
                  percent(glance.scripts().sinhala()),
                  percent(glance.scripts().latin()),
                  percent(glance.scripts().other())));
          twins.setText(number(glance.twins()));
          curve.getChildren().setAll(RankCurve.of(glance, messages));
        },
        workbench::fail);
  }

  VBox node() {
    return node;
  }

  /** Shows the card at a node until it is sent away. */
  void show(Node owner) {
    PopOver over = new ThemedPopOver(node);
    over.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
    over.setOnHidden(
        e -> {
          looking.cancellation().cancel();
          hubness.cancel();
        });
    over.show(owner);
  }

  private Label fact(String name, String value) {
    Label key = caption("gui.space." + name);
    Label label = new Label(value);
    label.setId("space-" + name);
    key.setMinWidth(Region.USE_PREF_SIZE);
    label.setMinWidth(Region.USE_PREF_SIZE);
    key.setLabelFor(label);
    facts.addRow(facts.getRowCount(), key, label);
    return label;
  }

  private Label caption(String key) {
    Label label = new Label(messages.text(key));
    label.getStyleClass().add("caption");
    return label;
  }

  private ListView<BadRow> badRows(LoadReport report) {
    ListView<BadRow> list = new ListView<>();
    list.getItems().addAll(report.badRows());
    list.setPrefHeight(ROWS_HEIGHT);
    list.setAccessibleText(messages.text("gui.space.badRows"));
    list.setCellFactory(
        view ->
            new ListCell<>() {
              @Override
              protected void updateItem(@Nullable BadRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : sentence(row));
              }
            });
    list.getStyleClass().add(WordLabel.STYLE);
    return list;
  }

  private String sentence(BadRow row) {
    return messages.text(
        "gui.space.badRow",
        number(row.line()),
        row.word(),
        messages.text("badRow." + row.reason().name()));
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * part);
  }
}
