package setu.gui.review;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import setu.core.align.ErrorRate;
import setu.core.align.ReviewQueue;
import setu.core.align.SampledCheck;
import setu.core.anchor.AnchorSet;
import setu.gui.common.Notice;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** Beside the sampled check: how much of the sample is judged, and another draw. */
final class SampleBar {
  private final Workbench workbench;
  private final ReviewViewModel model;
  private final Messages messages;
  private final Label told = new Label();
  private final Button draw = new Button();
  private final FlowPane node = new FlowPane(told, draw);
  private final Subscription followed;

  /**
   * The bar of a model.
   *
   * @param back puts the keyboard back onto the card
   */
  SampleBar(Workbench workbench, ReviewViewModel model, Messages messages, Runnable back) {
    this.workbench = workbench;
    this.model = model;
    this.messages = messages;
    told.getStyleClass().add("text-muted");
    told.setMinWidth(Region.USE_PREF_SIZE);
    draw.setId("review-draw");
    draw.setText(messages.text("gui.review.sample.draw"));
    draw.getStyleClass().addAll("flat", "small");
    draw.setMinWidth(Region.USE_PREF_SIZE);
    draw.setOnAction(
        e -> {
          draw();
          back.run();
        });
    node.getStyleClass().add("review-judges");
    followed =
        Subscription.combine(
            model.queueProperty().subscribe(queue -> show()),
            model.sample().sampleProperty().subscribe(sample -> show()),
            workbench.anchorsProperty().subscribe(anchors -> show()));
  }

  Node node() {
    return node;
  }

  /** Stops following the model. */
  void dispose() {
    followed.unsubscribe();
  }

  private void show() {
    SampledCheck sample = model.sample().sampleProperty().get();
    boolean asked = model.queueProperty().get() == ReviewQueue.SAMPLED && sample != null;
    node.setVisible(asked);
    node.setManaged(asked);
    if (sample != null) {
      AnchorSet now = workbench.anchorsProperty().get();
      told.setText(
          messages.text(
              "gui.review.sample",
              sample.size() - sample.open(now).size(),
              sample.size(),
              String.valueOf(sample.seed())));
    }
  }

  private void draw() {
    ErrorRate before = model.sample().errors();
    model.drawSample(
        () ->
            workbench.tell(
                Notice.Kind.INFO,
                messages.text("gui.review.sample.drawn", before.wrong(), before.judged())));
  }
}
