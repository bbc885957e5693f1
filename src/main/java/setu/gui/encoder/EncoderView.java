package setu.gui.encoder;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import setu.core.encode.TokenizedText;
import setu.core.encode.TokenizedText.Loss;
import setu.core.encode.TokenizedText.Token;
import setu.core.neighbor.NeighborSearches;
import setu.core.workspace.ShippedFiles;
import setu.gui.common.Icons;
import setu.gui.common.Joiners;
import setu.gui.common.LanguageNames;
import setu.gui.common.OpenProject;
import setu.gui.common.Paragraph;
import setu.gui.common.Side;
import setu.gui.common.Tip;
import setu.gui.common.View;
import setu.gui.common.WordLabel;
import setu.gui.common.Workbench;
import setu.gui.encoder.EncoderViewModel.Encoded;
import setu.gui.encoder.WordBank.Near;
import setu.message.Messages;

/** A box to type into, the tokens the model saw, and the nearest words of both languages. */
public final class EncoderView implements View {
  private static final double READ_AT_LEAST = 220;
  private static final Duration TYPING_PAUSE = Duration.millis(350);

  private final Workbench workbench;
  private final Messages messages;
  private final EncoderViewModel model;
  private final TextField text = new TextField();
  private final Label facts = new Label();
  private final FlowPane tokens = new FlowPane(6, 6);
  private final VBox losses = new VBox(2);
  private final HBox near = new HBox(32);
  private final BorderPane node = new BorderPane();

  /** The view of a window's model, in one language. */
  public EncoderView(Workbench workbench, Messages messages) {
    this.workbench = workbench;
    this.messages = messages;
    this.model =
        new EncoderViewModel(
            workbench, NeighborSearches.best(), ShippedFiles.of("assets/encoder-sample"));
    node.getStyleClass().add("encoder");
    node.getStylesheets().add(View.stylesheet("encoder"));
    node.setTop(bar());
    VBox read = new VBox(10, tokens, losses);
    read.setMinWidth(READ_AT_LEAST);
    HBox.setHgrow(read, Priority.ALWAYS);
    near.setMinWidth(Region.USE_PREF_SIZE);
    HBox result = new HBox(24, read, near);
    result.getStyleClass().add("encoder-result");
    ScrollPane scroll = new ScrollPane(result);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    node.setCenter(scroll);
    model.encodedProperty().subscribe(this::show);
    model.modelProperty().subscribe(folder -> showFacts(null));
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void dispose() {
    model.dispose();
  }

  /** Goes on with the text and the model of a view in another language. */
  public void takeOver(EncoderView other) {
    model.modelProperty().set(other.model.modelProperty().get());
    text.setText(other.text.getText());
  }

  /** Puts the keyboard into the box. */
  public void focus() {
    text.requestFocus();
  }

  private Node bar() {
    text.setPromptText(messages.text("gui.encoder.prompt"));
    text.setAccessibleText(messages.text("gui.encoder.prompt"));
    text.getStyleClass().add(WordLabel.STYLE);
    HBox.setHgrow(text, Priority.ALWAYS);
    PauseTransition pause = new PauseTransition(TYPING_PAUSE);
    pause.setOnFinished(e -> model.encode(text.getText()));
    text.textProperty().subscribe(typed -> pause.playFromStart());
    text.setOnAction(
        e -> {
          pause.stop();
          model.encode(text.getText());
        });
    ProgressIndicator busy = new ProgressIndicator();
    busy.setPrefSize(16, 16);
    busy.visibleProperty().bind(model.busyProperty());
    facts.getStyleClass().add("text-muted");
    facts.setMinWidth(Region.USE_PREF_SIZE);
    Button choose = new Button(messages.text("gui.encoder.choose"), Icons.of(Feather.FOLDER));
    choose.setOnAction(e -> choose());
    HBox bar = new HBox(10, text, busy, facts, choose);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("encoder-bar");
    return bar;
  }

  private void choose() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(messages.text("gui.encoder.choose"));
    File folder = chooser.showDialog(node.getScene().getWindow());
    if (folder != null) {
      model.modelProperty().set(folder.toPath());
      model.encode(text.getText());
    }
  }

  private void showFacts(@Nullable Encoded encoded) {
    Path folder = model.modelProperty().get();
    String name = String.valueOf(folder.getFileName());
    if (encoded == null) {
      facts.setText(name);
      return;
    }
    facts.setText(messages.text("gui.encoder.facts", name, encoded.dimensions(), encoded.device()));
    String fallback = encoded.fallback();
    Tip.on(facts, fallback == null ? "" : messages.text("gui.encoder.fallback", fallback));
  }

  private void show(@Nullable Encoded encoded) {
    tokens.getChildren().clear();
    losses.getChildren().clear();
    near.getChildren().clear();
    showFacts(encoded);
    if (encoded == null) {
      Paragraph hint = new Paragraph(messages.text("gui.encoder.hint"));
      hint.getStyleClass().add("text-muted");
      losses.getChildren().add(hint);
      return;
    }
    showTokens(encoded.tokens());
    if (!encoded.tokens().hasKnownToken()) {
      losses.getChildren().add(new Label(messages.text("gui.encoder.nothingKnown")));
    }
    encoded.near().forEach((side, words) -> near.getChildren().add(list(side, words)));
  }

  private void showTokens(TokenizedText tokenized) {
    for (Token token : tokenized.tokens()) {
      Label chip = new WordLabel(token.piece());
      chip.getStyleClass().add("token");
      if (token.special()) {
        chip.getStyleClass().add("token-special");
      } else if (token.unknown()) {
        chip.setText(tokenized.text().substring(token.start(), token.end()));
        chip.getStyleClass().add("token-unknown");
      }
      Tip.on(chip, messages.text("gui.encoder.token", token.piece(), token.id()));
      tokens.getChildren().add(chip);
    }
    for (Loss loss : tokenized.losses()) {
      String part = visible(tokenized.text().substring(loss.start(), loss.end()));
      Label line =
          new WordLabel(messages.text("loss." + loss.kind().name(), part, visible(loss.seen())));
      line.getStyleClass().add("loss");
      losses.getChildren().add(line);
    }
  }

  /** Joiners and spaces by their code points: they cannot be seen otherwise. */
  private static String visible(String part) {
    StringBuilder shown = new StringBuilder();
    part.codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c) || Character.getType(c) == Character.FORMAT) {
                shown.append(String.format(Locale.ROOT, "U+%04X", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  private Node list(Side side, List<Near> words) {
    OpenProject open = workbench.project();
    Label title =
        new Label(open == null ? "" : LanguageNames.full(LanguageNames.of(open, side), messages));
    title.getStyleClass().add("section-title");
    VBox list = new VBox(2, title);
    for (Near found : words) {
      String form = workbench.word(found.word());
      Hyperlink word = new Hyperlink(Joiners.drawn(form));
      word.getStyleClass().addAll(WordLabel.STYLE, WordLabel.style(side));
      word.setOnAction(e -> workbench.selectedProperty().set(found.word()));
      word.setPrefWidth(130);
      Region filled = new Region();
      double length = 60 * Math.clamp(found.cosine(), 0, 1);
      filled.setPrefWidth(length);
      filled.setMaxWidth(length);
      filled.getStyleClass().add(side == Side.SOURCE ? "bar-home" : "bar-cosine");
      StackPane track = new StackPane(filled);
      track.setAlignment(Pos.CENTER_LEFT);
      track.getStyleClass().addAll("bar-track", "wide");
      Label number = new Label(String.format(Locale.ROOT, "%.3f", found.cosine()));
      number.getStyleClass().add("text-muted");
      HBox row = new HBox(8, word, track, number);
      row.setAlignment(Pos.CENTER_LEFT);
      list.getChildren().add(row);
    }
    return list;
  }
}
