package setu.gui.review;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.align.ReviewCard;
import setu.gui.common.KeyHint;
import setu.gui.common.LanguageNames;
import setu.gui.common.Notice;
import setu.gui.common.OpenProject;
import setu.gui.common.Paragraph;
import setu.gui.common.Side;
import setu.gui.common.TypeSize;
import setu.gui.common.View;
import setu.gui.common.WordChoices;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** The queue, the card and its keys, and what the session came to. */
public final class ReviewView implements View {
  /** The width that the card and the session need beside each other, in pixels at usual type. */
  private static final double BESIDE = 640;

  private final Workbench workbench;
  private final Messages messages;
  private final ReviewViewModel model;
  private final CardPane card;
  private final SessionPane session;
  private final EntryPane entry;
  private final FamilyPane family;
  private final QueueBar queues;
  private final KeysBar keys;
  private final NarrowingBar narrowing;
  private final JudgesBar judges;
  private final SampleBar sample;
  private final AlignmentRemark remark;
  private final Paragraph nothing = new Paragraph("");
  private final Button again = new Button();
  private final VBox empty = new VBox();
  private final VBox middle = new VBox();
  private final BorderPane node = new BorderPane();
  private final BooleanBinding narrow =
      Bindings.lessThan(node.widthProperty(), TypeSize.of(BESIDE));
  private final List<Subscription> followed = new ArrayList<>();

  /** The key that opened what is typed under the card; null before the first time. */
  private @Nullable ReviewKey asked;

  private boolean hadCode;

  /** The view of a window's model, in one language, around parts of its own. */
  ReviewView(
      Workbench workbench,
      ReviewViewModel model,
      Messages messages,
      CardPane card,
      SessionPane session) {
    this.workbench = workbench;
    this.messages = messages;
    this.model = model;
    this.card = card;
    this.session = session;
    this.entry = new EntryPane(new WordChoices(workbench), messages, this::sideName, this::focus);
    this.family = new FamilyPane(model.families(), messages, this::focus);
    this.queues = new QueueBar(model, messages, this::focus);
    this.keys = new KeysBar(model, messages, this::act);
    // What is typed goes into the field.
    keys.node().disableProperty().bind(entry.node().visibleProperty());
    this.narrowing = new NarrowingBar(model, messages, this::focus);
    this.judges = new JudgesBar(model, messages, this::blind);
    this.sample = new SampleBar(workbench, model, messages, this::focus);
    this.remark = new AlignmentRemark(workbench, messages);
    node.getStyleClass().add("review");
    node.getStylesheets().add(View.stylesheet("review"));
    node.setFocusTraversable(true);
    node.setMinWidth(0);
    node.setAccessibleText(messages.text("gui.review.title"));
    empty.getStyleClass().add("review-empty");
    offerAgain();
    nothing.setTextAlignment(TextAlignment.CENTER);
    nothing.getStyleClass().add("text-muted");
    empty.getChildren().addAll(nothing, again, showAll());
    middle.getStyleClass().add("review-middle");
    VBox.setVgrow(card.node(), Priority.ALWAYS);
    VBox.setVgrow(empty, Priority.ALWAYS);
    middle.getChildren().addAll(card.node(), empty, family.node(), entry.node(), keys.node());
    node.setTop(
        new VBox(queues.node(), narrowing.node(), judges.node(), sample.node(), remark.node()));
    node.setCenter(middle);
    node.setMinHeight(0);
    narrow.subscribe(this::placeSession);
    node.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    node.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    followed.addAll(
        List.of(
            node.sceneProperty().subscribe(scene -> model.setShown(scene != null)),
            model.cardProperty().subscribe(this::show),
            model.neighborsProperty().subscribe(found -> card.show(found)),
            model.adviceProperty().subscribe(advice -> card.show(advice)),
            // The card has just shown what these change.
            model.workingProperty().subscribe((before, now) -> showQueue()),
            model.asOfProperty().subscribe((before, now) -> showQueue()),
            model.waitingProperty().subscribe((before, now) -> showQueue()),
            model.narrowing().activeProperty().subscribe((before, now) -> showQueue()),
            workbench.answeringProperty().subscribe((before, now) -> showQueue()),
            model.families().openProperty().subscribe((before, now) -> showKeys()),
            model.families().offerProperty().subscribe((before, now) -> showKeys()),
            model.sample().sampleProperty().subscribe((before, now) -> session.show()),
            workbench.anchorsProperty().subscribe((before, now) -> showJudged()),
            workbench.answerProperty().subscribe(session::show)));
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void dispose() {
    leave();
  }

  /** Stops following the model, which goes on: another view, in another language, takes it over. */
  public ReviewViewModel leave() {
    followed.forEach(Subscription::unsubscribe);
    family.dispose();
    queues.dispose();
    narrowing.dispose();
    judges.dispose();
    sample.dispose();
    remark.dispose();
    return model;
  }

  private String sideName(Side side) {
    OpenProject open = workbench.project();
    return open == null ? "" : LanguageNames.full(LanguageNames.of(open, side), messages);
  }

  /** Puts the keyboard onto the card, or into what is typed under it. */
  public void focus() {
    if (entry.isOpen()) {
      entry.focus();
    } else {
      node.requestFocus();
    }
  }

  /** Goes on with what is half typed in a view of the same model in another language. */
  public void takeOver(ReviewView other) {
    ReviewKey key = other.asked;
    if (other.entry.isOpen() && key != null) {
      act(key);
      entry.takeOver(other.entry);
    }
  }

  /**
   * Leaves a facet for the card, else shows all cards of a narrowed queue again.
   *
   * @return whether there was anything to leave; not while inflections are shown, whose key Esc is
   */
  public boolean leaveNarrowing() {
    return !model.families().openProperty().get() && narrowing.leave();
  }

  /** Takes the last judgement back. */
  public void undo() {
    model.undo();
  }

  /** Makes the judgement taken back last again. */
  public void redo() {
    model.redo();
  }

  /** The keys of the card. */
  public static List<KeyHint> keyHints(Messages messages) {
    return KeysBar.hints(messages);
  }

  /** What is reviewed. */
  public ReviewViewModel model() {
    return model;
  }

  /** Beside the card, or below it where type is large or the window small. */
  private void placeSession(boolean below) {
    node.setRight(null);
    card.below(below ? session.node() : null);
    if (!below) {
      node.setRight(session.node());
    }
  }

  /**
   * Shows the cards again that were passed over, or makes those whose making was cancelled; the key
   * of the next card does so too.
   */
  private void offerAgain() {
    Label cap = new Label(ReviewKey.NEXT.label());
    cap.getStyleClass().add("key-cap");
    again.setId("review-again");
    again.setGraphic(cap);
    again.accessibleTextProperty().bind(again.textProperty());
    again.managedProperty().bind(again.visibleProperty());
    again.setOnAction(e -> goAgain());
  }

  private void goAgain() {
    if (model.isCancelled()) {
      model.lookAgain();
    } else {
      model.recall();
    }
    focus();
  }

  private Node showAll() {
    Button all = narrowing.showAll();
    all.visibleProperty().bind(model.narrowing().activeProperty());
    all.managedProperty().bind(all.visibleProperty());
    return all;
  }

  private void showJudged() {
    session.show();
    card.showNote(model.note());
  }

  private void show(@Nullable ReviewCard now) {
    boolean there = now != null;
    card.node().setVisible(there);
    card.node().setManaged(there);
    empty.setVisible(!there);
    empty.setManaged(!there);
    card.show(now);
    card.showNote(model.note());
    entry.close();
    session.show();
    showQueue();
  }

  private void showKeys() {
    keys.show(again.isVisible());
  }

  /** What is told of the queue: it is made anew beside the card, whose fields stay as they are. */
  private void showQueue() {
    boolean aligning =
        workbench.sharedProperty().get() == null && workbench.answeringProperty().get();
    boolean working = model.workingProperty().get() || aligning;
    boolean over = model.cardProperty().get() == null && !working;
    boolean cancelled = over && model.isCancelled();
    int passed = over ? model.passedOver() : 0;
    again.setVisible(cancelled || passed > 0);
    again.setText(messages.text(cancelled ? "gui.review.lookAgain" : "gui.review.passedAgain"));
    nothing.set(cancelled ? messages.text("gui.review.cancelled") : nothing(working, passed));
    queues.showCount();
    showKeys();
  }

  private String nothing(boolean working, int passed) {
    if (working) {
      return messages.text("gui.review.making");
    }
    if (passed > 0) {
      return messages.text("gui.review.passedOver", passed);
    }
    return model.narrowing().activeProperty().get()
        ? messages.text("gui.review.narrow.none")
        : messages.text("gui.review.empty")
            + "\n"
            + messages.text("gui.review.empty." + model.queueProperty().get().name());
  }

  // Keys.

  private void pressed(KeyEvent event) {
    hadCode = event.getCode() != KeyCode.UNDEFINED;
    if (isElsewhere(event)) {
      return;
    }
    if (hadCode && model.families().openProperty().get()) {
      if (!turnsQueue(event.getCode())) {
        family.pressed(event.getCode());
        session.show();
        event.consume();
        return;
      }
      model.families().toggle();
    }
    ReviewKey key = ReviewKey.pressed(event.getCode());
    if (event.getCode() == KeyCode.ENTER && again.isVisible()) {
      goAgain();
      event.consume();
    } else if (key != null) {
      act(key);
      event.consume();
    } else if (event.getCode().isDigitKey()) {
      String name = event.getCode().getName();
      RejectReason reason = RejectReason.of(name.charAt(name.length() - 1) - '0');
      if (reason != null) {
        model.rejectFor(reason);
        session.show();
        event.consume();
      }
    }
  }

  private static boolean turnsQueue(KeyCode code) {
    return code == ReviewKey.BEFORE.code() || code == ReviewKey.AFTER.code();
  }

  private void typed(KeyEvent event) {
    ReviewKey key = ReviewKey.typed(event.getCharacter());
    if (!hadCode && key != null && !isElsewhere(event)) {
      if (model.families().openProperty().get()) {
        family.pressed(key.code());
        session.show();
      } else {
        act(key);
      }
      event.consume();
    }
  }

  /** Whether a key belongs to a shortcut, to a text field, or presses a button. */
  private static boolean isElsewhere(KeyEvent event) {
    return event.isShortcutDown()
        || event.isAltDown()
        || event.getTarget() instanceof TextInputControl
        || (event.getTarget() instanceof ButtonBase && event.getCode() == KeyCode.SPACE);
  }

  /** Asks who judges, or lets everybody's judgements be seen again. */
  private void blind() {
    if (model.judgeProperty().get().isEmpty()) {
      asked = ReviewKey.BLIND;
      entry.ask("gui.review.judge.ask", "", name -> model.setJudge(name));
    } else {
      model.setJudge("");
      focus();
    }
  }

  private void act(ReviewKey key) {
    ReviewCard now = model.cardProperty().get();
    switch (key) {
      case FAMILY -> family();
      case NARROW -> narrowing.focus();
      case BLIND -> blind();
      case BEFORE -> queues.turn(-1);
      case AFTER -> queues.turn(1);
      default -> {
        if (now != null) {
          judge(key, now);
        } else if (key == ReviewKey.NEXT && again.isVisible()) {
          goAgain();
        }
      }
    }
  }

  private void family() {
    if (model.families().offerProperty().get() == null) {
      workbench.tell(Notice.Kind.INFO, messages.text("gui.review.family.none"));
    }
    model.families().toggle();
    focus();
  }

  private void judge(ReviewKey key, ReviewCard now) {
    switch (key) {
      case ACCEPT -> model.accept();
      case REJECT -> model.reject(null);
      case UNSURE -> model.unsure();
      case NEXT -> model.next();
      case INFLECTION, NOTE, EDIT -> ask(key, now);
      default -> {}
    }
  }

  private void ask(ReviewKey key, ReviewCard now) {
    asked = key;
    switch (key) {
      case INFLECTION ->
          entry.askLemma(now.pair().source(), model.lemmaGuess(), model::acceptInflection);
      case NOTE ->
          entry.ask(
              "gui.review.note",
              model.note(),
              text -> {
                model.setNote(text);
                card.showNote(model.note());
              });
      case EDIT -> entry.askPair(now.pair(), model::acceptEdited);
      default -> {}
    }
  }
}
