package setu.gui.map;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.projection.Tsne;
import setu.core.projection.Umap;
import setu.gui.common.KeyHint;
import setu.gui.common.LanguageNames;
import setu.gui.common.OpenProject;
import setu.gui.common.Side;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.gui.map.MapLayout.Method;
import setu.message.Messages;

/**
 * Both languages in one projection, linked with the workbench: what is selected here is selected
 * everywhere, and an edit of the dictionary moves the points.
 */
public final class MapView implements View {
  private static final double LEGEND_ROOM = 165;

  /** As {@link MapGestures} hears them. */
  private static final List<String> KEYS =
      List.of("← → ↑ ↓", "Shift+← → ↑ ↓", "+ · −", "0", "N · P");

  private final Workbench workbench;
  private final Messages messages;
  private final MapViewModel model;
  private final StackPane node = new StackPane();
  private final MapCanvas canvas = new MapCanvas();
  private final HoverCard card = new HoverCard();
  private final PaletteProbe probe = new PaletteProbe();
  private final MapSearch search;
  private final MapLink link;
  private final ExportPanel export;
  private final SelectionMenu selections;
  private final Subscription keeping;
  private final BooleanBinding drawn;

  /** The view of a window's model, in one language. */
  public MapView(Workbench workbench, Messages messages) {
    this.workbench = workbench;
    this.messages = messages;
    this.model =
        new MapViewModel(
            workbench.tasks(),
            new LayoutMethods(
                Map.of(Method.TSNE, new Tsne(), Method.UMAP, new Umap()), Workbench.SEED),
            messages.text("gui.map.task"),
            workbench::fail);
    this.drawn = model.stateProperty().isEqualTo(MapViewModel.State.READY);
    this.link = new MapLink(workbench, messages, model, canvas, probe);
    this.search = new MapSearch(workbench, messages, link::goTo, canvas::requestFocus);
    model.pointsProperty().subscribe(search::search);
    model.pointsProperty().subscribe(points -> card.hide());
    new MapGestures(canvas, new MapHand(workbench, messages, canvas, card, this::language));
    this.export = new ExportPanel(workbench, messages, this::newExport);
    MapSelections kept = new MapSelections(workbench, messages);
    this.selections = new SelectionMenu(workbench, messages, kept, model);
    this.keeping = workbench.projectProperty().subscribe(kept::read);
    assemble();
  }

  private @Nullable MapExport newExport() {
    LayoutMethods.Layouts layouts = model.layoutsProperty().get();
    return layouts == null || canvas.picture() == null
        ? null
        : new MapExport(canvas, layouts.aligned(), messages.text("gui.map.about"));
  }

  /** The keys of the map. */
  public static List<KeyHint> keyHints(Messages messages) {
    List<KeyHint> hints = new ArrayList<>();
    for (String key : KEYS) {
      hints.add(new KeyHint(key, messages.text("gui.map.key." + (hints.size() + 1))));
    }
    return hints;
  }

  @Override
  public Node node() {
    return node;
  }

  /** Whether the project's words are laid out and drawn. */
  public ObservableValue<Boolean> drawnProperty() {
    return drawn;
  }

  /** Changes whenever points are to stand at other places. */
  public ObservableValue<?> placesProperty() {
    return model.positionsProperty();
  }

  /**
   * Draws the aligned map, without its controls, on white.
   *
   * @throws setu.core.fault.FileFault if the picture cannot be written
   */
  public void save(Path png) {
    MapLayout layout = model.layoutsProperty().get().aligned();
    MapSnapshot.draw(model.pointsProperty().get(), layout.places(), png);
  }

  /** Whether the project's words are laid out and drawn, and their trustworthiness measured. */
  public ReadOnlyBooleanProperty readyProperty() {
    return model.settledProperty();
  }

  /** Puts the cursor into the search field. */
  public void search() {
    search.node().requestFocus();
    search.node().selectAll();
  }

  /** Asks what kind of file the map shall be written into. */
  public void export() {
    export.show();
  }

  /** Writes the map into a file, as its panel does. */
  void save(MapExport.Format format, MapExport.Options options, Path file) {
    export.write(format, options, file);
  }

  /** Things jump rather than move. */
  public void setReducedMotion(boolean reduced) {
    canvas.setReducedMotion(reduced);
    model.setLive(!reduced);
  }

  /** Lays the words out by a method, {@code PCA}, {@code TSNE} or {@code UMAP}. */
  public void lay(String method, int dimensions) {
    model.dimensionsProperty().set(dimensions);
    model.methodProperty().set(Method.valueOf(method));
  }

  /** Goes on where a view in another language was. */
  public void takeOver(MapView other) {
    model.takeOver(other.model);
    canvas.look(other.canvas);
  }

  /** The model, for tests and pictures. */
  MapViewModel model() {
    return model;
  }

  MapCanvas canvas() {
    return canvas;
  }

  private void assemble() {
    node.getStyleClass().add("map");
    node.getStylesheets().add(View.stylesheet("map"));
    node.setMinSize(0, 0);
    MapToolbar toolbar =
        new MapToolbar(model, messages, search.node(), selections.node(), export.node());
    Node legend = new MapLegend(model, messages, this::language).node();
    Node morph = new MorphSlider(model, messages).node();
    Node states = new MapStates(model, messages).node();
    StackPane.setAlignment(toolbar.node(), Pos.TOP_LEFT);
    StackPane.setAlignment(legend, Pos.TOP_RIGHT);
    StackPane.setMargin(legend, new Insets(10, 12, 0, 0));
    StackPane.setMargin(toolbar.node(), new Insets(0, LEGEND_ROOM, 0, 0));
    StackPane.setAlignment(morph, Pos.BOTTOM_CENTER);
    StackPane.setMargin(morph, new Insets(0, 12, 12, 12));
    node.getChildren().addAll(probe.node(), canvas, states, legend, morph, toolbar.node(), card);
    canvas.setPanels(new MapPanels(List.of(toolbar.node()), List.of(morph), List.of(legend)));
    canvas.setAccessibleText(messages.text("gui.map.about"));
    canvas.setAccessibleHelp(messages.text("gui.map.keys"));
  }

  @Override
  public void dispose() {
    link.dispose();
    selections.dispose();
    keeping.unsubscribe();
    canvas.land();
    model.close();
  }

  /** What the language of a side is called. */
  private String language(Side side) {
    OpenProject open = workbench.project();
    return open == null ? "" : LanguageNames.full(LanguageNames.of(open, side), messages);
  }
}
