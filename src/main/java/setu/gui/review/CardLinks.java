package setu.gui.review;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import setu.gui.common.Joiners;
import setu.gui.common.Side;
import setu.gui.common.WordLabel;

/** Neighbours of a card's word in one language, to be clicked. */
final class CardLinks {
  private static final int MOST = 8;

  private final FlowPane links = new FlowPane();
  private final Consumer<String> clicked;
  private final Side side;
  private final VBox node;

  /** No words of a language yet. */
  CardLinks(String title, Side side, Consumer<String> clicked) {
    this.side = side;
    this.clicked = clicked;
    Label heading = new Label(title);
    heading.getStyleClass().add("section-title");
    links.getStyleClass().add("card-links");
    node = new VBox(heading, links);
    show(List.of());
  }

  Node node() {
    return node;
  }

  /** Shows other words; without any, nothing. The links stay: new ones would be styled anew. */
  void show(List<String> forms) {
    List<Node> shown = links.getChildren();
    int size = Math.min(MOST, forms.size());
    node.setVisible(size > 0);
    if (size > 0) {
      while (shown.size() > size) {
        shown.removeLast();
      }
      for (int i = 0; i < size; i++) {
        if (i == shown.size()) {
          shown.add(link());
        }
        Hyperlink link = (Hyperlink) shown.get(i);
        link.setText(Joiners.drawn(forms.get(i)));
        link.setUserData(forms.get(i));
        link.setVisited(false);
      }
    }
  }

  private Hyperlink link() {
    Hyperlink link = new Hyperlink();
    link.getStyleClass().addAll(WordLabel.STYLE, WordLabel.style(side));
    link.setFocusTraversable(false);
    link.setOnAction(e -> clicked.accept(Objects.toString(link.getUserData())));
    return link;
  }
}
