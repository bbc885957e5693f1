package setu.core.anchor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One edit of a journal, of one or many pairs. Undo and redo are no edits of their own.
 *
 * @param number from 1; undo and redo have numbers too, so there are gaps
 * @param added pairs that came in
 * @param changed pairs of which something else was said
 * @param removed pairs that went
 * @param pair its one pair; null where there are more
 * @param origin where its new pairs came from, if it only added pairs and all from there; else
 *     empty
 * @param authors who said it, without doubles, in order
 * @param takenBack whether it was undone, or taken back by itself, and that stands
 */
public record AnchorBatch(
    long number,
    EditName name,
    int added,
    int changed,
    int removed,
    @Nullable WordPair pair,
    String origin,
    Instant time,
    List<String> authors,
    boolean takenBack) {
  /** Copies the list. */
  public AnchorBatch {
    authors = List.copyOf(authors);
  }

  /** How many pairs it touched. */
  public int pairs() {
    return added + changed + removed;
  }

  /**
   * The edits of a journal, oldest first.
   *
   * @param events all of it, in order
   */
  public static List<AnchorBatch> of(List<AnchorEvent> events) {
    Set<Long> back = AnchorFold.undone(events);
    Map<Long, WordPair> words = new HashMap<>();
    List<Counting> counted = new ArrayList<>();
    for (AnchorEvent event : events) {
      if (event instanceof AnchorEvent.Undone || event instanceof AnchorEvent.Redone) {
        continue;
      }
      if (counted.isEmpty() || counted.getLast().first.batch() != event.batch()) {
        counted.add(new Counting(event));
      }
      counted.getLast().count(event, words);
    }
    for (Counting batch : counted.reversed()) {
      EditName name = batch.first.stamp().name();
      if (name.kind() == EditName.Kind.TAKEN_BACK && !back.contains(batch.first.batch())) {
        back.add(Long.parseLong(name.of()));
      }
    }
    return counted.stream().map(batch -> batch.whole(back)).toList();
  }

  private static final class Counting {
    final AnchorEvent first;
    private final Set<String> authors = new LinkedHashSet<>();
    private final Set<String> origins = new LinkedHashSet<>();
    private @Nullable WordPair pair;
    private int added;
    private int changed;
    private int removed;

    Counting(AnchorEvent first) {
      this.first = first;
    }

    /**
     * Counts one event.
     *
     * @param words of each pair, as they were said last
     */
    void count(AnchorEvent event, Map<Long, WordPair> words) {
      authors.add(event.author());
      switch (event) {
        case AnchorEvent.Added add -> {
          added++;
          origins.add(add.draft().origin());
          said(add.anchor(), add.draft(), words);
        }
        case AnchorEvent.Changed change -> {
          changed++;
          said(change.anchor(), change.draft(), words);
        }
        case AnchorEvent.Removed remove -> {
          removed++;
          pair = words.get(remove.anchor());
        }
        default -> {}
      }
    }

    private void said(long id, Draft draft, Map<Long, WordPair> words) {
      pair = new WordPair(draft.source(), draft.target());
      words.put(id, pair);
    }

    AnchorBatch whole(Set<Long> back) {
      boolean one = added + changed + removed == 1;
      boolean together = changed + removed == 0 && origins.size() == 1;
      return new AnchorBatch(
          first.batch(),
          first.stamp().name(),
          added,
          changed,
          removed,
          one ? pair : null,
          together ? origins.iterator().next() : "",
          first.time(),
          List.copyOf(authors),
          back.contains(first.batch()));
    }
  }
}
