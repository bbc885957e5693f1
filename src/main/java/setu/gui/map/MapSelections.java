package setu.gui.map;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.collections.FXCollections;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.SelectionTable;
import setu.core.neighbor.NeighborSearches;
import setu.core.space.Vocabulary;
import setu.core.workspace.Selections;
import setu.core.workspace.WordSelection;
import setu.core.workspace.Workspace;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Notice;
import setu.gui.common.OpenProject;
import setu.gui.common.Shared;
import setu.gui.common.Side;
import setu.gui.common.WordRef;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** The chosen words: named and kept with the project, taken up again, written as a table. */
final class MapSelections {
  private final Workbench workbench;
  private final Messages messages;
  private final Executor lane;
  private final ReadOnlyListWrapper<WordSelection> kept =
      new ReadOnlyListWrapper<>(FXCollections.observableArrayList());

  MapSelections(Workbench workbench, Messages messages) {
    this.workbench = workbench;
    this.messages = messages;
    this.lane = workbench.tasks().lane("setu-selections");
  }

  /** The selections kept with the project, by name. */
  ReadOnlyListProperty<WordSelection> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** Reads what is kept with a project; null is none. */
  void read(@Nullable OpenProject open) {
    kept.clear();
    if (open != null) {
      change(open.workspace(), new Selections(open.workspace())::all);
    }
  }

  /** Keeps the chosen words under a name, in the place of a selection of the same name. */
  void keep(String name) {
    OpenProject open = workbench.project();
    if (open == null || name.isBlank() || workbench.selection().isEmpty()) {
      return;
    }
    WordSelection selection = new WordSelection(name, forms(Side.SOURCE), forms(Side.TARGET));
    Selections selections = new Selections(open.workspace());
    change(
        open.workspace(),
        () -> {
          selections.keep(selection);
          return selections.all();
        });
  }

  /** Forgets a selection. */
  void forget(String name) {
    OpenProject open = workbench.project();
    if (open != null) {
      Selections selections = new Selections(open.workspace());
      change(
          open.workspace(),
          () -> {
            selections.forget(name);
            return selections.all();
          });
    }
  }

  private void change(Workspace workspace, Callable<List<WordSelection>> work) {
    FxTaskRunner.whenDone(
        workbench.tasks().start("", lane, (progress, cancellation) -> work.call()).outcome(),
        all -> {
          OpenProject open = workbench.project();
          if (open != null && open.workspace() == workspace) {
            kept.setAll(all);
          }
        },
        workbench::fail);
  }

  /** The chosen words of a side, the most frequent first. */
  private List<String> forms(Side side) {
    return chosen().stream().filter(ref -> ref.side() == side).map(workbench::word).toList();
  }

  /** The chosen words, those of the source first, each side the most frequent first. */
  private List<WordRef> chosen() {
    return workbench.selection().stream()
        .sorted(Comparator.comparing(WordRef::side).thenComparingInt(WordRef::row))
        .toList();
  }

  /** Chooses the words of a selection; those that the spaces no longer hold are told. */
  void take(WordSelection selection) {
    List<WordRef> found = new ArrayList<>();
    for (Side side : Side.values()) {
      for (String word : side == Side.SOURCE ? selection.source() : selection.target()) {
        WordRef ref = workbench.find(side, word);
        if (ref != null) {
          found.add(ref);
        }
      }
    }
    workbench.selection().clear();
    workbench.selection().addAll(found);
    if (found.size() < selection.size()) {
      workbench.tell(
          Notice.Kind.WARNING,
          messages.text(
              "gui.selection.gone",
              selection.name(),
              selection.size() - found.size(),
              selection.size()));
    }
  }

  /** Writes the chosen words with their places and neighbours, in the background. */
  void write(Path file, MapLayout layout, MapPoints points) {
    OpenProject open = workbench.project();
    if (open == null) {
      return;
    }
    Shared shared = workbench.sharedProperty().get();
    List<WordRef> words = chosen();
    FxTaskRunner.whenDone(
        workbench
            .tasks()
            .start(
                String.valueOf(file.getFileName()),
                (progress, cancellation) -> {
                  table(open, shared)
                      .write(
                          file,
                          words.stream()
                              .map(w -> new SelectionTable.Word(w.side() == Side.SOURCE, w.row()))
                              .toList(),
                          layout.dimensions(),
                          i -> place(layout.places(), points.point(words.get(i))),
                          progress,
                          cancellation);
                  return file;
                })
            .outcome(),
        written -> workbench.tell(Notice.Kind.INFO, messages.text("gui.map.export.done", written)),
        workbench::fail);
  }

  private static SelectionTable table(OpenProject open, @Nullable Shared shared) {
    Vocabulary source = open.source().vocabulary();
    Vocabulary target = open.target().vocabulary();
    return shared == null
        ? new SelectionTable(source, target, null, null, NeighborSearches.best())
        : new SelectionTable(
            source, target, shared.source(), shared.target(), NeighborSearches.best());
  }

  /** Empty where the layout left the word out. */
  private static float[] place(Places places, int point) {
    if (point < 0 || Float.isNaN(places.x()[point])) {
      return new float[0];
    }
    float[] z = places.z();
    return z == null
        ? new float[] {places.x()[point], places.y()[point]}
        : new float[] {places.x()[point], places.y()[point], z[point]};
  }
}
