package setu.gui.inspector;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.evaluate.WordInspection;
import setu.core.evaluate.WordInspection.Candidate;
import setu.core.neighbor.NeighborSearches;
import setu.core.space.Iso15919;
import setu.gui.common.Joiners;
import setu.gui.common.LanguageNames;
import setu.gui.common.OpenProject;
import setu.gui.common.Paragraph;
import setu.gui.common.Side;
import setu.gui.common.Tip;
import setu.gui.common.TypeSize;
import setu.gui.common.View;
import setu.gui.common.WordLabel;
import setu.gui.common.WordRef;
import setu.gui.common.Workbench;
import setu.gui.inspector.InspectorViewModel.Explained;
import setu.gui.inspector.InspectorViewModel.Inspected;
import setu.message.Messages;

/** Shows the selected word: what it is, its anchors, its neighbours across and at home. */
public final class InspectorView implements View {
  /** Anchors shown of a word before more are asked for. */
  private static final int ANCHORS = 24;

  private static final double BAR = 46;
  private static final double NARROWEST = 318;

  private static final List<AnchorStatus> BY_STATUS =
      List.of(
          AnchorStatus.ACCEPTED,
          AnchorStatus.CANDIDATE,
          AnchorStatus.UNSURE,
          AnchorStatus.REJECTED);

  private final Workbench workbench;
  private final Messages messages;
  private final InspectorViewModel model;
  private @Nullable Inspected shown;
  private final VBox content = new VBox();
  private final ScrollPane node = new ScrollPane(content);
  private final WhyPane why;

  /** The view of a window's model, in one language. */
  public InspectorView(Workbench workbench, Messages messages) {
    this.workbench = workbench;
    this.messages = messages;
    node.getStylesheets().add(View.stylesheet("inspector"));
    node.setFitToWidth(true);
    node.minWidthProperty().bind(TypeSize.of(NARROWEST));
    node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    node.getStyleClass().addAll("inspector", "edge-to-edge");
    content.getStyleClass().add("inspector-content");
    why = new WhyPane(messages, this::link);
    model = new InspectorViewModel(workbench, NeighborSearches.best());
    model.inspectedProperty().subscribe(this::show);
    model.explainedProperty().subscribe(this::showWhy);
  }

  @Override
  public ScrollPane node() {
    return node;
  }

  @Override
  public void dispose() {
    model.dispose();
  }

  private void show(@Nullable Inspected inspected) {
    Inspected before = shown;
    shown = inspected;
    if (before != null
        && inspected != null
        && before.inspection() != null
        && inspected.inspection() != null
        && before.word().equals(inspected.word())) {
      exchange(before, inspected, inspected.inspection());
    } else {
      showAnew(inspected);
    }
  }

  /** Makes only what an edit or an answer has changed: the rest of the same word stays. */
  private void exchange(Inspected before, Inspected now, WordInspection inspection) {
    boolean otherAnchors = !now.anchors().equals(before.anchors());
    boolean otherFigures = !inspection.equals(before.inspection());
    if (otherAnchors) {
      content.getChildren().set(0, head(now));
      content.getChildren().set(1, anchors(now));
    }
    if (otherAnchors || otherFigures) {
      content.getChildren().set(2, across(now, inspection));
    }
    if (otherFigures) {
      content.getChildren().set(3, home(now, inspection));
    }
  }

  private void showAnew(@Nullable Inspected inspected) {
    content.getChildren().clear();
    if (inspected == null) {
      Paragraph hint = new Paragraph(messages.text("gui.inspector.empty"));
      hint.getStyleClass().add("text-muted");
      content.getChildren().add(hint);
      return;
    }
    content.getChildren().addAll(head(inspected), anchors(inspected));
    WordInspection inspection = inspected.inspection();
    if (inspection != null) {
      content
          .getChildren()
          .addAll(across(inspected, inspection), home(inspected, inspection), why.node());
    }
  }

  private void showWhy(@Nullable Explained explained) {
    if (explained == null) {
      why.show(null, "", "");
    } else {
      why.show(explained, workbench.word(explained.word()), workbench.word(explained.across()));
    }
  }

  /** A row of bars is a button: it asks why. */
  private void asks(Node bars, int row, String form) {
    bars.setFocusTraversable(true);
    bars.setAccessibleRole(AccessibleRole.BUTTON);
    bars.setAccessibleText(messages.text("gui.inspector.whyWord", form));
    bars.getStyleClass().add("asks");
    bars.setOnMouseClicked(e -> model.explain(row));
    bars.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
            model.explain(row);
            e.consume();
          }
        });
  }

  private Node head(Inspected inspected) {
    WordRef ref = inspected.word();
    String form = workbench.word(ref);
    Paragraph word = Paragraph.word(form, ref.side());
    word.getStyleClass().add("inspector-word");
    String latin = Iso15919.isSinhala(form) ? Iso15919.toLatin(form) : "";
    Label romanised = new Label(latin);
    romanised.getStyleClass().addAll("text-muted", "romanised");
    String rank = String.format(Locale.ROOT, "%,d", ref.row() + 1);
    Paragraph facts =
        new Paragraph(messages.text("gui.inspector.rank", language(ref.side()), rank));
    facts.getStyleClass().add("text-muted");
    VBox head = new VBox(word);
    if (!latin.isEmpty()) {
      head.getChildren().add(romanised);
    }
    head.getChildren().add(facts);
    Node twins = new TwinsPane(model, messages, twin -> link(ref.side(), twin)).of(inspected);
    if (twins != null) {
      head.getChildren().add(twins);
    }
    return head;
  }

  private String language(Side side) {
    OpenProject open = workbench.project();
    return open == null ? "" : LanguageNames.full(LanguageNames.of(open, side), messages);
  }

  private Hyperlink link(Side side, String word) {
    Hyperlink link = new Hyperlink(Joiners.drawn(word));
    link.getStyleClass().addAll(WordLabel.STYLE, WordLabel.style(side));
    link.setOnAction(e -> workbench.select(side, word));
    return link;
  }

  private Node anchors(Inspected inspected) {
    FlowPane row = new FlowPane();
    row.getStyleClass().add("inspector-links");
    fill(row, inspected, ANCHORS);
    return row;
  }

  /**
   * Its anchors, which are those accepted; pairs that are not are named with their status.
   *
   * @param most so many of them all; the others are shown when they are asked for
   */
  private void fill(FlowPane row, Inspected inspected, int most) {
    row.getChildren().clear();
    int accepted = of(inspected, AnchorStatus.ACCEPTED).size();
    row.getChildren()
        .add(
            new Label(
                accepted == 0
                    ? messages.text("gui.inspector.noAnchors")
                    : messages.text("gui.inspector.anchors", accepted)));
    int shown = 0;
    for (AnchorStatus status : BY_STATUS) {
      List<Anchor> anchors = of(inspected, status);
      anchors = anchors.subList(0, Math.min(anchors.size(), most - shown));
      shown += anchors.size();
      if (status != AnchorStatus.ACCEPTED && !anchors.isEmpty()) {
        String name = messages.text("anchorStatus." + status.name());
        row.getChildren().add(new Label(messages.text("gui.inspector.others", name)));
      }
      for (Anchor anchor : anchors) {
        row.getChildren().add(link(inspected, anchor));
      }
    }
    int further = inspected.anchors().size() - shown;
    if (further > 0) {
      Hyperlink all = new Hyperlink(messages.text("gui.inspector.further", further));
      all.setOnAction(
          e -> {
            fill(row, inspected, Integer.MAX_VALUE);
            row.getChildren().get(most).requestFocus();
          });
      row.getChildren().add(all);
    }
  }

  private static List<Anchor> of(Inspected inspected, AnchorStatus status) {
    return inspected.anchors().stream().filter(anchor -> anchor.status() == status).toList();
  }

  private Hyperlink link(Inspected inspected, Anchor anchor) {
    Side side = inspected.word().side();
    Hyperlink link = link(side.other(), side == Side.SOURCE ? anchor.target() : anchor.source());
    if (anchor.status() != AnchorStatus.ACCEPTED) {
      link.getStyleClass().add("not-accepted");
    }
    Tip.on(link, messages.text("anchorStatus." + anchor.status().name()));
    return link;
  }

  // Neighbours.

  private Node across(Inspected inspected, WordInspection inspection) {
    Side side = inspected.word().side().other();
    GridPane grid = grid(2);
    grid.add(title(messages.text("gui.inspector.across", language(side))), 0, 0, 3, 1);
    grid.add(caption("cosine"), 1, 1);
    grid.add(caption("csls"), 2, 1);
    double highest = inspection.across().stream().mapToDouble(Candidate::csls).max().orElse(1);
    double lowest = inspection.across().stream().mapToDouble(Candidate::csls).min().orElse(0);
    int row = 2;
    for (Candidate candidate : inspection.across()) {
      String form = workbench.word(new WordRef(side, candidate.row()));
      Hyperlink word = link(side, form);
      if (InspectorViewModel.isAnchor(inspected, form)) {
        word.setText("✓ " + form);
        word.setAccessibleText(messages.text("gui.inspector.isAnchor", form));
      }
      // CSLS has no natural zero: its bar runs from just below the lowest that is shown.
      double span = Math.max(highest - lowest, 1e-6);
      double part = 0.15 + 0.85 * (candidate.csls() - lowest) / span;
      Node cosine =
          bar(candidate.cosine(), candidate.cosine(), candidate.rankByCosine(), "bar-cosine");
      Node csls = bar(candidate.csls(), part, candidate.rankByCsls(), "bar-csls");
      asks(csls, candidate.row(), form);
      cosine.setOnMouseClicked(e -> model.explain(candidate.row()));
      grid.addRow(row++, word, cosine, csls);
    }
    return grid;
  }

  private Node home(Inspected inspected, WordInspection inspection) {
    Side side = inspected.word().side();
    GridPane grid = grid(1);
    grid.addRow(0, title(messages.text("gui.inspector.home", language(side))), caption("cosine"));
    int row = 1;
    for (Candidate candidate : inspection.home()) {
      grid.addRow(
          row++,
          link(side, workbench.word(new WordRef(side, candidate.row()))),
          bar(candidate.cosine(), candidate.cosine(), 0, "bar-home"));
    }
    return grid;
  }

  private static GridPane grid(int bars) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("inspector-grid");
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    words.setMinWidth(70);
    grid.getColumnConstraints().add(words);
    for (int i = 0; i < bars; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.minWidthProperty().bind(TypeSize.of(94));
      column.prefWidthProperty().bind(TypeSize.of(94));
      grid.getColumnConstraints().add(column);
    }
    return grid;
  }

  private static Label title(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("section-title");
    return label;
  }

  private Label caption(String name) {
    Label label = new Label(messages.text("gui.inspector.caption." + name));
    label.getStyleClass().add("text-muted");
    Tip.on(label, messages.text("gui.inspector.tip." + name));
    return label;
  }

  /** A bar of {@code part} (0 to 1) with its value, and the rank where it is worth telling. */
  private Node bar(double value, double part, int rank, String style) {
    Region filled = new Region();
    filled.getStyleClass().add(style);
    filled.setMaxWidth(BAR * Math.clamp(part, 0, 1));
    filled.setPrefWidth(BAR * Math.clamp(part, 0, 1));
    StackPane track = new StackPane(filled);
    track.setAlignment(Pos.CENTER_LEFT);
    track.getStyleClass().add("bar-track");
    Label number = new Label(String.format(Locale.ROOT, "%.3f", value));
    number.getStyleClass().add("number");
    number.setMinWidth(Region.USE_PREF_SIZE);
    HBox box = new HBox(track, number);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("bar");
    if (rank == 1) {
      box.getStyleClass().add("first");
    }
    if (rank > 0) {
      Tip.on(box, messages.text("gui.inspector.rankOf", rank));
    }
    return box;
  }
}
