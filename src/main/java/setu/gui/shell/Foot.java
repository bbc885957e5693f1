package setu.gui.shell;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import setu.core.neighbor.NeighborSearch;
import setu.gui.common.Icons;
import setu.gui.common.NoticeHistory;
import setu.gui.common.OpenProject;
import setu.gui.common.Paragraph;
import setu.gui.common.RunningTask;
import setu.gui.common.ThemedPopOver;
import setu.gui.common.Tip;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** The status bar: what computes, what runs and how long still, that all is saved, and the seed. */
final class Foot implements View {
  private final StatusBar node = new StatusBar();
  private final HBox running = new HBox(10);
  private final Workbench workbench;
  private final Messages messages;
  private final ListChangeListener<RunningTask> busy = change -> showRunning();

  Foot(Workbench workbench, Messages messages, long seed) {
    this.workbench = workbench;
    this.messages = messages;
    node.getStyleClass().add("foot");
    node.setText("");
    node.setFocusTraversable(false);
    Button device = device();
    running.setAlignment(Pos.CENTER_LEFT);
    node.getLeftItems().addAll(padded(device), running);
    Label saved = new Label();
    saved.textProperty().bind(savedText());
    Label seedLabel = new Label(messages.text("gui.foot.seed", String.valueOf(seed)));
    node.getRightItems().addAll(padded(saved), padded(seedLabel), padded(told()));
    workbench.tasks().shown().addListener(busy);
    showRunning();
  }

  @Override
  public StatusBar node() {
    return node;
  }

  @Override
  public void dispose() {
    workbench.tasks().shown().removeListener(busy);
  }

  /** The engine that searches; it may become another with the first large search. */
  private Button device() {
    Button device = new Button();
    device.getStyleClass().addAll("flat", "device");
    Tip.on(device, messages.text("gui.engine.details"));
    device
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> engine(Kernels.search()),
                workbench.sharedProperty(),
                workbench.answerProperty(),
                workbench.tasks().running()));
    device.setOnAction(
        e -> {
          PopOver over = new ThemedPopOver(new EngineDetails(workbench, messages).node());
          over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
          over.show(device);
        });
    return device;
  }

  /** Opens what was told so far; not there before anything was. */
  private Button told() {
    Button told = new Button("", Icons.of(Feather.BELL));
    told.setId("notices-told");
    told.getStyleClass().addAll("flat", "device");
    told.setAccessibleText(messages.text("gui.foot.told"));
    Tip.on(told, messages.text("gui.foot.told"));
    told.visibleProperty().bind(Bindings.isNotEmpty(workbench.noticeHistory().told()));
    told.managedProperty().bind(told.visibleProperty());
    told.setOnAction(e -> showTold(told));
    return told;
  }

  private void showTold(Button owner) {
    ListView<NoticeHistory.Told> list = new ListView<>(workbench.noticeHistory().told());
    list.setId("notices-list");
    list.getStyleClass().add("notice-list");
    list.setAccessibleText(messages.text("gui.foot.told"));
    list.setCellFactory(view -> new ToldCell());
    PopOver over = new ThemedPopOver(list);
    over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
    over.show(owner);
    list.requestFocus();
  }

  /** A sentence under the time it was told. */
  private static final class ToldCell extends ListCell<NoticeHistory.Told> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    @Override
    protected void updateItem(NoticeHistory.@Nullable Told told, boolean empty) {
      super.updateItem(told, empty);
      if (empty || told == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      setPrefWidth(0); // as wide as the list
      Paragraph text = new Paragraph(TIME.format(told.at()) + "  " + told.notice().text());
      HBox.setHgrow(text, Priority.ALWAYS);
      setGraphic(new HBox(6, Icons.of(Notices.glyph(told.notice().kind())), text));
      setAccessibleText(told.notice().text());
    }
  }

  private String engine(NeighborSearch search) {
    return "● "
        + messages.text(
            "gui.foot.device", Kernels.device(search), Kernels.engine(search, messages));
  }

  private static Node padded(Region label) {
    HBox box = new HBox(label);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("foot-item");
    return box;
  }

  private StringExpression savedText() {
    return Bindings.createStringBinding(
        () -> {
          OpenProject open = workbench.project();
          if (open == null) {
            return "";
          }
          return open.workspace().readOnly()
              ? messages.text("gui.foot.readOnly")
              : messages.text(
                  "gui.foot.saved", number(workbench.anchorsProperty().get().revision()));
        },
        workbench.projectProperty(),
        workbench.anchorsProperty());
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private void showRunning() {
    running.getChildren().clear();
    var shown = workbench.tasks().shown();
    if (shown.isEmpty()) {
      return;
    }
    running.getChildren().add(TaskRow.of(shown.getFirst(), messages));
    if (shown.size() > 1) {
      Button more = new Button("+" + (shown.size() - 1));
      more.getStyleClass().addAll("flat", "small");
      more.setAccessibleText(messages.text("gui.foot.more"));
      more.setOnAction(e -> showAll(more));
      running.getChildren().add(more);
    }
  }

  private void showAll(Button owner) {
    VBox all = new VBox(8);
    all.getStyleClass().add("task-list");
    workbench.tasks().shown().forEach(task -> all.getChildren().add(TaskRow.of(task, messages)));
    PopOver over = new ThemedPopOver(all);
    over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
    over.show(owner);
  }
}
