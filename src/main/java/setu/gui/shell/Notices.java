package setu.gui.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import setu.gui.common.Icons;
import setu.gui.common.Notice;
import setu.gui.common.Paragraph;
import setu.gui.common.Tip;
import setu.gui.common.TypeSize;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.message.Messages;

/**
 * The sentences told to the person, stacked in a corner. All go by themselves, errors after long,
 * or are sent away; the status bar keeps them.
 */
final class Notices implements View {
  private static final int SHOWN = 4;

  /** In pixels at the usual size of type. */
  private static final double WIDEST = 442;

  private static final double MARGINS = 26;
  private static final Duration READING_TIME = Duration.seconds(7);
  private static final Duration WARNING_TIME = Duration.seconds(20);
  private static final Duration ACTING_TIME = Duration.seconds(60);

  private final VBox node = new VBox(8);
  private final Workbench workbench;
  private final Messages messages;
  private final Consumer<Path> folders;
  private final ListChangeListener<Notice> news = this::hear;

  /**
   * Of a window.
   *
   * @param folders shows a folder
   */
  Notices(Workbench workbench, Messages messages, Consumer<Path> folders) {
    this.folders = folders;
    this.messages = messages;
    this.workbench = workbench;
    node.getStyleClass().add("notices");
    node.setAlignment(Pos.BOTTOM_RIGHT);
    node.setPickOnBounds(false);
    node.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    workbench.notices().addListener(news);
    workbench.notices().forEach(this::letGo);
    show();
  }

  /**
   * Keeps the sentences beside what must stay in sight.
   *
   * @param beside the width that is free there, in pixels
   * @param kept whether anything is to stay in sight now
   */
  void keepBeside(ReadOnlyDoubleProperty beside, ObservableBooleanValue kept) {
    DoubleBinding widest = TypeSize.of(WIDEST);
    node.maxWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> kept.get() ? Math.min(widest.get(), beside.get() - MARGINS) : widest.get(),
                beside,
                kept,
                widest));
  }

  @Override
  public VBox node() {
    return node;
  }

  @Override
  public void dispose() {
    workbench.notices().removeListener(news);
  }

  private void hear(ListChangeListener.Change<? extends Notice> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(this::letGo);
    }
    show();
  }

  /** Counted once, from when it was told. */
  private void letGo(Notice notice) {
    PauseTransition pause = new PauseTransition(time(notice.kind()));
    pause.setOnFinished(e -> workbench.notices().remove(notice));
    pause.play();
  }

  private static Duration time(Notice.Kind kind) {
    return switch (kind) {
      case INFO -> READING_TIME;
      case WARNING -> WARNING_TIME;
      case ERROR -> ACTING_TIME;
    };
  }

  private void show() {
    node.getChildren().clear();
    int count = workbench.notices().size();
    for (int i = Math.max(0, count - SHOWN); i < count; i++) {
      node.getChildren().add(card(workbench.notices().get(i), i == count - 1));
    }
  }

  /** {@code newest}: the one that Esc sends away. */
  private HBox card(Notice notice, boolean newest) {
    FontIcon icon = Icons.of(glyph(notice.kind()));
    Paragraph text = new Paragraph(notice.text());
    VBox said = new VBox(4, text);
    Path folder = notice.folder();
    if (folder != null) {
      said.getChildren().add(opening(folder));
    }
    HBox.setHgrow(said, Priority.ALWAYS);
    Button close = new Button("", Icons.of(Feather.X));
    close.getStyleClass().addAll("button-icon", "flat", "small");
    close.setAccessibleText(messages.text("gui.close"));
    String keys = newest ? "  " + WindowKey.LEAVE.keys() : "";
    Tip.on(close, messages.text("gui.close") + keys);
    close.setOnAction(e -> workbench.notices().remove(notice));
    HBox card = new HBox(10, icon, said);
    if (newest) {
      Label key = new Label("Esc");
      key.getStyleClass().add("key-cap");
      key.setMinWidth(Region.USE_PREF_SIZE);
      card.getChildren().add(key);
    }
    card.getChildren().add(close);
    card.getStyleClass().addAll("notice", notice.kind().name().toLowerCase(Locale.ROOT));
    card.setAccessibleText(notice.text());
    card.setMinHeight(Region.USE_PREF_SIZE);
    return card;
  }

  private Button opening(Path folder) {
    Label cap = new Label(WindowKey.FOLDER.keys());
    cap.getStyleClass().add("key-cap");
    Button open = new Button(messages.text("gui.notice.openFolder"), cap);
    open.setId("notice-folder");
    open.setAccessibleText(open.getText() + ", " + cap.getText());
    open.getStyleClass().addAll("flat", "small");
    open.setMinWidth(Region.USE_PREF_SIZE);
    open.setOnAction(e -> folders.accept(folder));
    return open;
  }

  /**
   * Shows the folder of the file that was written last, whether its sentence still stands or not.
   */
  void openFolder() {
    workbench.noticeHistory().told().stream()
        .map(told -> told.notice().folder())
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresentOrElse(folders, () -> workbench.say("gui.notice.noFolder"));
  }

  static Feather glyph(Notice.Kind kind) {
    return switch (kind) {
      case INFO -> Feather.INFO;
      case WARNING -> Feather.ALERT_TRIANGLE;
      case ERROR -> Feather.ALERT_OCTAGON;
    };
  }
}
