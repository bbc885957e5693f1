package setu.gui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import setu.gui.anchors.AnchorsView;
import setu.gui.common.KeyHint;
import setu.gui.common.Paragraph;
import setu.gui.common.ThemedPopOver;
import setu.gui.map.MapView;
import setu.gui.review.ReviewView;
import setu.message.Messages;

/** All keys of the window by where they hold, narrowed by what is typed. */
final class KeyList {
  /** The keys of one part of the window. */
  private record Part(String title, List<KeyHint> hints) {}

  private final List<Part> parts;
  private final String nothing;
  private final TextField sought = new TextField();
  private final GridPane grid = new GridPane();
  private final VBox node;

  KeyList(Messages messages) {
    this.parts =
        List.of(
            new Part(messages.text("gui.keys.everywhere"), WindowKey.hints(messages)),
            new Part(messages.text("gui.rail.map"), MapView.keyHints(messages)),
            new Part(messages.text("gui.rail.anchors"), AnchorsView.keyHints(messages)),
            new Part(messages.text("gui.rail.review"), ReviewView.keyHints(messages)));
    this.nothing = messages.text("gui.keys.none");
    Label title = new Label(messages.text("gui.keys.title"));
    title.getStyleClass().add("section-title");
    sought.setId("keys-search");
    sought.setPromptText(messages.text("gui.keys.search"));
    sought.setAccessibleText(messages.text("gui.keys.search"));
    sought.textProperty().subscribe(this::fill);
    grid.setId("keys-list");
    grid.getStyleClass().add("key-list");
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().addAll("edge-to-edge", "key-scroll");
    node = new VBox(8, title, sought, scroll);
    node.getStyleClass().add("key-pane");
  }

  /** Shows the list at {@code owner}, the keyboard in its search; Esc closes it. */
  void show(Node owner) {
    PopOver over = new ThemedPopOver(node);
    over.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    over.show(owner);
    sought.requestFocus();
  }

  private void fill(String typed) {
    grid.getChildren().clear();
    int row = 0;
    for (Part part : parts) {
      List<KeyHint> found = new ArrayList<>(part.hints());
      found.removeIf(hint -> !hint.has(typed));
      if (!found.isEmpty()) {
        Label title = new Label(part.title());
        title.getStyleClass().add("key-part");
        grid.add(title, 0, row++, 2, 1);
      }
      for (KeyHint hint : found) {
        Label cap = new Label(hint.keys());
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        Label text = new Label(hint.text());
        text.setWrapText(true);
        grid.addRow(row++, cap, text);
      }
    }
    if (row == 0) {
      grid.add(new Paragraph(nothing), 0, 0, 2, 1);
    }
  }
}
