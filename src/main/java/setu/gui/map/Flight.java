package setu.gui.map;

/** Points and view on their way, slow at both ends. */
final class Flight {
  private static final double SECONDS = 0.55;

  private final Places from;
  private final Places to;
  private final boolean movesPoints;
  private final Viewport fromView;
  private final Viewport toView;
  private long startNanos = -1;

  Flight(Places from, Places to, Viewport fromView, Viewport toView) {
    this.from = from;
    this.to = to;
    this.movesPoints = !from.same(to);
    this.fromView = fromView;
    this.toView = toView;
  }

  /** Where the points will be. */
  Places places() {
    return to;
  }

  /** Where the view will be. */
  Viewport view() {
    return toView;
  }

  /** Whether points move, not only the view. */
  boolean movesPoints() {
    return movesPoints;
  }

  /** How far it is at a time, 0 to 1; it starts when it is first asked. */
  double part(long nanos) {
    if (startNanos < 0) {
      startNanos = nanos;
    }
    return Math.min(1, (nanos - startNanos) * 1e-9 / SECONDS);
  }

  /** Where the points are after a part of the way. */
  Places placesAt(double part) {
    return movesPoints ? Places.between(from, to, Motion.eased(part)) : to;
  }

  /** Where the view is after a part of the way. */
  Viewport viewAt(double part) {
    return fromView.towards(toView, Motion.eased(part));
  }
}
