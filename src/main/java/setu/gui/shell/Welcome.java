package setu.gui.shell;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import setu.gui.common.Icons;
import setu.gui.common.MovedSpace;
import setu.gui.common.PairPreview;
import setu.gui.common.Paragraph;
import setu.gui.common.RunningTask;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.message.Messages;

/**
 * What stands in the middle while no project is open, or while an opening has a question: what to
 * do, and one click to do it.
 */
final class Welcome implements View {
  private final VBox node = new VBox(16);
  private final Workbench workbench;
  private final Messages messages;
  private final Actions actions;
  private final ListChangeListener<RunningTask> busy = change -> showOpening();
  private final Subscription following;

  Welcome(Workbench workbench, Messages messages, Actions actions) {
    this.workbench = workbench;
    this.messages = messages;
    this.actions = actions;
    node.getStyleClass().add("welcome");
    node.setAlignment(Pos.CENTER);
    following =
        Subscription.combine(
            workbench.opening().nameProperty().subscribe(name -> show()),
            workbench.opening().movedProperty().subscribe(moved -> show()),
            workbench.opening().unpairedProperty().subscribe(file -> show()),
            workbench.opening().previewProperty().subscribe(preview -> show()));
    workbench.tasks().shown().addListener(busy);
    node.visibleProperty()
        .bind(
            workbench
                .projectProperty()
                .isNull()
                .or(workbench.opening().movedProperty().isNotNull())
                .or(workbench.opening().unpairedProperty().isNotNull())
                .or(workbench.opening().previewProperty().isNotNull()));
  }

  @Override
  public void dispose() {
    following.unsubscribe();
    workbench.tasks().shown().removeListener(busy);
  }

  private void showOpening() {
    if (workbench.opening().nameProperty().get() != null) {
      show();
    }
  }

  @Override
  public Region node() {
    return node;
  }

  private void show() {
    // Skins make the buttons hear Enter and Esc: made at once, so that none pressed before the next
    // frame is lost.
    Platform.runLater(node::applyCss);
    node.getChildren().clear();
    String opening = workbench.opening().nameProperty().get();
    MovedSpace moved = workbench.opening().movedProperty().get();
    PairPreview preview = workbench.opening().previewProperty().get();
    if (opening != null && workbench.project() == null) {
      showOpening(opening);
    } else if (preview != null) {
      showPreview(preview);
    } else if (moved != null) {
      showMoved(moved);
    } else {
      showStart(workbench.opening().unpairedProperty().get());
    }
  }

  private void showOpening(String name) {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setMaxSize(36, 36);
    turning.setAccessibleText(messages.text("gui.welcome.opening", name));
    Button cancel = new Button(messages.text("gui.cancel"));
    cancel.setCancelButton(true);
    cancel.setOnAction(e -> workbench.opening().stop());
    node.getChildren().addAll(turning, text(messages.text("gui.welcome.opening", name)));
    for (RunningTask task : workbench.tasks().shown()) {
      HBox row = TaskRow.of(task, messages);
      row.setAlignment(Pos.CENTER);
      node.getChildren().add(row);
    }
    node.getChildren().add(cancel);
  }

  private void showPreview(PairPreview preview) {
    PreviewPane pane = new PreviewPane(preview, messages);
    Button open = new Button(messages.text("gui.preview.open"), Icons.of(Feather.CHECK));
    open.getStyleClass().addAll("accent", "large");
    open.setDefaultButton(true);
    open.setId("preview-open");
    open.setOnAction(e -> workbench.opening().pair(preview, pane.limits()));
    node.getChildren()
        .addAll(
            title(messages.text("gui.preview.title")),
            text(messages.text("gui.preview.text")),
            pane.node(),
            buttons(open, leave()));
    Platform.runLater(open::requestFocus);
  }

  private void showMoved(MovedSpace moved) {
    Button show = new Button(messages.text("gui.welcome.showFile"), Icons.of(Feather.SEARCH));
    show.getStyleClass().addAll("accent", "large");
    show.setDefaultButton(true);
    show.setOnAction(e -> actions.chooseMovedSpace(moved));
    Button leave = leave();
    Platform.runLater(show::requestFocus);
    Path other = moved.other();
    if (!moved.named()) {
      String side = moved.space() == 0 ? "gui.welcome.noSource" : "gui.welcome.noTarget";
      node.getChildren()
          .addAll(
              title(messages.text("gui.welcome.noSpaceTitle")),
              text(messages.text(side, moved.folder().getFileName())),
              buttons(show, leave));
      return;
    }
    if (other == null) {
      node.getChildren()
          .addAll(
              title(messages.text("gui.welcome.movedTitle")),
              text(messages.text("gui.welcome.moved", moved.was())),
              buttons(show, leave));
      return;
    }
    Button accept = new Button(messages.text("gui.welcome.accept"));
    accept.getStyleClass().add("large");
    accept.setOnAction(e -> workbench.opening().relocate(moved, other, true));
    node.getChildren()
        .addAll(
            title(messages.text("gui.welcome.changedTitle")),
            text(messages.text("gui.welcome.changed", other)),
            buttons(show, accept, leave));
  }

  private void showStart(@Nullable Path first) {
    Button spaces =
        new Button(
            messages.text(first == null ? "gui.welcome.openSpaces" : "gui.welcome.openSecond"),
            Icons.of(Feather.FOLDER));
    spaces.getStyleClass().add("large");
    spaces.setOnAction(e -> actions.chooseFiles());
    Button sample = new Button(messages.text("gui.welcome.openSample"), Icons.of(Feather.PLAY));
    sample.getStyleClass().addAll("accent", "large");
    sample.setOnAction(e -> workbench.openSample());
    node.getChildren()
        .addAll(
            title(messages.text("gui.welcome.title")),
            text(
                first == null
                    ? messages.text("gui.welcome.text")
                    : messages.text("gui.welcome.second", first.getFileName())),
            first == null ? buttons(sample, spaces) : buttons(spaces, leave()));
    if (first != null) {
      Platform.runLater(spaces::requestFocus);
    }
    if (first == null && !actions.recent().isEmpty()) {
      node.getChildren().add(recent());
    }
  }

  /** Back to what was there before the question. */
  private Button leave() {
    Button leave = new Button(messages.text("gui.welcome.leave"));
    leave.getStyleClass().add("large");
    leave.setCancelButton(true);
    leave.setOnAction(e -> workbench.opening().forgetQuestions());
    return leave;
  }

  private VBox recent() {
    Label title = new Label(messages.text("gui.welcome.recent"));
    title.getStyleClass().add("caption");
    VBox list = new VBox(2, title);
    list.setAlignment(Pos.CENTER);
    for (Path project : actions.recent().subList(0, Math.min(5, actions.recent().size()))) {
      Hyperlink link = new Hyperlink(project.toString());
      link.setOnAction(e -> workbench.openProject(project));
      list.getChildren().add(link);
    }
    return list;
  }

  private static HBox buttons(Button... buttons) {
    HBox box = new HBox(12, buttons);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private static Label title(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("welcome-title");
    return label;
  }

  private static Paragraph text(String text) {
    Paragraph paragraph = new Paragraph(text);
    paragraph.setMaxWidth(560);
    paragraph.setTextAlignment(TextAlignment.CENTER);
    paragraph.getStyleClass().add("welcome-text");
    return paragraph;
  }
}
