package setu.gui.anchors;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorEvent;
import setu.core.anchor.Draft;
import setu.gui.common.WordLabel;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** What was said of one pair, when and by whom, newest first; any of it can be said again. */
final class PairHistory {
  private static final int SHOWN = 30;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Workbench workbench;
  private final Messages messages;

  PairHistory(Workbench workbench, Messages messages) {
    this.workbench = workbench;
    this.messages = messages;
  }

  /** Shows the history of a pair below {@code owner}. */
  void show(Anchor anchor, Node owner) {
    if (!workbench.judgeProperty().get().isEmpty()) {
      workbench.say("gui.notice.historyHidden");
      return;
    }
    workbench
        .history()
        .log(anchor.id(), events -> menu(anchor, events).show(owner, Side.BOTTOM, 24, 0));
  }

  private ContextMenu menu(Anchor anchor, List<AnchorEvent> events) {
    ContextMenu menu = new ContextMenu();
    menu.setId("pair-history");
    menu.getStyleClass().add(WordLabel.STYLE);
    List<AnchorEvent> said = new ArrayList<>(events);
    said.removeIf(event -> draft(event) == null);
    Collections.reverse(said);
    for (AnchorEvent event : said.subList(0, Math.min(SHOWN, said.size()))) {
      Draft draft = draft(event);
      if (draft != null) {
        menu.getItems().add(item(anchor, event, draft));
      }
    }
    return menu;
  }

  private MenuItem item(Anchor anchor, AnchorEvent event, Draft draft) {
    MenuItem item = new MenuItem(sentence(event, draft));
    item.setMnemonicParsing(false);
    boolean now = draft.equals(Draft.of(anchor));
    if (now) {
      item.setText(messages.text("gui.anchors.history.now", item.getText()));
    }
    item.setDisable(now);
    item.setOnAction(e -> workbench.history().revert(anchor.id(), event.id()));
    return item;
  }

  private String sentence(AnchorEvent event, Draft draft) {
    String when = WHEN.format(event.time().atZone(ZoneId.systemDefault()));
    String said =
        String.join(
            " · ",
            when,
            event.author(),
            messages.text("anchorStatus." + draft.status().name()),
            draft.source() + " – " + draft.target());
    return draft.note().isEmpty() ? said : said + " · " + draft.note();
  }

  private static @Nullable Draft draft(AnchorEvent event) {
    return switch (event) {
      case AnchorEvent.Added added -> added.draft();
      case AnchorEvent.Changed changed -> changed.draft();
      default -> null;
    };
  }
}
