package setu.gui.common;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.CldrNames;
import setu.core.anchor.DictionaryPreview;
import setu.core.anchor.EditName;
import setu.core.fault.ProjectFault;

/**
 * Brings files and other people's projects into the dictionary, each as one batch, after a person
 * saw what would become of every row. Those asked for together are looked at one after another; one
 * asked for while another is shown takes its place.
 */
public final class Imports {
  private final Engine engine;
  private final FxTaskRunner tasks;
  private final Executor journalLane;
  private final DictionaryEdits dictionary;
  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<@Nullable PendingImport> pending =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<AnchorStatus> status =
      new SimpleObjectProperty<>(AnchorStatus.ACCEPTED);
  private final Deque<PendingImport> waiting = new ArrayDeque<>();

  /** The one that is looked at: asked about once it is planned, or at once for its columns. */
  private @Nullable PendingImport current;

  Imports(
      Engine engine,
      FxTaskRunner tasks,
      Executor journalLane,
      DictionaryEdits dictionary,
      Workbench workbench) {
    this.engine = engine;
    this.tasks = tasks;
    this.journalLane = journalLane;
    this.dictionary = dictionary;
    this.workbench = workbench;
    dictionary.anchorsProperty().subscribe((before, now) -> changed(now));
    status.subscribe((before, now) -> statusChanged());
  }

  /** What is asked about before it is brought into the dictionary; null when nothing is. */
  public ReadOnlyObjectProperty<@Nullable PendingImport> pendingProperty() {
    return pending.getReadOnlyProperty();
  }

  /** The status that pairs come in with whose rows say none: accepted, or a candidate. */
  public ObjectProperty<AnchorStatus> statusProperty() {
    return status;
  }

  private void statusChanged() {
    PendingImport shown = current;
    if (shown != null && shown.matter() != PendingImport.Matter.PROJECT) {
      shown.plan();
    }
  }

  /** The beginning of a file's table, null where it has none; and the project's language. */
  private record Beginning(@Nullable DictionaryPreview table, String language) {}

  /**
   * Asks, by {@link #pendingProperty}, whether to take the pairs of a dictionary; nothing is
   * written before.
   */
  public void file(Path file) {
    OpenProject open = editable(file);
    if (open == null) {
      return;
    }
    AnchorSet seen = dictionary();
    PendingImport shown = pending.get();
    FxTaskRunner.whenDone(
        tasks
            .start(
                name(file),
                (progress, work) ->
                    new Beginning(
                        engine.previewDictionary(file, work),
                        RowsImport.sourceLanguage(open, seen)))
            .outcome(),
        begun -> {
          OpenProject now = workbench.project();
          if (now != null && now.workspace().equals(open.workspace())) {
            RowsImport rows = RowsImport.file(engine, file, open);
            offer(
                new PendingImport(this, tasks, file, begun.table(), begun.language(), rows), shown);
          }
        },
        workbench::fail);
  }

  /** Asks in the same way whether to take names that come with the program. */
  public void names() {
    Path name = Path.of(CldrNames.ORIGIN);
    OpenProject open = editable(name);
    if (open != null) {
      RowsImport rows = RowsImport.names(engine, open);
      offer(new PendingImport(this, tasks, name, null, "", rows), pending.get());
    }
  }

  /**
   * Asks in the same way whether to bring another person's project into the dictionary: what only
   * they changed is taken, what both changed differently stands in the queue of conflicts.
   */
  public void project(Path folder) {
    OpenProject open = editable(folder);
    if (open != null) {
      ProjectMerge merge = new ProjectMerge(engine, folder, open.workspace(), journalLane);
      offer(new PendingImport(this, tasks, folder, null, "", merge), pending.get());
    }
  }

  /** The project, where its dictionary can be edited; else the person is told, and it is null. */
  private @Nullable OpenProject editable(Path path) {
    OpenProject open = workbench.project();
    if (open == null) {
      workbench.tell(Notice.Kind.WARNING, engine.text("gui.notice.spacesFirst", name(path)));
      return null;
    }
    if (open.workspace().readOnly()) {
      Path folder = open.workspace().folder();
      workbench.fail(new ProjectFault(ProjectFault.Problem.READ_ONLY, folder, ""));
      return null;
    }
    return open;
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  // What is asked about.

  /**
   * Looks at the next one once nothing is looked at.
   *
   * @param shown what was shown when the next one was asked for, which is left for it; null for
   *     nothing
   */
  private void offer(PendingImport next, @Nullable PendingImport shown) {
    if (shown != null && shown.equals(current)) {
      waiting.addFirst(next);
      leave(shown);
      workbench.tell(Notice.Kind.INFO, engine.text("gui.notice.importLeft", shown.name()));
    } else {
      waiting.add(next);
      if (current == null) {
        lookAtNext();
      }
    }
  }

  private void lookAtNext() {
    PendingImport next = waiting.poll();
    current = next;
    pending.set(next != null && next.table() != null ? next : null);
    if (next != null) {
      next.start();
    }
  }

  /** A plan is there to be shown. */
  void planned(PendingImport asked) {
    if (asked.equals(current)) {
      pending.set(asked);
    }
  }

  private void changed(AnchorSet now) {
    PendingImport shown = current;
    ImportPreview preview = shown == null ? null : shown.previewProperty().get();
    boolean planned = preview != null && preview.seen().revision() == now.revision();
    if (shown != null && !planned) {
      shown.plan();
    }
  }

  /** Plans what is looked at once more: it is told in the window's language of the moment. */
  public void planAgain() {
    PendingImport shown = current;
    if (shown != null) {
      shown.plan();
    }
  }

  /** The dictionary of the moment. */
  AnchorSet dictionary() {
    return dictionary.anchorsProperty().get();
  }

  /** Leaves what was asked about, and goes on with what waits. */
  void leave(PendingImport asked) {
    asked.stop();
    if (asked.equals(current)) {
      lookAtNext();
    }
  }

  /** Leaves everything. */
  void forget() {
    waiting.clear();
    PendingImport asked = current;
    if (asked != null) {
      leave(asked);
    }
  }

  void fail(Throwable failure) {
    workbench.fail(failure);
  }

  /** What a failure is told as. */
  String sentence(Throwable failure) {
    return engine.sentence(failure);
  }

  void take(PendingImport asked, ImportPreview shown) {
    dictionary.planned(
        asked.name(),
        asked.matter() == PendingImport.Matter.PROJECT
            ? EditName.mergeOf(asked.name())
            : EditName.importOf(asked.name()),
        shown.seen(),
        shown.edits(asked.queueingProperty().get()),
        made -> {
          if (made) {
            leave(asked);
            workbench.tell(shown.told().kind(), shown.told().text());
          } else {
            asked.plan();
          }
        },
        failure -> {
          fail(failure);
          asked.plan();
        });
  }
}
