package setu.gui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import setu.core.align.AnchorWeights;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.WordPair;
import setu.core.workspace.Workspace;

/**
 * What a person sets of how the open project is mapped and scored; each is kept with the project,
 * and answered at once. Belongs to the window's thread.
 */
public final class ProjectSettings {
  private final Engine engine;
  private final FxTaskRunner tasks;
  private final Executor journalLane;
  private final LiveAnswers live;
  private final Workbench workbench;
  private final Consumer<OpenProject> changed;
  private final FileNotices notices;

  /**
   * @param journalLane where a project is written
   * @param changed told the project with what is set of it now
   */
  ProjectSettings(
      Engine engine,
      FxTaskRunner tasks,
      Executor journalLane,
      LiveAnswers live,
      Workbench workbench,
      Consumer<OpenProject> changed) {
    this.engine = engine;
    this.tasks = tasks;
    this.journalLane = journalLane;
    this.live = live;
    this.workbench = workbench;
    this.changed = changed;
    this.notices = new FileNotices(engine);
  }

  /** A project with another test dictionary, and what is told of that. */
  private record Tested(OpenProject project, Notice told) {}

  /** Takes another test dictionary, and scores everything anew on it. */
  public void setTest(Path file) {
    OpenProject open = workbench.project();
    if (open == null) {
      return;
    }
    Workspace workspace = open.workspace();
    AnchorSet anchors = workbench.anchorsProperty().get();
    FxTaskRunner.whenDone(
        tasks
            .start(
                String.valueOf(file.getFileName()),
                journalLane,
                (progress, cancellation) -> {
                  List<WordPair> test = engine.readPairs(file);
                  workspace.setTest(file);
                  OpenProject tested =
                      new OpenProject(workspace, open.source(), open.target(), List.copyOf(test));
                  return new Tested(tested, notices.tested(file, test, anchors.accepted(), tested));
                })
            .outcome(),
        tested -> {
          if (isOpen(workspace)) {
            live.start(tested.project());
            changed.accept(tested.project());
            workbench.notices().add(tested.told());
            workbench.answerAgain();
          }
        },
        workbench::fail);
  }

  /** How much the inflections of a pair count in the mapping together. */
  public ReadOnlyObjectProperty<AnchorWeights.Property> weightingProperty() {
    return live.weightingProperty();
  }

  /** Weighs the inflections of a pair otherwise. */
  public void setWeighting(AnchorWeights.Property weighting) {
    OpenProject open = workbench.project();
    if (open == null) {
      return;
    }
    Workspace workspace = open.workspace();
    FxTaskRunner.whenDone(
        tasks
            .start(
                "",
                journalLane,
                (progress, cancellation) -> {
                  KeptWeighting.keep(workspace, weighting);
                  return true;
                })
            .outcome(),
        kept -> {
          // A choice before this one may have been on its way when this was made.
          if (isOpen(workspace) && weighting != weightingProperty().get()) {
            live.weigh(weighting);
            workbench.say("gui.weighting.now." + weighting.name());
            workbench.answerAgain();
          }
        },
        workbench::fail);
  }

  /** Whether a project is still the one seen, under whichever test dictionary. */
  private boolean isOpen(Workspace workspace) {
    OpenProject open = workbench.project();
    return open != null && open.workspace() == workspace;
  }
}
