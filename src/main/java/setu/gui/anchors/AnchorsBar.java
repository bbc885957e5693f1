package setu.gui.anchors;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import setu.core.anchor.AnchorStatus;
import setu.gui.common.FacetButton;
import setu.gui.common.Icons;
import setu.gui.common.LatinDoubt;
import setu.gui.common.Paragraph;
import setu.gui.common.Side;
import setu.gui.common.Tip;
import setu.gui.common.WordCompletion;
import setu.gui.common.WordLabel;
import setu.message.Messages;

/** Above the table: what narrows it, how much it shows, and the fields for a new pair. */
final class AnchorsBar {
  private final AnchorsViewModel model;
  private final Messages messages;
  private final Function<Side, String> sideName;
  private final Map<Facet, FacetButton> facets = new EnumMap<>(Facet.class);
  private final CustomTextField search;
  private final Label count = new Label();
  private final TextField newSource;
  private final TextField newTarget;
  private final Button add;
  private final Button remove;
  private final MenuButton columns = new MenuButton();
  private final Button clean;
  private final Button export;
  private final ToggleButton grouped = new ToggleButton();
  private final LatinDoubt doubt;

  /** What is asked before a new pair is taken. */
  private final Paragraph doubted = new Paragraph("");

  private final FlowPane node;

  /** The field that was typed in since it got the keyboard; null for none. */
  private @Nullable TextField typedIn;

  /** The field for a word of a new pair that has the keyboard, or had it before a menu; or null. */
  private @Nullable TextField wordTyped;

  private boolean inMenu;

  /**
   * The bar of a model.
   *
   * @param sideName the language of a side, as people call it
   */
  AnchorsBar(AnchorsViewModel model, Messages messages, Function<Side, String> sideName) {
    this.model = model;
    this.messages = messages;
    this.sideName = sideName;
    this.doubt = new LatinDoubt(model.words(), messages, sideName);
    this.newSource = wordField(Side.SOURCE);
    this.newTarget = wordField(Side.TARGET);
    this.add = button(Feather.PLUS, "gui.anchors.add");
    add.setOnAction(e -> add());
    this.remove = button(Feather.TRASH_2, "gui.anchors.remove");
    this.search = searchField();
    // Side by side where there is room, else in several rows: nothing is cut short.
    this.node = new FlowPane(search);
    for (Facet facet : Facet.values()) {
      FacetButton button = facetButton(facet);
      facets.put(facet, button);
      node.getChildren().add(button);
    }
    count.getStyleClass().add("text-muted");
    count.setMinWidth(Region.USE_PREF_SIZE);
    node.getChildren().add(count);
    this.clean = button(Feather.SCISSORS, "gui.cleaning.open", "Ctrl+L");
    clean.setId("anchors-clean");
    this.export = button(Feather.DOWNLOAD, "gui.export.open", "Ctrl+Shift+E");
    export.setId("anchors-export");
    grouped.setGraphic(Icons.of(Feather.LAYERS));
    grouped.setId("anchors-grouped");
    grouped.getStyleClass().addAll("button-icon", "flat");
    grouped.setAccessibleText(messages.text("gui.anchors.grouped"));
    Tip.on(grouped, messages.text("gui.anchors.grouped"));
    columns.setId("anchors-columns");
    columns.setGraphic(Icons.of(Feather.COLUMNS));
    columns.getStyleClass().addAll("button-icon", "flat", "no-arrow");
    columns.setAccessibleText(messages.text("gui.anchors.columns"));
    Tip.on(columns, messages.text("gui.anchors.columns"));
    node.getChildren()
        .addAll(
            row(newSource, newTarget, add), row(remove, columns, grouped, clean, export), doubted);
    doubted.setId("anchors-doubt");
    doubted.managedProperty().bind(doubted.visibleProperty());
    ask("");
    for (TextField field : List.of(newSource, newTarget)) {
      field.textProperty().subscribe(text -> ask(""));
    }
    node.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::focusMoved);
    node.setRowValignment(VPos.CENTER);
    node.getStyleClass().add("anchors-bar");
  }

  private void focusMoved(@Nullable Node now) {
    if (now != null) {
      inMenu = now instanceof MenuButton;
      if (!inMenu) {
        wordTyped = newSource.equals(now) ? newSource : newTarget.equals(now) ? newTarget : null;
      }
    }
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(6, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  Node node() {
    return node;
  }

  /** What the button for removing does, and when there is nothing to remove. */
  void onRemove(Runnable action, ObservableBooleanValue nothing) {
    remove.setOnAction(e -> action.run());
    remove.disableProperty().bind(nothing);
  }

  /** What the button for cleaning does. */
  void onClean(Runnable action) {
    clean.setOnAction(e -> action.run());
  }

  /** Lets a person choose whether the rows stand by headword. */
  void offerGrouping(BooleanProperty chosen) {
    grouped.selectedProperty().bindBidirectional(chosen);
  }

  /** What the button for exporting does. */
  void onExport(Runnable action) {
    export.setOnAction(e -> action.run());
  }

  /** Lets a person choose which columns are shown; those of the words always are. */
  void offerColumns(List<? extends TableColumn<?, ?>> shown) {
    for (TableColumn<?, ?> column : shown) {
      if (!column.getText().isEmpty()) {
        CheckMenuItem item = new CheckMenuItem(column.getText());
        item.selectedProperty().bindBidirectional(column.visibleProperty());
        columns.getItems().add(item);
      }
    }
  }

  /**
   * What Esc does in the fields and on the facets, and Enter in that of the filter; and what
   * follows when the list of columns is closed.
   */
  void onLeave(Runnable action) {
    search.setOnAction(e -> action.run());
    columns.setOnHidden(e -> action.run());
    List<Node> left = new ArrayList<>(List.of(newSource, newTarget, search));
    left.addAll(facets.values());
    for (Node field : left) {
      field.addEventHandler(
          KeyEvent.KEY_PRESSED,
          e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
              action.run();
              e.consume();
            }
          });
    }
  }

  /**
   * What Ctrl+Z and Ctrl+Shift+Z do in an empty field while nothing was typed in it. Once something
   * was, they are about that typing alone, until the field is left or its pair is added.
   */
  void onUndo(Runnable undo, Runnable redo) {
    for (TextField field : List.of(newSource, newTarget, search)) {
      field
          .textProperty()
          .subscribe((before, now) -> typedIn = field.isFocused() ? field : typedIn);
      field.focusedProperty().subscribe((before, now) -> forgetTyping());
      field.addEventFilter(
          KeyEvent.KEY_PRESSED,
          e -> {
            boolean untouched = field.getText().isEmpty() && !field.equals(typedIn);
            if (e.getCode() == KeyCode.Z && e.isShortcutDown() && untouched) {
              (e.isShiftDown() ? redo : undo).run();
              e.consume();
            }
          });
    }
  }

  /** Not where another window was looked at, after which the field has the keyboard again. */
  private void forgetTyping() {
    Scene scene = node.getScene();
    if (scene == null || !Objects.equals(scene.getFocusOwner(), typedIn)) {
      typedIn = null;
    }
  }

  /** Opens the list of columns; Esc, or the choice of one, goes back to the table. */
  void chooseColumns() {
    columns.requestFocus();
    columns.show();
  }

  /** Puts the keyboard into the fields for a new pair. */
  void startAdding() {
    newSource.requestFocus();
  }

  /** Puts the keyboard into the filter. */
  void startFiltering() {
    search.requestFocus();
    search.selectAll();
  }

  private CustomTextField searchField() {
    CustomTextField field = new CustomTextField();
    field.setId("anchors-search");
    field.setPromptText(messages.text("gui.anchors.search"));
    field.setAccessibleText(messages.text("gui.anchors.search"));
    field.setLeft(Icons.of(Feather.SEARCH));
    field.getStyleClass().add(WordLabel.STYLE);
    field.setPrefColumnCount(16);
    field.setMinWidth(120);
    field.textProperty().bindBidirectional(model.queryProperty());
    return field;
  }

  private Button button(Feather icon, String key) {
    Button button = new Button(null, Icons.of(icon));
    button.getStyleClass().addAll("button-icon", "flat");
    button.setAccessibleText(messages.text(key));
    Tip.on(button, messages.text(key));
    return button;
  }

  /** A button for something that a key of the whole window does too. */
  private Button button(Feather icon, String key, String does) {
    Button button = button(icon, key);
    Tip.on(button, messages.text(key) + " (" + does + ")");
    return button;
  }

  private TextField wordField(Side side) {
    TextField field = new TextField();
    field.setPrefColumnCount(8);
    field.setMinWidth(80);
    field.getStyleClass().add(WordLabel.STYLE);
    field.setOnAction(e -> add());
    WordCompletion.bind(field, typed -> model.words().of(side, typed), messages);
    return field;
  }

  private void add() {
    if (newSource.getText().isBlank()) {
      newSource.requestFocus();
    } else if (newTarget.getText().isBlank()) {
      newTarget.requestFocus();
    } else if (!ask(doubt.of(newSource.getText(), newTarget.getText()))) {
      List<String> unknown = new ArrayList<>();
      addUnknown(Side.SOURCE, newSource.getText().strip(), unknown);
      addUnknown(Side.TARGET, newTarget.getText().strip(), unknown);
      model.add(newSource.getText(), newTarget.getText(), unknown);
      newSource.clear();
      newTarget.clear();
      newSource.requestFocus();
      typedIn = null;
    }
  }

  /** Shows what is asked before the pair is taken; says whether that is anything. */
  private boolean ask(String question) {
    doubted.set(question);
    doubted.setVisible(!question.isEmpty());
    return !question.isEmpty();
  }

  /** A pair may be entered before the spaces know its words; then it does nothing yet. */
  private void addUnknown(Side side, String word, List<String> sentences) {
    if (model.known(side, word)) {
      return;
    }
    List<String> near = model.near(side, word);
    String language = sideName.apply(side);
    sentences.add(
        near.isEmpty()
            ? messages.text("gui.anchors.addedUnknown", word, language)
            : messages.text(
                "gui.anchors.addedUnknownNear", word, language, String.join(", ", near)));
  }

  private FacetButton facetButton(Facet facet) {
    String name = facet.name().toLowerCase(Locale.ROOT);
    FacetButton button =
        new FacetButton(
            messages.text("gui.anchors.facet." + name),
            messages.text("gui.anchors.facet.nothing"),
            value -> facetValue(facet, value),
            new FacetButton.Narrowed(
                () -> model.values(facet),
                () -> model.chosen(facet),
                values -> model.choose(facet, values)));
    button.setId("anchors-facet-" + name);
    return button;
  }

  /**
   * Narrows by the values that another bar of the same dictionary is narrowed to, and goes on with
   * the new pair that is half typed there.
   */
  void takeOver(AnchorsBar other) {
    facets.forEach(
        (facet, button) -> {
          model.choose(facet, other.model.chosen(facet));
          button.refresh();
        });
    goOn(newSource, other.newSource);
    goOn(newTarget, other.newTarget);
  }

  private static void goOn(TextField field, TextField other) {
    field.setText(other.getText());
    field.selectRange(other.getAnchor(), other.getCaretPosition());
  }

  /** Puts the keyboard into the field of a new pair that had it in another bar, where it was. */
  void goOnTyping(AnchorsBar other) {
    TextField had = other.wordTyped;
    if (had != null && node.getScene() != null) {
      TextField field = had.equals(other.newTarget) ? newTarget : newSource;
      field.requestFocus();
      if (other.inMenu) {
        field.end(); // a field that loses the keyboard forgets its caret
      } else {
        field.selectRange(had.getAnchor(), had.getCaretPosition());
      }
    }
  }

  private String facetValue(Facet facet, String value) {
    if (value.isEmpty()) {
      return messages.text("gui.anchors.unsaid");
    }
    return facet == Facet.STATUS
        ? messages.text("anchorStatus." + AnchorStatus.valueOf(value).name())
        : value;
  }

  /** Shows the facets and languages of the dictionary as it is now. */
  void refresh() {
    facets.forEach(
        (facet, button) -> {
          // What no pair has any more cannot be unticked.
          Set<String> wanted = new HashSet<>(model.chosen(facet));
          if (wanted.retainAll(model.values(facet).keySet())) {
            model.choose(facet, wanted);
          }
          button.refresh();
          button.show(!model.values(facet).keySet().equals(Set.of("")));
        });
    newSource.setPromptText(sideName.apply(Side.SOURCE));
    newTarget.setPromptText(sideName.apply(Side.TARGET));
    newSource.setAccessibleText(messages.text("gui.anchors.newWord", sideName.apply(Side.SOURCE)));
    newTarget.setAccessibleText(messages.text("gui.anchors.newWord", sideName.apply(Side.TARGET)));
    count();
  }

  /** Shows how many pairs there are; those left out and those unknown only where there are some. */
  private void count() {
    int shown = model.shown().size();
    String text =
        shown == model.size()
            ? messages.text("gui.anchors.count", number(shown))
            : messages.text("gui.anchors.countOf", number(shown), number(model.size()));
    long unknown = model.unknown();
    count.setText(
        unknown == 0
            ? text
            : text + " · " + messages.text("gui.anchors.countUnknown", number(unknown)));
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
