package setu.gui.common;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a node while the mouse rests on it. The window for it is made when the mouse
 * first comes: one for each word of a list, made with the list, would be felt as a wait.
 */
public final class Tip implements EventHandler<MouseEvent> {
  private final Node node;
  private final String[] styles;
  private String text = "";
  private @Nullable Tooltip tooltip;

  private Tip(Node node, String... styles) {
    this.node = node;
    this.styles = styles;
  }

  /**
   * Tells {@code text} of a node from now on, by a voice too; empty for nothing.
   *
   * @param styles style classes of the tip, by the first call for a node
   */
  public static void on(Node node, String text, String... styles) {
    Tip tip = on(node);
    if (tip == null && text.isEmpty()) {
      return;
    }
    if (tip == null) {
      tip = new Tip(node, styles);
      node.getProperties().put(Tip.class, tip);
      node.addEventHandler(MouseEvent.MOUSE_ENTERED, tip);
    }
    tip.tell(text);
  }

  /** What is told of a node; empty for nothing. */
  public static String of(Node node) {
    Tip tip = on(node);
    return tip == null ? "" : tip.text;
  }

  private static @Nullable Tip on(Node node) {
    return node.hasProperties() && node.getProperties().get(Tip.class) instanceof Tip tip
        ? tip
        : null;
  }

  private void tell(String now) {
    text = now;
    node.setAccessibleHelp(now.isEmpty() ? null : now);
    if (tooltip != null) {
      show(tooltip);
    } else if (node.isHover()) {
      make();
    }
  }

  @Override
  public void handle(MouseEvent entered) {
    make();
  }

  private void make() {
    if (tooltip == null && !text.isEmpty()) {
      tooltip = new Tooltip();
      tooltip.getStyleClass().addAll(styles);
      show(tooltip);
    }
  }

  private void show(Tooltip shown) {
    shown.setText(text);
    if (text.isEmpty()) {
      Tooltip.uninstall(node, shown);
    } else {
      Tooltip.install(node, shown);
    }
  }
}
