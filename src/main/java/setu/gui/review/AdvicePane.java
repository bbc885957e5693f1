package setu.gui.review;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import setu.core.align.JudgementModel;
import setu.core.align.JudgementModel.Reason;
import setu.gui.common.Paragraph;
import setu.message.Messages;

/** What the judgements so far make of a card: how likely it is to be accepted, and why. */
final class AdvicePane {
  private static final int REASONS = 4;
  private static final double WIDEST = 140;
  private static final double HEAVIEST = 3;

  private final Messages messages;
  private final Paragraph summary = new Paragraph("");
  private final GridPane bars = new GridPane();
  private final VBox node = new VBox(summary, bars);

  AdvicePane(Messages messages) {
    this.messages = messages;
    node.getStyleClass().add("advice");
    bars.getStyleClass().add("advice-bars");
    show(null);
  }

  Node node() {
    return node;
  }

  /** Shows an advice; null hides it. */
  void show(@Nullable Advice advice) {
    bars.getChildren().clear();
    node.setVisible(advice != null);
    node.setManaged(advice != null);
    if (advice == null) {
      return;
    }
    JudgementModel model = advice.model();
    JudgementModel.Calibration calibration = model.calibration();
    String key = calibration.useful() ? "gui.review.advice" : "gui.review.adviceUnsure";
    summary.set(
        messages.text(
            key,
            String.format(Locale.ROOT, "%.0f", 100 * advice.probability()),
            model.judgements(),
            number(calibration.brier()),
            number(calibration.baseline())));
    if (calibration.useful()) {
      int row = 0;
      for (Reason reason : model.reasons(advice.evidence()).subList(0, REASONS)) {
        bar(row++, reason);
      }
    }
  }

  private void bar(int row, Reason reason) {
    Label name = new Label(messages.text("gui.review.clue." + reason.clue().name()));
    name.getStyleClass().add("text-muted");
    Region bar = new Region();
    bar.getStyleClass().addAll("advice-bar", reason.weight() < 0 ? "against" : "in-favour");
    double width = Math.min(1, Math.abs(reason.weight()) / HEAVIEST) * WIDEST;
    bar.setMinWidth(width);
    bar.setMaxWidth(width);
    Label weight = new Label(String.format(Locale.ROOT, "%+.1f", reason.weight()));
    bars.addRow(row, name, bar, weight);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
