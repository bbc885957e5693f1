package setu.gui.anchors;

import atlantafx.base.controls.CustomTextField;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.space.EmbeddingSpace;
import setu.gui.common.Icons;
import setu.gui.common.LanguageNames;
import setu.gui.common.OpenProject;
import setu.gui.common.Side;
import setu.gui.common.View;
import setu.gui.common.WordLabel;
import setu.gui.common.WordRef;
import setu.gui.common.Workbench;
import setu.message.Messages;

/**
 * The dictionary's table: facets, sorting, editing in place, adding, removing and judging, all of
 * it by keys too.
 */
public final class AnchorsView implements View {
  /** The state of a cell whose word no vocabulary knows. */
  static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter BEFORE = DateTimeFormatter.ofPattern("yyyy-MM-dd");

  private final Workbench workbench;
  private final Messages messages;
  private final AnchorsViewModel model;
  private final TableView<Anchor> table = new TableView<>();
  private final Map<Facet, CheckComboBox<String>> facets = new EnumMap<>(Facet.class);
  private final Label count = new Label();
  private final TextField newSource;
  private final TextField newTarget;
  private final BorderPane node = new BorderPane();
  private final Subscription workbenchFollowed;
  private boolean following;

  /** The view of a window's model, in one language. */
  public AnchorsView(Workbench workbench, Messages messages) {
    this.workbench = workbench;
    this.messages = messages;
    this.model = new AnchorsViewModel(workbench);
    this.newSource = wordField(Side.SOURCE);
    this.newTarget = wordField(Side.TARGET);
    node.getStyleClass().add("anchors");
    node.getStylesheets().add(View.stylesheet("anchors"));
    node.setTop(toolbar());
    node.setMinWidth(0);
    node.setCenter(table);
    fillTable();
    linkSelection();
    table.editingCellProperty().subscribe(this::typing);
    model.shown().addListener((ListChangeListener<Anchor>) change -> count());
    workbenchFollowed =
        Subscription.combine(
            workbench.anchorsProperty().subscribe(this::refreshFacets),
            workbench.selectedProperty().subscribe(this::follow));
    refreshFacets();
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void dispose() {
    workbenchFollowed.unsubscribe();
    model.dispose();
  }

  /** Puts the keyboard into the table, on a row. */
  public void focus() {
    if (table.getSelectionModel().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
    table.requestFocus();
  }

  /** Puts the keyboard into the fields for a new pair. */
  public void startAdding() {
    newSource.requestFocus();
  }

  // The bar above the table.

  private Node toolbar() {
    CustomTextField search = new CustomTextField();
    search.setPromptText(messages.text("gui.anchors.search"));
    search.setAccessibleText(messages.text("gui.anchors.search"));
    search.setLeft(Icons.of(Feather.SEARCH));
    search.getStyleClass().add(WordLabel.STYLE);
    search.setPrefColumnCount(14);
    search.setMinWidth(120);
    search.textProperty().bindBidirectional(model.queryProperty());

    HBox bar = new HBox(search);
    for (Facet facet : Facet.values()) {
      CheckComboBox<String> box = facetBox(facet);
      facets.put(facet, box);
      bar.getChildren().add(box);
    }
    Button add = button(Feather.PLUS, "gui.anchors.add", this::add);
    Button remove = button(Feather.TRASH_2, "gui.anchors.remove", this::removeChosen);
    remove.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    count.getStyleClass().add("text-muted");
    count.setMinWidth(0);
    bar.getChildren().addAll(count, gap, newSource, newTarget, add, remove);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("anchors-bar");
    return bar;
  }

  private Button button(Feather icon, String key, Runnable action) {
    Button button = new Button(null, Icons.of(icon));
    button.getStyleClass().addAll("button-icon", "flat");
    button.setAccessibleText(messages.text(key));
    button.setTooltip(new Tooltip(messages.text(key)));
    button.setOnAction(e -> action.run());
    return button;
  }

  private TextField wordField(Side side) {
    TextField field = new TextField();
    field.setPrefColumnCount(8);
    field.setMinWidth(80);
    field.getStyleClass().add(WordLabel.STYLE);
    field.setOnAction(e -> add());
    TextFields.bindAutoCompletion(field, request -> model.completions(side, request.getUserText()));
    return field;
  }

  private void add() {
    if (newSource.getText().isBlank()) {
      newSource.requestFocus();
    } else if (newTarget.getText().isBlank()) {
      newTarget.requestFocus();
    } else if (model.add(newSource.getText(), newTarget.getText())) {
      newSource.clear();
      newTarget.clear();
      newSource.requestFocus();
    }
  }

  private CheckComboBox<String> facetBox(Facet facet) {
    CheckComboBox<String> box = new CheckComboBox<>();
    String title = messages.text("gui.anchors.facet." + facet.name().toLowerCase(Locale.ROOT));
    box.setTitle(title);
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.setPrefWidth(facet == Facet.POS ? 146 : 108);
    box.setAccessibleText(title);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String value) {
            return value == null ? "" : facetValue(facet, value);
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    box.getCheckModel()
        .getCheckedItems()
        .addListener(
            (ListChangeListener<String>)
                change ->
                    model.choose(facet, new HashSet<>(box.getCheckModel().getCheckedItems())));
    return box;
  }

  private String facetValue(Facet facet, String value) {
    if (value.isEmpty()) {
      return messages.text("gui.anchors.unsaid");
    }
    return facet == Facet.STATUS ? statusText(AnchorStatus.valueOf(value)) : value;
  }

  private void refreshFacets() {
    facets.forEach(
        (facet, box) -> {
          List<String> values = List.copyOf(model.values(facet).keySet());
          if (!box.getItems().equals(values)) {
            List<String> checked = List.copyOf(box.getCheckModel().getCheckedItems());
            box.getItems().setAll(values);
            checked.stream().filter(values::contains).forEach(box.getCheckModel()::check);
          }
        });
    newSource.setPromptText(sideName(Side.SOURCE));
    newTarget.setPromptText(sideName(Side.TARGET));
    newSource.setAccessibleText(messages.text("gui.anchors.newWord", sideName(Side.SOURCE)));
    newTarget.setAccessibleText(messages.text("gui.anchors.newWord", sideName(Side.TARGET)));
    table.getColumns().get(0).setText(sideName(Side.SOURCE));
    table.getColumns().get(1).setText(sideName(Side.TARGET));
    count();
  }

  private void count() {
    count.setText(
        messages.text(
            "gui.anchors.count",
            String.format(Locale.ROOT, "%,d", model.shown().size()),
            String.format(Locale.ROOT, "%,d", model.size()),
            String.format(Locale.ROOT, "%,d", model.unknown())));
  }

  private String sideName(Side side) {
    OpenProject open = workbench.project();
    return open == null ? "" : LanguageNames.full(LanguageNames.of(open, side), messages);
  }

  // The table.

  private void fillTable() {
    SortedList<Anchor> sorted = new SortedList<>(model.shown());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setEditable(true);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setAccessibleText(messages.text("gui.anchors.table"));
    table.setPlaceholder(new Label(messages.text("gui.anchors.empty")));
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
    table.getColumns().add(residualColumn());
    table
        .getColumns()
        .add(
            textColumn(
                "note",
                140,
                Anchor::note,
                (anchor, text) -> model.describe(anchor, anchor.pos(), anchor.category(), text)));
    TableColumn<Anchor, String> who = new TableColumn<>(messages.text("gui.anchors.column.who"));
    who.setPrefWidth(160);
    who.setCellValueFactory(row -> new ReadOnlyStringWrapper(who(row.getValue())));
    table.getColumns().add(who);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /** Released later, when the cell is done with its end. */
  private void typing(@Nullable TablePosition<Anchor, ?> cell) {
    if (cell != null) {
      model.hold(true);
    } else {
      Platform.runLater(() -> model.hold(table.getEditingCell() != null));
    }
  }

  private TableColumn<Anchor, String> wordColumn(Side side) {
    Function<Anchor, String> word = side == Side.SOURCE ? Anchor::source : Anchor::target;
    TableColumn<Anchor, String> column = new TableColumn<>();
    column.setPrefWidth(150);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(word.apply(row.getValue())));
    column.setCellFactory(
        c ->
            styled(
                new WordCell(
                    typed -> model.completions(side, typed),
                    text -> warning(side, text),
                    (anchor, text) ->
                        model.changeWords(
                            anchor,
                            side == Side.SOURCE ? text : anchor.source(),
                            side == Side.TARGET ? text : anchor.target())),
                WordLabel.STYLE));
    return column;
  }

  private String warning(Side side, String word) {
    if (model.known(side, word)) {
      return "";
    }
    List<String> twins = model.twins(side, word);
    return twins.isEmpty()
        ? messages.text("gui.anchors.unknown", sideName(side))
        : messages.text("gui.anchors.unknownTwin", sideName(side), String.join(", ", twins));
  }

  private TableColumn<Anchor, String> textColumn(
      String name, double width, Function<Anchor, String> text, BiConsumer<Anchor, String> commit) {
    TableColumn<Anchor, String> column =
        new TableColumn<>(messages.text("gui.anchors.column." + name));
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setCellFactory(
        c ->
            styled(
                new WordCell(typed -> List.of(), value -> "", commit),
                name.equals("note") ? WordLabel.STYLE : "plain"));
    return column;
  }

  private static WordCell styled(WordCell cell, String style) {
    cell.getStyleClass().add(style);
    return cell;
  }

  private TableColumn<Anchor, AnchorStatus> statusColumn() {
    TableColumn<Anchor, AnchorStatus> column =
        new TableColumn<>(messages.text("gui.anchors.column.status"));
    column.setPrefWidth(100);
    column.setEditable(false);
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
                chip.setText(statusText(status));
                chip.getStyleClass()
                    .setAll(
                        "label", "status-chip", "status-" + status.name().toLowerCase(Locale.ROOT));
                setGraphic(chip);
              }
            });
    return column;
  }

  private String statusText(AnchorStatus status) {
    return messages.text("anchorStatus." + status.name());
  }

  private TableColumn<Anchor, Double> residualColumn() {
    TableColumn<Anchor, Double> column =
        new TableColumn<>(messages.text("gui.anchors.column.residual"));
    column.setPrefWidth(90);
    column.setEditable(false);
    // Observed, not refreshed: an answer must not disturb the cell that is being typed in.
    column.setCellValueFactory(
        row -> model.measuredProperty().map(measured -> model.residual(row.getValue())));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable Double residual, boolean empty) {
                super.updateItem(residual, empty);
                setAlignment(Pos.CENTER_RIGHT);
                if (empty || residual == null) {
                  setText(null);
                } else {
                  setText(residual.isNaN() ? "–" : String.format(Locale.ROOT, "%.2f", residual));
                }
              }
            });
    return column;
  }

  /** Who changed it and when; where a pair came in with a file, the file stands for the person. */
  private static String who(Anchor anchor) {
    ZoneId zone = ZoneId.systemDefault();
    var when = anchor.changed().atZone(zone);
    boolean today = when.toLocalDate().equals(LocalDate.now(zone));
    String who = anchor.origin().equals(AnchorsViewModel.EDIT) ? anchor.author() : anchor.origin();
    return who + " · " + (today ? TODAY : BEFORE).format(when);
  }

  // Keys and selection.

  private void onKey(KeyEvent e) {
    if (table.getEditingCell() != null || e.isControlDown() || e.isAltDown() || e.isMetaDown()) {
      return;
    }
    if (act(e.getCode())) {
      e.consume();
    }
  }

  /** Does what a key stands for; says whether it stands for something. */
  private boolean act(KeyCode code) {
    switch (code) {
      case A -> judge(AnchorStatus.ACCEPTED);
      case R -> judge(AnchorStatus.REJECTED);
      case S -> judge(AnchorStatus.UNSURE);
      case DELETE -> removeChosen();
      case INSERT, N -> startAdding();
      case E, F2 -> editFocused();
      default -> {
        return false;
      }
    }
    return true;
  }

  private List<Anchor> chosen() {
    return List.copyOf(table.getSelectionModel().getSelectedItems());
  }

  private void judge(AnchorStatus status) {
    model.judge(chosen(), status);
  }

  private void removeChosen() {
    model.remove(chosen());
  }

  private void editFocused() {
    int row = table.getFocusModel().getFocusedIndex();
    if (row >= 0) {
      int column = table.getFocusModel().getFocusedCell().getColumn();
      table.edit(row, table.getVisibleLeafColumn(Math.max(0, column)));
    }
  }

  private void linkSelection() {
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            anchor -> {
              if (anchor != null && !following) {
                following = true;
                workbench.select(Side.SOURCE, anchor.source());
                following = false;
              }
            });
  }

  private void follow(@Nullable WordRef word) {
    EmbeddingSpace space = word == null ? null : workbench.space(word.side());
    if (following || word == null || space == null) {
      return;
    }
    String form = workbench.word(word);
    for (int row = 0; row < table.getItems().size(); row++) {
      Anchor anchor = table.getItems().get(row);
      if (form.equals(word.side() == Side.SOURCE ? anchor.source() : anchor.target())) {
        following = true;
        table.getSelectionModel().clearAndSelect(row);
        table.scrollTo(Math.max(0, row - 2));
        following = false;
        return;
      }
    }
  }
}
