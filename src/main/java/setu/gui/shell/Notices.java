package setu.gui.shell;

import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
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
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.message.Messages;

/**
 * The sentences told to the person, stacked in a corner. All go by themselves, errors after long,
 * or are sent away; the status bar keeps them.
 */
final class Notices implements View {
  private static final int SHOWN = 4;
  private static final Duration READING_TIME = Duration.seconds(7);
  private static final Duration WARNING_TIME = Duration.seconds(20);
  private static final Duration ACTING_TIME = Duration.seconds(60);

  private final VBox node = new VBox(8);
  private final Workbench workbench;
  private final Messages messages;
  private final ListChangeListener<Notice> news = this::hear;

  Notices(Workbench workbench, Messages messages) {
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
    HBox.setHgrow(text, Priority.ALWAYS);
    Button close = new Button("", Icons.of(Feather.X));
    close.getStyleClass().addAll("button-icon", "flat", "small");
    close.setAccessibleText(messages.text("gui.close"));
    String keys = newest ? "  " + WindowKey.LEAVE.keys() : "";
    close.setTooltip(new Tooltip(messages.text("gui.close") + keys));
    close.setOnAction(e -> workbench.notices().remove(notice));
    HBox card = new HBox(10, icon, text);
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

  static Feather glyph(Notice.Kind kind) {
    return switch (kind) {
      case INFO -> Feather.INFO;
      case WARNING -> Feather.ALERT_TRIANGLE;
      case ERROR -> Feather.ALERT_OCTAGON;
    };
  }
}
