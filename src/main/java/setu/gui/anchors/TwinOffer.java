package setu.gui.anchors;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;
import setu.core.space.Twin;
import setu.gui.common.Side;
import setu.gui.common.Tip;
import setu.gui.common.TwinText;
import setu.gui.common.WordLabel;
import setu.message.Messages;

/**
 * Offers, for an anchor's word that is unknown, the known words it differs from by joiners only.
 */
final class TwinOffer {
  private final AnchorsViewModel model;
  private final Messages messages;

  TwinOffer(AnchorsViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
  }

  /** A button that changes the word, or shows the choice of twins; null where there is none. */
  @Nullable Node button(Anchor anchor, Side side) {
    List<Twin> twins = model.offers(anchor, side);
    if (twins.isEmpty()) {
      return null;
    }
    Button button = new Button(twins.size() == 1 ? twins.getFirst().signed() : signed(twins));
    button.getStyleClass().addAll("flat", "small", "twin");
    button.setFocusTraversable(false);
    String help =
        twins.stream().map(twin -> sentence(twin)).collect(Collectors.joining("\n")) + "   T";
    Tip.on(button, help);
    button.setAccessibleText(help);
    button.setOnAction(e -> take(anchor, side, twins, button));
    return button;
  }

  /** What the key does: takes the twin of the anchor's unknown words, or shows the choice. */
  void take(Anchor anchor, Node owner) {
    for (Side side : Side.values()) {
      List<Twin> twins = model.offers(anchor, side);
      if (!twins.isEmpty()) {
        take(anchor, side, twins, owner);
        return;
      }
    }
  }

  private void take(Anchor anchor, Side side, List<Twin> twins, Node owner) {
    if (twins.size() == 1) {
      model.adopt(anchor, side, twins.getFirst());
      return;
    }
    ContextMenu menu = new ContextMenu();
    menu.getStyleClass().add(WordLabel.STYLE);
    for (Twin twin : twins) {
      MenuItem item = new MenuItem(sentence(twin));
      item.setMnemonicParsing(false);
      item.setOnAction(e -> model.adopt(anchor, side, twin));
      menu.getItems().add(item);
    }
    menu.show(owner, javafx.geometry.Side.BOTTOM, 0, 0);
  }

  private static String signed(List<Twin> twins) {
    return twins.stream().map(Twin::signed).distinct().collect(Collectors.joining(" ")) + " …";
  }

  private String sentence(Twin twin) {
    return messages.text("gui.anchors.twin", twin.word(), TwinText.differences(twin, messages));
  }
}
