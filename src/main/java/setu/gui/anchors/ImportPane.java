package setu.gui.anchors;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import setu.core.anchor.DictionaryPreview;
import setu.core.anchor.PlannedRow.Fate;
import setu.gui.common.ImportPreview;
import setu.gui.common.Paragraph;
import setu.gui.common.PendingImport;
import setu.message.Messages;

/** What would become of a dictionary that is brought in, before anything of it is written. */
final class ImportPane {
  private final VBox node = new VBox(10);
  private final PendingImport asked;
  private final PlanTable rows;
  private final Paragraph remark = new Paragraph("");
  private final CheckBox queue = new CheckBox();
  private final Label nothing = new Label();
  private final Button take = new Button();
  private final Button leave = new Button();
  private final Node first;
  private final Messages messages;
  private final Subscription following;

  ImportPane(PendingImport asked, Messages messages) {
    this.asked = asked;
    this.messages = messages;
    this.rows = new PlanTable(messages);
    node.getStyleClass().addAll("cleaning", "import");
    Label title = new Label(messages.text(key("title"), asked.name()));
    title.getStyleClass().add("title-4");
    remark.setId("import-remark");
    if (!project()) {
      remark.getStyleClass().add("import-remark");
    }
    remark.managedProperty().bind(remark.visibleProperty());
    queue.setText(messages.text("gui.import.queue"));
    queue.setId("import-queue");
    queue.selectedProperty().bindBidirectional(asked.queueingProperty());
    queue.setVisible(!project());
    nothing.setText(messages.text("gui.import.nothing"));
    nothing.setId("import-nothing");
    nothing.getStyleClass().add("text-muted");
    queue.selectedProperty().subscribe((before, now) -> offer());
    node.getChildren().addAll(title, new Paragraph(messages.text(key("text"))), remark);
    DictionaryPreview table = asked.table();
    if (table == null) {
      first = rows.table();
    } else {
      ColumnChoice columns =
          new ColumnChoice(table, asked.columns(), asked.sourceLanguage(), messages, asked::choose);
      node.getChildren().add(columns.node());
      first = table.usual() ? rows.table() : columns.first();
      columns.begin();
    }
    if (!project()) {
      node.getChildren().add(new ImportOptions(asked, messages).node());
    }
    VBox.setVgrow(rows.table(), Priority.ALWAYS);
    node.getChildren().addAll(rows.counts(), rows.table(), rows.detail(), buttons(messages));
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    following =
        Subscription.combine(
            asked.previewProperty().subscribe(preview -> show()),
            asked.failureProperty().subscribe((before, now) -> show()),
            asked.undecidedProperty().subscribe((before, now) -> show()));
  }

  private boolean project() {
    return asked.matter() == PendingImport.Matter.PROJECT;
  }

  private String key(String name) {
    return switch (asked.matter()) {
      case FILE -> "gui.import." + name;
      case PROJECT -> "gui.merge." + name;
      case NAMES -> "gui.names." + name;
    };
  }

  private FlowPane buttons(Messages messages) {
    take.setText(messages.text(key("take")));
    take.getStyleClass().add("accent");
    take.setId("import-take");
    take.setDefaultButton(true);
    take.setOnAction(e -> take());
    leave.setText(messages.text("gui.cancel"));
    leave.setId("import-leave");
    leave.setOnAction(e -> asked.leave());
    nothing.managedProperty().bind(nothing.visibleProperty());
    queue.managedProperty().bind(queue.visibleProperty());
    // In several rows where there is no room beside each other: nothing is cut short.
    FlowPane row = new FlowPane(12, 8, queue, nothing, leave, take);
    row.setAlignment(Pos.CENTER_RIGHT);
    row.setMinHeight(Region.USE_PREF_SIZE);
    return row;
  }

  Node node() {
    return node;
  }

  /** Takes the keyboard. */
  void focus() {
    first.requestFocus();
  }

  /** Follows the plan no longer. */
  void dispose() {
    following.unsubscribe();
  }

  private void show() {
    ImportPreview preview = asked.previewProperty().get();
    boolean undecided = asked.undecidedProperty().get();
    rows.show(
        preview, undecided ? messages.text("gui.import.undecided") : asked.failureProperty().get());
    String said = preview == null ? "" : preview.remark();
    remark.set(said);
    remark.setVisible(!said.isEmpty());
    queue.setDisable(preview == null || preview.count(Fate.CONFLICT) == 0);
    offer();
  }

  /** Nothing can be taken before it is planned, or where nothing would be written. */
  private void offer() {
    ImportPreview preview = asked.previewProperty().get();
    boolean empty = preview != null && preview.edits(queue.isSelected()).isEmpty();
    nothing.setVisible(empty);
    take.setDisable(preview == null || empty);
  }

  private void take() {
    take.setDisable(true);
    asked.take();
  }

  /** Enter takes it and Esc leaves it, wherever the keyboard is; an open list has them first. */
  private void onKey(KeyEvent e) {
    if (e.getTarget() instanceof ComboBox<?> box && box.isShowing()) {
      return;
    }
    switch (e.getCode()) {
      case ENTER -> {
        if (leave.isFocused()) {
          leave.fire();
        } else {
          take.fire();
        }
        e.consume();
      }
      case ESCAPE -> {
        asked.leave();
        e.consume();
      }
      default -> {}
    }
  }
}
