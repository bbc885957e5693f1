package setu.gui.shell;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import setu.core.evaluate.TranslationScore.QueryOutcome;
import setu.gui.common.Joiners;
import setu.gui.common.ScoreChange;
import setu.gui.common.Side;
import setu.gui.common.ThemedPopOver;
import setu.gui.common.WordLabel;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** The words that the last edit won and lost, a click away from the scores. */
final class ChangedWords {
  private static final int SHOWN = 60;

  private final Workbench workbench;
  private final Messages messages;

  ChangedWords(Workbench workbench, Messages messages) {
    this.workbench = workbench;
    this.messages = messages;
  }

  void show(Node owner, ScoreChange forward, ScoreChange backward) {
    VBox content = new VBox(8);
    content.setPadding(new Insets(12));
    content.setPrefWidth(360);
    add(content, "gui.score.gained", forward.gained(), Side.SOURCE);
    add(content, "gui.score.gained", backward.gained(), Side.TARGET);
    add(content, "gui.score.lost", forward.lost(), Side.SOURCE);
    add(content, "gui.score.lost", backward.lost(), Side.TARGET);
    PopOver over = new ThemedPopOver(content);
    over.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
    over.show(owner);
  }

  private void add(VBox content, String key, List<QueryOutcome> outcomes, Side side) {
    if (outcomes.isEmpty()) {
      return;
    }
    Label title = new Label(messages.text(key, outcomes.size()));
    title.getStyleClass().add("caption");
    FlowPane words = new FlowPane(6, 2);
    for (QueryOutcome outcome : outcomes.subList(0, Math.min(SHOWN, outcomes.size()))) {
      Hyperlink link = new Hyperlink(Joiners.drawn(outcome.query()));
      link.getStyleClass().addAll(WordLabel.STYLE, WordLabel.style(side));
      link.setOnAction(e -> workbench.select(side, outcome.query()));
      words.getChildren().add(link);
    }
    content.getChildren().addAll(title, words);
  }
}
