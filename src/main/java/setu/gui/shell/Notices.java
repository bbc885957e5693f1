package setu.gui.shell;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import setu.gui.common.Icons;
import setu.gui.common.Notice;
import setu.gui.common.Workbench;

/**
 * The sentences told to the person, stacked in a corner: news goes by itself, errors stay until
 * they are sent away.
 */
final class Notices {
  private static final int SHOWN = 4;
  private static final Duration READING_TIME = Duration.seconds(7);

  private final VBox node = new VBox(8);
  private final Workbench workbench;

  Notices(Workbench workbench) {
    this.workbench = workbench;
    node.getStyleClass().add("notices");
    node.setAlignment(Pos.BOTTOM_RIGHT);
    node.setPickOnBounds(false);
    node.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    workbench.notices().addListener((ListChangeListener<Notice>) change -> show());
    show();
  }

  VBox node() {
    return node;
  }

  private void show() {
    node.getChildren().clear();
    int count = workbench.notices().size();
    for (Notice notice : workbench.notices().subList(Math.max(0, count - SHOWN), count)) {
      node.getChildren().add(card(notice));
    }
  }

  private Notification card(Notice notice) {
    Notification card = new Notification(notice.text(), Icons.of(glyph(notice.kind())));
    card.getStyleClass().addAll(Styles.ELEVATED_2, style(notice.kind()));
    card.setAccessibleText(notice.text());
    card.setMinHeight(Region.USE_PREF_SIZE);
    card.setOnClose(e -> workbench.notices().remove(notice));
    if (notice.kind() == Notice.Kind.INFO) {
      PauseTransition pause = new PauseTransition(READING_TIME);
      pause.setOnFinished(e -> workbench.notices().remove(notice));
      pause.play();
    }
    return card;
  }

  private static Feather glyph(Notice.Kind kind) {
    return switch (kind) {
      case INFO -> Feather.INFO;
      case WARNING -> Feather.ALERT_TRIANGLE;
      case ERROR -> Feather.ALERT_OCTAGON;
    };
  }

  private static String style(Notice.Kind kind) {
    return switch (kind) {
      case INFO -> Styles.ACCENT;
      case WARNING -> Styles.WARNING;
      case ERROR -> Styles.DANGER;
    };
  }
}
