package setu.gui.shell;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import setu.gui.common.View;

/** A view that is made when it is first asked for, so that the start need not wait for it. */
final class FirstVisit<V extends View> {
  private final Supplier<V> maker;
  private @Nullable V made;

  FirstVisit(Supplier<V> maker) {
    this.maker = maker;
  }

  /** The view, always the same one. */
  V view() {
    V view = made;
    if (view == null) {
      view = maker.get();
      made = view;
    }
    return view;
  }

  /** Whether there ever was one. */
  boolean isMade() {
    return made != null;
  }

  /** Disposes of the view, if there ever was one. */
  void dispose() {
    if (made != null) {
      made.dispose();
    }
  }
}
