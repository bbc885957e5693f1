package setu.gui.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import setu.core.align.ReviewCard;
import setu.core.anchor.WordPair;
import setu.core.evaluate.WordInspection;
import setu.gui.common.Paragraph;
import setu.gui.common.Side;
import setu.gui.common.WordLabel;
import setu.gui.common.WordRef;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** A card: both words, what is known of them, what speaks for the pair, their neighbours. */
final class CardPane {
  private final Workbench workbench;
  private final Messages messages;
  private final CardWord source;
  private final CardWord target;
  private final CardEvidence reasons;
  private final Paragraph evidence = new Paragraph("");
  private final AdvicePane advice;
  private final Label note = new Label();
  private final MiniMap map;
  private final Map<Neighborhood, CardLinks> neighbors = new HashMap<>();
  private final FlowPane similar = new FlowPane();
  private final VBox page = new VBox();
  private final ScrollPane node;

  /** The neighbours of one side's word in one language. */
  private record Neighborhood(Side of, Side in) {}

  CardPane(Workbench workbench, Messages messages) {
    this.workbench = workbench;
    this.messages = messages;
    this.reasons = new CardEvidence(workbench, messages);
    this.advice = new AdvicePane(messages);
    this.map = new MiniMap(messages);
    this.source = new CardWord(workbench, Side.SOURCE, messages);
    this.target = new CardWord(workbench, Side.TARGET, messages);
    GridPane words = new GridPane();
    words.getStyleClass().add("card-words");
    words.addRow(0, source.node(), target.node());
    GridPane around = new GridPane();
    around.getStyleClass().add("card-around");
    for (GridPane grid : List.of(words, around)) {
      for (int column = 0; column < 2; column++) {
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().add(half);
      }
    }
    for (Side side : Side.values()) {
      int column = side == Side.SOURCE ? 0 : 1;
      around.add(links("gui.review.across", side, side.other()).node(), column, 0);
      around.add(links("gui.review.home", side, side).node(), column, 1);
    }
    note.getStyleClass().addAll(WordLabel.STYLE, "card-note");
    similar.setId("card-similar");
    similar.getStyleClass().add("card-links");
    VBox told = new VBox(evidence, advice.node(), note);
    told.getStyleClass().add("card-told");
    HBox.setHgrow(told, Priority.ALWAYS);
    HBox why = new HBox(told, map.node());
    why.getStyleClass().add("card-why");
    VBox content = new VBox(words, why, around, similar);
    content.getStyleClass().add("card");
    page.getChildren().add(content);
    page.getStyleClass().add("card-page");
    node = new ScrollPane(page);
    node.setFitToWidth(true);
    node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    node.getStyleClass().addAll("edge-to-edge", "card-scroll");
    node.setFocusTraversable(false);
    showNote("");
  }

  private CardLinks links(String title, Side of, Side in) {
    CardLinks links = new CardLinks(messages.text(title), in, form -> workbench.select(in, form));
    neighbors.put(new Neighborhood(of, in), links);
    return links;
  }

  Node node() {
    return node;
  }

  /** Puts something below the card, to be scrolled to; null for nothing. */
  void below(@Nullable Node further) {
    page.getChildren().remove(1, page.getChildren().size());
    if (further != null) {
      page.getChildren().add(further);
    }
  }

  /** Shows a card without its neighbours. */
  void show(@Nullable ReviewCard card) {
    hideNeighbors();
    showNote("");
    if (card == null) {
      return;
    }
    source.show(card.pair().source());
    target.show(card.pair().target());
    evidence.set(reasons.of(card));
    node.setAccessibleText(card.pair().source() + " – " + card.pair().target());
  }

  /** Shows what the judgements so far make of it. */
  void show(@Nullable Advice now) {
    advice.show(now);
  }

  /** Shows the note on the pair; empty for none. */
  void showNote(String text) {
    note.setText(text);
    note.setVisible(!text.isEmpty());
    note.setManaged(!text.isEmpty());
  }

  /** Adds the neighbours of both words, where they lie, and accepted pairs near them. */
  void show(@Nullable CardNeighbors found) {
    map.show(found == null ? null : found.places());
    if (found == null) {
      hideNeighbors();
      return;
    }
    evidence.set(reasons.of(found));
    show(Side.SOURCE, found.source());
    show(Side.TARGET, found.target());
    similar.getChildren().clear();
    if (!found.similar().isEmpty()) {
      Label title = new Label(messages.text("gui.review.similar"));
      title.getStyleClass().add("section-title");
      similar.getChildren().add(title);
      for (WordPair pair : found.similar()) {
        similar.getChildren().add(new WordLabel(pair.source() + " – " + pair.target()));
      }
    }
  }

  private void show(Side side, @Nullable WordInspection inspection) {
    links(side, side.other())
        .show(inspection == null ? List.of() : forms(side.other(), inspection.across()));
    links(side, side).show(inspection == null ? List.of() : forms(side, inspection.home()));
  }

  private void hideNeighbors() {
    show(Side.SOURCE, null);
    show(Side.TARGET, null);
    similar.getChildren().clear();
  }

  private List<String> forms(Side side, List<WordInspection.Candidate> candidates) {
    return candidates.stream()
        .map(candidate -> workbench.word(new WordRef(side, candidate.row())))
        .toList();
  }

  private CardLinks links(Side of, Side in) {
    return Objects.requireNonNull(neighbors.get(new Neighborhood(of, in)));
  }
}
