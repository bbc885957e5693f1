package setu.gui.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
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
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.WordPair;
import setu.core.evaluate.WordInspection;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Iso15919;
import setu.gui.common.Joiners;
import setu.gui.common.LanguageNames;
import setu.gui.common.OpenProject;
import setu.gui.common.Paragraph;
import setu.gui.common.Side;
import setu.gui.common.WordLabel;
import setu.gui.common.WordRef;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** A card: both words, what is known of them, what speaks for the pair, their neighbours. */
final class CardPane {
  private static final int SIMILAR = 8;

  private final Workbench workbench;
  private final Messages messages;
  private final GridPane words = new GridPane();
  private final CardEvidence reasons;
  private final Paragraph evidence = new Paragraph("");
  private final AdvicePane advice;
  private final Label note = new Label();
  private final MiniMap map;
  private final GridPane around = new GridPane();
  private final FlowPane similar = new FlowPane();
  private final VBox page = new VBox();
  private final ScrollPane node;

  CardPane(Workbench workbench, Messages messages) {
    this.workbench = workbench;
    this.messages = messages;
    this.reasons = new CardEvidence(workbench, messages);
    this.advice = new AdvicePane(messages);
    this.map = new MiniMap(messages);
    words.getStyleClass().add("card-words");
    around.getStyleClass().add("card-around");
    for (GridPane grid : List.of(words, around)) {
      for (int column = 0; column < 2; column++) {
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().add(half);
      }
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
    words.getChildren().clear();
    around.getChildren().clear();
    similar.getChildren().clear();
    showNote("");
    if (card == null) {
      return;
    }
    words.add(word(Side.SOURCE, card.pair().source()), 0, 0);
    words.add(word(Side.TARGET, card.pair().target()), 1, 0);
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

  private Node word(Side side, String form) {
    Paragraph word = Paragraph.word(form, side);
    word.getStyleClass().add("card-word");
    Label latin = new Label(Iso15919.isSinhala(form) ? Iso15919.toLatin(form) : " ");
    latin.getStyleClass().addAll("text-muted", "card-latin");
    OpenProject open = workbench.project();
    EmbeddingSpace space = workbench.space(side);
    int row = space == null ? -1 : space.vocabulary().row(form);
    String language =
        open == null ? "" : LanguageNames.full(LanguageNames.of(open, side), messages);
    Paragraph facts =
        new Paragraph(
            row < 0
                ? messages.text("gui.anchors.unknown", language)
                : messages.text(
                    "gui.inspector.rank", language, String.format(Locale.ROOT, "%,d", row + 1)));
    facts.getStyleClass().add("text-muted");
    VBox box = new VBox(word, latin, facts);
    box.setAlignment(Pos.TOP_LEFT);
    return box;
  }

  /** Adds the neighbours of both words, where they lie, and accepted pairs near them. */
  void show(@Nullable CardNeighbors found) {
    around.getChildren().clear();
    similar.getChildren().clear();
    map.show(found == null ? null : found.places());
    if (found == null) {
      return;
    }
    evidence.set(reasons.of(found));
    column(0, Side.SOURCE, found.source());
    column(1, Side.TARGET, found.target());
    List<WordPair> pairs = similar(found);
    if (!pairs.isEmpty()) {
      Label title = new Label(messages.text("gui.review.similar"));
      title.getStyleClass().add("section-title");
      similar.getChildren().add(title);
      for (WordPair pair : pairs) {
        Label each = new WordLabel(pair.source() + " – " + pair.target());
        similar.getChildren().add(each);
      }
    }
  }

  private void column(int column, Side side, @Nullable WordInspection inspection) {
    if (inspection == null) {
      return;
    }
    around.add(list("gui.review.across", side.other(), inspection.across()), column, 0);
    around.add(list("gui.review.home", side, inspection.home()), column, 1);
  }

  private Node list(String key, Side side, List<WordInspection.Candidate> candidates) {
    Label title = new Label(messages.text(key));
    title.getStyleClass().add("section-title");
    FlowPane links = new FlowPane();
    links.getStyleClass().add("card-links");
    for (WordInspection.Candidate candidate : candidates.stream().limit(SIMILAR).toList()) {
      String form = workbench.word(new WordRef(side, candidate.row()));
      Hyperlink link = new Hyperlink(Joiners.drawn(form));
      link.getStyleClass().addAll(WordLabel.STYLE, WordLabel.style(side));
      link.setFocusTraversable(false);
      link.setOnAction(e -> workbench.select(side, form));
      links.getChildren().add(link);
    }
    return new VBox(title, links);
  }

  /** Accepted pairs of the source word itself, then of its neighbours at home. */
  private List<WordPair> similar(CardNeighbors found) {
    WordInspection inspection = found.source();
    if (inspection == null) {
      return List.of();
    }
    Set<String> near = new HashSet<>();
    near.add(found.card().pair().source());
    inspection
        .home()
        .forEach(candidate -> near.add(workbench.word(new WordRef(Side.SOURCE, candidate.row()))));
    String own = found.card().pair().source();
    List<WordPair> pairs = new ArrayList<>();
    List<WordPair> others = new ArrayList<>();
    for (Anchor anchor : workbench.anchorsProperty().get().anchors()) {
      if (anchor.status() == AnchorStatus.ACCEPTED
          && near.contains(anchor.source())
          && !anchor.pair().equals(found.card().pair())) {
        (anchor.source().equals(own) ? pairs : others).add(anchor.pair());
      }
    }
    pairs.addAll(others);
    return pairs.subList(0, Math.min(SIMILAR, pairs.size()));
  }
}
