package setu.gui.anchors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryEntry;
import setu.gui.common.Paragraph;
import setu.gui.common.Side;
import setu.gui.common.Signature;
import setu.gui.common.TypeSize;
import setu.gui.common.WordLabel;
import setu.gui.preferences.TableChoices;
import setu.message.Messages;

/** The rows and columns of the dictionary, edited in place; what keys do is the view's. */
final class AnchorsTable {
  /** How often an edit is begun at most, and how long after each other. */
  private static final int TRIES = 20;

  private static final Duration PULSE = Duration.millis(20);

  /** Keys pressed in the table so far. */
  private int keys;

  /** The state of a cell whose word no vocabulary knows. */
  static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

  private final AnchorsViewModel model;
  private final Messages messages;
  private final Function<Side, String> sideName;
  private final TwinOffer twins;
  private final Headwords headwords;
  private final TableView<Anchor> table = new TableView<>();
  private final Map<TableColumn<Anchor, ?>, Comparator<Anchor>> orders = new HashMap<>();
  private final TableColumn<Anchor, Double> residual;
  private final KeptSelection selection;
  private final FocusedCell focused = new FocusedCell(table);

  /** As they were made: a person may drag them into another order. */
  private final List<TableColumn<Anchor, ?>> columns;

  private final KeptColumns kept;

  /** Whether the rows were to be sorted by residuals that were not measured yet. */
  private boolean unsorted;

  /** Whether a cell shows a word that was typed and not taken. */
  private boolean refused;

  /**
   * The table of a model.
   *
   * @param sideName the language of a side, as people call it
   */
  AnchorsTable(AnchorsViewModel model, Messages messages, Function<Side, String> sideName) {
    this.model = model;
    this.messages = messages;
    this.sideName = sideName;
    this.twins = new TwinOffer(model, messages);
    this.headwords = new Headwords(model.shown(), messages);
    this.residual = residualColumn();
    table.setItems(model.shown());
    table.setSortPolicy(
        sorted -> {
          model.sort(order());
          return true;
        });
    table.setEditable(true);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setAccessibleText(messages.text("gui.anchors.table"));
    table.setPlaceholder(Paragraph.placeholder(messages.text("gui.anchors.empty")));
    table.addEventFilter(KeyEvent.KEY_PRESSED, e -> keys++);
    table.editingCellProperty().subscribe(this::typing);
    addColumns();
    this.columns = List.copyOf(table.getColumns());
    columns.forEach(focused::markIn);
    TypeSize.fit(table);
    this.kept = new KeptColumns(table);
    model.measuredProperty().subscribe((before, now) -> sortAtLast());
    this.selection = new KeptSelection(table, model);
    headwords
        .groupedProperty()
        .subscribe(
            (before, now) -> {
              selection.seek();
              model.sort(order());
            });
  }

  /** The order asked for by the heads of columns, and by headword; null for that of entry. */
  private @Nullable Comparator<Anchor> order() {
    unsorted = !model.isMeasured() && table.getSortOrder().contains(residual);
    Comparator<Anchor> order = null;
    for (TableColumn<Anchor, ?> column : table.getSortOrder()) {
      Comparator<Anchor> by =
          column.equals(residual) ? model.byResidual() : Objects.requireNonNull(orders.get(column));
      Comparator<Anchor> turned =
          column.getSortType() == TableColumn.SortType.DESCENDING ? by.reversed() : by;
      order = order == null ? turned : order.thenComparing(turned);
    }
    return headwords.order(order);
  }

  /** Sorts by residuals that were waited for; later ones move no row under the person's hand. */
  private void sortAtLast() {
    if (unsorted && model.isMeasured()) {
      model.sort(order());
    }
  }

  private static Comparator<Anchor> byText(Function<Anchor, String> text) {
    return Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER).thenComparing(text);
  }

  /** Whether the rows stand by headword; what is chosen stays chosen, and in sight. */
  BooleanProperty groupedProperty() {
    return headwords.groupedProperty();
  }

  /** Which columns are shown, in which order, and what the rows are sorted by. */
  ObjectProperty<TableChoices> choicesProperty() {
    return kept.choicesProperty();
  }

  /**
   * Chooses the rows that are chosen in a table in another language.
   *
   * @return brings those into sight that are it there; to be run once this table has its places
   */
  Runnable goOnAt(AnchorsTable other) {
    selection.takeOver(other.selection);
    return selection::goToTop;
  }

  TableView<Anchor> node() {
    return table;
  }

  /** Writes the languages of both sides over their columns. */
  void nameSides() {
    columns.get(0).setText(sideName.apply(Side.SOURCE));
    columns.get(1).setText(sideName.apply(Side.TARGET));
  }

  /** Takes the twin of the chosen pair's unknown word. */
  void takeTwin() {
    Anchor anchor = table.getSelectionModel().getSelectedItem();
    if (anchor != null) {
      twins.take(anchor, table);
    }
  }

  /** The row as it is drawn, in sight; the table itself where it is not. */
  Node rowOf(int index) {
    draw(index);
    return table.lookupAll(".table-row-cell").stream()
        .filter(row -> row instanceof TableRow<?> drawn && drawn.getIndex() == index)
        .findFirst()
        .orElse(table);
  }

  /** Starts to edit the focused cell, which is brought into sight first where it is not. */
  void editFocused() {
    int row = table.getFocusModel().getFocusedIndex();
    TableColumn<Anchor, ?> column = focused.column();
    if (row >= 0 && column != null) {
      edit(row, column, TRIES, keys);
    }
  }

  /**
   * Again at the next pulses where the table makes its cells anew and the edit is gone without a
   * key: one that was pressed counts. Given up once a key follows, or another field has the
   * keyboard.
   *
   * @param begun {@link #keys} when it was asked for
   */
  private void edit(int row, TableColumn<Anchor, ?> column, int tries, int begun) {
    if (!isTyping()) {
      draw(row);
      table.edit(-1, null);
      table.edit(row, column);
    }
    if (tries > 1) {
      PauseTransition pulse = new PauseTransition(PULSE);
      pulse.setOnFinished(
          e -> {
            if (keys == begun && table.getScene() != null) {
              edit(row, column, tries - 1, begun);
            }
          });
      pulse.play();
    }
  }

  /** Sorts by the focused column: upwards, then downwards, then not at all. */
  void sortByFocused() {
    TableColumn<Anchor, ?> column = focused.column();
    if (column == null) {
      return;
    }
    selection.seek();
    if (!table.getSortOrder().equals(List.of(column))) {
      column.setSortType(TableColumn.SortType.ASCENDING);
      table.getSortOrder().setAll(List.of(column));
    } else if (column.getSortType() == TableColumn.SortType.ASCENDING) {
      column.setSortType(TableColumn.SortType.DESCENDING);
    } else {
      table.getSortOrder().clear();
    }
  }

  private boolean isTyping() {
    return table.getScene().getFocusOwner() instanceof TextInputControl;
  }

  /** Only a cell that is drawn can be edited, and keys come faster than frames. */
  private void draw(int row) {
    table.applyCss();
    table.layout();
    if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      flow.scrollTo(row);
    }
    table.layout();
  }

  /** Released later, when the cell is done with its end. */
  private void typing(@Nullable TablePosition<Anchor, ?> cell) {
    if (cell != null) {
      model.hold(true);
    } else {
      Platform.runLater(this::typed);
    }
  }

  private void typed() {
    boolean typing = table.getEditingCell() != null;
    model.hold(typing);
    if (!typing && refused) {
      refused = false;
      table.refresh();
    }
  }

  /** A word that is not taken still stands in its cell, and is drawn anew later. */
  private void changeWord(Anchor anchor, Side side, String text) {
    boolean source = side == Side.SOURCE;
    boolean taken =
        model.changeWords(anchor, source ? text : anchor.source(), source ? anchor.target() : text);
    refused = refused || !taken;
  }

  private void addColumns() {
    table.getColumns().add(wordColumn(Side.SOURCE));
    table.getColumns().add(wordColumn(Side.TARGET));
    table.getColumns().add(statusColumn());
    table
        .getColumns()
        .add(
            textColumn(
                "pos",
                80,
                Anchor::pos,
                (anchor, text) -> model.describe(anchor, text, anchor.category(), anchor.note())));
    table
        .getColumns()
        .add(
            textColumn(
                "category",
                110,
                Anchor::category,
                (anchor, text) -> model.describe(anchor, anchor.pos(), text, anchor.note())));
    table.getColumns().add(residual);
    table
        .getColumns()
        .add(
            textColumn(
                "note",
                120,
                Anchor::note,
                (anchor, text) -> model.describe(anchor, anchor.pos(), anchor.category(), text)));
    table.getColumns().add(textColumn("comment", 140, Anchor::comment, model::comment));
    table
        .getColumns()
        .add(textColumn("tags", 100, anchor -> DictionaryEntry.line(anchor.tags()), model::tag));
    table.getColumns().add(preferredColumn());
    table.getColumns().add(originColumn());
    table.getColumns().add(whoColumn());
  }

  /** A column with a box to tick: the translation to show first. */
  private TableColumn<Anchor, Boolean> preferredColumn() {
    TableColumn<Anchor, Boolean> column =
        new TableColumn<>(messages.text("gui.anchors.column.preferred"));
    column.setId("preferred");
    column.setPrefWidth(80);
    column.setEditable(false);
    orders.put(column, Comparator.comparing(Anchor::preferred));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().preferred()));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              private final CheckBox box = new CheckBox();

              {
                box.setAccessibleText(messages.text("gui.anchors.column.preferred"));
                box.setFocusTraversable(false);
                box.setOnAction(e -> model.prefer(getTableRow().getItem(), box.isSelected()));
              }

              @Override
              protected void updateItem(@Nullable Boolean preferred, boolean empty) {
                super.updateItem(preferred, empty);
                box.setSelected(preferred != null && preferred);
                setGraphic(empty || preferred == null ? null : box);
              }
            });
    return column;
  }

  /** Prefers the chosen pair, or no longer. */
  void togglePreferred() {
    Anchor anchor = table.getSelectionModel().getSelectedItem();
    if (anchor != null) {
      model.prefer(anchor, !anchor.preferred());
    }
  }

  private TableColumn<Anchor, String> wordColumn(Side side) {
    Function<Anchor, String> word = side == Side.SOURCE ? Anchor::source : Anchor::target;
    TableColumn<Anchor, String> column = new TableColumn<>();
    column.setId(side.name().toLowerCase(Locale.ROOT));
    column.setPrefWidth(150);
    orders.put(column, byText(word));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(word.apply(row.getValue())));
    column.setCellFactory(
        c -> {
          WordCell cell =
              new WordCell(
                  messages,
                  typed -> model.words().of(side, typed),
                  text -> warning(side, text),
                  (anchor, text) -> changeWord(anchor, side, text));
          cell.setOffer(anchor -> beside(cell, anchor, side));
          cell.follow(headwords.changedProperty());
          return styled(cell, WordLabel.STYLE);
        });
    return column;
  }

  /** What stands beside a word: a twin to take, how many translations it has, a mark. */
  private @Nullable Node beside(WordCell cell, Anchor anchor, Side side) {
    boolean source = side == Side.SOURCE;
    cell.pseudoClassStateChanged(Headwords.REPEATED, source && headwords.repeats(cell.getIndex()));
    List<Node> nodes =
        new ArrayList<>(source ? headwords.count(cell.getIndex()) : headwords.mark(anchor));
    Node twin = twins.button(anchor, side);
    if (twin != null) {
      nodes.add(twin);
    }
    return nodes.isEmpty()
        ? null
        : nodes.size() == 1 ? nodes.getFirst() : new HBox(6, nodes.toArray(Node[]::new));
  }

  private String warning(Side side, String word) {
    if (model.known(side, word)) {
      return "";
    }
    List<String> twins = model.twins(side, word);
    return twins.isEmpty()
        ? messages.text("gui.anchors.unknown", sideName.apply(side))
        : messages.text("gui.anchors.unknownTwin", sideName.apply(side), String.join(", ", twins));
  }

  private TableColumn<Anchor, String> textColumn(
      String name, double width, Function<Anchor, String> text, BiConsumer<Anchor, String> commit) {
    TableColumn<Anchor, String> column =
        new TableColumn<>(messages.text("gui.anchors.column." + name));
    column.setId(name);
    column.setPrefWidth(width);
    orders.put(column, byText(text));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setCellFactory(
        c ->
            styled(
                new WordCell(messages, typed -> List.of(), value -> "", commit),
                name.equals("note") || name.equals("comment") || name.equals("tags")
                    ? WordLabel.STYLE
                    : "plain"));
    return column;
  }

  private static WordCell styled(WordCell cell, String style) {
    cell.getStyleClass().add(style);
    return cell;
  }

  private TableColumn<Anchor, AnchorStatus> statusColumn() {
    TableColumn<Anchor, AnchorStatus> column =
        new TableColumn<>(messages.text("gui.anchors.column.status"));
    column.setId("status");
    column.setPrefWidth(100);
    column.setEditable(false);
    orders.put(column, Comparator.comparing(Anchor::status));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().status()));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              private final Label chip = new Label();

              @Override
              protected void updateItem(@Nullable AnchorStatus status, boolean empty) {
                super.updateItem(status, empty);
                if (empty || status == null) {
                  setGraphic(null);
                  return;
                }
                chip.setText(messages.text("anchorStatus." + status.name()));
                chip.getStyleClass()
                    .setAll(
                        "label", "status-chip", "status-" + status.name().toLowerCase(Locale.ROOT));
                setGraphic(chip);
              }
            });
    return column;
  }

  private TableColumn<Anchor, Double> residualColumn() {
    TableColumn<Anchor, Double> column =
        new TableColumn<>(messages.text("gui.anchors.column.residual"));
    column.setId("residual");
    column.setPrefWidth(90);
    column.setEditable(false);
    column.getStyleClass().add("number-column");
    // Observed, not refreshed: an answer must not disturb the cell that is being typed in.
    column.setCellValueFactory(
        row -> model.measuredProperty().map(measured -> model.residual(row.getValue())));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable Double residual, boolean empty) {
                super.updateItem(residual, empty);
                if (empty || residual == null) {
                  setText(null);
                } else {
                  setText(residual.isNaN() ? "–" : String.format(Locale.ROOT, "%.2f", residual));
                }
              }
            });
    return column;
  }

  private TableColumn<Anchor, String> originColumn() {
    TableColumn<Anchor, String> column =
        new TableColumn<>(messages.text("gui.anchors.facet.origin"));
    column.setId("origin");
    column.setPrefWidth(120);
    column.setEditable(false);
    orders.put(column, byText(Anchor::origin));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().origin()));
    return column;
  }

  private TableColumn<Anchor, String> whoColumn() {
    TableColumn<Anchor, String> column = new TableColumn<>(messages.text("gui.anchors.column.who"));
    column.setId("who");
    column.setPrefWidth(170);
    column.setEditable(false);
    orders.put(column, Comparator.comparing(Anchor::changed));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(Signature.of(row.getValue())));
    return column;
  }
}
