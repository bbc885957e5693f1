package setu.gui.review;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Iso15919;
import setu.gui.common.LanguageNames;
import setu.gui.common.OpenProject;
import setu.gui.common.Paragraph;
import setu.gui.common.Side;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** One word of a card, large, with its Latin letters and its rank. */
final class CardWord {
  private final Workbench workbench;
  private final Side side;
  private final Messages messages;
  private final Paragraph word;
  private final Label latin = new Label(" ");
  private final Paragraph facts = new Paragraph("");
  private final VBox node;

  CardWord(Workbench workbench, Side side, Messages messages) {
    this.workbench = workbench;
    this.side = side;
    this.messages = messages;
    word = Paragraph.word("", side);
    word.getStyleClass().add("card-word");
    latin.getStyleClass().addAll("text-muted", "card-latin");
    facts.getStyleClass().add("text-muted");
    node = new VBox(word, latin, facts);
    node.setAlignment(Pos.TOP_LEFT);
  }

  Node node() {
    return node;
  }

  /** Shows a word of the open project, or one that it does not know. */
  void show(String form) {
    word.set(form);
    latin.setText(Iso15919.isSinhala(form) ? Iso15919.toLatin(form) : " ");
    OpenProject open = workbench.project();
    EmbeddingSpace space = workbench.space(side);
    int row = space == null ? -1 : space.vocabulary().row(form);
    String language =
        open == null ? "" : LanguageNames.full(LanguageNames.of(open, side), messages);
    facts.set(
        row < 0
            ? messages.text("gui.anchors.unknown", language)
            : messages.text(
                "gui.inspector.rank", language, String.format(Locale.ROOT, "%,d", row + 1)));
  }
}
