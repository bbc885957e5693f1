package setu.core.anchor;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of every state of a dictionary: its accepted pairs, how many anchors have a status,
 * where a pair stands. Worked out in one pass over the anchors, and after an edit from the few that
 * it changed: of 120,000 nobody waits for the others.
 */
final class AnchorDigest {
  /** In order of entry. */
  private final Anchor[] accepted;

  private final Map<AnchorStatus, Integer> counts;

  /** Of each anchor's pair. */
  private final int[] hashes;

  private AnchorDigest(Anchor[] accepted, Map<AnchorStatus, Integer> counts, int[] hashes) {
    this.accepted = accepted;
    this.counts = counts;
    this.hashes = hashes;
  }

  /** Of a state, its anchors in ascending order of their ids. */
  static AnchorDigest of(List<Anchor> anchors) {
    return new AnchorDigest(new Anchor[0], Map.of(), new int[0]).after(List.of(), anchors);
  }

  /**
   * Of the state that follows.
   *
   * @param before the anchors that this was made of
   * @param now which are the same objects where nothing changed
   */
  AnchorDigest after(List<Anchor> before, List<Anchor> now) {
    int shorter = Math.min(before.size(), now.size());
    int head = 0;
    while (head < shorter && isSame(before.get(head), now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && isSame(before.get(before.size() - 1 - tail), now.get(now.size() - 1 - tail))) {
      tail++;
    }
    List<Anchor> gone = before.subList(head, before.size() - tail);
    List<Anchor> come = now.subList(head, now.size() - tail);
    Map<AnchorStatus, Integer> changed = new EnumMap<>(AnchorStatus.class);
    changed.putAll(counts);
    gone.forEach(anchor -> changed.merge(anchor.status(), -1, Integer::sum));
    come.forEach(anchor -> changed.merge(anchor.status(), 1, Integer::sum));
    return new AnchorDigest(accepted(gone, come), changed, hashes(head, tail, come, now.size()));
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Anchor one, Anchor other) {
    return one == other;
  }

  private Anchor[] accepted(List<Anchor> gone, List<Anchor> come) {
    Anchor[] left = come.stream().filter(AnchorDigest::isAccepted).toArray(Anchor[]::new);
    int taken = (int) gone.stream().filter(AnchorDigest::isAccepted).count();
    List<Anchor> changed = gone.isEmpty() ? come : gone;
    int from = changed.isEmpty() ? accepted.length : firstFrom(changed.getFirst().id());
    Anchor[] all = new Anchor[accepted.length - taken + left.length];
    System.arraycopy(accepted, 0, all, 0, from);
    System.arraycopy(left, 0, all, from, left.length);
    int rest = from + taken;
    System.arraycopy(accepted, rest, all, from + left.length, accepted.length - rest);
    return all;
  }

  /** Where the first accepted anchor of this id or a later one is. */
  private int firstFrom(long id) {
    int low = 0;
    int high = accepted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (accepted[middle].id() < id) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int[] hashes(int head, int tail, List<Anchor> come, int size) {
    int[] all = Arrays.copyOf(hashes, size);
    int i = head;
    for (Anchor anchor : come) {
      all[i++] = anchor.pair().hashCode();
    }
    System.arraycopy(hashes, hashes.length - tail, all, size - tail, tail);
    return all;
  }

  private static boolean isAccepted(Anchor anchor) {
    return anchor.status() == AnchorStatus.ACCEPTED;
  }

  /** How many anchors have a status. */
  int count(AnchorStatus status) {
    return counts.getOrDefault(status, 0);
  }

  /** The accepted pairs, in order of entry. */
  List<WordPair> accepted() {
    return new Pairs(accepted);
  }

  /**
   * The anchor of a pair, an accepted one where it stands several times; null if it is not there.
   *
   * @param anchors those that this was made of
   */
  @Nullable Anchor standing(List<Anchor> anchors, WordPair pair) {
    int hash = pair.hashCode();
    Anchor found = null;
    for (int i = 0; i < hashes.length; i++) {
      if (hashes[i] == hash && anchors.get(i).pair().equals(pair)) {
        Anchor anchor = anchors.get(i);
        if (isAccepted(anchor)) {
          return anchor;
        }
        found = found == null ? anchor : found;
      }
    }
    return found;
  }

  /** The pairs of anchors, without a list of their own. */
  private static final class Pairs extends AbstractList<WordPair> implements RandomAccess {
    private final Anchor[] anchors;

    Pairs(Anchor[] anchors) {
      this.anchors = anchors;
    }

    @Override
    public WordPair get(int index) {
      return anchors[index].pair();
    }

    @Override
    public int size() {
      return anchors.length;
    }
  }
}
