package setu.core.anchor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The dictionary as it stood after some of its edits, from the journal. */
public final class PastStates {
  /**
   * After one edit.
   *
   * @param edit its number, from 1; an import of many pairs is one edit
   * @param time when it was made
   * @param accepted the accepted pairs, in order of entry
   */
  public record State(long edit, Instant time, List<WordPair> accepted) {}

  private PastStates() {}

  /**
   * At most {@code most} states, evenly spaced over the edits, that after the first edit and that
   * after the last among them.
   *
   * @param events all of a journal, in order
   * @throws IllegalArgumentException if {@code most} is below 2
   */
  public static List<State> of(List<AnchorEvent> events, int most) {
    if (most < 2) {
      throw new IllegalArgumentException(most + " states");
    }
    if (events.isEmpty()) {
      return List.of();
    }
    TreeSet<Long> wanted = new TreeSet<>();
    long edits = events.getLast().batch();
    for (int i = 0; i < most; i++) {
      wanted.add(1 + Math.round((edits - 1) * (double) i / (most - 1)));
    }
    List<State> states = new ArrayList<>();
    AnchorFold fold = new AnchorFold();
    for (int i = 0; i < events.size(); i++) {
      AnchorEvent event = events.get(i);
      fold.accept(event);
      boolean ends = i + 1 == events.size() || events.get(i + 1).batch() != event.batch();
      if (ends && wanted.contains(event.batch())) {
        states.add(new State(event.batch(), event.time(), fold.set().accepted()));
      }
    }
    return states;
  }
}
