package setu.gui.review;

import java.util.List;
import java.util.Locale;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import setu.core.align.LemmaFamily;
import setu.core.align.LemmaFamily.Member;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.WordPair;
import setu.gui.common.Paragraph;
import setu.gui.common.Side;
import setu.gui.common.WordLabel;
import setu.message.Messages;

/**
 * The inflections of an accepted pair: first a line that tells of them, then, when asked for, each
 * with its evidence. While they are shown they take the keys.
 */
final class FamilyPane {
  private final FamilyOffers offers;
  private final Messages messages;
  private final Runnable back;
  private final Paragraph told = new Paragraph("");
  private final GridPane members = new GridPane();
  private final HBox actions = new HBox();
  private final VBox node = new VBox(told, members, actions);

  private final Subscription followed;

  /** The member that ↑ and ↓ went to, from 1. */
  private int at = 1;

  /** {@code back} puts the keyboard back onto the card. */
  FamilyPane(FamilyOffers offers, Messages messages, Runnable back) {
    this.offers = offers;
    this.messages = messages;
    this.back = back;
    node.getStyleClass().add("family");
    node.setId("family");
    members.setId("family-members");
    members.getStyleClass().add("family-members");
    actions.getStyleClass().add("review-keys");
    actions
        .getChildren()
        .addAll(
            action("A", "gui.review.family.accept", () -> offers.judge(AnchorStatus.ACCEPTED)),
            action("R", "gui.review.family.refuse", () -> offers.judge(AnchorStatus.REJECTED)),
            hint("↑ ↓ Space · 1–9", "gui.review.family.strike"),
            action("L", "gui.review.family.later", offers::toggle));
    SetChangeListener<WordPair> struck = change -> show();
    offers.struck().addListener(struck);
    followed =
        Subscription.combine(
            offers.offerProperty().subscribe(offer -> go(1)),
            offers.openProperty().subscribe(open -> go(1)),
            () -> offers.struck().removeListener(struck));
  }

  /** Stops following the offers. */
  void dispose() {
    followed.unsubscribe();
  }

  Node node() {
    return node;
  }

  /** What a key does while the members are shown: all keys of the card are theirs. */
  void pressed(KeyCode code) {
    switch (code) {
      case A -> offers.judge(AnchorStatus.ACCEPTED);
      case R -> offers.judge(AnchorStatus.REJECTED);
      case L, ESCAPE -> offers.toggle();
      case UP -> go(at - 1);
      case DOWN -> go(at + 1);
      case SPACE -> offers.strike(at);
      default -> {
        if (code.isDigitKey()) {
          String name = code.getName();
          at = name.charAt(name.length() - 1) - '0';
          offers.strike(at);
        }
      }
    }
  }

  private void go(int place) {
    at = place;
    show();
  }

  private void show() {
    FamilyOffers.Offer offer = offers.offerProperty().get();
    boolean open = offers.openProperty().get() && offer != null;
    node.setVisible(offer != null);
    node.setManaged(offer != null);
    for (Node part : List.of(members, actions)) {
      part.setVisible(open);
      part.setManaged(open);
    }
    members.getChildren().clear();
    if (offer == null) {
      return;
    }
    LemmaFamily family = offer.family();
    String lemma = family.lemma().source() + " – " + family.lemma().target();
    told.set(
        messages.text(
            open ? "gui.review.family.title" : "gui.review.family.offer",
            lemma,
            family.members().size()));
    if (open) {
      at = Math.clamp(at, 1, family.members().size());
      for (int row = 0; row < family.members().size(); row++) {
        member(row, family.members().get(row));
      }
    }
  }

  private void member(int row, Member member) {
    WordPair pair = member.pair();
    boolean in = !offers.struck().contains(pair);
    CheckBox box = new CheckBox();
    box.getStyleClass().add("member");
    box.setSelected(in);
    box.setFocusTraversable(false);
    box.setAccessibleText(pair.source() + " – " + pair.target());
    box.setOnAction(
        e -> {
          offers.strike(row + 1);
          back.run();
        });
    Label mark = new Label(row + 1 == at ? "▸" : " ");
    mark.getStyleClass().add("member-mark");
    Label digit = new Label(String.valueOf(row + 1));
    digit.getStyleClass().add("key-cap");
    Label source = new WordLabel(pair.source(), Side.SOURCE);
    Label target = new WordLabel(pair.target(), Side.TARGET);
    Label evidence =
        new Label(
            messages.text(
                "gui.review.family.evidence",
                number(member.sourceAtHome()),
                number(member.targetAtHome()),
                number(member.csls())));
    evidence.getStyleClass().add("text-muted");
    for (Label word : List.of(source, target)) {
      word.setMinWidth(Region.USE_PREF_SIZE);
      if (!in) {
        word.getStyleClass().add("struck");
      }
    }
    GridPane.setHgrow(evidence, Priority.ALWAYS);
    members.addRow(row, mark, digit, box, source, target, evidence);
  }

  private Label hint(String label, String key) {
    Label cap = new Label(label);
    cap.getStyleClass().add("key-cap");
    Label hint = new Label(messages.text(key), cap);
    hint.getStyleClass().add("hint");
    hint.setMinWidth(Region.USE_PREF_SIZE);
    return hint;
  }

  private Button action(String label, String key, Runnable run) {
    Label cap = new Label(label);
    cap.getStyleClass().add("key-cap");
    Button button = new Button(messages.text(key), cap);
    button.getStyleClass().addAll("flat", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setFocusTraversable(false);
    button.setAccessibleText(messages.text(key) + ", " + label);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setOnAction(
        e -> {
          run.run();
          back.run();
        });
    return button;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
