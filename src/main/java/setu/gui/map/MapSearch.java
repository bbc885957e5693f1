package setu.gui.map;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Twin;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.TaskRunner;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Side;
import setu.gui.common.WordLabel;
import setu.gui.common.Workbench;
import setu.message.Messages;

/**
 * The search field: completes over both vocabularies, and Enter goes to the word. Words are looked
 * for in the background; what was typed meanwhile is looked for instead. Where only a twin by
 * joiners is there, Enter offers it with the joiners that differ, and goes nowhere unasked.
 */
final class MapSearch {
  private static final int OFFERED = 10;

  private final TextField field = new TextField();
  private final ContextMenu offers = new ContextMenu();
  private final Workbench workbench;
  private final IntConsumer chosen;
  private final Runnable left;
  private @Nullable MapPoints points;
  private Cancellation looking = Cancellation.none();
  private boolean setting;
  private boolean picking;

  /**
   * A field.
   *
   * @param chosen told the point gone to
   * @param left told that the field was left by Esc
   */
  MapSearch(Workbench workbench, Messages messages, IntConsumer chosen, Runnable left) {
    this.workbench = workbench;
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
    looking.cancel();
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

  /** Looks for words in the background, and no more for those looked for before. */
  private void look(MapPoints in, String typed, Consumer<List<Integer>> told) {
    looking.cancel();
    TaskRunner.Running<List<Integer>> running =
        workbench
            .tasks()
            .start(
                "",
                (progress, cancellation) ->
                    WordSearch.find(in, typed, OFFERED, this::vocabulary, cancellation));
    looking = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        found -> {
          if (!running.cancellation().isCancelled()) {
            told.accept(found);
          }
        },
        workbench::fail);
  }

  private @Nullable Vocabulary vocabulary(Side side) {
    EmbeddingSpace space = workbench.space(side);
    return space == null ? null : space.vocabulary();
  }

  private void offer(String typed) {
    MapPoints now = points;
    if (setting || now == null || field.getScene() == null || !field.isFocused()) {
      return;
    }
    picking = false;
    look(now, typed, found -> offer(now, found));
  }

  private void offer(MapPoints of, List<Integer> found) {
    offers.getItems().setAll(found.stream().map(point -> item(of, point)).toList());
    if (found.isEmpty() || !field.isFocused()) {
      offers.hide();
    } else if (!offers.isShowing()) {
      offers.show(field, javafx.geometry.Side.BOTTOM, 0, 2);
    }
  }

  private MenuItem item(MapPoints of, int point) {
    HBox shown = new HBox(8, new WordLabel(of.word(point), of.side(point)));
    twin(of, point)
        .ifPresent(
            twin -> {
              Label joiners = new Label(twin.signed());
              joiners.getStyleClass().addAll("caption", "twin-difference");
              shown.getChildren().add(joiners);
            });
    MenuItem item = new CustomMenuItem(shown);
    item.setOnAction(e -> choose(point));
    return item;
  }

  private void go() {
    MapPoints now = points;
    if (now != null) {
      look(now, field.getText(), found -> go(now, found));
    }
  }

  private void go(MapPoints in, List<Integer> found) {
    boolean twin = !found.isEmpty() && twin(in, found.getFirst()).isPresent();
    field.pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("unknown"), found.isEmpty() || twin);
    if (twin) {
      picking = false;
      offer(in, found);
    } else if (!found.isEmpty()) {
      choose(found.getFirst());
    }
  }

  private Optional<Twin> twin(MapPoints in, int point) {
    return Twin.of(field.getText().strip(), in.word(point), in.row(point));
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
