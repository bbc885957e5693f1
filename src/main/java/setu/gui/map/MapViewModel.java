package setu.gui.map;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
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
import setu.core.task.Cancellation;
import setu.core.task.TaskRunner;
import setu.gui.common.FxTaskRunner;
import setu.gui.map.LayoutMethods.Layouts;
import setu.gui.map.MapLayout.Method;

/**
 * What the map shows: the points, where a layout put them, and how they are coloured. It knows no
 * control and no workbench; all of it belongs to the window's thread.
 */
public final class MapViewModel {
  /** What the colour of a point tells. */
  public enum Colouring {
    /** Its language. */
    LANGUAGE,
    /** Its frequency rank, logarithmic. */
    FREQUENCY,
    /** Its part in the layout's trustworthiness. */
    TRUST
  }

  /** Whether there is something to see. */
  public enum State {
    /** No points. */
    EMPTY,
    /** The first layout is being made. */
    LAYING,
    /** A layout is shown. */
    READY,
    /** The first layout was cancelled, or failed. */
    STOPPED
  }

  /** Where the points are, and how they get there. */
  static final class Positions {
    private final float[] x;
    private final float[] y;
    private final boolean smooth;
    private final boolean fit;

    Positions(float[] x, float[] y, boolean smooth, boolean fit) {
      this.x = x;
      this.y = y;
      this.smooth = smooth;
      this.fit = fit;
    }

    float[] x() {
      return x;
    }

    float[] y() {
      return y;
    }

    /** Whether the points should be seen going there. */
    boolean smooth() {
      return smooth;
    }

    /** Whether the view should show all of them anew. */
    boolean fit() {
      return fit;
    }
  }

  private static final int CACHED = 12;

  private record Key(Method method, MapSpaces spaces) {}

  private final TaskRunner tasks;
  private final LayoutMethods methods;
  private final String taskName;
  private final Consumer<Throwable> failure;
  private final Map<Key, Layouts> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Layouts> eldest) {
          return size() > CACHED;
        }
      };

  private final ReadOnlyObjectWrapper<MapPoints> points = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Layouts> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Positions> positions = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Method> method = new SimpleObjectProperty<>(Method.PCA);
  private final DoubleProperty aligned = new SimpleDoubleProperty(1);
  private final BooleanProperty anchorsShown = new SimpleBooleanProperty();
  private final BooleanProperty densityShown = new SimpleBooleanProperty();
  private final ObjectProperty<Colouring> colouring =
      new SimpleObjectProperty<>(Colouring.LANGUAGE);

  private @Nullable MapSpaces spaces;
  private @Nullable Cancellation current;

  /**
   * A map without points.
   *
   * @param taskName what the making of a layout is called in the status bar
   * @param failure told what went wrong
   */
  MapViewModel(
      TaskRunner tasks, LayoutMethods methods, String taskName, Consumer<Throwable> failure) {
    this.tasks = tasks;
    this.methods = methods;
    this.taskName = taskName;
    this.failure = failure;
    method.subscribe((before, now) -> request());
    aligned.subscribe((before, now) -> place(false, false));
  }

  /** Shows other words; nothing is to be seen until {@link #lay} brings vectors. */
  void show(@Nullable MapPoints next) {
    stop();
    cache.clear();
    spaces = null;
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
    cache.keySet().removeIf(key -> !key.spaces().equals(next)); // its rows will not come again
    if (shown.get() == null || method.get() == Method.PCA || cached(method.get()) != null) {
      request();
    } else {
      outdated.set(true);
    }
  }

  /** Makes the chosen layout again from the latest vectors. */
  void update() {
    request();
  }

  private @Nullable Layouts cached(Method wanted) {
    return spaces == null ? null : cache.get(new Key(wanted, spaces));
  }

  private void request() {
    MapSpaces from = spaces;
    Method wanted = method.get();
    if (from == null) {
      return;
    }
    stop();
    Layouts known = cached(wanted);
    if (known != null) {
      reveal(known, from);
      return;
    }
    working.set(true);
    if (shown.get() == null) {
      state.set(State.LAYING);
    }
    TaskRunner.Running<Layouts> running =
        tasks.start(
            taskName,
            (progress, cancellation) -> methods.lay(wanted, from, progress, cancellation));
    current = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        made -> {
          if (current == running.cancellation()) {
            current = null;
            working.set(false);
            if (made.aligned().complete()) {
              cache.put(new Key(wanted, from), made);
            }
            reveal(made, from);
          }
        },
        e -> {
          if (current == running.cancellation()) {
            current = null;
            gaveUp(e);
          }
        });
  }

  private void gaveUp(Throwable e) {
    working.set(false);
    Layouts still = shown.get();
    if (still == null) {
      state.set(State.STOPPED);
    } else {
      method.set(still.aligned().method());
    }
    if (!(e instanceof CancellationException)) {
      failure.accept(e);
    }
  }

  /** Trustworthiness comes behind the layout, which need not wait for it. */
  private void measure(Layouts made, MapSpaces from) {
    TaskRunner.Running<MapLayout> running =
        tasks.start(
            taskName,
            (progress, cancellation) ->
                methods.trusted(made.aligned(), from, progress, cancellation));
    current = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        trusted -> {
          Layouts next = new Layouts(trusted, made.unaligned());
          cache.replace(new Key(trusted.method(), from), next);
          if (made.equals(shown.get())) {
            shown.set(next);
            settled.set(true);
          }
        },
        e -> {
          if (!(e instanceof CancellationException)) {
            failure.accept(e);
          }
        });
  }

  private void reveal(Layouts layouts, MapSpaces from) {
    Layouts before = shown.get();
    outdated.set(!layouts.aligned().complete());
    shown.set(layouts);
    boolean first = before == null;
    boolean otherMethod = first || before.aligned().method() != layouts.aligned().method();
    place(!first, otherMethod);
    state.set(State.READY);
    if (layouts.aligned().complete() && Double.isNaN(layouts.aligned().trustworthiness())) {
      measure(layouts, from);
    } else {
      settled.set(true);
    }
  }

  private void place(boolean smooth, boolean fit) {
    Layouts layouts = shown.get();
    if (layouts == null) {
      return;
    }
    MapLayout to = layouts.aligned();
    MapLayout from = layouts.unaligned();
    double part = from == null ? 1 : aligned.get();
    MapLayout start = from == null ? to : from;
    positions.set(
        new Positions(
            Motion.between(start.x(), to.x(), part),
            Motion.between(start.y(), to.y(), part),
            smooth,
            fit));
  }

  /** Stops the layout under way, if there is one. */
  void cancel() {
    Cancellation running = current;
    if (running != null) {
      running.cancel();
    }
  }

  /** Stops for good what is under way. */
  void close() {
    stop();
  }

  private void stop() {
    cancel();
    current = null;
    working.set(false);
    settled.set(false);
  }

  /** Whether a layout is shown and nothing more is being made of it. */
  ReadOnlyBooleanProperty settledProperty() {
    return settled.getReadOnlyProperty();
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

  /** Whether a layout is being made. */
  ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
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

  /** What colour tells. */
  ObjectProperty<Colouring> colouringProperty() {
    return colouring;
  }

  /** The look of all points by {@link #colouringProperty}. */
  PointLook look() {
    MapPoints now = Objects.requireNonNull(points.get());
    Layouts layouts = shown.get();
    float[] trust = layouts == null ? null : layouts.aligned().trust();
    return switch (colouring.get()) {
      case LANGUAGE -> PointLook.language(now.sources(), now.size());
      case FREQUENCY -> PointLook.ramp(frequencies(now));
      case TRUST ->
          trust == null
              ? PointLook.language(now.sources(), now.size())
              : PointLook.ramp(spread(trust));
    };
  }

  /** 1 for the most frequent word of a language, 0 for its last. */
  private static float[] frequencies(MapPoints points) {
    float[] values = new float[points.size()];
    for (int i = 0; i < values.length; i++) {
      double most = Math.log1p(points.words(points.side(i)).size());
      values[i] = (float) (1 - Math.log1p(points.row(i)) / most);
    }
    return values;
  }

  /** Trust mostly lies between 0.5 and 1; the ramp shows that range. */
  private static float[] spread(float[] trust) {
    float[] values = new float[trust.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (trust[i] - 0.5f) * 2;
    }
    return values;
  }
}
