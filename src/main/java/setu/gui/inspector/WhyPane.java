package setu.gui.inspector;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.WordPair;
import setu.core.evaluate.NeighborExplanation;
import setu.gui.common.Side;
import setu.gui.common.Tip;
import setu.gui.common.WordLabel;
import setu.gui.inspector.InspectorViewModel.Explained;
import setu.message.Messages;

/**
 * Why a neighbour across is one: the terms of CSLS, anchors around both words, anchors that pull.
 */
final class WhyPane {
  private final Messages messages;
  private final BiFunction<Side, String, Hyperlink> links;
  private final VBox node = new VBox();

  /**
   * @param links makes a link to a word
   */
  WhyPane(Messages messages, BiFunction<Side, String, Hyperlink> links) {
    this.messages = messages;
    this.links = links;
    node.getStyleClass().add("why");
  }

  Node node() {
    return node;
  }

  /** Shows an explanation, or nothing. */
  void show(@Nullable Explained explained, String word, String across) {
    node.getChildren().clear();
    node.setVisible(explained != null);
    node.setManaged(explained != null);
    if (explained == null) {
      return;
    }
    Side side = explained.word().side();
    NeighborExplanation why = explained.why();
    boolean forward = side == Side.SOURCE;
    Label title = new Label(messages.text("gui.inspector.why"));
    title.getStyleClass().add("section-title");
    HBox head = new HBox(title, new WordLabel(across, side.other()));
    head.getStyleClass().add("why-head");
    FlowPane terms =
        new FlowPane(
            term("cosine", "", null, why.cosine()),
            term("r", word, side, forward ? why.ofSource() : why.ofTarget()),
            term("r", across, side.other(), forward ? why.ofTarget() : why.ofSource()),
            term("csls", "", null, why.csls()));
    terms.getStyleClass().add("why-terms");
    VBox body = new VBox(terms);
    body.getStyleClass().add("why-body");
    if (!why.sharedNeighbors().isEmpty()) {
      body.getChildren().add(pairs("gui.inspector.shared", why.sharedNeighbors(), pair -> ""));
    }
    if (!why.pulling().isEmpty()) {
      body.getChildren()
          .add(
              pairs(
                  "gui.inspector.pulling",
                  why.pulling().stream().map(NeighborExplanation.Pull::anchor).toList(),
                  pair -> change(why, pair)));
    }
    node.getChildren().addAll(head, body);
  }

  private Node term(String name, String word, @Nullable Side side, double value) {
    HBox box = new HBox();
    box.getStyleClass().add("why-term");
    Label label = new Label(messages.text("gui.inspector.term." + name));
    label.getStyleClass().add("text-muted");
    box.getChildren().add(label);
    if (side != null) {
      box.getChildren().add(new WordLabel(word, side));
    }
    Label number = new Label(String.format(Locale.ROOT, "%.3f", value));
    number.getStyleClass().add("why-number");
    box.getChildren().add(number);
    Tip.on(box, messages.text("gui.inspector.tip." + name));
    return box;
  }

  private static String change(NeighborExplanation why, WordPair pair) {
    for (NeighborExplanation.Pull pull : why.pulling()) {
      if (pull.anchor().equals(pair)) {
        return String.format(Locale.ROOT, "%+.4f", pull.change());
      }
    }
    return "";
  }

  private Node pairs(String key, List<WordPair> pairs, Function<WordPair, String> tip) {
    Label caption = new Label(messages.text(key));
    caption.getStyleClass().add("text-muted");
    FlowPane flow = new FlowPane();
    flow.getStyleClass().add("inspector-links");
    for (WordPair pair : pairs) {
      Hyperlink source = links.apply(Side.SOURCE, pair.source());
      Hyperlink target = links.apply(Side.TARGET, pair.target());
      HBox both = new HBox(source, new Label("–"), target);
      both.getStyleClass().add("why-pair");
      String change = tip.apply(pair);
      if (!change.isEmpty()) {
        Tip.on(both, messages.text("gui.inspector.pull", change));
      }
      flow.getChildren().add(both);
    }
    VBox box = new VBox(caption, flow);
    box.getStyleClass().add("why-pairs");
    return box;
  }
}
