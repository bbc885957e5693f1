package setu.gui.shell;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Executor;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Workbench;
import setu.gui.preferences.UserFolders;
import setu.message.Messages;

/** The model of a window, wired as the application does it, all on the calling thread. */
public final class SampleWorkbench {
  private SampleWorkbench() {}

  /** One without a project, its own folders in {@code folder}. */
  public static Workbench empty(Path folder) {
    return new Workbench(
        new CoreEngine(new Projects(UserFolders.in(folder)), Messages::inEnglish),
        FxTaskRunner.sameThread());
  }

  /** One with the shipped sample open. */
  public static Workbench open(Path folder) {
    Workbench workbench = empty(folder);
    workbench.openSample();
    return workbench;
  }

  /** Brings in what is asked about, as it is shown. */
  public static void takeImport(Workbench workbench) {
    Objects.requireNonNull(workbench.imports().pendingProperty().get()).take();
  }

  /** One without a project whose work runs in the background, told by a window's own thread. */
  public static Workbench toldBy(Executor window, Path folder) {
    return new Workbench(
        new CoreEngine(new Projects(UserFolders.in(folder)), Messages::inEnglish),
        FxTaskRunner.background(window));
  }

  /** One without a project whose work runs in the background, told on the JavaFX thread. */
  public static Workbench onFx(Path folder) {
    return new Workbench(
        new CoreEngine(new Projects(UserFolders.in(folder)), Messages::inEnglish),
        FxTaskRunner.background());
  }
}
