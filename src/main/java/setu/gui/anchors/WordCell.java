package setu.gui.anchors;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;
import setu.gui.common.Joiners;
import setu.gui.common.Tip;
import setu.gui.common.WordChoice;
import setu.gui.common.WordCompletion;
import setu.message.Messages;

/**
 * A cell whose text is edited in place: Enter or leaving the field takes the text, Tab goes on in
 * the next cell, Insert in the table, Esc gives it up.
 */
final class WordCell extends TableCell<Anchor, String> {
  private final Messages messages;
  private final Function<String, List<WordChoice>> choices;
  private final Function<String, String> warning;
  private final BiConsumer<Anchor, String> commit;
  private Function<Anchor, @Nullable Node> offer = anchor -> null;
  private final ChangeListener<Number> following = (rows, before, now) -> again();
  private @Nullable TextField field;
  private @Nullable Anchor edited;

  /**
   * A cell.
   *
   * @param choices what may follow a typed start; none for free text
   * @param warning what is wrong with the text, or empty
   * @param commit takes a changed text
   */
  WordCell(
      Messages messages,
      Function<String, List<WordChoice>> choices,
      Function<String, String> warning,
      BiConsumer<Anchor, String> commit) {
    this.messages = messages;
    this.choices = choices;
    this.warning = warning;
    this.commit = commit;
  }

  /** What stands beside the text while it is not edited; null for nothing. */
  void setOffer(Function<Anchor, @Nullable Node> made) {
    offer = made;
  }

  @Override
  public void startEdit() {
    super.startEdit();
    if (isEditing()) {
      edited = getTableRow().getItem();
      TextField editor = editor();
      editor.setText(getItem());
      editor.setAccessibleText(getTableColumn().getText());
      setGraphic(editor);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      // Its skin takes the keys: made now, so that none typed before the next frame is lost.
      editor.applyCss();
      editor.selectAll();
      editor.requestFocus();
    }
  }

  private TextField editor() {
    TextField made = field;
    if (made == null) {
      TextField editor = new TextField();
      editor.getStyleClass().addAll(getStyleClass());
      editor.setAccessibleRole(AccessibleRole.TEXT_FIELD);
      editor.setOnAction(e -> leave());
      editor
          .focusedProperty()
          .subscribe(
              (was, focused) -> {
                // Not when the whole window loses the keyboard: one comes back and types on.
                Scene scene = editor.getScene();
                boolean elsewhere = scene == null || !editor.equals(scene.getFocusOwner());
                if (!focused && elsewhere && isEditing()) {
                  cancelEdit();
                }
              });
      editor.addEventFilter(
          KeyEvent.KEY_PRESSED,
          e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
              edited = null;
              leave();
              e.consume();
            } else if (e.getCode() == KeyCode.TAB) {
              leaveFor(e.isShiftDown() ? -1 : 1);
              e.consume();
            } else if (e.getCode() == KeyCode.INSERT) {
              TableView<Anchor> table = getTableView();
              leave();
              table.fireEvent(e.copyFor(table, table));
              e.consume();
            }
          });
      WordCompletion.bind(editor, choices, messages, () -> edited = null);
      field = editor;
      made = editor;
    }
    return made;
  }

  private void leave() {
    cancelEdit();
    getTableView().requestFocus();
  }

  /** Takes the text and goes on in the next cell of the row that can be edited, if there is one. */
  private void leaveFor(int step) {
    TableView<Anchor> table = getTableView();
    int row = getIndex();
    int column = table.getVisibleLeafIndex(getTableColumn()) + step;
    leave();
    while (column >= 0
        && column < table.getVisibleLeafColumns().size()
        && !table.getVisibleLeafColumn(column).isEditable()) {
      column += step;
    }
    if (column >= 0 && column < table.getVisibleLeafColumns().size()) {
      table.edit(row, table.getVisibleLeafColumn(column));
    }
  }

  // However an edit ends (Enter, Tab, a click elsewhere, the row scrolled away), the text is taken:
  // only Esc, which forgets the edited pair first, gives it up.
  @Override
  public void cancelEdit() {
    Anchor anchor = edited;
    TextField editor = field;
    edited = null;
    super.cancelEdit();
    showOffer();
    if (anchor != null && editor != null) {
      commit.accept(anchor, editor.getText());
      if (!editor.getText().isBlank()) {
        setText(editor.getText().strip()); // Rows are exchanged when the last cell of them is left.
      }
    }
  }

  @Override
  protected void updateItem(@Nullable String text, boolean empty) {
    super.updateItem(text, empty);
    setText(empty || text == null ? null : Joiners.drawn(text));
    String wrong = empty || text == null ? "" : warning.apply(text);
    pseudoClassStateChanged(AnchorsTable.UNKNOWN, !wrong.isEmpty());
    Tip.on(this, wrong);
    if (!isEditing()) {
      showOffer();
    }
  }

  /** Shows again what stands beside the text whenever a value changes, which does not hold it. */
  void follow(ObservableValue<? extends Number> rows) {
    rows.addListener(new WeakChangeListener<>(following));
  }

  private void again() {
    if (!isEditing()) {
      showOffer();
    }
  }

  private void showOffer() {
    TableRow<Anchor> row = getTableRow();
    Anchor anchor = isEmpty() || row == null ? null : row.getItem();
    Node shown = anchor == null ? null : offer.apply(anchor);
    setGraphic(shown);
    setContentDisplay(shown == null ? ContentDisplay.TEXT_ONLY : ContentDisplay.RIGHT);
  }
}
