package setu.gui.common;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** The words a person looks at: selected, chosen together, under the pointer, typed. */
final class WordFocus {
  private final ObjectProperty<WordRef> selected = new SimpleObjectProperty<>();
  private final ObservableSet<WordRef> selection = FXCollections.observableSet();
  private final ObjectProperty<WordRef> hovered = new SimpleObjectProperty<>();
  private final ObjectProperty<PlacedText> placed = new SimpleObjectProperty<>();

  ObjectProperty<WordRef> selectedProperty() {
    return selected;
  }

  ObservableSet<WordRef> selection() {
    return selection;
  }

  ObjectProperty<WordRef> hoveredProperty() {
    return hovered;
  }

  ObjectProperty<PlacedText> placedProperty() {
    return placed;
  }

  /** Selects nothing; what the pointer and the encoder show stays. */
  void clearSelection() {
    selected.set(null);
    selection.clear();
  }

  /** Forgets every word: they belonged to a project that is left. */
  void clear() {
    clearSelection();
    hovered.set(null);
    placed.set(null);
  }
}
