package setu.core.task;

/** Where long work tells how far it is. Calls may come from any thread. */
public interface Progress {
  /** Tells nobody. */
  Progress NONE =
      new Progress() {
        @Override
        public void begin(Phase phase, long total) {}

        @Override
        public void advance(long amount) {}
      };

  /**
   * Starts a phase of {@code total} units (the phase says which); 0 when the total is not known.
   */
  void begin(Phase phase, long total);

  /** Adds {@code amount} finished units to the current phase. */
  void advance(long amount);

  /** How many rows have been read so far. */
  default void rowsRead(long rows) {}

  /** The objective that iterative work has reached: its loss, or what it maximises. */
  default void reached(double objective) {}
}
