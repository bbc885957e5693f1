package setu.gui.anchors;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;

/**
 * A cell whose text is edited in place: Enter or leaving the field takes the text, Esc gives it up.
 */
final class WordCell extends TableCell<Anchor, String> {
  private final Function<String, List<String>> completions;
  private final Function<String, String> warning;
  private final BiConsumer<Anchor, String> commit;
  private @Nullable TextField field;

  /**
   * A cell.
   *
   * @param completions what may follow a typed start; none for free text
   * @param warning what is wrong with the text, or empty
   * @param commit takes a changed text
   */
  WordCell(
      Function<String, List<String>> completions,
      Function<String, String> warning,
      BiConsumer<Anchor, String> commit) {
    this.completions = completions;
    this.warning = warning;
    this.commit = commit;
  }

  @Override
  public void startEdit() {
    super.startEdit();
    if (isEditing()) {
      TextField editor = editor();
      editor.setText(getItem());
      setGraphic(editor);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
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
      editor.setOnAction(e -> finish(editor.getText()));
      editor
          .focusedProperty()
          .subscribe(
              focused -> {
                if (!focused && isEditing()) {
                  finish(editor.getText());
                }
              });
      editor.addEventFilter(
          KeyEvent.KEY_PRESSED,
          e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
              cancelEdit();
              getTableView().requestFocus();
              e.consume();
            }
          });
      TextFields.bindAutoCompletion(editor, request -> completions.apply(request.getUserText()));
      field = editor;
      made = editor;
    }
    return made;
  }

  private void finish(String text) {
    Anchor anchor = getTableRow().getItem();
    cancelEdit();
    if (anchor != null) {
      commit.accept(anchor, text);
    }
    getTableView().requestFocus();
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    setContentDisplay(ContentDisplay.TEXT_ONLY);
    setGraphic(null);
  }

  @Override
  protected void updateItem(@Nullable String text, boolean empty) {
    super.updateItem(text, empty);
    setText(empty ? null : text);
    String wrong = empty || text == null ? "" : warning.apply(text);
    pseudoClassStateChanged(AnchorsView.UNKNOWN, !wrong.isEmpty());
    setTooltip(wrong.isEmpty() ? null : new Tooltip(wrong));
  }
}
