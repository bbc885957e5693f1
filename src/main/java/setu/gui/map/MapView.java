package setu.gui.map;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.WordPair;
import setu.core.math.FloatMatrix;
import setu.core.projection.Projector;
import setu.core.projection.Trustworthiness;
import setu.core.projection.Tsne;
import setu.core.projection.Umap;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.LanguageNames;
import setu.gui.common.OpenProject;
import setu.gui.common.PlacedText;
import setu.gui.common.Shared;
import setu.gui.common.Side;
import setu.gui.common.View;
import setu.gui.common.WordRef;
import setu.gui.common.Workbench;
import setu.gui.map.MapLayout.Method;
import setu.message.Messages;

/**
 * Both languages in one projection, linked with the workbench: what is selected here is selected
 * everywhere, and an edit of the dictionary moves the points.
 */
public final class MapView implements View {
  private static final double NEAR_ZOOM = 4;

  private final Workbench workbench;
  private final Messages messages;
  private final MapViewModel model;
  private final StackPane node = new StackPane();
  private final MapCanvas canvas = new MapCanvas();
  private final HoverCard card = new HoverCard();
  private final PaletteProbe probe = new PaletteProbe();
  private final MapSearch search;
  private final InvalidationListener choice = o -> choose();
  private List<Subscription> following = List.of();
  private final BooleanBinding drawn;
  private boolean selecting;

  /** The view of a window's model, in one language. */
  public MapView(Workbench workbench, Messages messages) {
    this.workbench = workbench;
    this.messages = messages;
    this.model =
        new MapViewModel(
            workbench.tasks(),
            new LayoutMethods(projectors(), MapView::trust, Workbench.SEED),
            messages.text("gui.map.task"),
            workbench::fail);
    this.drawn = model.stateProperty().isEqualTo(MapViewModel.State.READY);
    this.search = new MapSearch(messages, Romanization::plain, this::goTo, canvas::requestFocus);
    new MapGestures(canvas, new Hand());
    assemble();
    follow();
  }

  private static Map<Method, Projector> projectors() {
    return Map.of(Method.TSNE, new Tsne(), Method.UMAP, new Umap());
  }

  private static float[] trust(
      FloatMatrix vectors,
      FloatMatrix coordinates,
      long seed,
      Progress progress,
      Cancellation cancellation) {
    Trustworthiness measured =
        Trustworthiness.of(vectors, coordinates, seed, progress, cancellation);
    float[] byPoint = new float[vectors.rows()];
    for (int i = 0; i < byPoint.length; i++) {
      byPoint[i] = (float) measured.trustworthiness(i);
    }
    return byPoint;
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
    MapSnapshot.draw(model.pointsProperty().get(), layout.x(), layout.y(), png);
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

  /** Things jump rather than move. */
  public void setReducedMotion(boolean reduced) {
    canvas.setReducedMotion(reduced);
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
    node.getStylesheets()
        .add(
            Objects.requireNonNull(MapView.class.getResource("/setu/gui/map.css"))
                .toExternalForm());
    node.setMinSize(0, 0);
    MapToolbar toolbar = new MapToolbar(model, messages, search.node());
    Node legend = new MapLegend(model, messages, this::language).node();
    Node morph = new MorphSlider(model, messages).node();
    Node states = new MapStates(model, messages).node();
    StackPane.setAlignment(toolbar.node(), Pos.TOP_LEFT);
    StackPane.setAlignment(legend, Pos.TOP_RIGHT);
    StackPane.setMargin(legend, new Insets(10, 12, 0, 0));
    StackPane.setMargin(toolbar.node(), new Insets(0, 190, 0, 0));
    StackPane.setAlignment(morph, Pos.BOTTOM_CENTER);
    StackPane.setMargin(morph, new Insets(0, 12, 12, 12));
    node.getChildren().addAll(probe.node(), canvas, states, legend, morph, toolbar.node(), card);
    canvas.setPanels(new MapPanels(List.of(toolbar.node()), List.of(morph), List.of(legend)));
    canvas.setAccessibleText(messages.text("gui.map.about"));
    canvas.setAccessibleHelp(messages.text("gui.map.keys"));
  }

  @Override
  public void dispose() {
    following.forEach(Subscription::unsubscribe);
    workbench.selection().removeListener(choice);
    canvas.land();
    model.close();
  }

  private void follow() {
    probe.paletteProperty().subscribe(this::dress);
    probe.sizeProperty().subscribe(this::dress);
    following =
        List.of(
            workbench.projectProperty().subscribe(this::open),
            workbench.sharedProperty().subscribe(this::lay),
            workbench.anchorsProperty().subscribe(this::anchor),
            workbench.selectedProperty().subscribe(this::select),
            workbench.hoveredProperty().subscribe(this::hover),
            workbench.placedProperty().subscribe(this::mark));
    workbench.selection().addListener(choice);
    model.positionsProperty().subscribe(this::place);
    model.layoutsProperty().subscribe(this::colour);
    model.colouringProperty().subscribe(this::colour);
    model.anchorsShownProperty().subscribe(this::colour);
    model.densityShownProperty().subscribe(this::colour);
  }

  private void dress() {
    MapPicture picture = canvas.picture();
    if (picture != null) {
      picture.palette = probe.paletteProperty().get();
      picture.fontSize = probe.sizeProperty().get();
      canvas.redraw();
    }
  }

  private void open(@Nullable OpenProject open) {
    canvas.show(null);
    card.hide();
    MapPoints points =
        open == null
            ? null
            : new MapPoints(open.source().vocabulary().words(), open.target().vocabulary().words());
    model.show(points);
    search.search(points);
    lay(workbench.sharedProperty().get());
  }

  private void lay(@Nullable Shared shared) {
    MapPoints points = model.pointsProperty().get();
    if (shared != null
        && points != null
        && shared.source().rows() == points.sources()
        && shared.target().rows() == points.size() - points.sources()) {
      model.lay(new MapSpaces(shared.unaligned(), shared.source(), shared.target()));
    }
  }

  private void place(MapViewModel.@Nullable Positions positions) {
    MapPoints points = model.pointsProperty().get();
    if (positions == null || points == null) {
      canvas.show(null);
      return;
    }
    MapPicture picture = canvas.picture();
    if (picture == null || !picture.points.equals(points)) {
      MapPicture made =
          new MapPicture(points, positions.x(), positions.y(), probe.paletteProperty().get());
      made.fontSize = probe.sizeProperty().get();
      canvas.show(made);
      anchor();
      colour();
      choose();
      select(workbench.selectedProperty().get());
      mark(workbench.placedProperty().get());
    } else {
      canvas.move(positions);
    }
  }

  private void colour() {
    MapPicture picture = canvas.picture();
    if (picture != null && picture.points.equals(model.pointsProperty().get())) {
      picture.look = model.look();
      picture.anchorsShown = model.anchorsShownProperty().get();
      picture.densityShown = model.densityShownProperty().get();
      canvas.redraw();
    }
  }

  private void anchor() {
    MapPicture picture = canvas.picture();
    OpenProject open = workbench.project();
    if (picture == null || open == null) {
      return;
    }
    List<WordPair> pairs = workbench.anchorsProperty().get().accepted();
    int[] points = new int[2 * pairs.size()];
    int next = 0;
    for (WordPair pair : pairs) {
      int from = open.source().vocabulary().row(pair.source());
      int to = open.target().vocabulary().row(pair.target());
      if (from >= 0 && to >= 0) {
        points[next++] = from;
        points[next++] = picture.points.sources() + to;
      }
    }
    picture.anchor(java.util.Arrays.copyOf(points, next));
    canvas.redraw();
  }

  private void select(@Nullable WordRef ref) {
    MapPicture picture = canvas.picture();
    if (picture == null) {
      return;
    }
    int point = ref == null ? -1 : picture.points.point(ref);
    picture.selected = point;
    picture.neighbours = partners(picture, point);
    canvas.redraw();
    if (point >= 0 && !selecting) {
      bringIntoSight(picture, point);
    }
    if (ref != null) {
      canvas.setAccessibleText(
          messages.text("gui.map.selected", workbench.word(ref), ref.row() + 1));
    }
  }

  /** The words a word is anchored to. */
  private static int[] partners(MapPicture picture, int point) {
    return IntStream.range(0, picture.anchors.length)
        .filter(i -> picture.anchors[i] == point)
        .map(i -> picture.anchors[i ^ 1])
        .distinct()
        .toArray();
  }

  private void bringIntoSight(MapPicture picture, int point) {
    Viewport view = canvas.view();
    double px = view.screenX(picture.x[point]);
    double py = view.screenY(picture.y[point]);
    boolean seen = px > 30 && py > 60 && px < view.width() - 30 && py < view.height() - 60;
    if (!seen && !Double.isNaN(px)) {
      canvas.flyTo(view.centeredAt(picture.x[point], picture.y[point]));
    }
  }

  private void hover(@Nullable WordRef ref) {
    MapPicture picture = canvas.picture();
    if (picture != null) {
      picture.hovered = ref == null ? -1 : picture.points.point(ref);
      canvas.redrawOverlay();
    }
  }

  private void mark(@Nullable PlacedText text) {
    MapPicture picture = canvas.picture();
    if (picture != null) {
      List<Integer> nearest =
          text == null
              ? List.of()
              : text.nearest().stream()
                  .mapToInt(picture.points::point)
                  .filter(point -> point >= 0)
                  .boxed()
                  .toList();
      picture.placed =
          text == null || nearest.isEmpty() ? null : PlacedMark.of(text.text(), nearest);
      canvas.redrawOverlay();
    }
  }

  private boolean choosing;

  private void choose() {
    if (choosing) {
      return;
    }
    // A set changes word by word: looked at once, when all of them are in.
    choosing = true;
    Platform.runLater(
        () -> {
          choosing = false;
          MapPicture picture = canvas.picture();
          if (picture != null) {
            picture.chosen =
                workbench.selection().stream()
                    .mapToInt(picture.points::point)
                    .filter(point -> point >= 0)
                    .sorted()
                    .toArray();
            canvas.redraw();
          }
        });
  }

  private void goTo(int point) {
    MapPicture picture = canvas.picture();
    if (picture == null) {
      return;
    }
    workbench.selectedProperty().set(picture.points.ref(point));
    if (!Float.isNaN(picture.x[point])) {
      Viewport whole = canvas.fitted(picture.bounds);
      double scale = Math.max(canvas.view().scale(), whole.scale() * NEAR_ZOOM);
      canvas.flyTo(
          new Viewport(
              canvas.getWidth(), canvas.getHeight(), picture.x[point], picture.y[point], scale));
    }
    canvas.requestFocus();
  }

  /** What the hand on the map does to the workbench. */
  private final class Hand implements MapGestures.Listener {
    @Override
    public void hovered(int point, double x, double y) {
      MapPicture picture = canvas.picture();
      if (point < 0 || picture == null) {
        card.hide();
        workbench.hoveredProperty().set(null);
        return;
      }
      WordRef ref = picture.points.ref(point);
      workbench.hoveredProperty().set(ref);
      card.show(picture.points.word(point), ref.side(), about(picture, point), x, y);
    }

    @Override
    public void picked(int point) {
      MapPicture picture = canvas.picture();
      if (point >= 0 && picture != null) {
        selecting = true;
        workbench.selectedProperty().set(picture.points.ref(point));
        selecting = false;
        bringIntoSight(picture, point);
      } else {
        workbench.clearSelection();
      }
    }

    @Override
    public void chosen(int[] points, boolean added) {
      MapPicture picture = canvas.picture();
      if (picture == null) {
        return;
      }
      if (!added) {
        workbench.selection().clear();
      }
      workbench.selection().addAll(IntStream.of(points).mapToObj(picture.points::ref).toList());
    }

    @Override
    public void cleared() {
      workbench.clearSelection();
    }
  }

  /** What the language of a side is called. */
  private String language(Side side) {
    OpenProject open = workbench.project();
    return open == null ? "" : LanguageNames.full(LanguageNames.of(open, side), messages);
  }

  private List<String> about(MapPicture picture, int point) {
    MapPoints points = picture.points;
    List<String> lines = new ArrayList<>();
    String latin = Romanization.of(points.word(point));
    if (!latin.isEmpty()) {
      lines.add(latin);
    }
    lines.add(
        messages.text(
            "gui.map.rank",
            language(points.side(point)),
            String.format(messages.locale(), "%,d", points.row(point) + 1)));
    int[] partners = partners(picture, point);
    if (partners.length > 0) {
      String words =
          String.join(" · ", IntStream.of(partners).limit(5).mapToObj(points::word).toList());
      lines.add(messages.text("gui.map.anchoredTo", words));
    }
    return lines;
  }
}
