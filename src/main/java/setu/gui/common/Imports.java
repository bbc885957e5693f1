package setu.gui.common;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Agreement;
import setu.core.anchor.AnchorImport;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryImport;
import setu.core.anchor.DictionaryOptions;
import setu.core.anchor.DictionaryPreview;
import setu.core.anchor.ThreeWayMerge;
import setu.core.workspace.Workspace;

/** Brings files and other people's projects into the dictionary, each as one batch. */
final class Imports {
  private final Engine engine;
  private final FxTaskRunner tasks;
  private final DictionaryEdits dictionary;
  private final Workbench workbench;
  private final Supplier<@Nullable OpenProject> project;
  private final ReadOnlyObjectWrapper<PendingImport> pending = new ReadOnlyObjectWrapper<>();

  Imports(Engine engine, FxTaskRunner tasks, DictionaryEdits dictionary, Workbench workbench) {
    this.engine = engine;
    this.tasks = tasks;
    this.dictionary = dictionary;
    this.workbench = workbench;
    this.project = workbench::project;
  }

  ReadOnlyObjectProperty<PendingImport> pendingProperty() {
    return pending.getReadOnlyProperty();
  }

  /**
   * Takes all pairs of a dictionary.
   *
   * @param ask ask for the columns of a table even where they have the usual names
   */
  void file(Path file, boolean ask) {
    String origin = String.valueOf(file.getFileName());
    OpenProject open = project.get();
    if (open == null) {
      workbench.tell(Notice.Kind.WARNING, engine.text("gui.notice.spacesFirst", origin));
      return;
    }
    pending.set(null);
    FxTaskRunner.whenDone(
        tasks
            .start(
                origin,
                (progress, work) -> Optional.ofNullable(engine.previewDictionary(file, work)))
            .outcome(),
        preview -> {
          if (open.equals(project.get())) {
            looked(open, file, ask, preview.orElse(null));
          }
        },
        workbench::fail);
  }

  private void looked(
      OpenProject open, Path file, boolean ask, @Nullable DictionaryPreview preview) {
    String language = open.workspace().spaces().get(0).language();
    if (preview != null && (ask || !preview.usual())) {
      pending.set(new PendingImport(file, preview, language));
    } else {
      take(file, DictionaryOptions.from(language), (report, told) -> tell(told), workbench::fail);
    }
  }

  /**
   * Takes the pairs in the columns that a person chose.
   *
   * @param done told what became of the rows, and that none of their words is known (else empty);
   *     not told where the question was left meanwhile, like the next
   * @param failed told that nothing was taken: it failed or was cancelled
   */
  void columns(
      PendingImport asked,
      DictionaryOptions.Columns columns,
      BiConsumer<AnchorImport.Report, String> done,
      Runnable failed) {
    take(
        asked.file(),
        new DictionaryOptions("", columns),
        (report, told) -> {
          if (asked.equals(pending.get())) {
            done.accept(report, told.unknown() ? told.notice().text() : "");
          } else {
            tell(told);
          }
        },
        e -> {
          workbench.fail(e);
          if (asked.equals(pending.get())) {
            failed.run();
          }
        });
  }

  /** Takes nothing from the file asked about. */
  void forget() {
    pending.set(null);
  }

  /** Takes the pairs, and hands on what became of them with the notice of it. */
  private void take(
      Path file,
      DictionaryOptions options,
      BiConsumer<AnchorImport.Report, FileNotices.Imported> done,
      Consumer<Throwable> failed) {
    OpenProject open = project.get();
    if (open == null) {
      return;
    }
    String origin = String.valueOf(file.getFileName());
    dictionary.edit(
        origin,
        (history, progress, cancellation) -> {
          DictionaryImport read = engine.readDictionary(file, options, progress, cancellation);
          AnchorImport.Plan plan =
              AnchorImport.plan(
                  history.current(),
                  read,
                  AnchorStatus.ACCEPTED,
                  origin,
                  AnchorImport.Conflicting.QUEUED,
                  progress,
                  cancellation);
          history.apply(plan.edits());
          AnchorImport.Report report = plan.report();
          FileNotices.Imported told =
              new FileNotices(engine).imported(file, report, read.pairs(), open);
          tasks.onWindow(() -> done.accept(report, told));
        },
        failed);
  }

  private void tell(FileNotices.Imported told) {
    workbench.tell(told.notice().kind(), told.notice().text());
  }

  /** Takes what another person did in a copy of the project. */
  void project(Path folder) {
    String name = String.valueOf(folder.getFileName());
    dictionary.edit(
        name,
        (history, progress, cancellation) -> {
          try (Workspace theirs = engine.openReadOnly(folder)) {
            ThreeWayMerge.Outcome outcome = ThreeWayMerge.of(history, theirs.anchors());
            Agreement agreement =
                Agreement.of(
                    history.current().anchors(),
                    theirs.anchors().current().anchors(),
                    Workbench.SEED);
            cancellation.check();
            history.apply(outcome.edits());
            tasks.onWindow(() -> tell(outcome, agreement, name));
          }
        });
  }

  private void tell(ThreeWayMerge.Outcome outcome, Agreement agreement, String name) {
    String counts =
        engine.text("gui.notice.merged", name, outcome.taken(), outcome.conflicts().size());
    long percent = Math.round(100 * agreement.raw().value());
    workbench.tell(
        outcome.conflicts().isEmpty() ? Notice.Kind.INFO : Notice.Kind.WARNING,
        agreement.judged() == 0
            ? counts
            : counts + " " + engine.text("gui.notice.agreed", percent, agreement.judged()));
  }
}
