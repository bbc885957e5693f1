package setu.gui.review;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Agreement;
import setu.gui.common.JudgesDiffer;
import setu.gui.common.Paragraph;
import setu.message.Messages;

/**
 * Who judges without seeing what others said; beside the queue of differences, how far two judges
 * agree.
 */
final class JudgesBar {
  private final ReviewViewModel model;
  private final Messages messages;
  private final Button blind = new Button();
  private final Paragraph agreement = new Paragraph("");
  private final HBox node = new HBox(10, blind, agreement);
  private final Subscription followed;

  /**
   * The bar of a model.
   *
   * @param change asks who judges, or shows everything again
   */
  JudgesBar(ReviewViewModel model, Messages messages, Runnable change) {
    this.model = model;
    this.messages = messages;
    blind.setId("review-blind");
    blind.getStyleClass().addAll("flat", "small");
    blind.setMinWidth(Region.USE_PREF_SIZE);
    Label cap = new Label(ReviewKey.BLIND.label());
    cap.getStyleClass().add("key-cap");
    blind.setGraphic(cap);
    blind.setOnAction(e -> change.run());
    agreement.getStyleClass().add("text-muted");
    agreement.setMinWidth(0);
    HBox.setHgrow(agreement, Priority.ALWAYS);
    node.setAlignment(Pos.CENTER_LEFT);
    node.getStyleClass().add("review-judges");
    followed =
        Subscription.combine(
            model.judgeProperty().subscribe(this::show),
            model.judgesProperty().subscribe(judges -> agree()),
            model.queueProperty().subscribe(queue -> agree()));
  }

  Node node() {
    return node;
  }

  /** Stops following the model. */
  void dispose() {
    followed.unsubscribe();
  }

  private void show(String judge) {
    String text =
        judge.isEmpty()
            ? messages.text("gui.review.judge.off")
            : messages.text("gui.review.judge.on", judge);
    blind.setText(text);
    blind.setAccessibleText(text);
    agree();
  }

  private void agree() {
    JudgesDiffer judges = model.judgesProperty().get();
    Agreement found = judges.agreement();
    boolean hidden = !model.judgeProperty().get().isEmpty();
    boolean asked = model.queueProperty().get() == ReviewQueue.DIFFERENCES;
    agreement.setVisible(asked);
    agreement.setManaged(asked);
    if (hidden) {
      agreement.set(messages.text("gui.review.judge.hidden"));
    } else if (found == null) {
      agreement.set(messages.text("gui.review.judge.fewer"));
    } else {
      agreement.set(
          messages.text(
              "gui.review.judge.agreement",
              judges.first(),
              judges.second(),
              found.judged(),
              figure(found.raw()),
              figure(found.kappa()),
              figure(found.alpha())));
    }
  }

  private static String figure(Agreement.Measure measure) {
    return Double.isNaN(measure.value())
        ? "–"
        : String.format(
            Locale.ROOT, "%.2f [%.2f, %.2f]", measure.value(), measure.low(), measure.high());
  }
}
