package setu.gui.shell;

import java.util.concurrent.CompletableFuture;
import javafx.collections.ListChangeListener;
import setu.core.evaluate.LiveLoop;
import setu.gui.common.Notice;
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
   * when something went wrong.
   */
  static CompletableFuture<Boolean> of(Shell shell) {
    Settled settled = new Settled(shell);
    Workbench workbench = shell.workbench();
    workbench.answerProperty().subscribe(answer -> settled.look());
    workbench.sharedProperty().subscribe(shared -> settled.look());
    shell.window().mapReadyProperty().subscribe(ready -> settled.look());
    workbench.notices().addListener((ListChangeListener<Notice>) change -> settled.look());
    settled.look();
    return settled.done;
  }

  private void look() {
    Workbench workbench = shell.workbench();
    for (Notice notice : workbench.notices()) {
      if (notice.kind() == Notice.Kind.ERROR) {
        done.completeExceptionally(new Told(notice.text()));
      }
    }
    LiveLoop.Answer answer = workbench.answerProperty().get();
    Shared shared = workbench.sharedProperty().get();
    if (answer != null
        && answer.exact()
        && shared != null
        && shell.window().mapReadyProperty().get()) {
      done.complete(true);
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
