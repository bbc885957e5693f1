package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Draft;
import setu.core.evaluate.LiveLoop;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.RunningTask;
import setu.gui.common.Workbench;
import setu.gui.preferences.UserFolders;
import setu.message.Messages;

/** An answer that is cancelled leaves the one before, marked, until it is asked for again. */
@NullUnmarked
class OutdatedAnswerTest {
  @TempDir Path folder;

  @Test
  void cancellingAnAnswerMarksTheOlderScores() throws Exception {
    try (WindowThread window = new WindowThread()) {
      FxTaskRunner tasks = FxTaskRunner.background(window);
      CoreEngine engine = new CoreEngine(new Projects(UserFolders.in(folder)), Messages::inEnglish);
      Workbench workbench = new Workbench(engine, tasks);
      window.await(workbench::openSample, () -> workbench.answerProperty().get() != null);
      LiveLoop.Answer first = workbench.answerProperty().get();
      AtomicBoolean cancelling = new AtomicBoolean(true);
      window.call(
          () ->
              tasks
                  .running()
                  .addListener(
                      (ListChangeListener<RunningTask>)
                          change -> {
                            int anchors = workbench.anchorsProperty().get().anchors().size();
                            if (cancelling.get() && anchors == 1040) {
                              tasks.running().forEach(RunningTask::cancel);
                            }
                          }));
      window.await(
          () -> workbench.addAnchor(Draft.accepted("river", "ගඟ", "edit")),
          () -> workbench.outdatedProperty().get());
      assertThat(workbench.answerProperty().get()).isSameAs(first);
      assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1040);
      cancelling.set(false);
      window.await(workbench::answerAgain, () -> !workbench.outdatedProperty().get());
      assertThat(workbench.answerProperty().get().anchors().size()).isEqualTo(1040);
      assertThat(workbench.previousAnswerProperty().get()).isSameAs(first);
      window.call(workbench::close);
    }
  }
}
