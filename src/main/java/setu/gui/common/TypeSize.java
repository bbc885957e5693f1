package setu.gui.common;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The size of the window's type, for lengths that style sheets cannot tell. */
public final class TypeSize {
  /** The size that widths in the code are thought for, in pixels. */
  public static final double USUAL = 13;

  private static final DoubleProperty SIZE = new SimpleDoubleProperty(USUAL);

  private TypeSize() {}

  /** All text is {@code pixels} high now. */
  public static void set(double pixels) {
    SIZE.set(pixels);
  }

  /** A length in pixels that grows with the type from what it is at the usual size. */
  public static DoubleBinding of(double usual) {
    return SIZE.multiply(usual / USUAL);
  }

  /**
   * Lets columns and rows grow with the type. Where the columns do not fit into the table any more
   * it is scrolled: no figure is cut short.
   *
   * @param table with all its columns, as wide as they should be at the usual size
   */
  public static void fit(TableView<?> table) {
    for (TableColumn<?, ?> column : table.getColumns()) {
      column.prefWidthProperty().bind(of(column.getPrefWidth()));
    }
    if (table.getFixedCellSize() > 0) {
      table.fixedCellSizeProperty().bind(of(table.getFixedCellSize()));
    }
    table
        .columnResizePolicyProperty()
        .bind(
            Bindings.createObjectBinding(
                () ->
                    wanted(table) <= table.getWidth()
                        ? TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN
                        : TableView.UNCONSTRAINED_RESIZE_POLICY,
                table.widthProperty(),
                table.getVisibleLeafColumns(),
                SIZE));
  }

  private static double wanted(TableView<?> table) {
    return table.getColumns().stream()
        .filter(TableColumn::isVisible)
        .mapToDouble(TableColumn::getPrefWidth)
        .sum();
  }
}
