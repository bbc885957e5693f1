package setu.gui.review;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import setu.core.align.ErrorRate;
import setu.core.align.SampledCheck;
import setu.core.workspace.Workspace;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.OpenProject;
import setu.gui.common.Workbench;

/** The pairs drawn for the sampled check of the project, and what their judgements come to. */
final class SampleModel {
  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<SampledCheck> sample = new ReadOnlyObjectWrapper<>();

  SampleModel(Workbench workbench) {
    this.workbench = workbench;
  }

  /** The sample drawn last; null while none is known. */
  ReadOnlyObjectProperty<SampledCheck> sampleProperty() {
    return sample.getReadOnlyProperty();
  }

  /** Errors among those judged, by the dictionary as it is seen now. */
  ErrorRate errors() {
    SampledCheck drawn = sample.get();
    return drawn == null ? new ErrorRate(0, 0) : drawn.errors(workbench.anchorsProperty().get());
  }

  /** The tag of a judgement in the check; empty while there is no sample. */
  String tag() {
    SampledCheck drawn = sample.get();
    return drawn == null ? "" : drawn.tag();
  }

  /** Looks, in the background, whether a sample of another project was drawn before. */
  void restart(@Nullable OpenProject open) {
    sample.set(null);
    if (open == null) {
      return;
    }
    Workspace workspace = open.workspace();
    FxTaskRunner.whenDone(
        workbench
            .tasks()
            .start(
                "",
                (progress, cancellation) -> {
                  SampledCheck found = workbench.journal().sample(open);
                  workbench.tasks().onWindow(() -> take(workspace, found));
                  return true;
                })
            .outcome(),
        done -> {},
        workbench::fail);
  }

  /** The sample of a project, drawn where none was, for work in the background. */
  SampledCheck of(OpenProject open) {
    SampledCheck before = workbench.journal().sample(open);
    SampledCheck found = before == null ? workbench.journal().drawSample(open) : before;
    workbench.tasks().onWindow(() -> take(open.workspace(), found));
    return found;
  }

  /**
   * Draws another sample in the background.
   *
   * @param drawn run once it is there
   */
  void draw(Runnable drawn) {
    OpenProject open = workbench.project();
    if (open != null) {
      FxTaskRunner.whenDone(
          workbench
              .tasks()
              .start("", (progress, cancellation) -> workbench.journal().drawSample(open))
              .outcome(),
          found -> {
            take(open.workspace(), found);
            drawn.run();
          },
          workbench::fail);
    }
  }

  private void take(Workspace of, @Nullable SampledCheck found) {
    OpenProject open = workbench.project();
    if (open != null && open.workspace() == of && found != null) {
      sample.set(found);
    }
  }
}
