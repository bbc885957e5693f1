package setu.gui.common;

import java.util.function.Supplier;

/** A view that is made when it is first visited, or before, while nobody waits for it. */
public final class FirstVisit<V extends View> {
  private final Once<V> made;
  private boolean visited;

  /** A view that {@code maker} makes. */
  public FirstVisit(Supplier<V> maker) {
    this.made = new Once<>(maker);
  }

  /** The view, always the same one. */
  public V view() {
    visited = true;
    return ahead();
  }

  /** The same before anybody visits it. */
  public V ahead() {
    return made.get();
  }

  /** Whether there ever was a visit. */
  public boolean isVisited() {
    return visited;
  }

  /** Disposes of the view, if there ever was one. */
  public void dispose() {
    if (made.isMade()) {
      made.get().dispose();
    }
  }
}
