package setu.gui.shell;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import setu.core.neighbor.Hubness;
import setu.core.neighbor.NeighborGraph;
import setu.core.space.EmbeddingSpace;
import setu.core.task.TaskRunner;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Icons;
import setu.gui.common.Joiners;
import setu.gui.common.Paragraph;
import setu.gui.common.WordLabel;
import setu.gui.common.Workbench;
import setu.message.Messages;

/**
 * The hubness of a space among its own words, measured when asked for: how unevenly its words are
 * the nearest neighbours of the others.
 */
final class HubnessPane {
  /** Words searched at most: the most frequent. All of a large space would take very long. */
  static final int MOST_WORDS = 50_000;

  private static final int K = 10;
  private static final int HUBS = 12;

  private final VBox node = new VBox(6);
  private final EmbeddingSpace space;
  private final Workbench workbench;
  private final Messages messages;
  private TaskRunner.@Nullable Running<Hubness> running;

  HubnessPane(EmbeddingSpace space, Workbench workbench, Messages messages) {
    this.space = space;
    this.workbench = workbench;
    this.messages = messages;
    offer();
  }

  VBox node() {
    return node;
  }

  /** Gives up a measurement under way. */
  void cancel() {
    if (running != null) {
      running.cancellation().cancel();
    }
  }

  private int words() {
    return Math.min(MOST_WORDS, space.rows());
  }

  private void offer() {
    Button measure = new Button(messages.text("gui.space.measure"), Icons.of(Feather.ACTIVITY));
    measure.setId("space-measure");
    measure.setOnAction(e -> measure());
    node.getChildren().setAll(measure);
  }

  private void measure() {
    String name = messages.text("gui.space.hubnessOf", space.name());
    var started =
        workbench
            .tasks()
            .start(
                name,
                (progress, work) -> {
                  var rows = space.vectors().slice(0, words());
                  NeighborGraph graph = NeighborGraph.of(rows, K, Kernels.search(), progress, work);
                  return new Hubness(graph.neighbors(), graph.rows());
                });
    running = started;
    workbench.tasks().running().stream()
        .filter(task -> task.name().equals(name))
        .findFirst()
        .ifPresent(task -> node.getChildren().setAll(TaskRow.of(task, messages)));
    FxTaskRunner.whenDone(
        started.outcome(),
        this::show,
        e -> {
          offer();
          if (!(e instanceof CancellationException)) {
            workbench.fail(e);
          }
        });
  }

  private void show(Hubness hubness) {
    Paragraph figures =
        new Paragraph(
            messages.text(
                "gui.space.hubness",
                String.format(Locale.ROOT, "%.2f", hubness.skewness()),
                String.format(Locale.ROOT, "%.1f %%", 100 * hubness.orphanShare()),
                K,
                String.format(Locale.ROOT, "%,d", words())));
    figures.setId("space-hubness");
    List<Hubness.Hub> hubs = hubness.hubs(HUBS);
    FlowPane words = new FlowPane(10, 2);
    for (Hubness.Hub hub : hubs) {
      Label word = new Label(Joiners.drawn(space.vocabulary().word(hub.row())));
      word.getStyleClass().add(WordLabel.STYLE);
      Label count = new Label(String.format(Locale.ROOT, " %,d", hub.occurrences()));
      count.getStyleClass().add("caption");
      word.setGraphic(count);
      word.setContentDisplay(ContentDisplay.RIGHT);
      words.getChildren().add(word);
    }
    Label title = new Label(messages.text("gui.space.hubs"));
    title.getStyleClass().add("caption");
    node.getChildren().setAll(figures, title, words);
  }
}
