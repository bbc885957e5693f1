package setu.gui.shell;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import setu.core.evaluate.LiveLoop;
import setu.core.fault.ProjectFault;
import setu.core.fault.ProjectFault.Problem;
import setu.gui.common.MovedSpace;
import setu.gui.common.Notice;
import setu.gui.common.RunningTask;
import setu.gui.common.Shared;
import setu.gui.common.Workbench;

/** Waits until a window has nothing more to compute: for runs without a person. */
final class Settled {
  private final CompletableFuture<Boolean> done = new CompletableFuture<>();
  private final Shell shell;

  private Settled(Shell shell) {
    this.shell = shell;
  }

  /**
   * Done when the exact answer is there and the map shows it; fails with the sentence that was told
   * when there will be no answer.
   */
  static CompletableFuture<Boolean> of(Shell shell) {
    Settled settled = new Settled(shell);
    Workbench workbench = shell.workbench();
    workbench.answerProperty().subscribe(answer -> settled.look());
    workbench.sharedProperty().subscribe(shared -> settled.look());
    shell.window().mapReadyProperty().subscribe(ready -> settled.look());
    workbench
        .tasks()
        .running()
        .addListener((ListChangeListener<RunningTask>) change -> settled.look());
    workbench.notices().addListener((ListChangeListener<Notice>) change -> settled.look());
    settled.look();
    return settled.done;
  }

  private void look() {
    Workbench workbench = shell.workbench();
    LiveLoop.Answer answer = workbench.answerProperty().get();
    Shared shared = workbench.sharedProperty().get();
    if (answer != null
        && answer.exact()
        && shared != null
        && shell.window().mapReadyProperty().get()) {
      done.complete(true);
    } else {
      Platform.runLater(this::lookForFailure);
    }
  }

  /** Later, when what follows from one change has all begun. */
  private void lookForFailure() {
    Workbench workbench = shell.workbench();
    if (workbench.answerProperty().get() == null
        && workbench.opening().nameProperty().get() == null
        && workbench.tasks().running().isEmpty()) {
      workbench.notices().stream()
          .max(Comparator.comparing(Notice::kind))
          .ifPresent(notice -> done.completeExceptionally(new Told(notice.text())));
      lookForQuestion(workbench);
    }
  }

  /** Nobody is there to be asked for a moved space, or for the second of two. */
  private void lookForQuestion(Workbench workbench) {
    MovedSpace moved = workbench.opening().movedProperty().get();
    Path unpaired = workbench.opening().unpairedProperty().get();
    if (moved != null) {
      Problem problem = moved.other() == null ? Problem.SPACE_MOVED : Problem.SPACE_CHANGED;
      done.completeExceptionally(new ProjectFault(problem, moved.was(), ""));
    } else if (unpaired != null) {
      done.completeExceptionally(new ProjectFault(Problem.NOT_A_PROJECT, unpaired, ""));
    }
  }

  /** What went wrong, as it was told to the person. */
  static final class Told extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Told(String sentence) {
      super(sentence);
    }
  }
}
