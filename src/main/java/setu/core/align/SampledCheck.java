package setu.core.align;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.WordPair;

/**
 * Accepted pairs drawn by chance, to estimate how many of a dictionary's are wrong. They are drawn
 * once: by a seed among the pairs accepted at one revision, so that they stay the same whatever is
 * edited after it. What was judged in the check has its tag, which the journal keeps.
 */
public final class SampledCheck {
  /** How many pairs are drawn at most. */
  public static final int SIZE = 200;

  private static final String TAG = "sampled:";

  private final long seed;
  private final long revision;

  /** The anchors drawn with their pairs at the draw, in the order of the draw. */
  private final Map<Long, WordPair> members = new LinkedHashMap<>();

  private SampledCheck(AnchorSet then, long seed) {
    this.seed = seed;
    this.revision = then.revision();
    then.anchors().stream()
        .filter(anchor -> anchor.status() == AnchorStatus.ACCEPTED)
        .sorted(
            Comparator.comparingLong((Anchor anchor) -> hash(anchor.pair(), seed))
                .thenComparingLong(Anchor::id))
        .limit(SIZE)
        .forEach(anchor -> members.put(anchor.id(), anchor.pair()));
  }

  /** Draws among the pairs accepted now: the same ones for the same seed. */
  public static SampledCheck draw(AnchorSet now, long seed) {
    return new SampledCheck(now, seed);
  }

  /** A draw again that {@link #kept} told of; null where it tells of none. */
  public static @Nullable SampledCheck restored(String kept, AnchorHistory history) {
    int at = kept.indexOf('@');
    try {
      return at < 0
          ? null
          : draw(
              history.at(Long.parseLong(kept.substring(at + 1))),
              Long.parseLong(kept.substring(0, at)));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** What to keep of it: the seed and the revision. */
  public String kept() {
    return seed + "@" + revision;
  }

  /** The seed it was drawn by. */
  public long seed() {
    return seed;
  }

  /** The tag of what was judged in this check. */
  public String tag() {
    return TAG + seed;
  }

  /** How many pairs were drawn, 0 to {@value #SIZE}. */
  public int size() {
    return members.size();
  }

  /**
   * Those that are there and still to be judged, in the order of the draw. A candidate is left out:
   * what is hidden from a judge is one, and being drawn would tell that it was accepted.
   */
  public List<ReviewCard> open(AnchorSet now) {
    return members.keySet().stream()
        .map(now::get)
        .filter(anchor -> anchor != null && !isJudged(anchor))
        .filter(anchor -> anchor.status() != AnchorStatus.CANDIDATE)
        .map(
            anchor ->
                new ReviewCard(ReviewQueue.SAMPLED, anchor.pair(), anchor.id(), 0, null, null))
        .toList();
  }

  /**
   * Errors among those judged: pairs rejected, with other words, or gone from the dictionary. Those
   * left open as not sure do not count.
   */
  public ErrorRate errors(AnchorSet now) {
    int judged = 0;
    int wrong = 0;
    for (Map.Entry<Long, WordPair> member : members.entrySet()) {
      Anchor anchor = now.get(member.getKey());
      if (anchor == null) {
        judged++;
        wrong++;
      } else if (isJudged(anchor)) {
        boolean rejected = anchor.status() == AnchorStatus.REJECTED;
        boolean said = rejected || anchor.status() == AnchorStatus.ACCEPTED;
        judged += said ? 1 : 0;
        wrong += said && (rejected || !anchor.pair().equals(member.getValue())) ? 1 : 0;
      }
    }
    return new ErrorRate(wrong, judged);
  }

  private boolean isJudged(Anchor anchor) {
    return anchor.tags().contains(tag());
  }

  /**
   * 64 bits of a pair and a seed, as good as chance (FNV-1a, then the finaliser of MurmurHash3).
   */
  private static long hash(WordPair pair, long seed) {
    long hash = 0xcbf29ce484222325L ^ (seed * 0x9e3779b97f4a7c15L);
    String text = pair.source() + "\t" + pair.target();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
