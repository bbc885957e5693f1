package setu.gui.scorecard;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.FigureTable;
import setu.core.evaluate.TranslationScore.Candidate;
import setu.core.evaluate.TranslationScore.QueryOutcome;
import setu.gui.common.Tip;
import setu.gui.common.WordLabel;

/**
 * The first candidates of a query in order, with their scores, gold ones marked.
 *
 * <p>What lies between two gold words is one text: a text for each word makes a table of some
 * hundred labels, which takes half a second to be styled.
 */
final class CandidatesCell<T> extends TableCell<T, QueryOutcome> {
  private static final PseudoClass GOLD = PseudoClass.getPseudoClass("gold");
  private static final String BETWEEN = "   ";

  private final HBox line = new HBox(8);
  private final List<WordLabel> texts = new ArrayList<>();

  CandidatesCell() {
    line.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(@Nullable QueryOutcome outcome, boolean empty) {
    super.updateItem(outcome, empty);
    if (empty || outcome == null) {
      setGraphic(null);
      Tip.on(this, "");
      return;
    }
    int used = 0;
    StringBuilder plain = new StringBuilder();
    StringBuilder all = new StringBuilder();
    for (Candidate candidate : outcome.candidates()) {
      String text = candidate.word() + " " + FigureTable.figure(candidate.score(), 2);
      if (outcome.gold().contains(candidate.word())) {
        used = put(used, plain.toString(), false);
        plain.setLength(0);
        used = put(used, "✓ " + text, true);
      } else {
        plain.append(plain.isEmpty() ? "" : BETWEEN).append(text);
      }
      all.append(all.isEmpty() ? "" : "\n")
          .append(candidate.word())
          .append("  ")
          .append(FigureTable.figure(candidate.score(), 3));
    }
    used = put(used, plain.toString(), false);
    for (int place = 0; place < used; place++) { // What is cut short is the end of the line.
      texts
          .get(place)
          .setMinWidth(place == used - 1 ? Region.USE_COMPUTED_SIZE : Region.USE_PREF_SIZE);
    }
    line.getChildren().setAll(texts.subList(0, used));
    Tip.on(this, all.toString());
    setGraphic(line);
  }

  /** Shows a text in the next place, unless it is empty; returns the places used. */
  private int put(int place, String text, boolean gold) {
    if (text.isEmpty()) {
      return place;
    }
    if (place == texts.size()) {
      texts.add(new WordLabel(""));
    }
    WordLabel label = texts.get(place);
    label.show(text);
    label.pseudoClassStateChanged(GOLD, gold);
    return place + 1;
  }
}
