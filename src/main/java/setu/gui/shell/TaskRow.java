package setu.gui.shell;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import setu.core.task.Phase;
import setu.gui.common.RunningTask;
import setu.message.Messages;

/**
 * One task: what it does, how far it is, the way to stop it, how fast it is and how long still. The
 * figures stand last, so that the button stays where it is while they grow and shrink.
 */
final class TaskRow {
  private TaskRow() {}

  static HBox of(RunningTask task, Messages messages) {
    Label what = new Label();
    what.textProperty()
        .bind(Bindings.createStringBinding(() -> what(task, messages), task.phaseProperty()));
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(task.fractionProperty());
    bar.getStyleClass().add("small");
    Label left = new Label();
    left.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> left(task, messages),
                task.phaseProperty(),
                task.fractionProperty(),
                task.rateProperty(),
                task.rowsProperty(),
                task.secondsLeftProperty()));
    left.setMinWidth(Region.USE_PREF_SIZE);
    Button cancel = new Button(messages.text("gui.cancel"));
    cancel.getStyleClass().addAll("flat", "small", "cancel");
    cancel.setAccessibleText(messages.text("gui.cancel") + " " + task.name());
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.disableProperty().bind(task.cancelledProperty());
    cancel.setOnAction(e -> task.cancel());
    HBox row = new HBox(8, what, bar, cancel, left);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static String what(RunningTask task, Messages messages) {
    Phase phase = task.phaseProperty().get();
    String doing =
        phase == null ? messages.text("gui.foot.working") : messages.text("phase." + phase.name());
    return task.name().isEmpty() ? doing : doing + " · " + task.name();
  }

  /** As much of percent, rate, rows and time left as is known. */
  private static String left(RunningTask task, Messages messages) {
    StringBuilder left = new StringBuilder();
    double part = task.fractionProperty().get();
    if (part >= 0) {
      left.append(Math.round(part * 100)).append(" %");
    }
    double rate = task.rateProperty().get();
    Phase phase = task.phaseProperty().get();
    if (!Double.isNaN(rate) && (phase == Phase.READ || phase == Phase.HASH)) {
      append(left, messages.text("gui.foot.rate", megabytes(rate)));
    }
    long rows = task.rowsProperty().get();
    if (rows > 0) {
      append(left, messages.text("gui.foot.rows", String.format(Locale.ROOT, "%,d", rows)));
    }
    double seconds = task.secondsLeftProperty().get();
    if (!Double.isNaN(seconds)) {
      append(left, messages.text("gui.foot.left", Math.max(1, Math.round(seconds))));
    }
    return left.toString();
  }

  private static void append(StringBuilder left, String fact) {
    left.append(left.isEmpty() ? "" : " · ").append(fact);
  }

  private static String megabytes(double bytes) {
    return String.format(Locale.ROOT, bytes < 1e7 ? "%.1f" : "%.0f", bytes / 1e6);
  }
}
