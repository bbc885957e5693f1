package setu.gui.common;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A view that is made when it is first asked for, so that the start need not wait for it. */
public final class FirstVisit<V extends View> {
  private final Supplier<V> maker;
  private @Nullable V made;

  /** A view that {@code maker} makes. */
  public FirstVisit(Supplier<V> maker) {
    this.maker = maker;
  }

  /** The view, always the same one. */
  public V view() {
    V view = made;
    if (view == null) {
      view = maker.get();
      made = view;
    }
    return view;
  }

  /** Whether there ever was one. */
  public boolean isMade() {
    return made != null;
  }

  /** Disposes of the view, if there ever was one. */
  public void dispose() {
    if (made != null) {
      made.dispose();
    }
  }
}
