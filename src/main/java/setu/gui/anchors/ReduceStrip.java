package setu.gui.anchors;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import setu.gui.common.Paragraph;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** How much may be lost by a smaller dictionary, which is then looked for. */
final class ReduceStrip implements Strip {
  private final AnchorsViewModel model;
  private final Reduction reduction;
  private final Messages messages;
  private final Runnable close;
  private final TextField loss = new TextField("1");
  private final Button find = new Button();
  private final Button leave = new Button();
  private final Paragraph wrong = new Paragraph("");
  private final VBox node = new VBox(6);

  /**
   * The question about a smaller dictionary.
   *
   * @param close goes back to the table
   */
  ReduceStrip(Workbench workbench, AnchorsViewModel model, Messages messages, Runnable close) {
    this.model = model;
    this.reduction = new Reduction(workbench);
    this.messages = messages;
    this.close = close;
    Label title = new Label(messages.text("gui.reduce.title"));
    title.getStyleClass().add("strip-title");
    Label before = new Label(messages.text("gui.reduce.loss"));
    before.setLabelFor(loss);
    loss.setId("reduce-loss");
    loss.setPrefColumnCount(4);
    loss.setAccessibleText(before.getText());
    wrong.setId("reduce-wrong");
    wrong.managedProperty().bind(wrong.visibleProperty());
    loss.textProperty().subscribe(this::check);
    find.setText(messages.text("gui.reduce.find"));
    find.setId("reduce-find");
    find.getStyleClass().add("accent");
    find.setOnAction(e -> find());
    leave.setText(messages.text("gui.cancel"));
    leave.setId("reduce-leave");
    leave.setOnAction(e -> close.run());
    ProgressIndicator busy = new ProgressIndicator();
    busy.setPrefSize(18, 18);
    busy.setAccessibleText(messages.text("gui.reduce.looking"));
    busy.visibleProperty().bind(reduction.lookingProperty());
    FlowPane row = new FlowPane(10, 4, title, before, loss, find, leave, busy);
    row.setAlignment(Pos.CENTER_LEFT);
    node.getStyleClass().add("strip");
    node.getChildren().addAll(row, wrong, new Paragraph(messages.text("gui.reduce.text")));
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    loss.requestFocus();
    loss.selectAll();
  }

  @Override
  public void leave() {
    reduction.stop();
  }

  /** What is wrong with the number is said while it is typed. */
  private void check(String text) {
    boolean bad = Double.isNaN(points());
    find.setDisable(bad);
    wrong.setVisible(bad);
    wrong.set(bad ? messages.text("gui.reduce.wrong", text.strip()) : "");
  }

  /** Points that may be lost; NaN where no such number is written. */
  private double points() {
    try {
      double points = Double.parseDouble(loss.getText().strip().replace(',', '.'));
      return points >= 0 && points <= 100 ? points : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private void find() {
    if (!Double.isNaN(points())) {
      reduction.find(
          messages.text("gui.reduce.title"),
          points(),
          found -> {
            model.reduce(found);
            close.run();
          });
    }
  }

  private void onKey(KeyEvent e) {
    switch (e.getCode()) {
      case ENTER -> {
        (leave.isFocused() ? leave : find).fire();
        e.consume();
      }
      case ESCAPE -> {
        close.run();
        e.consume();
      }
      default -> {}
    }
  }

  /** Says what was found. */
  static String said(Reduction.Found found, Messages messages) {
    return messages.text(
        found.complete() ? "gui.reduce.found" : "gui.reduce.foundSoFar",
        count(found.ids().size()),
        count(found.of()),
        String.format(Locale.ROOT, "%.1f", found.precision()),
        String.format(Locale.ROOT, "%.1f", found.whole()),
        count(found.aside()));
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
