package setu.gui.shell;

import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import setu.core.evaluate.LiveLoop;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.space.EmbeddingSpace;
import setu.gui.common.Icons;
import setu.gui.common.LanguageNames;
import setu.gui.common.OpenProject;
import setu.gui.common.ScoreChange;
import setu.gui.common.Side;
import setu.gui.common.Tip;
import setu.gui.common.View;
import setu.gui.common.WordLabel;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** The head of the window: both spaces, the method, and the scores with what the last edit did. */
final class TopBar implements View {
  private static final String RETRIEVAL = "csls";
  private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");

  private final HBox node = new HBox();
  private final FlowPane chips = new FlowPane(8, 4);
  private final HBox scores = new HBox(18);
  private final Workbench workbench;
  private final Messages messages;
  private final Places places;
  private final ChangedWords changedWords;
  private final Subscription following;
  private boolean scoring;

  TopBar(Workbench workbench, Messages messages, Region menu, Places places) {
    this.workbench = workbench;
    this.messages = messages;
    this.places = places;
    this.changedWords = new ChangedWords(workbench, messages);
    Label brand = new Label("Setu");
    brand.getStyleClass().add("brand");
    brand.setMinWidth(Region.USE_PREF_SIZE);
    // Beside large type the spaces stand one under the other: the scores are never cut short.
    HBox.setHgrow(chips, Priority.ALWAYS);
    chips.setMinWidth(0);
    scores.setMinWidth(Region.USE_PREF_SIZE);
    chips.setAlignment(Pos.CENTER_LEFT);
    scores.setAlignment(Pos.CENTER_RIGHT);
    node.getStyleClass().add("top-bar");
    node.setAlignment(Pos.CENTER_LEFT);
    node.getChildren().addAll(brand, chips, scores, history(), menu);
    following =
        Subscription.combine(
            // After what else the project brings: nobody waits for both.
            workbench.projectProperty().subscribe(open -> Platform.runLater(this::showChips)),
            workbench.answerProperty().subscribe(answer -> showScoresSoon()),
            workbench.previousAnswerProperty().subscribe(answer -> showScoresSoon()),
            workbench.outdatedProperty().subscribe(outdated -> showScoresSoon()),
            workbench.unansweredProperty().subscribe(unanswered -> showScoresSoon()));
  }

  @Override
  public void dispose() {
    following.unsubscribe();
  }

  @Override
  public HBox node() {
    return node;
  }

  private HBox history() {
    Button undo = iconButton(Feather.CORNER_UP_LEFT, "gui.undo", "Ctrl+Z");
    undo.disableProperty().bind(workbench.canUndoProperty().not());
    undo.setOnAction(e -> places.undo());
    Button redo = iconButton(Feather.CORNER_UP_RIGHT, "gui.redo", "Ctrl+Shift+Z");
    redo.disableProperty().bind(workbench.canRedoProperty().not());
    redo.setOnAction(e -> places.redo());
    HBox box = new HBox(undo, redo);
    box.setAlignment(Pos.CENTER);
    box.visibleProperty().bind(workbench.projectProperty().isNotNull());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private Button iconButton(Feather glyph, String key, String keys) {
    Button button = new Button("", Icons.of(glyph));
    button.getStyleClass().addAll("button-icon", "flat");
    button.setAccessibleText(messages.text(key));
    Tip.on(button, messages.text(key) + "  " + keys);
    return button;
  }

  private void showChips() {
    chips.getChildren().clear();
    OpenProject open = workbench.project();
    if (open != null) {
      chips.getChildren().addAll(chip(open, Side.SOURCE), chip(open, Side.TARGET), methodChip());
    }
  }

  /** A space; a click shows its card. */
  private Button chip(OpenProject open, Side side) {
    EmbeddingSpace space = open.space(side);
    Label mark = new Label(side == Side.SOURCE ? "●" : "▲");
    mark.getStyleClass().add(WordLabel.style(side));
    Label language = new Label(language(open, side));
    language.getStyleClass().addAll("chip-language", WordLabel.style(side));
    Label size =
        new Label(
            String.format(
                Locale.ROOT, "%s · %,d × %d", space.name(), space.rows(), space.dimensions()));
    HBox content = new HBox(6, mark, language, size);
    content.setAlignment(Pos.CENTER);
    Button chip = new Button("", content);
    chip.getStyleClass().addAll("chip", "space-chip");
    chip.setOnAction(e -> new SpaceCard(space, workbench, messages).show(chip));
    chip.setMaxHeight(Region.USE_PREF_SIZE);
    chip.setAccessibleText(language.getText() + " " + size.getText());
    int refused = space.report().refused();
    Tip.on(
        chip,
        messages.text(
            "gui.chip.rows",
            space.report().format(),
            String.format(Locale.ROOT, "%,d", space.rows()),
            refused));
    return chip;
  }

  private String language(OpenProject open, Side side) {
    return LanguageNames.full(LanguageNames.of(open, side), messages);
  }

  private HBox methodChip() {
    Label name = new Label();
    name.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::method, workbench.answerProperty(), workbench.answeringProperty()));
    HBox chip = new HBox(name);
    chip.setAlignment(Pos.CENTER);
    chip.getStyleClass().add("chip");
    chip.setMaxHeight(Region.USE_PREF_SIZE);
    return chip;
  }

  private String method() {
    LiveLoop.Answer answer = workbench.answerProperty().get();
    if (answer != null) {
      return messages.text("gui.method.unit", capital(answer.alignment().method()));
    }
    boolean answering = workbench.answeringProperty().get();
    return messages.text(answering ? "gui.method.aligning" : "gui.method.none");
  }

  private static String capital(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** Once for all that an answer changes, and after what else it does. */
  private void showScoresSoon() {
    if (!scoring) {
      scoring = true;
      Platform.runLater(
          () -> {
            scoring = false;
            showScores();
          });
    }
  }

  private void showScores() {
    scores.getChildren().clear();
    OpenProject open = workbench.project();
    LiveLoop.Answer answer = workbench.answerProperty().get();
    if (workbench.unansweredProperty().get()) {
      scores.getChildren().add(answerAgain("gui.score.unanswered"));
    }
    if (open == null || answer == null) {
      return;
    }
    LiveLoop.Answer previous = workbench.previousAnswerProperty().get();
    ScoreChange forward = change(previous, answer, Direction.FORWARD);
    ScoreChange backward = change(previous, answer, Direction.BACKWARD);
    if (forward == null || backward == null) {
      return;
    }
    if (open.test().isEmpty()) {
      scores.getChildren().addAll(untested(), edit(answer, null, forward, backward));
      return;
    }
    scores.getChildren().add(score(LanguageNames.way(open, Direction.FORWARD), forward));
    scores.getChildren().add(score(LanguageNames.way(open, Direction.BACKWARD), backward));
    boolean outdated = workbench.outdatedProperty().get();
    scores.getChildren().forEach(score -> score.pseudoClassStateChanged(OUTDATED, outdated));
    scores
        .getChildren()
        .add(
            outdated
                ? answerAgain("gui.score.outdated")
                : edit(answer, previous, forward, backward));
  }

  /** Says why there is no score; the place of the scores says what to do. */
  private Button untested() {
    Label why = new Label(messages.text("gui.score.untested"));
    why.getStyleClass().add("caption");
    Button button = new Button("", why);
    button.getStyleClass().addAll("flat", "score-button");
    button.setAccessibleText(why.getText());
    button.setOnAction(e -> places.open(Rail.Place.SCORES));
    return button;
  }

  private static @Nullable ScoreChange change(
      LiveLoop.@Nullable Answer previous, LiveLoop.Answer answer, Direction direction) {
    boolean scored =
        answer.scores().stream()
            .anyMatch(s -> s.direction() == direction && s.retrieval().equals(RETRIEVAL));
    return scored ? ScoreChange.between(previous, answer, direction, RETRIEVAL) : null;
  }

  /** A score as a button: what it is, its value, and by how much it moved. */
  private Button score(String direction, ScoreChange change) {
    Label name = new Label(direction + " P@1 · CSLS");
    name.getStyleClass().add("caption");
    Label value =
        new Label(
            Double.isNaN(change.after())
                ? "–"
                : (change.exact() ? "" : "≈ ")
                    + String.format(Locale.ROOT, "%.1f", change.after()));
    value.getStyleClass().add("score");
    HBox line = new HBox(5, value);
    line.setAlignment(Pos.BASELINE_LEFT);
    if (!Double.isNaN(change.delta())) {
      Label delta = new Label(String.format(Locale.ROOT, "%+.1f", change.delta()));
      delta
          .getStyleClass()
          .addAll("delta", change.delta() > 0.04 ? "up" : change.delta() < -0.04 ? "down" : "same");
      line.getChildren().add(delta);
    }
    VBox box = new VBox(name, line);
    box.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button("", box);
    button.getStyleClass().addAll("flat", "score-button");
    button.setAccessibleText(name.getText() + " " + value.getText());
    Tip.on(
        button,
        messages.text(
            "gui.score.covered", change.score().counts().covered(), change.score().counts().all()));
    button.setOnAction(e -> places.open(Rail.Place.SCORES));
    return button;
  }

  /** How long the answer took; of an exact one after a provisional one, how far that was off. */
  private String timing(LiveLoop.Answer answer) {
    OpenProject open = workbench.project();
    boolean tested = open != null && !open.test().isEmpty();
    if (tested && !Double.isNaN(answer.difference())) {
      return messages.text(
          "gui.score.exactAfter", String.format(Locale.ROOT, "%.1f", answer.difference()));
    }
    String format = answer.seconds() < 1 ? "%.2f" : "%.1f";
    return messages.text("gui.score.time", String.format(Locale.ROOT, format, answer.seconds()));
  }

  /**
   * Aligns again where that was given up: there are no scores, or older ones than the dictionary.
   */
  private Button answerAgain(String key) {
    Label what = new Label(messages.text(key));
    what.getStyleClass().add("caption");
    Button button = new Button("", new HBox(5, Icons.of(Feather.REFRESH_CW), what));
    button.setId("answer-again");
    button.getStyleClass().addAll("flat", "score-button");
    button.setAccessibleText(what.getText());
    button.setOnAction(e -> workbench.answerAgain());
    return button;
  }

  private Button edit(
      LiveLoop.Answer answer,
      LiveLoop.@Nullable Answer previous,
      ScoreChange forward,
      ScoreChange backward) {
    int gained = forward.gained().size() + backward.gained().size();
    int lost = forward.lost().size() + backward.lost().size();
    Label words =
        new Label(
            previous == null
                ? messages.text(
                    "gui.score.anchors", String.format(Locale.ROOT, "%,d", answer.anchors().size()))
                : messages.text("gui.score.gainedLost", gained, lost));
    Label time = new Label(timing(answer));
    words.getStyleClass().add("caption");
    time.getStyleClass().add("caption");
    VBox box = new VBox(words, time);
    box.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button("", box);
    button.getStyleClass().addAll("flat", "score-button");
    button.setAccessibleText(words.getText());
    button.setOnAction(
        e -> {
          if (gained + lost > 0) {
            changedWords.show(button, forward, backward);
          } else {
            places.open(Rail.Place.SCORES);
          }
        });
    return button;
  }
}
