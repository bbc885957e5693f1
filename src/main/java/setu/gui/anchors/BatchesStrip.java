package setu.gui.anchors;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.AnchorBatch;
import setu.core.anchor.EditName;
import setu.core.anchor.Returned;
import setu.gui.common.EditText;
import setu.gui.common.Paragraph;
import setu.gui.common.TypeSize;
import setu.gui.common.WordLabel;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** The edits of the project, newest first: one is taken back by itself, whatever came after it. */
final class BatchesStrip implements Strip {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** More people than these are not named. */
  private static final int NAMED = 3;

  private final Workbench workbench;
  private final Messages messages;
  private final Runnable close;
  private final ListView<AnchorBatch> list = new ListView<>();
  private final Paragraph said = new Paragraph("");
  private final Button takeBack = new Button();
  private final Button leave = new Button();
  private final VBox node = new VBox(6);
  private long revision = -1;

  /** The edit that would be taken back, once it is shown what that changes; null before. */
  private @Nullable AnchorBatch asked;

  /**
   * The list of edits.
   *
   * @param close goes back to the table
   */
  BatchesStrip(Workbench workbench, Messages messages, Runnable close) {
    this.workbench = workbench;
    this.messages = messages;
    this.close = close;
    Label title = new Label(messages.text("gui.batches.title"));
    title.getStyleClass().add("strip-title");
    list.setId("batches");
    list.setAccessibleText(title.getText());
    list.setPlaceholder(Paragraph.placeholder(messages.text("gui.batches.none")));
    list.prefHeightProperty().bind(TypeSize.of(240));
    list.setCellFactory(view -> new Row());
    list.getSelectionModel().selectedItemProperty().subscribe(() -> show(null, ""));
    said.setId("batches-said");
    takeBack.setText(messages.text("gui.batches.takeBack"));
    takeBack.setId("batches-take-back");
    takeBack.getStyleClass().add("accent");
    takeBack.setOnAction(e -> act());
    leave.setText(messages.text("gui.cancel"));
    leave.setId("batches-leave");
    leave.setOnAction(e -> close.run());
    FlowPane row = new FlowPane(10, 4, title, takeBack, leave);
    row.setAlignment(Pos.CENTER_LEFT);
    node.getStyleClass().add("strip");
    node.getChildren().addAll(row, list, said);
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    refresh();
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    list.requestFocus();
  }

  /** Reads the edits anew where there are others. */
  @Override
  public void refresh() {
    long now = workbench.anchorsProperty().get().revision();
    if (now != revision) {
      revision = now;
      workbench.history().batches(this::fill);
    }
  }

  private void fill(List<AnchorBatch> batches) {
    list.getItems().setAll(batches.reversed());
    list.getSelectionModel().selectFirst();
  }

  private void onKey(KeyEvent e) {
    switch (e.getCode()) {
      case ENTER -> {
        if (leave.isFocused()) {
          close.run();
        } else {
          act();
        }
        e.consume();
      }
      case ESCAPE -> {
        close.run();
        e.consume();
      }
      default -> {}
    }
  }

  /** Shows what taking the chosen edit back would change, then takes it back. */
  private void act() {
    AnchorBatch chosen = list.getSelectionModel().getSelectedItem();
    if (chosen == null) {
      return;
    }
    if (chosen.equals(asked)) {
      workbench.history().takeBack(chosen);
      close.run();
    } else {
      workbench.history().returning(chosen, returned -> show(chosen, returned));
    }
  }

  private void show(AnchorBatch batch, Returned returned) {
    if (!batch.equals(list.getSelectionModel().getSelectedItem())) {
      return;
    }
    if (returned.back() > 0) {
      show(
          batch,
          messages.text(
              returned.stay().isEmpty() ? "gui.batches.goBack" : "gui.batches.goBackSome",
              number(returned.back()),
              number(returned.stay().size())));
    } else {
      show(
          null,
          messages.text(returned.stay().isEmpty() ? "gui.batches.already" : "gui.batches.allStay"));
    }
  }

  private void show(@Nullable AnchorBatch batch, String sentence) {
    asked = batch;
    said.set(sentence.isEmpty() ? messages.text("gui.batches.text") : sentence);
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private String line(AnchorBatch batch) {
    List<String> authors = batch.authors();
    String who = String.join(", ", authors.subList(0, Math.min(NAMED, authors.size())));
    String line =
        String.join(
            " · ",
            String.valueOf(batch.number()),
            what(batch),
            messages.text("gui.batches.pairs", number(batch.pairs())),
            authors.size() > NAMED ? who + " …" : who,
            WHEN.format(batch.time().atZone(ZoneId.systemDefault())));
    return batch.takenBack() ? line + " · " + messages.text("gui.batches.takenBack") : line;
  }

  /** What it was; of an edit by hand what it did, and to which pair where it is one. */
  private String what(AnchorBatch batch) {
    if (batch.name().kind() != EditName.Kind.EDIT) {
      return EditText.of(batch.name(), messages::text);
    }
    if (batch.pair() == null && !batch.origin().isEmpty()) {
      return messages.text("gui.batches.addedFrom", batch.origin());
    }
    String what =
        batch.pair() == null
            ? messages.text("gui.batches.several")
            : batch.pair().source() + " – " + batch.pair().target();
    if (batch.added() == batch.pairs()) {
      return messages.text("gui.batches.added", what);
    }
    return batch.removed() == batch.pairs()
        ? messages.text("gui.batches.removed", what)
        : messages.text("gui.batches.changed", what);
  }

  private final class Row extends ListCell<AnchorBatch> {
    Row() {
      getStyleClass().add(WordLabel.STYLE);
    }

    @Override
    protected void updateItem(@Nullable AnchorBatch batch, boolean empty) {
      super.updateItem(batch, empty);
      setText(batch == null || empty ? null : line(batch));
    }
  }
}
