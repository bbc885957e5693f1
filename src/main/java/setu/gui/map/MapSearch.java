package setu.gui.map;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import setu.gui.common.WordLabel;
import setu.message.Messages;

/** The search field: completes over both vocabularies, and Enter goes to the word. */
final class MapSearch {
  private static final int OFFERED = 10;

  private final TextField field = new TextField();
  private final ContextMenu offers = new ContextMenu();
  private final UnaryOperator<String> romanization;
  private final IntConsumer chosen;
  private final Runnable left;
  private @Nullable MapPoints points;
  private boolean setting;
  private boolean picking;

  /**
   * A field.
   *
   * @param chosen told the point gone to
   * @param left told that the field was left by Esc
   */
  MapSearch(
      Messages messages, UnaryOperator<String> romanization, IntConsumer chosen, Runnable left) {
    this.romanization = romanization;
    this.chosen = chosen;
    this.left = left;
    field.getStyleClass().addAll("map-search", "word");
    field.setPromptText(messages.text("gui.map.search"));
    field.setAccessibleText(messages.text("gui.map.search.about"));
    field.setPrefColumnCount(11);
    field.textProperty().subscribe((before, now) -> offer(now));
    field.setOnAction(e -> go());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    offers.addEventFilter(KeyEvent.KEY_PRESSED, this::keyOverOffers);
    field.focusedProperty().subscribe((before, now) -> offers.hide());
  }

  TextField node() {
    return field;
  }

  /** The words to search. */
  void search(@Nullable MapPoints next) {
    points = next;
    offers.hide();
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE) {
      offers.hide();
      left.run();
      e.consume();
    }
  }

  /** The list has the keyboard while it is open; Enter means it only once an arrow was pressed. */
  private void keyOverOffers(KeyEvent e) {
    if (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN) {
      picking = true;
    } else if (e.getCode() == KeyCode.ENTER && !picking) {
      go();
      e.consume();
    }
  }

  private List<Integer> found(String typed) {
    MapPoints now = points;
    return now == null ? List.of() : WordSearch.find(now, typed, OFFERED, romanization);
  }

  private void offer(String typed) {
    MapPoints now = points;
    if (setting || now == null || field.getScene() == null || !field.isFocused()) {
      return;
    }
    List<Integer> found = found(typed);
    picking = false;
    offers.getItems().setAll(found.stream().map(point -> item(now, point)).toList());
    if (found.isEmpty()) {
      offers.hide();
    } else if (!offers.isShowing()) {
      offers.show(field, Side.BOTTOM, 0, 2);
    }
  }

  private MenuItem item(MapPoints of, int point) {
    MenuItem item = new CustomMenuItem(new WordLabel(of.word(point), of.side(point)));
    item.setOnAction(e -> choose(point));
    return item;
  }

  private void go() {
    List<Integer> found = found(field.getText());
    field.pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("unknown"), found.isEmpty());
    if (!found.isEmpty()) {
      choose(found.getFirst());
    }
  }

  private void choose(int point) {
    MapPoints now = points;
    if (now != null) {
      setting = true;
      field.setText(now.word(point));
      setting = false;
      offers.hide();
      chosen.accept(point);
    }
  }
}
