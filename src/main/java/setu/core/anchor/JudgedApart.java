package setu.core.anchor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the people of two projects judged, each by themselves: a pair that stands as it did when
 * both projects were one, as a file brought it in, or as it was taken from the other in an earlier
 * merge, tells nothing of how far they agree.
 *
 * @param own anchors judged in one project
 * @param theirs anchors judged in the other
 * @param leftOut pairs with a judgement in both, of which one at least was not made there
 */
public record JudgedApart(List<Anchor> own, List<Anchor> theirs, int leftOut) {
  /** Copies the lists. */
  public JudgedApart {
    own = List.copyOf(own);
    theirs = List.copyOf(theirs);
  }

  /**
   * Of two projects.
   *
   * @param events of one's own dictionary, all of them
   * @param now what they made
   * @param common how many events both begin with
   */
  public static JudgedApart of(
      List<AnchorEvent> events, AnchorSet now, AnchorHistory others, int common) {
    AnchorSet then = others.current();
    List<Anchor> own = judged(events, now, common, others.events());
    List<Anchor> theirs = judged(others.events(), then, common, events);
    int all = Agreement.count(now.anchors(), then.anchors()).judged();
    return new JudgedApart(own, theirs, all - Agreement.count(own, theirs).judged());
  }

  /** How far they agree, with intervals. */
  public Agreement agreement(long seed) {
    return Agreement.of(own, theirs, seed);
  }

  /** On how many they agree, at once. */
  public Agreement.Counted counted() {
    return Agreement.count(own, theirs);
  }

  /** What somebody said, by whom. */
  private record Said(Draft draft, String author) {}

  private static List<Anchor> judged(
      List<AnchorEvent> events, AnchorSet now, int common, List<AnchorEvent> others) {
    AnchorFold base = new AnchorFold();
    events.subList(0, common).forEach(base::accept);
    Map<Long, Draft> given = new HashMap<>();
    Map<Said, Instant> saidThere = new HashMap<>();
    for (AnchorEvent event : others.subList(common, others.size())) {
      Draft draft = draft(event);
      if (draft != null) {
        saidThere.putIfAbsent(new Said(draft, event.author()), event.time());
      }
    }
    Set<Long> undone = AnchorFold.undone(events);
    for (AnchorEvent event : events.subList(common, events.size())) {
      Draft draft = draft(event);
      if (draft == null || undone.contains(event.batch())) {
        continue;
      }
      Instant there = saidThere.get(new Said(draft, event.author()));
      boolean taken = there != null && there.isBefore(event.time());
      boolean brought = event instanceof AnchorEvent.Added && !isByHand(draft);
      if (taken || brought) {
        given.put(anchor(event), draft);
      }
    }
    List<Anchor> judged = new ArrayList<>();
    for (Anchor anchor : now.anchors()) {
      Anchor before = base.anchor(anchor.id());
      Draft stood = before == null ? null : Draft.of(before);
      boolean ofAnother = anchor.tags().contains(ThreeWayMerge.THEIRS);
      if (!ofAnother && isJudged(given.getOrDefault(anchor.id(), stood), Draft.of(anchor))) {
        judged.add(anchor);
      }
    }
    return judged;
  }

  private static @Nullable Draft draft(AnchorEvent event) {
    return switch (event) {
      case AnchorEvent.Added added -> added.draft();
      case AnchorEvent.Changed changed -> changed.draft();
      default -> null;
    };
  }

  private static long anchor(AnchorEvent event) {
    return switch (event) {
      case AnchorEvent.Added added -> added.anchor();
      case AnchorEvent.Changed changed -> changed.anchor();
      default -> throw new IllegalArgumentException("of no anchor: " + event);
    };
  }

  /** Whether a person entered a pair, or took it from what the geometry suggested. */
  private static boolean isByHand(Draft draft) {
    return draft.origin().equals(DoubleBlind.ENTERED)
        || draft.origin().equals(DoubleBlind.SUGGESTED)
        || draft.origin().equals(DoubleBlind.INFLECTION);
  }

  /** To agree with what was given is a judgement where a judge signed it. */
  private static boolean isJudged(@Nullable Draft given, Draft now) {
    return given == null
        || given.status() != now.status()
        || now.tags().stream()
            .anyMatch(tag -> DoubleBlind.isSignature(tag) && !given.tags().contains(tag));
  }
}
