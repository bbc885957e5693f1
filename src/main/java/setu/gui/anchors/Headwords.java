package setu.gui.anchors;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import setu.core.anchor.Anchor;
import setu.gui.common.Icons;
import setu.message.Messages;

/**
 * The order of a table's rows: as its columns say, or by headword, each written once with the
 * number of its translations, the preferred one first.
 */
final class Headwords {
  /** The state of a cell whose headword stands in the row above as well. */
  static final PseudoClass REPEATED = PseudoClass.getPseudoClass("repeated");

  private static final Comparator<Anchor> BY_HEADWORD =
      Comparator.comparing(Anchor::source, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Anchor::source)
          .thenComparing(anchor -> !anchor.preferred());

  private final Messages messages;
  private final ObservableList<Anchor> rows;
  private final BooleanProperty grouped = new SimpleBooleanProperty();
  private final ReadOnlyLongWrapper changed = new ReadOnlyLongWrapper();

  /** Looks at the rows of a table. */
  Headwords(ObservableList<Anchor> rows, Messages messages) {
    this.messages = messages;
    this.rows = rows;
    rows.addListener((ListChangeListener<Anchor>) change -> tell());
    grouped.subscribe((before, now) -> tell());
  }

  private void tell() {
    changed.set(changed.get() + 1);
  }

  /** By headword where that is chosen, and within it as columns say; null for order of entry. */
  @Nullable Comparator<Anchor> order(@Nullable Comparator<Anchor> columns) {
    if (!grouped.get()) {
      return columns;
    }
    return columns == null ? BY_HEADWORD : BY_HEADWORD.thenComparing(columns);
  }

  /** Whether the rows stand by headword. */
  BooleanProperty groupedProperty() {
    return grouped;
  }

  /** Grows whenever rows came, went or moved. */
  ReadOnlyLongProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** Whether the headword of a row is written above it already. */
  boolean repeats(int row) {
    return grouped.get() && row > 0 && row < rows.size() && same(row, row - 1);
  }

  private boolean same(int row, int other) {
    return rows.get(row).source().equals(rows.get(other).source());
  }

  /** How many rows a headword has, where it is written; 0 elsewhere. */
  int translations(int row) {
    if (!grouped.get() || row < 0 || row >= rows.size() || repeats(row)) {
      return 0;
    }
    int end = row + 1;
    while (end < rows.size() && same(end, row)) {
      end++;
    }
    return end - row;
  }

  /** How many translations a headword has, where there are several; else nothing. */
  List<Node> count(int row) {
    int translations = translations(row);
    if (translations < 2) {
      return List.of();
    }
    Label count = new Label(String.format(Locale.ROOT, "%,d", translations));
    count.getStyleClass().add("translations");
    count.setAccessibleText(messages.text("gui.anchors.translations", translations));
    return List.of(count);
  }

  /** The mark of a preferred translation; else nothing. */
  List<Node> mark(Anchor anchor) {
    if (!grouped.get() || !anchor.preferred()) {
      return List.of();
    }
    Label mark = new Label("", Icons.of(Feather.STAR));
    mark.getStyleClass().add("preferred");
    mark.setAccessibleText(messages.text("gui.anchors.column.preferred"));
    return List.of(mark);
  }
}
