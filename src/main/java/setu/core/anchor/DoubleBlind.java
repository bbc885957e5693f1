package setu.core.anchor;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who judged what, read from the journal: two people judge the same pairs without seeing each
 * other's judgement, and a third decides where they differ. A judgement is what a person said last
 * of an anchor, with a status other than candidate; what was undone was not said.
 */
public final class DoubleBlind {
  /** The tag of an anchor on which somebody decided between two judges. */
  public static final String ADJUDICATED = "adjudicated";

  /** The origin of pairs that a person entered. */
  public static final String ENTERED = "edit";

  /** The origin of pairs that the geometry suggested and a person judged. */
  public static final String SUGGESTED = "induced";

  /** The origin of inflections that a person judged as a group. */
  public static final String INFLECTION = "inflection";

  /** What a tag begins with that names the word of which a pair's source is an inflection. */
  public static final String INFLECTION_OF = "inflection-of:";

  /** What a tag begins with that keeps what a judge had said: {@code judged:Kamala=rejected}. */
  public static final String JUDGED = "judged:";

  /**
   * A pair on which judges differ and nobody has decided.
   *
   * @param said what each judge said last, by name in order; two at least
   * @param when the moments at which they did, by name in order
   */
  public record Case(Anchor anchor, Map<String, AnchorStatus> said, Map<String, Instant> when) {
    /** Copies the maps, in their order. */
    public Case {
      said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
      when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
    }

    /**
     * What is said of the pair once it is decided: the status, that it was decided, and what each
     * judge had said. The journal's event says who decided, and when.
     */
    public Draft decided(AnchorStatus status) {
      List<String> tags = new ArrayList<>(anchor.tags());
      tags.add(ADJUDICATED);
      said.forEach((judge, verdict) -> tags.add(JUDGED + judge + "=" + verdict.key()));
      return Draft.of(anchor).withStatus(status).withTags(tags.stream().distinct().toList());
    }
  }

  private final AnchorSet now;

  /** What a judge said of an anchor. */
  private record Judgement(Draft draft, Instant when) {
    Judgement with(Draft edited) {
      return new Judgement(edited, when);
    }
  }

  /** Of each anchor that is there now, the last judgement by each of those who judged it. */
  private final Map<Long, Map<String, Judgement>> said = new TreeMap<>();

  /**
   * A judgement, or a decision between two.
   *
   * @param before what was said of the anchor until then
   * @param own the same judge's judgement until then; null if none
   */
  private record Step(String judge, @Nullable Draft before, @Nullable Judgement own) {}

  /** The steps of each anchor that is there now, the last first. */
  private final Map<Long, Deque<Step>> steps = new HashMap<>();

  /** The batch under way, where it takes another back by itself. */
  private long takingBack;

  private DoubleBlind(AnchorSet now) {
    this.now = now;
  }

  /** Reads a history. */
  public static DoubleBlind of(AnchorHistory history) {
    DoubleBlind blind = new DoubleBlind(history.current());
    Set<Long> undone = AnchorFold.undone(history.events());
    Map<Long, Draft> before = new TreeMap<>();
    for (AnchorEvent event : history.events()) {
      if (event.stamp().name().kind() == EditName.Kind.TAKEN_BACK) {
        blind.takingBack = event.batch();
      }
      if (!undone.contains(event.batch())) {
        switch (event) {
          case AnchorEvent.Added added -> {
            blind.take(event, added.anchor(), added.draft(), before);
          }
          case AnchorEvent.Changed changed -> {
            blind.take(event, changed.anchor(), changed.draft(), before);
          }
          case AnchorEvent.Removed removed -> {
            blind.said.remove(removed.anchor());
            blind.steps.remove(removed.anchor());
            before.remove(removed.anchor());
          }
          default -> {}
        }
      }
    }
    return blind;
  }

  /** What a tag begins with that names a judge: to agree with what stands is a judgement too. */
  private static final String JUDGE = "judge:";

  /** What a tag begins with that says why a pair was rejected. */
  private static final String REASON = "rejected:";

  /** Whether a tag says that a judge said something of the pair. */
  static boolean isSignature(String tag) {
    return tag.startsWith(JUDGE);
  }

  /** Whether a judge said something of an anchor, as that judge sees it. */
  public static boolean isJudgedBy(String judge, Anchor anchor) {
    return anchor.tags().contains(JUDGE + judge);
  }

  /**
   * The draft by which a judge says something of a pair, whatever stands there by others: with the
   * judge's own tag, so that it is an event even where it changes nothing else, and without the
   * comment, the reason and the lemma that whoever judged before gave.
   */
  public static Draft judgement(Draft standing, String judge, AnchorStatus status) {
    List<String> tags = new ArrayList<>(standing.tags());
    boolean came = standing.origin().equals(INFLECTION);
    tags.removeIf(tag -> tag.startsWith(REASON) || (!came && tag.startsWith(INFLECTION_OF)));
    // Last, where it tells from mere edits that a judge comes to agree with what stands by now.
    tags.remove(JUDGE + judge);
    tags.add(JUDGE + judge);
    return standing.withStatus(status).withComment("").withTags(tags);
  }

  /**
   * A pair that comes in is not judged by whoever brought it, unless it was a suggestion; a change
   * of its status is, and so is a draft that its author has signed last and had not before. What a
   * judge edits besides is added to the judgement, whose status stays.
   */
  private void take(AnchorEvent event, long id, Draft draft, Map<Long, Draft> before) {
    boolean added = event instanceof AnchorEvent.Added;
    Draft last = before.put(id, draft);
    Map<String, Judgement> judgements = said.computeIfAbsent(id, key -> new TreeMap<>());
    Deque<Step> done = steps.computeIfAbsent(id, key -> new ArrayDeque<>());
    if (isTakenBack(event, draft, done, judgements)) {
      return;
    }
    boolean decision = draft.tags().contains(ADJUDICATED);
    String author = event.author();
    boolean judged =
        last == null
            || draft.status() != last.status()
            || (isSignedBy(author, draft) && !isSignedBy(author, last));
    boolean brought =
        added
            && !draft.origin().equals(SUGGESTED)
            && !draft.origin().equals(INFLECTION)
            && !isSignedBy(author, draft);
    if (decision) {
      done.push(new Step(event.author(), last, judgements.get(event.author())));
    } else if (!brought && judged && draft.status() != AnchorStatus.CANDIDATE) {
      Judgement own = judgements.put(author, new Judgement(draft, event.time()));
      done.push(new Step(author, last, own));
    } else if (last != null) {
      judgements.computeIfPresent(
          author, (judge, own) -> own.with(SeenEdits.onto(draft, last, own.draft())));
    }
  }

  /** Whether a judge was the last to sign a draft. */
  private static boolean isSignedBy(String judge, Draft draft) {
    return draft.tags().stream()
        .filter(tag -> tag.startsWith(JUDGE))
        .reduce((before, after) -> after)
        .filter((JUDGE + judge)::equals)
        .isPresent();
  }

  /**
   * Judgements that nobody judged after may be taken back by who made them, whatever was edited
   * elsewhere since, and by anybody who takes the edit back that they were: the pair then says
   * again what it said before, and they were not said.
   */
  private boolean isTakenBack(
      AnchorEvent event, Draft draft, Deque<Step> done, Map<String, Judgement> judgements) {
    int steps = 0;
    for (Step step : done) {
      if (!step.judge().equals(event.author()) && event.batch() != takingBack) {
        return false;
      }
      steps++;
      if (draft.equals(step.before())) {
        for (int i = 0; i < steps; i++) {
          takeBack(done.pop(), judgements);
        }
        return true;
      }
    }
    return false;
  }

  private static void takeBack(Step step, Map<String, Judgement> judgements) {
    if (step.own() == null) {
      judgements.remove(step.judge());
    } else {
      judgements.put(step.judge(), step.own());
    }
  }

  /** Everybody who judged a pair that is there now, by name in order. */
  public Set<String> judges() {
    Set<String> judges = new TreeSet<>();
    for (Anchor anchor : now.anchors()) {
      judges.addAll(said.getOrDefault(anchor.id(), Map.of()).keySet());
    }
    return judges;
  }

  /** What a person said last of an anchor; null if nothing. */
  public @Nullable AnchorStatus verdict(long id, String judge) {
    Judgement judgement = said.getOrDefault(id, Map.of()).get(judge);
    return judgement == null ? null : judgement.draft().status();
  }

  /** The pairs on which two judges at least differ and nobody has decided, in order of entry. */
  public List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Anchor anchor : now.anchors()) {
      Map<String, AnchorStatus> verdicts = new LinkedHashMap<>();
      Map<String, Instant> moments = new LinkedHashMap<>();
      said.getOrDefault(anchor.id(), Map.of())
          .forEach(
              (judge, judgement) -> {
                verdicts.put(judge, judgement.draft().status());
                moments.put(judge, judgement.when());
              });
      boolean differ = verdicts.values().stream().distinct().count() > 1;
      if (differ && !anchor.tags().contains(ADJUDICATED)) {
        cases.add(new Case(anchor, verdicts, moments));
      }
    }
    return cases;
  }

  /** How far two judges agree on the pairs both judged, before anybody decided. */
  public Agreement agreement(String first, String second, long seed) {
    return Agreement.of(judgedBy(first), judgedBy(second), seed);
  }

  /** Each pair once: where it stands twice, what was said of the one that came last. */
  private List<Anchor> judgedBy(String judge) {
    return now.anchors().stream()
        .filter(anchor -> verdict(anchor.id(), judge) != null)
        .map(anchor -> as(anchor, Objects.requireNonNull(verdict(anchor.id(), judge))))
        .toList();
  }

  private static Anchor as(Anchor anchor, AnchorStatus status) {
    return Draft.of(anchor)
        .withStatus(status)
        .anchor(anchor.id(), anchor.author(), anchor.changed());
  }

  private static boolean isOfAnother(Anchor anchor, String judge) {
    return anchor.tags().contains(ThreeWayMerge.THEIRS)
        && !Statement.of(anchor).who().equals(judge);
  }

  private static List<String> ownTags(Draft own, String judge) {
    return own.tags().stream()
        .filter(tag -> !tag.startsWith(JUDGE) || tag.equals(JUDGE + judge))
        .toList();
  }

  /**
   * The dictionary as a judge may see it: where others have judged a pair and nobody has decided,
   * its status, comment and tags are the judge's own, or those of a candidate without any, and it
   * is not said who changed it. What somebody else said in a conflict of a merge is not there.
   */
  public AnchorSet seenBy(String judge) {
    List<Anchor> seen = new ArrayList<>(now.anchors().size());
    for (Anchor anchor : now.anchors()) {
      if (isOfAnother(anchor, judge)) {
        continue;
      }
      Map<String, Judgement> judgements = said.getOrDefault(anchor.id(), Map.of());
      boolean others = judgements.keySet().stream().anyMatch(name -> !name.equals(judge));
      if (!others || anchor.tags().contains(ADJUDICATED)) {
        seen.add(anchor);
        continue;
      }
      Judgement judged = judgements.get(judge);
      Draft own = judged == null ? null : judged.draft();
      Draft shown =
          own == null
              ? Draft.of(anchor)
                  .withStatus(AnchorStatus.CANDIDATE)
                  .withComment("")
                  .withTags(List.of())
              : Draft.of(anchor)
                  .withStatus(own.status())
                  .withComment(own.comment())
                  .withTags(ownTags(own, judge));
      seen.add(shown.anchor(anchor.id(), own == null ? "" : judge, anchor.changed()));
    }
    return AnchorSet.owning(now.revision(), seen);
  }
}
