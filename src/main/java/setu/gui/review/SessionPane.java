package setu.gui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import setu.core.align.ErrorRate;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.gui.common.Joiners;
import setu.gui.common.Paragraph;
import setu.gui.common.Thousands;
import setu.gui.common.Tip;
import setu.gui.common.WordLabel;
import setu.message.Messages;

/** What was judged in this session: counts, pace, agreement, the effect on P@1, and the trail. */
final class SessionPane {
  private final ReviewSession session;
  private final Messages messages;
  private final GridPane figures = new GridPane();
  private final List<Figure> rows = new ArrayList<>();
  private final VBox node = new VBox();

  /** A row of figures, kept from one judgement to the next. */
  private record Figure(Paragraph name, Label number) {}

  SessionPane(ReviewSession session, Messages messages) {
    this.session = session;
    this.messages = messages;
    Label title = new Label(messages.text("gui.review.session"));
    title.getStyleClass().add("section-title");
    ListView<Judged> trail = new ListView<>(session.trail());
    trail.setAccessibleText(messages.text("gui.review.trail"));
    trail.setPlaceholder(Paragraph.placeholder(messages.text("gui.review.noTrail")));
    trail.setCellFactory(list -> new TrailCell());
    VBox.setVgrow(trail, Priority.ALWAYS);
    figures.getStyleClass().add("session-figures");
    node.getStyleClass().add("session");
    node.getChildren().addAll(title, figures, trail);
    show();
  }

  Node node() {
    return node;
  }

  /** Shows today's figures. */
  void show() {
    int row = 0;
    for (AnchorStatus verdict :
        new AnchorStatus[] {AnchorStatus.ACCEPTED, AnchorStatus.REJECTED, AnchorStatus.UNSURE}) {
      row = figure(row, "anchorStatus." + verdict.name(), Thousands.of(session.count(verdict)));
    }
    double pace = session.pace();
    row =
        figure(
            row,
            "gui.review.pace",
            Double.isNaN(pace) ? "–" : String.format(Locale.ROOT, "%.0f", pace));
    ErrorRate differing = session.disagreement();
    if (differing.judged() > 0) {
      int same = differing.judged() - differing.wrong();
      String of = Thousands.of(same) + " / " + Thousands.of(differing.judged());
      row = figure(row, "gui.review.agreement", of);
    }
    ErrorRate sampled = session.sampled();
    if (sampled.judged() > 0) {
      row = figure(row, "gui.review.errors", percent(sampled.rate()));
      row =
          figure(
              row, "gui.review.interval", percent(sampled.low()) + " – " + percent(sampled.high()));
    }
    double before = session.precisionAtStart();
    double now = session.precision();
    if (!Double.isNaN(before) && !Double.isNaN(now)) {
      row =
          figure(
              row, "gui.review.precision", String.format(Locale.ROOT, "%.1f → %.1f", before, now));
    }
    while (rows.size() > row) {
      Figure last = rows.removeLast();
      figures.getChildren().removeAll(last.name(), last.number());
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private int figure(int row, String key, String value) {
    if (row == rows.size()) {
      Figure made = new Figure(new Paragraph(""), new Label());
      made.name().getStyleClass().add("text-muted");
      made.name().setMinHeight(Region.USE_PREF_SIZE);
      GridPane.setHgrow(made.name(), Priority.ALWAYS);
      made.number().getStyleClass().add("session-number");
      made.number().setMinWidth(Region.USE_PREF_SIZE);
      figures.addRow(row, made.name(), made.number());
      rows.add(made);
    }
    rows.get(row).name().set(messages.text(key));
    rows.get(row).number().setText(value);
    return row + 1;
  }

  /** A judged pair with its verdict. */
  private final class TrailCell extends ListCell<Judged> {
    private final WordLabel pair = new WordLabel("");
    private final Label chip = new Label();
    private final Paragraph why = new Paragraph("");
    private final HBox verdict = new HBox(6, chip, why);
    private final VBox box = new VBox(pair, verdict);

    TrailCell() {
      chip.setMinWidth(Region.USE_PREF_SIZE);
      why.getStyleClass().addAll(WordLabel.STYLE, "trail-why");
      HBox.setHgrow(why, Priority.ALWAYS);
      verdict.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Judged judged, boolean empty) {
      super.updateItem(judged, empty);
      if (empty || judged == null) {
        setGraphic(null);
        Tip.on(this, "");
        return;
      }
      String words = judged.words().source() + " – " + judged.words().target();
      String pairs =
          judged.group() == null
              ? words
              : messages.text("gui.review.family.trail", words, judged.pairs());
      String said = messages.text("anchorStatus." + judged.verdict().name());
      pair.show(pairs);
      chip.setText(said);
      List<String> styles =
          List.of(
              "label", "status-chip", "status-" + judged.verdict().name().toLowerCase(Locale.ROOT));
      if (!chip.getStyleClass().equals(styles)) {
        chip.getStyleClass().setAll(styles);
      }
      String because = why(judged);
      why.set(because);
      String verdicts = because.isEmpty() ? said : said + " · " + because;
      // All of it, where the list is too narrow.
      Tip.on(this, Joiners.drawn(pairs + "\n" + verdicts));
      setGraphic(box);
    }

    /** The reason given, or the word of which it is an inflection; empty for neither. */
    private String why(Judged judged) {
      RejectReason reason = RejectReason.of(judged.reason());
      if (reason != null) {
        return messages.text("gui.review.reason." + reason.name());
      }
      return judged.reason().startsWith(DoubleBlind.INFLECTION_OF)
          ? messages.text(
              "gui.review.inflectionOf",
              judged.reason().substring(DoubleBlind.INFLECTION_OF.length()))
          : "";
    }
  }
}
