package setu.gui.anchors;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.DictionaryCleaning.Kind;
import setu.core.anchor.WordPair;
import setu.gui.anchors.CleaningViewModel.Proposal;
import setu.gui.common.Joiners;
import setu.gui.common.Paragraph;
import setu.gui.common.TypeSize;
import setu.gui.common.WordLabel;
import setu.message.Messages;

/** The changes that cleaning proposes, by kind, with a box each; applied as one edit. */
final class CleaningPane {
  private final VBox node = new VBox(8);
  private final CleaningViewModel model;
  private final Messages messages;
  private final Map<Kind, CheckBox> kinds = new EnumMap<>(Kind.class);
  private final TableView<Proposal> table = new TableView<>();
  private final Label count = new Label();
  private final Button apply = new Button();

  /**
   * The pane of a model.
   *
   * @param show selects what a proposal is about
   * @param close goes back to the table
   */
  CleaningPane(
      CleaningViewModel model, Messages messages, Consumer<Proposal> show, Runnable close) {
    this.model = model;
    this.messages = messages;
    node.getStyleClass().add("cleaning");
    Label title = new Label(messages.text("gui.cleaning.title"));
    title.getStyleClass().add("title-4");
    node.getChildren()
        .addAll(
            title,
            new Paragraph(messages.text("gui.cleaning.text")),
            kindBoxes(),
            table,
            buttons(close));
    VBox.setVgrow(table, Priority.ALWAYS);
    table.setItems(model.proposals());
    table.setAccessibleText(messages.text("gui.cleaning.title"));
    table.getColumns().add(tickColumn());
    table.getColumns().add(column("what", 200, this::why, "plain"));
    table.getColumns().add(column("before", 220, p -> words(p.anchor().pair()), WordLabel.STYLE));
    table.getColumns().add(column("status", 100, this::status, "plain"));
    table.getColumns().add(column("after", 260, this::after, WordLabel.STYLE));
    TypeSize.fit(table);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            proposal -> {
              if (proposal != null) {
                show.accept(proposal);
              }
            });
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            close.run();
            e.consume();
          }
        });
    model.proposals().addListener((ListChangeListener<Proposal>) change -> refresh());
    model.lookingProperty().subscribe(looking -> refresh());
  }

  Node node() {
    return node;
  }

  /** Looks through the dictionary and takes the keyboard. */
  void start() {
    kinds.values().forEach(box -> box.setSelected(true));
    model.look();
    focus();
  }

  /** Takes the keyboard. */
  void focus() {
    table.requestFocus();
  }

  private FlowPane kindBoxes() {
    FlowPane boxes = new FlowPane(14, 4);
    for (Kind kind : Kind.values()) {
      CheckBox box = new CheckBox();
      box.setId("cleaning-" + kind.key());
      box.setOnAction(e -> model.choose(kind, box.isSelected()));
      kinds.put(kind, box);
      boxes.getChildren().add(box);
    }
    return boxes;
  }

  private FlowPane buttons(Runnable close) {
    apply.getStyleClass().add("accent");
    apply.setId("cleaning-apply");
    apply.setDefaultButton(true);
    apply.setOnAction(
        e -> {
          model.apply();
          close.run();
        });
    Button leave = new Button(messages.text("gui.cleaning.leave"));
    leave.setOnAction(e -> close.run());
    count.getStyleClass().add("text-muted");
    // In several rows where there is no room beside each other: nothing is cut short.
    FlowPane row = new FlowPane(12, 8, count, leave, apply);
    row.setAlignment(Pos.CENTER_RIGHT);
    row.setMinHeight(Region.USE_PREF_SIZE);
    return row;
  }

  private void refresh() {
    kinds.forEach(
        (kind, box) ->
            box.setText(
                messages.text("cleaning." + kind.name()) + " (" + number(model.count(kind)) + ")"));
    table.setPlaceholder(
        new Label(
            messages.text(
                model.lookingProperty().get() ? "gui.cleaning.looking" : "gui.cleaning.clean")));
    count();
  }

  private void count() {
    int chosen = model.chosen();
    count.setText(messages.text("gui.cleaning.count", number(chosen), number(model.toDecide())));
    apply.setText(messages.text("gui.cleaning.apply", number(chosen)));
    apply.setDisable(chosen == 0 || model.lookingProperty().get());
  }

  private void onKey(KeyEvent e) {
    Proposal chosen = table.getSelectionModel().getSelectedItem();
    if (e.getCode() == KeyCode.SPACE && chosen != null && !chosen.onlyTold()) {
      take(chosen, !model.taken(chosen));
      e.consume();
    } else if (e.getCode() == KeyCode.ENTER) {
      apply.fire();
      e.consume();
    }
  }

  private void take(Proposal proposal, boolean taken) {
    model.take(proposal, taken);
    table.refresh();
    count();
  }

  private TableColumn<Proposal, Boolean> tickColumn() {
    TableColumn<Proposal, Boolean> column = new TableColumn<>("✓");
    column.setPrefWidth(46);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(model.taken(row.getValue())));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              private final CheckBox box = new CheckBox();

              {
                box.setFocusTraversable(false);
                box.setAccessibleText(messages.text("gui.cleaning.take"));
                box.setOnAction(e -> take(getTableRow().getItem(), box.isSelected()));
              }

              @Override
              protected void updateItem(@Nullable Boolean taken, boolean empty) {
                super.updateItem(taken, empty);
                Proposal proposal = empty ? null : getTableRow().getItem();
                boolean shown = taken != null && proposal != null && !proposal.onlyTold();
                box.setSelected(taken != null && taken);
                setGraphic(shown ? box : null);
              }
            });
    return column;
  }

  private TableColumn<Proposal, String> column(
      String name, double width, Function<Proposal, String> text, String style) {
    TableColumn<Proposal, String> column =
        new TableColumn<>(messages.text("gui.cleaning.column." + name));
    column.setPrefWidth(width);
    column.getStyleClass().add(style);
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(Joiners.drawn(text.apply(row.getValue()))));
    return column;
  }

  private String status(Proposal proposal) {
    return messages.text("anchorStatus." + proposal.anchor().status().name());
  }

  private String why(Proposal proposal) {
    return proposal.kinds().stream()
        .map(kind -> messages.text("cleaning." + kind.name()))
        .collect(Collectors.joining(", "));
  }

  private String after(Proposal proposal) {
    WordPair after = proposal.after();
    if (proposal.onlyTold()) {
      var other = proposal.other();
      return other == null
          ? messages.text("gui.cleaning.decide")
          : messages.text("gui.cleaning.decideBeside", words(other.pair()));
    }
    return after == null ? messages.text("gui.cleaning.removed") : words(after);
  }

  private static String words(WordPair pair) {
    return pair.source() + " – " + pair.target();
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
