package setu.gui.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.CldrNames;
import setu.core.anchor.DictionaryOptions.Columns;
import setu.core.anchor.DictionaryPreview;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.task.TaskRunner;

/**
 * A dictionary file, or another person's project, that waits to be brought in. What would become of
 * it is planned in the background, again whenever the dictionary or the columns change, and taken
 * exactly as it is shown.
 */
public final class PendingImport {
  /** What can be brought in. */
  public enum Matter {
    /** A dictionary file. */
    FILE,
    /** Another person's copy of the project. */
    PROJECT,
    /** Names that come with the program. */
    NAMES
  }

  /** Says what would become of it; nothing is written. */
  interface Planner {
    ImportPreview plan(
        AnchorSet now, ImportChoice choice, Progress progress, Cancellation cancellation);

    /** What it is that is brought in. */
    Matter matter();
  }

  private final Imports imports;
  private final FxTaskRunner tasks;
  private final Path path;
  private final @Nullable DictionaryPreview table;
  private final String sourceLanguage;
  private final Planner planner;
  private final ReadOnlyObjectWrapper<@Nullable ImportPreview> preview =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final BooleanProperty queueing = new SimpleBooleanProperty(true);
  private boolean taking;

  private final ReadOnlyBooleanWrapper undecided = new ReadOnlyBooleanWrapper();

  private @Nullable Columns columns;
  private Set<CldrNames.Kind> kinds = Set.copyOf(EnumSet.allOf(CldrNames.Kind.class));
  private TaskRunner.@Nullable Running<ImportPreview> planning;

  /** Choices by which it could not be read when it was planned last, each told to the person. */
  private final List<ImportChoice> failedBefore = new ArrayList<>();

  /**
   * @param table the beginning of a table whose columns are chosen before it is planned; null for
   *     what has none
   * @param sourceLanguage of the project's source words; empty if not known
   */
  PendingImport(
      Imports imports,
      FxTaskRunner tasks,
      Path path,
      @Nullable DictionaryPreview table,
      String sourceLanguage,
      Planner planner) {
    this.imports = imports;
    this.tasks = tasks;
    this.path = path;
    this.table = table;
    this.sourceLanguage = sourceLanguage;
    this.planner = planner;
    this.undecided.set(table != null && !table.usual());
  }

  /** What people call it. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** What it is that is brought in. */
  public Matter matter() {
    return planner.matter();
  }

  /** The status of rows that say none; it is planned anew when another one is set. */
  public ObjectProperty<AnchorStatus> statusProperty() {
    return imports.statusProperty();
  }

  /** The beginning of a table whose columns are to be chosen; null for what has none. */
  public @Nullable DictionaryPreview table() {
    return table;
  }

  /** The language of the project's source words; empty if not known. */
  public String sourceLanguage() {
    return sourceLanguage;
  }

  /** What would become of it; null while that is not known. */
  public ReadOnlyObjectProperty<@Nullable ImportPreview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** Why it could not be planned by the present columns; empty where nothing failed. */
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Whether columns or kinds of names must be told before it can be planned. */
  public ReadOnlyBooleanProperty undecidedProperty() {
    return undecided.getReadOnlyProperty();
  }

  /** Whether what is in conflict is to stand beside, for the queue of conflicts. */
  public BooleanProperty queueingProperty() {
    return queueing;
  }

  /** The columns it is planned by; null while none can be told. */
  public @Nullable Columns columns() {
    return columns;
  }

  /** The kinds of names it is planned for. */
  public Set<CldrNames.Kind> kinds() {
    return kinds;
  }

  /** Plans it by these columns; null where no columns can be told yet. */
  public void choose(@Nullable Columns chosen) {
    columns = chosen;
    undecided.set(chosen == null);
    plan();
  }

  /** Plans it for these kinds of names; not at all where there are none. */
  public void choose(Set<CldrNames.Kind> chosen) {
    kinds = Set.copyOf(chosen);
    undecided.set(kinds.isEmpty());
    plan();
  }

  /**
   * Brings it in as it is shown, as one batch. Where the dictionary changed meanwhile nothing is
   * written and it is planned again.
   */
  public void take() {
    ImportPreview shown = preview.get();
    if (shown != null && !taking) {
      taking = true;
      imports.take(this, shown);
    }
  }

  /** Leaves it: nothing is written. */
  public void leave() {
    imports.leave(this);
  }

  /** Begins to plan it, unless that was begun by a choice of columns. */
  void start() {
    if (planning == null) {
      plan();
    }
  }

  /** Plans it for the dictionary of the moment. */
  void plan() {
    stop();
    taking = false;
    failure.set("");
    preview.set(null);
    if (undecided.get()) {
      return;
    }
    ImportChoice chosen = new ImportChoice(columns, statusProperty().get(), kinds);
    AnchorSet now = imports.dictionary();
    TaskRunner.Running<ImportPreview> running =
        tasks.start(name(), (progress, work) -> planner.plan(now, chosen, progress, work));
    planning = running;
    FxTaskRunner.whenDone(
        running.outcome(),
        planned -> {
          if (running.equals(planning)) {
            failedBefore.removeIf(chosen::readsAs);
            preview.set(planned);
            imports.planned(this);
          }
        },
        e -> {
          if (running.equals(planning)) {
            failed(chosen, e);
          }
        });
  }

  /**
   * One that was given up is left; one that cannot be read too, unless by other columns. That is
   * told once for the same columns.
   */
  private void failed(ImportChoice chosen, Throwable why) {
    if (failedBefore.stream().noneMatch(chosen::readsAs)) {
      failedBefore.add(chosen);
      imports.fail(why);
    }
    if (table == null || why instanceof CancellationException) {
      leave();
    } else {
      failure.set(imports.sentence(why));
    }
  }

  /** Gives up planning it. */
  void stop() {
    TaskRunner.Running<ImportPreview> running = planning;
    planning = null;
    if (running != null) {
      running.cancellation().cancel();
    }
  }
}
