package setu.gui.scorecard;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import setu.gui.common.SaveChoice;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** Everything about scores: those of the last edit, the benchmark, errors, the spaces. */
public final class ScorecardView implements View {
  private final Exports exports;
  private final ScoresView live;
  private final BenchmarkView benchmark;
  private final ErrorsView errors;
  private final DiagnosticsView spaces;
  private final TimelineView edits;
  private final TabPane tabs = new TabPane();

  /**
   * The view of a window's model, in one language.
   *
   * @param benchmark the benchmark of the window's project; it goes on when the view is disposed of
   * @param showMap brings the map to the middle
   * @param showAnchors brings the anchors to the middle
   */
  public ScorecardView(
      Workbench workbench,
      Messages messages,
      BenchmarkViewModel benchmark,
      Runnable showMap,
      Runnable showAnchors) {
    exports = new Exports(workbench, messages);
    live =
        new ScoresView(
            workbench,
            messages,
            exports,
            tabs.sceneProperty()
                .isNotNull()
                .and(tabs.getSelectionModel().selectedIndexProperty().isEqualTo(0)),
            showMap,
            showAnchors);
    this.benchmark =
        new BenchmarkView(workbench, messages, benchmark, exports, showMap, showAnchors);
    errors = new ErrorsView(workbench, messages, exports, showMap, showAnchors);
    spaces = new DiagnosticsView(workbench, messages, exports);
    edits = new TimelineView(workbench, messages, exports);
    tabs.getStyleClass().addAll("scorecard", "scorecard-tabs");
    tabs.setAccessibleText(messages.text("gui.rail.scores"));
    tabs.getStylesheets().add(View.stylesheet("scorecard"));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getTabs()
        .addAll(
            tab(messages.text("gui.scorecard.tab.live"), live.node()),
            tab(messages.text("gui.scorecard.tab.benchmark"), this.benchmark.node()),
            tab(messages.text("gui.scorecard.tab.errors"), errors.node()),
            tab(messages.text("gui.scorecard.tab.spaces"), spaces.node()),
            tab(messages.text("gui.scorecard.tab.edits"), edits.node()));
  }

  private static Tab tab(String name, Node content) {
    return new Tab(name, content);
  }

  @Override
  public Node node() {
    return tabs;
  }

  /** The place of the tab that is open, from 0. */
  public int tab() {
    return tabs.getSelectionModel().getSelectedIndex();
  }

  /** Opens the tab at {@code place} as a person's click does: nothing long is started. */
  public void reopen(int place) {
    tabs.getSelectionModel().select(place);
  }

  /** Opens the tab at {@code place}, from 0, and starts what it shows where that is quick. */
  public void show(int place) {
    tabs.getSelectionModel().select(place);
    switch (place) {
      case 1 -> benchmark.start();
      case 2 -> errors.start();
      case 3 -> spaces.start();
      case 4 -> edits.start();
      default -> live.focus();
    }
  }

  /** Asks where to export to in another way than by the system's dialog. */
  public void askBy(SaveChoice choice) {
    exports.askBy(choice);
  }

  @Override
  public void dispose() {
    live.dispose();
    benchmark.dispose();
    errors.dispose();
    spaces.dispose();
    edits.dispose();
  }

  /** Puts the keyboard into the scores. */
  public void focus() {
    if (tabs.getSelectionModel().getSelectedIndex() == 0) {
      live.focus();
    } else {
      tabs.requestFocus();
    }
  }
}
