package setu.gui.shell;

import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import setu.core.space.SpacePreview;
import setu.gui.common.LanguageNames;
import setu.gui.common.PairPreview;
import setu.gui.common.RowLimits;
import setu.gui.common.Side;
import setu.gui.common.WordLabel;
import setu.message.Messages;

/** What two large files hold, and the question how many of their rows to read. */
final class PreviewPane {
  /** The rows offered where there are more: the vocabulary that published scores are of. */
  static final int USUAL_ROWS = 200_000;

  private static final int SHOWN_ROWS = 8;
  private static final double WIDTH = 430;

  private final HBox node = new HBox(16);
  private final Choice ofSource;
  private final Choice ofTarget;
  private final Messages messages;

  PreviewPane(PairPreview preview, Messages messages) {
    this.messages = messages;
    node.setAlignment(Pos.TOP_CENTER);
    ofSource = new Choice(preview.ofSource(), preview.limits().source(), Side.SOURCE);
    ofTarget = new Choice(preview.ofTarget(), preview.limits().target(), Side.TARGET);
    node.getChildren()
        .addAll(card(preview, Side.SOURCE, ofSource), card(preview, Side.TARGET, ofTarget));
  }

  HBox node() {
    return node;
  }

  /** The rows chosen. */
  RowLimits limits() {
    return new RowLimits(ofSource.limit(), ofTarget.limit());
  }

  private VBox card(PairPreview pair, Side side, Choice choice) {
    SpacePreview preview = pair.of(side);
    Label mark = new Label(side == Side.SOURCE ? "●" : "▲");
    mark.getStyleClass().add(WordLabel.style(side));
    String language = preview.scripts().language();
    Label name =
        new Label(
            pair.file(side).getFileName()
                + (language.equals("und") ? "" : " · " + LanguageNames.full(language, messages)));
    name.getStyleClass().add("title-4");
    HBox title = new HBox(6, mark, name);
    title.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(10, title, facts(preview), caption("gui.preview.first"), first(preview));
    card.getChildren().addAll(caption("gui.preview.rowsToOpen"), choice.node);
    card.getStyleClass().add("preview-card");
    card.setPrefWidth(WIDTH);
    return card;
  }

  private GridPane facts(SpacePreview preview) {
    GridPane facts = new GridPane(16, 4);
    String rows = number(preview.rows());
    fact(
        facts,
        "gui.space.format",
        preview.format()
            + (preview.gzip() ? " · gzip" : "")
            + " · "
            + size((double) preview.bytes()));
    fact(
        facts, "gui.space.rows", preview.exact() ? rows : messages.text("gui.preview.about", rows));
    fact(facts, "gui.space.dimensions", number(preview.dimensions()));
    fact(
        facts,
        "gui.preview.memory",
        messages.text("gui.preview.about", size((double) preview.memory())));
    return facts;
  }

  private void fact(GridPane facts, String key, String value) {
    Label name = caption(key);
    Label label = new Label(value);
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.setLabelFor(label);
    facts.addRow(facts.getRowCount(), name, label);
  }

  private Label caption(String key) {
    Label label = new Label(messages.text(key));
    label.getStyleClass().add("caption");
    return label;
  }

  /** The first words with the first of their numbers. */
  private GridPane first(SpacePreview preview) {
    GridPane rows = new GridPane(12, 2);
    rows.getStyleClass().add("preview-rows");
    for (SpacePreview.Row row :
        preview.first().subList(0, Math.min(SHOWN_ROWS, preview.first().size()))) {
      Label word = new Label(row.word());
      word.getStyleClass().add(WordLabel.STYLE);
      word.setMaxWidth(WIDTH / 3);
      Label numbers =
          new Label(
              row.numbers().stream()
                      .limit(5)
                      .map(number -> String.format(Locale.ROOT, "%.3f", number))
                      .collect(Collectors.joining("  "))
                  + (row.numbers().isEmpty() ? "" : "  …"));
      numbers.getStyleClass().add("text-muted");
      rows.addRow(rows.getRowCount(), word, numbers);
    }
    return rows;
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String size(double bytes) {
    return bytes < 1e9
        ? String.format(Locale.ROOT, "%.0f MB", Math.max(1, bytes / 1e6))
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  /** All rows of a file, or the most frequent ones. */
  private final class Choice {
    private final VBox node = new VBox(6);
    private final RadioButton all;
    private final Spinner<Integer> most;

    Choice(SpacePreview preview, int before, Side side) {
      int rows = (int) Math.min(Integer.MAX_VALUE - 1, Math.max(1, preview.rows()));
      ToggleGroup group = new ToggleGroup();
      all = new RadioButton(messages.text("gui.preview.all"));
      all.setToggleGroup(group);
      all.setId("preview-all-" + side);
      RadioButton some = new RadioButton(messages.text("gui.preview.most"));
      some.setToggleGroup(group);
      some.setId("preview-most-" + side);
      most = new Spinner<>(1, rows, Math.min(rows, before < rows ? before : USUAL_ROWS), 10_000);
      TextFormatter<Integer> typed = new TextFormatter<>(new RowCount(most), most.getValue());
      most.getValueFactory().setConverter(typed.getValueConverter());
      most.getEditor().setTextFormatter(typed);
      typed.valueProperty().bindBidirectional(most.getValueFactory().valueProperty());
      most.setEditable(true);
      most.setId("preview-rows-" + side);
      most.setPrefWidth(130);
      most.getEditor().setAccessibleText(messages.text("gui.preview.most"));
      most.disableProperty().bind(some.selectedProperty().not());
      Label memory = new Label();
      memory.getStyleClass().add("text-muted");
      Runnable tell =
          () -> {
            double part = all.isSelected() ? 1 : (double) most.getValue() / rows;
            memory.setText(
                messages.text("gui.preview.memoryOf", size(preview.memory() * Math.min(1, part))));
          };
      group.selectToggle(before < rows || rows > USUAL_ROWS ? some : all);
      group.selectedToggleProperty().subscribe(toggle -> tell.run());
      most.valueProperty().subscribe(value -> tell.run());
      HBox line = new HBox(8, some, most);
      line.setAlignment(Pos.CENTER_LEFT);
      node.getChildren().addAll(line, all, memory);
    }

    int limit() {
      if (all.isSelected()) {
        return Integer.MAX_VALUE;
      }
      most.commitValue();
      return most.getValue();
    }
  }

  /** A number of rows, typed with or without separators; anything else leaves it as it was. */
  private static final class RowCount extends StringConverter<Integer> {
    private final Spinner<Integer> rows;

    RowCount(Spinner<Integer> rows) {
      this.rows = rows;
    }

    @Override
    public String toString(Integer count) {
      return number(count);
    }

    @Override
    public Integer fromString(String typed) {
      String digits = typed.replaceAll("[,_'’\\s\\h]", "");
      return digits.matches("\\p{Nd}{1,18}")
          ? Math.clamp(Long.parseLong(digits), 0, Integer.MAX_VALUE)
          : rows.getValue();
    }
  }
}
