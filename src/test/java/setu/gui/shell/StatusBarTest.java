package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.task.Phase;
import setu.core.task.TaskRunner;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.RunningTask;

/** Work of a blink is not shown; longer work is, with its progress, its end and a way to stop. */
@NullUnmarked
class StatusBarTest {
  @TempDir Path folder;
  private OpenedWindow window;

  @BeforeEach
  void open() {
    window = OpenedWindow.empty(folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void workOfABlinkIsNotShown() throws Exception {
    List<RunningTask> shown = new ArrayList<>();
    window.run(
        () ->
            window
                .workbench()
                .tasks()
                .shown()
                .addListener(
                    (ListChangeListener<RunningTask>)
                        change -> shown.addAll(window.workbench().tasks().shown())));
    TaskRunner.Running<String> blink =
        window.get(() -> window.workbench().tasks().start("blink", (progress, work) -> "done"));
    assertThat(blink.outcome().get(60, TimeUnit.SECONDS)).isEqualTo("done");
    // A later one is shown: by then the blink's time to be shown is over.
    TaskRunner.Running<String> longer = startLong("long");
    window.await("the long one", () -> !shown.isEmpty());
    longer.cancellation().cancel();
    assertThat(shown).extracting(RunningTask::name).containsOnly("long");
  }

  @Test
  void longWorkIsShownWithItsProgressAndStopsWhenCancelled() {
    long begun = System.nanoTime();
    TaskRunner.Running<String> running = startLong("words.tsv");
    window.await("it is shown", () -> cancelButton() != null);
    assertThat(System.nanoTime() - begun)
        .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(FxTaskRunner.SHOWN_AFTER_MILLIS));
    assertThat(window.get(() -> texts())).contains("Comparing · words.tsv");
    double place = window.get(this::placeOfCancel);
    window.await(
        "the time left", () -> texts().stream().anyMatch(t -> t.matches("\\d+ % · \\d+ s left")));
    assertThat(window.get(this::placeOfCancel)).as("it does not move away").isEqualTo(place);
    assertThat(window.get(() -> ((ProgressBar) lookup(".progress-bar")).getProgress()))
        .isBetween(0.001, 1.0);
    window.run(() -> cancelButton().fire());
    assertThatThrownBy(() -> running.outcome().get(60, TimeUnit.SECONDS))
        .isInstanceOf(CancellationException.class);
    window.await("it is gone", () -> cancelButton() == null);
    assertThat(window.get(() -> window.workbench().notices().size())).isZero();
  }

  @Test
  void aReadingIsShownWithItsRateItsRowsAndItsTimeLeft() {
    TaskRunner.Running<String> running =
        window.get(
            () ->
                window
                    .workbench()
                    .tasks()
                    .start(
                        "wiki.vec",
                        (progress, cancellation) -> {
                          progress.begin(Phase.READ, 4_000_000_000L);
                          for (long rows = 1; true; rows++) {
                            cancellation.check();
                            progress.advance(2_000_000);
                            progress.rowsRead(1000 * rows);
                            Thread.sleep(20);
                          }
                        }));
    window.await(
        "rate, rows and time left",
        () ->
            texts().stream()
                .anyMatch(
                    t -> t.matches("\\d+ % · [\\d.]+ MB/s · [\\d,]+,000 rows · \\d+ s left")));
    window.run(() -> cancelButton().fire());
    assertThatThrownBy(() -> running.outcome().get(60, TimeUnit.SECONDS))
        .isInstanceOf(CancellationException.class);
  }

  private TaskRunner.Running<String> startLong(String name) {
    return window.get(
        () ->
            window
                .workbench()
                .tasks()
                .start(
                    name,
                    (progress, cancellation) -> {
                      progress.begin(Phase.IMPORT, 1_000_000);
                      while (true) {
                        cancellation.check();
                        progress.advance(1000);
                        Thread.sleep(20);
                      }
                    }));
  }

  private Node lookup(String style) {
    return window.shell().scene().getRoot().lookup(".foot " + style);
  }

  private Button cancelButton() {
    return (Button) lookup(".cancel");
  }

  /** Within its row: what stands left of the row in the bar comes when it is known. */
  private double placeOfCancel() {
    Parent root = window.shell().scene().getRoot();
    root.applyCss();
    root.layout();
    return cancelButton().getBoundsInParent().getMinX();
  }

  private List<String> texts() {
    return window.shell().scene().getRoot().lookupAll(".foot .label").stream()
        .map(node -> ((Labeled) node).getText())
        .toList();
  }
}
