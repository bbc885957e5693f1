package setu.gui.common;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made once, when it is first asked for or before; on the window's thread. */
public final class Once<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  /** What {@code maker} makes. */
  public Once(Supplier<T> maker) {
    this.maker = maker;
  }

  /** It, always the same. */
  public T get() {
    make();
    return Objects.requireNonNull(made);
  }

  /** Whether it is made. */
  public boolean isMade() {
    return made != null;
  }

  /** Makes it, unless it is made. */
  public void make() {
    if (made == null) {
      made = maker.get();
    }
  }
}
