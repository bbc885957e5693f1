package setu.gui.review;

import javafx.scene.Node;
import javafx.util.Subscription;
import setu.gui.common.OpenProject;
import setu.gui.common.Paragraph;
import setu.gui.common.Shared;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** Says over the cards that nothing is aligned, or on too few pairs, and what aligns. */
final class AlignmentRemark {
  private final Workbench workbench;
  private final Messages messages;
  private final Paragraph node = new Paragraph("");
  private final Subscription followed;

  /** Of a window. */
  AlignmentRemark(Workbench workbench, Messages messages) {
    this.workbench = workbench;
    this.messages = messages;
    node.setId("review-unaligned");
    node.getStyleClass().add("review-unaligned");
    followed =
        Subscription.combine(
            workbench.projectProperty().subscribe(open -> show()),
            workbench.sharedProperty().subscribe(shared -> show()));
  }

  Node node() {
    return node;
  }

  /** Stops following the workbench. */
  void dispose() {
    followed.unsubscribe();
  }

  private void show() {
    String said = said();
    node.set(said);
    node.setVisible(!said.isEmpty());
    node.setManaged(!said.isEmpty());
  }

  private String said() {
    OpenProject open = workbench.project();
    Shared shared = workbench.sharedProperty().get();
    if (open == null || shared == null) {
      return "";
    }
    int anchors = shared.anchors().size();
    int dimensions = open.source().dimensions();
    if (anchors == 0) {
      return messages.text("gui.review.unaligned");
    }
    return anchors < dimensions
        ? messages.text("gui.review.unaligned.few", anchors, dimensions)
        : "";
  }
}
