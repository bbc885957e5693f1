package setu.gui.review;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import setu.core.align.ReviewQueue;
import setu.gui.common.Thousands;
import setu.message.Messages;

/** The queues to choose among, how many cards wait in the chosen one, and whether it is made. */
final class QueueBar {
  private final ReviewViewModel model;
  private final Messages messages;
  private final Map<ReviewQueue, ToggleButton> toggles = new EnumMap<>(ReviewQueue.class);
  private final Label count = new Label();

  /** Beside large type in several rows: nothing is cut short. */
  private final FlowPane node = new FlowPane();

  private final Subscription followed;

  /**
   * The bar of a model.
   *
   * @param back puts the keyboard back onto the card
   */
  QueueBar(ReviewViewModel model, Messages messages, Runnable back) {
    this.model = model;
    this.messages = messages;
    node.getStyleClass().add("review-bar");
    ToggleGroup group = new ToggleGroup();
    for (ReviewQueue queue : ReviewQueue.values()) {
      ToggleButton toggle = new ToggleButton(messages.text("gui.review.queue." + queue.name()));
      toggle.setToggleGroup(group);
      toggle.setMinWidth(Region.USE_PREF_SIZE);
      toggle.setOnAction(
          e -> {
            model.queueProperty().set(queue);
            toggle.setSelected(true);
            back.run();
          });
      toggles.put(queue, toggle);
      node.getChildren().add(toggle);
    }
    ProgressIndicator working = new ProgressIndicator();
    working.setPrefSize(16, 16);
    working.visibleProperty().bind(model.workingProperty());
    count.getStyleClass().add("text-muted");
    count.setMinWidth(Region.USE_PREF_SIZE);
    node.getChildren().addAll(count, working);
    node.setAlignment(Pos.CENTER_LEFT);
    followed =
        model
            .queueProperty()
            .subscribe(now -> toggles.forEach((queue, t) -> t.setSelected(queue == now)));
  }

  Node node() {
    return node;
  }

  /** Stops following the model. */
  void dispose() {
    followed.unsubscribe();
  }

  /** Shows how many cards wait, the one under review among them; and as of when, where known. */
  void showCount() {
    int shown = model.cardProperty().get() == null ? 0 : 1;
    String number = Thousands.of(model.waitingProperty().get() + shown);
    Instant asOf = model.asOfProperty().get();
    count.setText(
        asOf == null
            ? messages.text("gui.review.waiting", number)
            : messages.text("gui.review.waitingAsOf", number, CardEvidence.when(asOf)));
  }

  /** Turns to a queue that stands before or after the present one. */
  void turn(int by) {
    List<ReviewQueue> queues = List.of(ReviewQueue.values());
    int place = queues.indexOf(model.queueProperty().get()) + by;
    model.queueProperty().set(queues.get(Math.floorMod(place, queues.size())));
  }
}
