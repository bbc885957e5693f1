package setu.gui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import javafx.util.Subscription;
import setu.core.anchor.Anchor;
import setu.core.anchor.Draft;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Workbench;
import setu.gui.preferences.UserFolders;

/**
 * How long a person waits after an edit of the sample: the journal on the disk, the mapping, the
 * scores both ways, and the points drawn where they are now.
 */
final class EditTimes {
  /** Edits before any is counted, while the code is being compiled. */
  private static final int WARM_UP = 5;

  /** A quick hand: no person reads a score and corrects the next pair in less. */
  private static final long BETWEEN_EDITS_MILLIS = 1000;

  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
  private final Shell shell;
  private final Workbench workbench;

  private EditTimes(Shell shell) {
    this.shell = shell;
    this.workbench = shell.workbench();
  }

  /**
   * Edits {@code count} times, each a second after the one before is settled.
   *
   * @return seconds of each by what was reached: {@code mapping}, {@code scores}, {@code points},
   *     {@code screen}
   */
  static Map<String, List<Double>> measure(int count) {
    if (HeadlessFx.displayThere()) {
      Platform.startup(() -> {});
    } else {
      HeadlessFx.start();
    }
    EditTimes times = HeadlessFx.onFx(EditTimes::open);
    for (int edit = 0; edit < WARM_UP + count; edit++) {
      HeadlessFx.wait(HeadlessFx.onFx(() -> Settled.of(times.shell)));
      if (edit == WARM_UP) {
        times.seconds.clear();
      }
      pause();
      int number = edit;
      HeadlessFx.wait(HeadlessFx.onFx(() -> times.edit(number)));
    }
    return times.seconds;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_EDITS_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EditTimes open() throws IOException {
    Path folder = Files.createTempDirectory("setu-edits");
    Shell shell = new Shell(new Stage(), UserFolders.in(folder), FxTaskRunner.background());
    shell.settingsProperty().set(shell.settingsProperty().get().withReducedMotion(true));
    shell.stage().show();
    shell.workbench().openSample();
    return new EditTimes(shell);
  }

  /** One edit; done when all it changes has been drawn. */
  private CompletableFuture<Boolean> edit(int number) {
    long begun = System.nanoTime();
    CompletableFuture<Boolean> scores = once(workbench.answerProperty(), "scores", begun);
    CompletableFuture<Boolean> mapping = once(workbench.sharedProperty(), "mapping", begun);
    CompletableFuture<Boolean> points =
        once(shell.window().places().map().placesProperty(), "points", begun);
    change(number);
    CompletableFuture<Boolean> drawn = new CompletableFuture<>();
    FxTaskRunner.whenDone(
        CompletableFuture.allOf(scores, mapping, points),
        all -> afterTwoFrames(begun, drawn),
        drawn::completeExceptionally);
    return drawn;
  }

  /** A pair removed, a wrong one added, and a pair given another's translation, in turns. */
  private void change(int number) {
    List<Anchor> anchors = workbench.anchorsProperty().get().anchors();
    Anchor anchor = anchors.get(number * 71 % anchors.size());
    Anchor other = anchors.get((number * 53 + 17) % anchors.size());
    switch (number % 3) {
      case 0 -> workbench.removeAnchors(List.of(anchor.id()));
      case 1 -> workbench.addAnchor(Draft.accepted(anchor.source(), other.target(), "benchmark"));
      default ->
          workbench.changeAnchor(
              anchor.id(), Draft.of(anchor).withWords(anchor.source(), other.target()));
    }
  }

  private CompletableFuture<Boolean> once(ObservableValue<?> value, String name, long begun) {
    CompletableFuture<Boolean> reached = new CompletableFuture<>();
    Subscription[] following = new Subscription[1];
    following[0] =
        value.subscribe(
            (before, now) -> {
              if (now != null && !reached.isDone()) {
                mark(name, begun);
                reached.complete(true);
                following[0].unsubscribe();
              }
            });
    return reached;
  }

  /** What is laid out in one frame is on the screen with the next. */
  private void afterTwoFrames(long begun, CompletableFuture<Boolean> drawn) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (++frames > 2) {
          stop();
          mark("screen", begun);
          drawn.complete(true);
        }
      }
    }.start();
  }

  private void mark(String name, long begun) {
    seconds.computeIfAbsent(name, key -> new ArrayList<>()).add((System.nanoTime() - begun) / 1e9);
  }
}
