package setu.gui.map;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import setu.gui.common.FxTaskRunner;
import setu.gui.map.LayoutMethods.Layouts;
import setu.gui.map.MapLayout.Method;

/**
 * What the map shows: the points, where a layout put them, and how they are coloured. It knows no
 * control and no workbench; all of it belongs to the window's thread.
 */
final class MapViewModel {
  /** Whether there is something to see. */
  enum State {
    /** No points. */
    EMPTY,
    /** The first layout is being made. */
    LAYING,
    /** A layout is shown. */
    READY,
    /** The first layout was cancelled, or failed. */
    STOPPED
  }

  /** What becomes of the view when points move. */
  enum Fit {
    /** It stays. */
    KEEP,
    /** It shows all points. */
    ALL,
    /** It goes on showing all points, unless the person has moved it. */
    FOLLOW
  }

  /**
   * Where the points are, and how they get there.
   *
   * @param smooth whether the points should be seen going there
   */
  record Positions(Places places, boolean smooth, Fit fit) {}

  private final LayoutMethods methods;
  private final LayoutWork work;

  private final ReadOnlyObjectWrapper<MapPoints> points = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Layouts> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Positions> positions = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
  private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Method> method = new SimpleObjectProperty<>(Method.PCA);
  private final ObjectProperty<Integer> dimensions = new SimpleObjectProperty<>(2);
  private final ObjectProperty<Integer> mostTsne =
      new SimpleObjectProperty<>(LayoutRequest.TSNE_POINTS);
  private final DoubleProperty aligned = new SimpleDoubleProperty(1);
  private final BooleanProperty anchorsShown = new SimpleBooleanProperty();
  private final BooleanProperty densityShown = new SimpleBooleanProperty();
  private final BooleanProperty trustShown = new SimpleBooleanProperty();
  private final ObjectProperty<Colouring> colouring =
      new SimpleObjectProperty<>(Colouring.LANGUAGE);

  private @Nullable MapSpaces spaces;
  private boolean onTheWay;
  private boolean restoring;

  /**
   * A map without points.
   *
   * @param taskName what the making of a layout is called in the status bar
   * @param failure told what went wrong
   */
  MapViewModel(
      FxTaskRunner tasks, LayoutMethods methods, String taskName, Consumer<Throwable> failure) {
    this.methods = methods;
    this.work = new LayoutWork(tasks, methods, taskName, new Reports(), failure);
    method.subscribe((before, now) -> request());
    dimensions.subscribe((before, now) -> request());
    mostTsne.subscribe(
        (before, now) -> {
          if (method.get() == Method.TSNE) {
            request();
          }
        });
    aligned.subscribe((before, now) -> place(false, Fit.KEEP));
  }

  /** Shows other words; nothing is to be seen until {@link #lay} brings vectors. */
  void show(@Nullable MapPoints next) {
    work.stop();
    work.keepOnly(null);
    spaces = null;
    onTheWay = false;
    outdated.set(false);
    shown.set(null);
    positions.set(null);
    points.set(next);
    state.set(next == null ? State.EMPTY : State.LAYING);
  }

  /** Lays the same words out from these vectors: the first ones, or those after an edit. */
  void lay(MapSpaces next) {
    MapPoints now = points.get();
    if (now == null || next.size() != now.size()) {
      throw new IllegalArgumentException(next.size() + " rows");
    }
    spaces = next;
    work.keepOnly(next); // other rows will not come again
    if (shown.get() == null || method.get() == Method.PCA || work.has(wanted(next))) {
      request();
    } else {
      outdated.set(true);
    }
  }

  /** Shows the same words as another model does, with the layouts that it has made. */
  void takeOver(MapViewModel other) {
    restoring = true;
    mostTsne.set(other.mostTsne.get());
    dimensions.set(other.dimensions.get());
    method.set(other.method.get());
    restoring = false;
    colouring.set(other.colouring.get());
    anchorsShown.set(other.anchorsShown.get());
    densityShown.set(other.densityShown.get());
    trustShown.set(other.trustShown.get());
    aligned.set(other.aligned.get());
    work.takeOver(other.work);
    request();
  }

  private LayoutRequest wanted(MapSpaces from) {
    int most = method.get() == Method.TSNE ? mostTsne.get() : Integer.MAX_VALUE;
    return new LayoutRequest(method.get(), dimensions.get(), most, from);
  }

  /** Makes the chosen layout again from the latest vectors. */
  void update() {
    request();
  }

  private void request() {
    MapSpaces from = spaces;
    if (from == null || restoring) {
      return;
    }
    onTheWay = false;
    if (shown.get() == null) {
      state.set(State.LAYING);
    }
    work.make(wanted(from));
  }

  /** What the work tells. */
  private final class Reports implements LayoutWork.Listener {
    @Override
    public void seen(MapLayout layout, LayoutRequest request) {
      // The first one tells what is shown; the others only where the points are.
      if (!onTheWay) {
        onTheWay = true;
        shown.set(new Layouts(layout, null));
        state.set(State.READY);
        positions.set(new Positions(layout.places(), false, Fit.ALL));
      } else {
        positions.set(new Positions(layout.places(), false, Fit.FOLLOW));
      }
    }

    @Override
    public void made(Layouts layouts, LayoutRequest request) {
      Layouts before = shown.get();
      outdated.set(!layouts.aligned().complete() || !request.spaces().equals(spaces));
      shown.set(layouts);
      boolean other =
          before == null
              || before.aligned().method() != layouts.aligned().method()
              || before.aligned().dimensions() != layouts.aligned().dimensions()
              || before.aligned().placed() != layouts.aligned().placed();
      place(before != null && !onTheWay, other ? Fit.ALL : onTheWay ? Fit.FOLLOW : Fit.KEEP);
      onTheWay = false;
      state.set(State.READY);
    }

    @Override
    public void measured(Layouts before, Layouts now) {
      if (before.equals(shown.get())) {
        shown.set(now);
      }
    }

    @Override
    public void gaveUp(Throwable why) {
      Layouts still = shown.get();
      if (still == null) {
        state.set(State.STOPPED);
        return;
      }
      restoring = true;
      method.set(still.aligned().method());
      dimensions.set(still.aligned().dimensions());
      restoring = false;
      outdated.set(onTheWay || outdated.get());
      onTheWay = false;
    }
  }

  private void place(boolean smooth, Fit fit) {
    Layouts layouts = shown.get();
    if (layouts == null) {
      return;
    }
    MapLayout to = layouts.aligned();
    MapLayout from = layouts.unaligned();
    Places places =
        from == null ? to.places() : Places.between(from.places(), to.places(), aligned.get());
    positions.set(new Positions(places, smooth, fit));
  }

  /** Stops the layout under way, if there is one, with what it has reached. */
  void cancel() {
    work.cancel();
  }

  /** Lets the layout under way stand still, or go on. */
  void setPaused(boolean paused) {
    work.setPaused(paused);
  }

  /** Whether a layout is shown while it is made. */
  void setLive(boolean live) {
    work.setLive(live);
  }

  /** Whether somebody looks at the map. */
  void setWatched(boolean watched) {
    work.setWatched(watched);
  }

  /** Stops for good what is under way. */
  void close() {
    work.stop();
  }

  /** The making of layouts: whether it goes on, and how far it is. */
  LayoutWork work() {
    return work;
  }

  /** Whether a layout is shown and nothing more is being made of it. */
  ReadOnlyBooleanProperty settledProperty() {
    return work.settledProperty();
  }

  /** The words; null while there are none. */
  ReadOnlyObjectProperty<MapPoints> pointsProperty() {
    return points.getReadOnlyProperty();
  }

  /** The layout shown, aligned and not; null while there is none. */
  ReadOnlyObjectProperty<Layouts> layoutsProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Where the points are; null while there is no layout. */
  ReadOnlyObjectProperty<Positions> positionsProperty() {
    return positions.getReadOnlyProperty();
  }

  /** Whether there is something to see. */
  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether the layout shown is of an earlier alignment, or was stopped before its end. */
  ReadOnlyBooleanProperty outdatedProperty() {
    return outdated.getReadOnlyProperty();
  }

  /** The method chosen. */
  ObjectProperty<Method> methodProperty() {
    return method;
  }

  /** Whether a method can be chosen. */
  boolean has(Method wanted) {
    return methods.has(wanted);
  }

  /** 2 or 3. */
  ObjectProperty<Integer> dimensionsProperty() {
    return dimensions;
  }

  /** How many words t-SNE takes at most. */
  ObjectProperty<Integer> mostTsneProperty() {
    return mostTsne;
  }

  /** How far from unaligned (0) to aligned (1) the points are shown. */
  DoubleProperty alignedProperty() {
    return aligned;
  }

  /** Whether anchors are drawn as lines. */
  BooleanProperty anchorsShownProperty() {
    return anchorsShown;
  }

  /** Whether density is shaded. */
  BooleanProperty densityShownProperty() {
    return densityShown;
  }

  /** Whether points not to be trusted are drawn faint and hollow. */
  BooleanProperty trustShownProperty() {
    return trustShown;
  }

  /** What colour tells. */
  ObjectProperty<Colouring> colouringProperty() {
    return colouring;
  }

  /** The look of all points as chosen. */
  PointLook look() {
    MapPoints now = Objects.requireNonNull(points.get());
    Layouts layouts = shown.get();
    LayoutTrust trust = layouts == null ? null : layouts.aligned().trust();
    PointLook look = colouring.get().look(now, trust);
    return trustShown.get() && trust != null ? look.doubting(trust) : look;
  }
}
