package setu.gui.anchors;

import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.space.EmbeddingSpace;
import setu.gui.common.KeyHint;
import setu.gui.common.LanguageNames;
import setu.gui.common.OpenProject;
import setu.gui.common.Paragraph;
import setu.gui.common.PendingImport;
import setu.gui.common.SaveChoice;
import setu.gui.common.Side;
import setu.gui.common.View;
import setu.gui.common.WordRef;
import setu.gui.common.Workbench;
import setu.gui.preferences.TableChoices;
import setu.message.Messages;

/**
 * The dictionary's table: facets, sorting, editing in place, adding, removing and judging, all of
 * it by keys too.
 */
public final class AnchorsView implements View {
  private final Workbench workbench;
  private final Messages messages;
  private final AnchorsViewModel model;
  private final AnchorsBar bar;
  private final AnchorsTable rows;
  private final PairHistory history;
  private final DictionaryExport export;
  private final TableView<Anchor> table;
  private final BorderPane node = new BorderPane();
  private final Paragraph reducedSaid = new Paragraph("");

  /** The bar, and what is asked over the table. */
  private final VBox head = new VBox();

  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
  private final Subscription workbenchFollowed;
  private boolean following;

  /** Whether the key pressed last came with a code; under some layouts none does. */
  private boolean hadCode;

  private @Nullable ImportPane importing;
  private @Nullable CleaningPane cleaning;
  private @Nullable Strip strip;
  private Runnable keyboard = this::focusTable;

  /** The view of a window's model, in one language. */
  public AnchorsView(Workbench workbench, Messages messages) {
    this.workbench = workbench;
    this.messages = messages;
    this.model = new AnchorsViewModel(workbench);
    this.bar = new AnchorsBar(model, messages, this::sideName);
    this.rows = new AnchorsTable(model, messages, this::sideName);
    this.table = rows.node();
    this.history = new PairHistory(workbench, messages);
    this.export = new DictionaryExport(workbench, model, messages);
    head.getChildren().addAll(bar.node(), reduced());
    node.getStyleClass().add("anchors");
    node.getStylesheets().add(View.stylesheet("anchors"));
    node.setTop(head);
    node.setMinWidth(0);
    node.setCenter(table);
    bar.onRemove(this::removeChosen, table.getSelectionModel().selectedItemProperty().isNull());
    bar.onLeave(this::focus);
    bar.onUndo(workbench::undo, workbench::redo);
    bar.offerColumns(table.getColumns());
    bar.onClean(this::clean);
    bar.onExport(this::export);
    bar.offerGrouping(groupedProperty());
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    table.addEventHandler(KeyEvent.KEY_TYPED, this::onTyped);
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::onEscape);
    linkSelection();
    model.shown().addListener((ListChangeListener<Anchor>) change -> refresh());
    workbenchFollowed =
        Subscription.combine(
            model.countedProperty().subscribe(this::refresh),
            workbench.selectedProperty().subscribe(this::follow),
            workbench.imports().pendingProperty().subscribe(this::ask),
            workbench.projectProperty().subscribe((before, now) -> leaveProject()));
    node.sceneProperty().subscribe(scene -> follow(workbench.selectedProperty().get()));
    refresh();
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void dispose() {
    workbenchFollowed.unsubscribe();
    leaveStrip();
    if (importing != null) {
      importing.dispose();
    }
    model.dispose();
  }

  /**
   * Narrows the table as a view in another language does, with the new pair that is half typed in
   * it; of an import that is asked about is told in this one.
   */
  public void takeOver(AnchorsView other) {
    workbench.imports().planAgain();
    bar.takeOver(other.bar);
    model.queryProperty().set(other.model.queryProperty().get());
    model.reduce(other.model.reducedProperty().get());
  }

  /** Goes on at the rows where a view in another language was, or in its field for a word. */
  public void goOnAt(AnchorsView other) {
    workbench.tasks().whenDrawn(rows.goOnAt(other.rows));
    workbench.tasks().whenDrawn(() -> bar.goOnTyping(other.bar));
  }

  /** The keys of the table. */
  public static List<KeyHint> keyHints(Messages messages) {
    return AnchorKey.hints(messages);
  }

  /** Puts the keyboard into the table, on a row, or into what is shown in its place. */
  public void focus() {
    keyboard.run();
  }

  private void focusTable() {
    if (table.getSelectionModel().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
    table.requestFocus();
  }

  /** Puts the keyboard into the fields for a new pair. */
  public void startAdding() {
    bar.startAdding();
  }

  private void refresh() {
    bar.refresh();
    sayReduced();
    if (strip != null) {
      strip.refresh();
    }
    rows.nameSides();
  }

  private String sideName(Side side) {
    OpenProject open = workbench.project();
    return open == null ? "" : LanguageNames.full(LanguageNames.of(open, side), messages);
  }

  /** Whether something with buttons below it stands in place of the table. */
  public ReadOnlyBooleanProperty askingProperty() {
    return asking.getReadOnlyProperty();
  }

  /** Asks for the file of an export in another way than by the system's dialog. */
  public void askBy(SaveChoice choice) {
    export.askBy(choice);
  }

  /** Asks over the table which pairs are to be written to a file. */
  public void export() {
    ask(new ExportStrip(export, model.shown().size() < model.size(), messages, this::leaveStrip));
  }

  /** Asks over the table how much a smaller dictionary may lose, and narrows the table to it. */
  public void reduce() {
    ask(new ReduceStrip(workbench, model, messages, this::leaveStrip));
  }

  /** Lists the edits over the table, of which one can be taken back by itself; not to a judge. */
  public void takeBack() {
    if (!workbench.judgeProperty().get().isEmpty()) {
      workbench.say("gui.batches.hidden");
      focus();
      return;
    }
    ask(new BatchesStrip(workbench, messages, this::leaveStrip));
  }

  /** What the table is narrowed to, with a button that shows all again. */
  private Node reduced() {
    reducedSaid.setId("reduced-said");
    HBox.setHgrow(reducedSaid, Priority.ALWAYS);
    Button whole = new Button(messages.text("gui.reduce.whole") + "   W");
    whole.setId("reduced-whole");
    whole.setMinWidth(Region.USE_PREF_SIZE);
    whole.setOnAction(e -> model.reduce(null));
    HBox row = new HBox(10, reducedSaid, whole);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("strip");
    row.managedProperty().bind(row.visibleProperty());
    row.visibleProperty().bind(model.reducedProperty().isNotNull());
    model.reducedProperty().subscribe(found -> sayReduced());
    return row;
  }

  /** Also how many of a small dictionary the filters leave, which may be none. */
  private void sayReduced() {
    Reduction.Found found = model.reducedProperty().get();
    String said = found == null ? "" : ReduceStrip.said(found, messages);
    if (found != null && model.filtered()) {
      String shown = String.format(Locale.ROOT, "%,d", model.shown().size());
      said += " " + messages.text("gui.reduce.filtered", shown);
    }
    reducedSaid.set(said);
  }

  /** Whether the rows stand by headword. */
  public BooleanProperty groupedProperty() {
    return rows.groupedProperty();
  }

  /** Which columns of the table are shown, in which order, and what its rows are sorted by. */
  public ObjectProperty<TableChoices> columnsProperty() {
    return rows.choicesProperty();
  }

  /** Asks over the table, in the place of whatever was asked before. */
  private void ask(Strip asked) {
    if (workbench.project() == null) {
      focus();
      return;
    }
    closePanel();
    if (importing != null) {
      return; // The next of several imports is asked about first.
    }
    strip = asked;
    head.getChildren().add(asked.node());
    hear(asked.node());
    showTable();
  }

  private void leaveStrip() {
    Strip asked = strip;
    strip = null;
    if (asked != null) {
      asked.leave();
      head.getChildren().remove(asked.node());
      keyboard = this::focusTable;
      focus();
    }
  }

  /** Shows what there is to clean in place of the table; one that is shown goes on. */
  public void clean() {
    if (workbench.project() == null || cleaning != null) {
      focus();
      return;
    }
    closePanel();
    if (importing != null) {
      return; // The next of several imports is asked about first.
    }
    CleaningPane pane =
        new CleaningPane(
            new CleaningViewModel(workbench),
            messages,
            proposal -> workbench.select(Side.SOURCE, proposal.anchor().source()),
            this::showTable);
    showInstead(pane.node(), pane::focus);
    cleaning = pane;
    pane.start();
  }

  /** Shows what would be brought in, in place of the anchors and of whatever was asked there. */
  private void ask(@Nullable PendingImport asked) {
    ImportPane before = importing;
    importing = null;
    if (before != null) {
      before.dispose();
    }
    if (asked == null) {
      if (before != null) {
        showTable();
      }
      return;
    }
    leaveStrip();
    ImportPane pane = new ImportPane(asked, messages);
    importing = pane;
    showInstead(pane.node(), pane::focus);
    pane.focus();
  }

  /**
   * Leaves what is asked over the table or in its place; of an import nothing is written.
   *
   * @return whether something was left; not while Esc is for a cell or an open list
   */
  public boolean leavePanel() {
    Node focused = node.getScene() == null ? null : node.getScene().getFocusOwner();
    boolean list = focused instanceof ComboBoxBase<?> box && box.isShowing();
    return !list && table.getEditingCell() == null && closePanel();
  }

  private boolean closePanel() {
    PendingImport asked = importing == null ? null : workbench.imports().pendingProperty().get();
    if (asked != null) {
      asked.leave();
    } else if (cleaning != null) {
      showTable();
    } else if (strip != null) {
      leaveStrip();
    } else {
      return false;
    }
    return true;
  }

  private void onEscape(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE && leavePanel()) {
      e.consume();
    }
  }

  /** Skins hear keys: made at once, so that none pressed before the next frame is lost. */
  private static void hear(Node shown) {
    Platform.runLater(shown::applyCss);
  }

  private void showInstead(Node pane, Runnable focusing) {
    cleaning = null;
    keyboard = focusing;
    asking.set(true);
    node.setTop(null);
    node.setCenter(pane);
    hear(pane);
  }

  /**
   * What was asked or proposed was about the project that was open; so is what is typed in a cell,
   * which is taken while that one can still be written.
   */
  private void leaveProject() {
    if (table.getEditingCell() != null) {
      table.edit(-1, null);
      table.requestFocus();
    }
    leaveStrip();
    model.reduce(null);
    if (!table.equals(node.getCenter())) {
      showTable();
    }
  }

  private void showTable() {
    cleaning = null;
    keyboard = strip == null ? this::focusTable : strip::focus;
    asking.set(false);
    node.setTop(head);
    node.setCenter(table);
    focus();
  }

  // Keys and selection.

  private void onKey(KeyEvent e) {
    hadCode = e.getCode() != KeyCode.UNDEFINED;
    if (!isElsewhere(e)) {
      act(AnchorKey.of(e.getCode()), e);
    }
  }

  private void onTyped(KeyEvent e) {
    if (!hadCode && !isElsewhere(e)) {
      act(AnchorKey.typed(e.getCharacter()), e);
    }
  }

  /** Whether a key belongs to the cell that is edited, or to a shortcut. */
  private boolean isElsewhere(KeyEvent e) {
    return table.getEditingCell() != null || e.isControlDown() || e.isAltDown() || e.isMetaDown();
  }

  private void act(@Nullable AnchorKey key, KeyEvent e) {
    if (key != null) {
      act(key);
      e.consume();
    }
  }

  private void act(AnchorKey key) {
    switch (key) {
      case ACCEPT -> judge(AnchorStatus.ACCEPTED);
      case REJECT -> judge(AnchorStatus.REJECTED);
      case UNSURE -> judge(AnchorStatus.UNSURE);
      case REMOVE -> removeChosen();
      case ADD -> startAdding();
      case TWIN -> rows.takeTwin();
      case PREFERRED -> rows.togglePreferred();
      case EDIT -> rows.editFocused();
      case HISTORY -> showHistory();
      case FILTER -> bar.startFiltering();
      case SORT -> rows.sortByFocused();
      case GROUP -> groupedProperty().set(!groupedProperty().get());
      case WHOLE -> showWhole();
      case COLUMNS -> bar.chooseColumns();
      case BATCHES -> takeBack();
    }
  }

  private void showWhole() {
    if (model.reducedProperty().get() == null) {
      workbench.say("gui.reduce.wholeAlready");
    } else {
      model.reduce(null);
    }
  }

  private void showHistory() {
    Anchor anchor = table.getSelectionModel().getSelectedItem();
    if (anchor != null) {
      history.show(anchor, rows.rowOf(table.getSelectionModel().getSelectedIndex()));
    }
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

  /**
   * A row that is chosen again while nobody looks, since rows were exchanged, is nobody's choice.
   */
  private void linkSelection() {
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            anchor -> {
              if (anchor != null && !following && node.getScene() != null) {
                following = true;
                workbench.select(Side.SOURCE, anchor.source());
                following = false;
              }
            });
  }

  /** Goes to the row of a word; not while nobody looks, which is caught up with when shown. */
  private void follow(@Nullable WordRef word) {
    EmbeddingSpace space = word == null ? null : workbench.space(word.side());
    if (following || word == null || space == null || node.getScene() == null) {
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
