package setu.gui.scorecard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import setu.gui.common.FirstVisit;
import setu.gui.common.SaveChoice;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** Everything about scores: those of the last edit, the benchmark, errors, the spaces. */
public final class ScorecardView implements View {
  private final Messages messages;
  private final Exports exports;
  private final FirstVisit<ScoresView> live;
  private final FirstVisit<BenchmarkView> benchmark;
  private final FirstVisit<ErrorsView> errors;
  private final FirstVisit<DiagnosticsView> spaces;
  private final FirstVisit<TimelineView> edits;
  private final Map<Tab, Supplier<Node>> contents = new HashMap<>();
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
    this.messages = messages;
    exports = new Exports(workbench, messages);
    ObservableValue<Boolean> seen =
        tabs.sceneProperty()
            .isNotNull()
            .and(tabs.getSelectionModel().selectedIndexProperty().isEqualTo(0));
    live =
        new FirstVisit<>(
            () -> new ScoresView(workbench, messages, exports, seen, showMap, showAnchors));
    this.benchmark =
        new FirstVisit<>(
            () -> new BenchmarkView(workbench, messages, benchmark, exports, showMap, showAnchors));
    errors =
        new FirstVisit<>(() -> new ErrorsView(workbench, messages, exports, showMap, showAnchors));
    spaces = new FirstVisit<>(() -> new DiagnosticsView(workbench, messages, exports));
    edits = new FirstVisit<>(() -> new TimelineView(workbench, messages, exports));
    tabs.getStyleClass().addAll("scorecard", "scorecard-tabs");
    tabs.setAccessibleText(messages.text("gui.rail.scores"));
    tabs.getStylesheets().add(View.stylesheet("scorecard"));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tab("live", live);
    tab("benchmark", this.benchmark);
    tab("errors", errors);
    tab("spaces", spaces);
    tab("edits", edits);
    tabs.sceneProperty().subscribe(scene -> open());
    tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> open());
  }

  /** A tab whose view is made when it is first seen: making all at once is felt as a wait. */
  private void tab(String name, FirstVisit<? extends View> view) {
    Tab tab = new Tab(messages.text("gui.scorecard.tab." + name));
    contents.put(tab, () -> view.view().node());
    tabs.getTabs().add(tab);
  }

  private void open() {
    if (tabs.getScene() != null) {
      makeOpen();
    }
  }

  /** Makes what the open tab shows, though nobody sees it yet. */
  public void makeOpen() {
    Tab open = tabs.getSelectionModel().getSelectedItem();
    Supplier<Node> content = contents.get(open);
    if (content != null && open.getContent() == null) {
      open.setContent(content.get());
    }
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
      case 1 -> benchmark.view().start();
      case 2 -> errors.view().start();
      case 3 -> spaces.view().start();
      case 4 -> edits.view().start();
      default -> live.view().focus();
    }
  }

  /** Asks where to export to in another way than by the system's dialog. */
  public void askBy(SaveChoice choice) {
    exports.askBy(choice);
  }

  @Override
  public void dispose() {
    List.of(live, benchmark, errors, spaces, edits).forEach(FirstVisit::dispose);
  }

  /** Puts the keyboard into the scores. */
  public void focus() {
    if (tabs.getSelectionModel().getSelectedIndex() == 0) {
      live.view().focus();
    } else {
      tabs.requestFocus();
    }
  }
}
