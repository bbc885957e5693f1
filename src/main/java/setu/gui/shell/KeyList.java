package setu.gui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
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
  /** How far an arrow moves the list, in pixels. */
  private static final double LINE = 48;

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
    sought.addEventFilter(KeyEvent.KEY_PRESSED, e -> scroll(e, scroll));
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

  /** The arrows and pages move the list, while the keyboard stays in the search. */
  private static void scroll(KeyEvent event, ScrollPane list) {
    double seen = list.getViewportBounds().getHeight();
    double hidden = list.getContent().getLayoutBounds().getHeight() - seen;
    double by =
        switch (event.getCode()) {
          case DOWN -> LINE;
          case UP -> -LINE;
          case PAGE_DOWN -> seen - LINE;
          case PAGE_UP -> LINE - seen;
          default -> 0;
        };
    if (by != 0) {
      list.setVvalue(Math.clamp(list.getVvalue() + by / Math.max(1, hidden), 0, 1));
      event.consume();
    }
  }

  private void fill(String typed) {
    grid.getChildren().clear();
    int row = 0;
    for (Part part : parts) {
      List<KeyHint> found = new ArrayList<>(part.hints());
      if (!new KeyHint("", part.title()).has(typed)) {
        found.removeIf(hint -> !hint.has(typed));
      }
      if (!found.isEmpty()) {
        Label title = new Label(part.title());
        title.getStyleClass().add("key-part");
        grid.add(title, 0, row++, 2, 1);
      }
      for (KeyHint hint : found) {
        Label cap = new Label(hint.keys());
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        Paragraph text = new Paragraph(hint.text());
        grid.addRow(row++, cap, text);
      }
    }
    if (row == 0) {
      grid.add(new Paragraph(nothing), 0, 0, 2, 1);
    }
  }
}
