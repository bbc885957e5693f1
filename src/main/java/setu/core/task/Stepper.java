package setu.core.task;

/**
 * Work that goes on in small steps, can be looked at between them, and keeps what it has reached
 * when nobody steps it any more. One thread at a time.
 */
public interface Stepper<S> {
  /** Does the next {@code iterations} iterations, or fewer if fewer are left. */
  void step(int iterations);

  /** What is reached so far: a copy that later steps leave alone. */
  S snapshot();

  /** How many iterations are done. */
  int iteration();

  /** How many there are in all. */
  int iterations();

  /** Whether all are done. */
  default boolean done() {
    return iteration() >= iterations();
  }
}
