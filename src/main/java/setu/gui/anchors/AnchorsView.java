package setu.gui.anchors;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.space.EmbeddingSpace;
import setu.gui.common.KeyHint;
import setu.gui.common.LanguageNames;
import setu.gui.common.OpenProject;
import setu.gui.common.PendingImport;
import setu.gui.common.Side;
import setu.gui.common.View;
import setu.gui.common.WordRef;
import setu.gui.common.Workbench;
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
  private final TableView<Anchor> table;
  private final BorderPane node = new BorderPane();
  private final Subscription workbenchFollowed;
  private boolean following;
  private @Nullable ImportPane importing;
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
    node.getStyleClass().add("anchors");
    node.getStylesheets().add(View.stylesheet("anchors"));
    node.setTop(bar.node());
    node.setMinWidth(0);
    node.setCenter(table);
    bar.onRemove(this::removeChosen, table.getSelectionModel().selectedItemProperty().isNull());
    bar.onLeave(this::focus);
    bar.offerColumns(table.getColumns());
    bar.onClean(this::clean);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    linkSelection();
    model.shown().addListener((ListChangeListener<Anchor>) change -> bar.refresh());
    workbenchFollowed =
        Subscription.combine(
            workbench.anchorsProperty().subscribe(this::refresh),
            workbench.selectedProperty().subscribe(this::follow),
            workbench.pendingImportProperty().subscribe(this::ask),
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
    if (importing != null) {
      importing.dispose();
    }
    model.dispose();
  }

  /** Narrows the table as a view in another language does. */
  public void takeOver(AnchorsView other) {
    bar.takeOver(other.bar);
    model.queryProperty().set(other.model.queryProperty().get());
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
    rows.nameSides();
  }

  private String sideName(Side side) {
    OpenProject open = workbench.project();
    return open == null ? "" : LanguageNames.full(LanguageNames.of(open, side), messages);
  }

  /** Shows what there is to clean in place of the table. */
  private void clean() {
    CleaningPane pane =
        new CleaningPane(
            new CleaningViewModel(workbench),
            messages,
            proposal -> workbench.select(Side.SOURCE, proposal.anchor().source()),
            this::showTable);
    showInstead(pane.node(), pane::focus);
    pane.start();
  }

  /** Shows what would be brought in, in place of the anchors. */
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
    ImportPane pane = new ImportPane(asked, messages);
    importing = pane;
    showInstead(pane.node(), pane::focus);
    pane.focus();
  }

  private void showInstead(Node pane, Runnable focusing) {
    keyboard = focusing;
    node.setTop(null);
    node.setCenter(pane);
  }

  /** What was asked or proposed was about the project that was open. */
  private void leaveProject() {
    if (!table.equals(node.getCenter())) {
      showTable();
    }
  }

  private void showTable() {
    keyboard = this::focusTable;
    node.setTop(bar.node());
    node.setCenter(table);
    focus();
  }

  // Keys and selection.

  private void onKey(KeyEvent e) {
    if (table.getEditingCell() != null || e.isControlDown() || e.isAltDown() || e.isMetaDown()) {
      return;
    }
    AnchorKey key = AnchorKey.of(e.getCode());
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
