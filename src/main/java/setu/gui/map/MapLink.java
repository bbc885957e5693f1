package setu.gui.map;

import java.util.Arrays;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.align.Identity;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.WordPair;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.OpenProject;
import setu.gui.common.PlacedText;
import setu.gui.common.Shared;
import setu.gui.common.WordRef;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** Keeps the map's drawing as the workbench and the map's own model say. */
final class MapLink {
  private static final double NEAR_ZOOM = 4;

  private final Workbench workbench;
  private final Messages messages;
  private final MapViewModel model;
  private final MapCanvas canvas;
  private final PaletteProbe probe;
  private final InvalidationListener choice = o -> choose();
  private final List<Subscription> following;
  private boolean choosing;
  private boolean opening;
  private boolean left;
  private @Nullable AnchorSet anchored;
  private @Nullable MapPicture anchoredIn;

  MapLink(
      Workbench workbench,
      Messages messages,
      MapViewModel model,
      MapCanvas canvas,
      PaletteProbe probe) {
    this.workbench = workbench;
    this.messages = messages;
    this.model = model;
    this.canvas = canvas;
    this.probe = probe;
    probe.paletteProperty().subscribe(this::dress);
    probe.sizeProperty().subscribe(this::dress);
    canvas.sceneProperty().subscribe(scene -> anchor());
    canvas.sceneProperty().subscribe((before, now) -> model.setWatched(now != null));
    open(workbench.project());
    following =
        List.of(
            workbench.projectProperty().subscribe((before, now) -> openSoon()),
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
    model.trustShownProperty().subscribe(this::colour);
  }

  /** Follows the workbench no more. */
  void dispose() {
    left = true;
    following.forEach(Subscription::unsubscribe);
    workbench.selection().removeListener(choice);
  }

  private void dress() {
    MapPicture picture = canvas.picture();
    if (picture != null) {
      picture.palette = probe.paletteProperty().get();
      picture.fontSize = probe.sizeProperty().get();
      canvas.redraw();
    }
  }

  /** After what else a project brings to the window: nobody waits for both at once. */
  private void openSoon() {
    if (opening) {
      return;
    }
    opening = true;
    Platform.runLater(
        () -> {
          opening = false;
          if (!left) {
            open(workbench.project());
          }
        });
  }

  private void open(@Nullable OpenProject open) {
    canvas.showNothing();
    MapPoints points =
        open == null
            ? null
            : new MapPoints(open.source().vocabulary().words(), open.target().vocabulary().words());
    model.show(points);
    if (points != null) {
      // Looks at every word: better now, in the background, than with the first drawing.
      FxTaskRunner.whenDone(
          workbench.tasks().start("", (progress, work) -> points.wordlike()).outcome(),
          found -> {},
          workbench::fail);
    }
    lay(workbench.sharedProperty().get());
  }

  private void lay(@Nullable Shared shared) {
    MapPoints points = model.pointsProperty().get();
    if (shared != null
        && points != null
        && shared.source().rows() == points.sources()
        && shared.target().rows() == points.size() - points.sources()) {
      // Without a mapping there is no way from one to the other.
      boolean mapped = !shared.alignment().method().equals(new Identity().name());
      model.lay(
          new MapSpaces(mapped ? shared.unaligned() : null, shared.source(), shared.target()));
    }
  }

  private void place(MapViewModel.@Nullable Positions positions) {
    MapPoints points = model.pointsProperty().get();
    if (positions == null || points == null) {
      canvas.showNothing();
      return;
    }
    MapPicture picture = canvas.picture();
    if (picture == null || !picture.points.equals(points)) {
      MapPicture made = new MapPicture(points, positions.places(), probe.paletteProperty().get());
      made.fontSize = probe.sizeProperty().get();
      canvas.show(made, positions.places());
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

  /** Looks up the points of all anchors; not while nobody looks, but when the map is shown. */
  private void anchor() {
    MapPicture picture = canvas.picture();
    OpenProject open = workbench.project();
    if (picture == null || open == null || canvas.getScene() == null) {
      return;
    }
    AnchorSet anchors = workbench.anchorsProperty().get();
    if (anchors.equals(anchored) && picture.equals(anchoredIn)) {
      return;
    }
    anchored = anchors;
    anchoredIn = picture;
    List<WordPair> pairs = anchors.accepted();
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
    picture.anchor(Arrays.copyOf(points, next));
    picture.neighbours = picture.partners(picture.selected);
    canvas.redraw();
  }

  private void select(@Nullable WordRef ref) {
    MapPicture picture = canvas.picture();
    if (picture == null) {
      return;
    }
    int point = ref == null ? -1 : picture.points.point(ref);
    picture.selected = point;
    picture.neighbours = picture.partners(point);
    canvas.redraw();
    if (point >= 0) {
      canvas.bringIntoSight(point);
    }
    if (ref != null) {
      canvas.setAccessibleText(
          messages.text("gui.map.selected", workbench.word(ref), ref.row() + 1));
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

  /** Selects a point and goes near it. */
  void goTo(int point) {
    MapPicture picture = canvas.picture();
    if (picture == null) {
      return;
    }
    workbench.selectedProperty().set(picture.points.ref(point));
    if (!Float.isNaN(picture.x[point])) {
      Viewport whole = canvas.fitted(picture.bounds());
      double scale = Math.max(canvas.view().scale(), whole.scale() * NEAR_ZOOM);
      canvas.flyTo(
          new Viewport(
              canvas.getWidth(), canvas.getHeight(), picture.x[point], picture.y[point], scale));
    }
    canvas.requestFocus();
  }
}
