package setu.core.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorImport;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.Draft;
import setu.core.anchor.Edit;
import setu.core.anchor.ThreeWayMerge;
import setu.core.anchor.WordPair;
import setu.core.space.Vocabulary;

/** The queues a person reviews; each makes its cards from the dictionary of the moment. */
public enum ReviewQueue {
  /** Pairs the geometry proposes and the dictionary does not have. */
  SUGGESTED,
  /** Accepted anchors that the others do not bear out. */
  SUSPECT,
  /** Pairs that came in and wait for a judgement. */
  IMPORTED,
  /** Pairs of which the dictionary says two things. */
  CONFLICTS,
  /** Pairs that two judges, neither seeing the other's judgement, judged differently. */
  DIFFERENCES,
  /** Accepted anchors drawn by chance, to estimate how many are wrong. */
  SAMPLED;

  /** Frequency rank from which a word counts half. */
  private static final double COMMON = 1000;

  /** What a pair counts that nearest neighbours do not name. */
  private static final double CONTESTED = 1.25;

  /**
   * New pairs by expected gain: the CSLS margin, times how common the rarer word is, halved for
   * each word that has an accepted translation already; more the farther the nearest word with an
   * anchor is, up to twice, and by a quarter where nearest neighbours name another word.
   */
  public static List<ReviewCard> suggested(
      List<Suggestion> suggestions, Vocabulary source, Vocabulary target, AnchorSet anchors) {
    Set<WordPair> known = new HashSet<>();
    Set<String> sources = new HashSet<>();
    Set<String> targets = new HashSet<>();
    for (Anchor anchor : anchors.anchors()) {
      known.add(anchor.pair());
      if (anchor.status() == AnchorStatus.ACCEPTED) {
        sources.add(anchor.source());
        targets.add(anchor.target());
      }
    }
    List<ReviewCard> cards = new ArrayList<>();
    for (Suggestion each : suggestions) {
      WordPair pair = new WordPair(source.word(each.sourceRow()), target.word(each.targetRow()));
      if (each.mutual() && !known.contains(pair)) {
        double common = COMMON / (COMMON + Math.max(each.sourceRow(), each.targetRow()));
        double need =
            (sources.contains(pair.source()) ? 0.5 : 1)
                * (targets.contains(pair.target()) ? 0.5 : 1);
        double gain = each.margin() * common * need * news(each);
        cards.add(new ReviewCard(SUGGESTED, pair, 0, gain, each, null));
      }
    }
    cards.sort(Comparator.comparingDouble(ReviewCard::score).reversed());
    return cards;
  }

  /** How much the mapping would learn that it does not know from other anchors. */
  private static double news(Suggestion each) {
    double near = Double.isNaN(each.nearAnchor()) ? 0 : Math.max(0, each.nearAnchor());
    return (1 - near / 2) * (each.contested() ? CONTESTED : 1);
  }

  /** Audited anchors that are accepted, the most suspect first. */
  public static List<ReviewCard> suspect(List<AnchorAudit.Audited> audited, AnchorSet anchors) {
    Map<WordPair, Anchor> accepted = new HashMap<>();
    for (Anchor anchor : anchors.anchors()) {
      if (anchor.status() == AnchorStatus.ACCEPTED) {
        accepted.putIfAbsent(anchor.pair(), anchor);
      }
    }
    List<ReviewCard> cards = new ArrayList<>();
    for (AnchorAudit.Audited each : audited) {
      Anchor anchor = accepted.remove(each.pair());
      if (anchor != null) {
        cards.add(new ReviewCard(SUSPECT, each.pair(), anchor.id(), each.suspicion(), null, each));
      }
    }
    return cards;
  }

  /** Candidates in order of entry, then those left open. */
  public static List<ReviewCard> imported(AnchorSet anchors) {
    List<ReviewCard> cards = new ArrayList<>();
    for (AnchorStatus status : List.of(AnchorStatus.CANDIDATE, AnchorStatus.UNSURE)) {
      for (Anchor anchor : anchors.anchors()) {
        if (anchor.status() == status) {
          double score = status == AnchorStatus.CANDIDATE ? 1 : 0;
          cards.add(new ReviewCard(IMPORTED, anchor.pair(), anchor.id(), score, null, null));
        }
      }
    }
    return cards;
  }

  /**
   * Anchors of pairs that stand more than once and are judged differently, or of which one came in
   * as a conflict; pair by pair.
   */
  public static List<ReviewCard> conflicts(AnchorSet anchors) {
    Map<WordPair, List<Anchor>> byPair = new HashMap<>();
    for (Anchor anchor : anchors.anchors()) {
      byPair.computeIfAbsent(anchor.pair(), pair -> new ArrayList<>(1)).add(anchor);
    }
    List<ReviewCard> cards = new ArrayList<>();
    for (Anchor anchor : anchors.anchors()) {
      List<Anchor> same = byPair.getOrDefault(anchor.pair(), List.of());
      if (same.getFirst().id() == anchor.id()
          && same.size() > 1
          && (same.stream().map(Anchor::status).distinct().count() > 1
              || same.stream().anyMatch(ReviewQueue::cameInConflict))) {
        for (Anchor each : same) {
          cards.add(new ReviewCard(CONFLICTS, each.pair(), each.id(), same.size(), null, null));
        }
      }
    }
    return cards;
  }

  private static boolean cameInConflict(Anchor anchor) {
    return anchor.tags().contains(AnchorImport.CONFLICT)
        || anchor.tags().contains(ThreeWayMerge.THEIRS);
  }

  /**
   * What settles a conflict: the anchor that was judged stands alone, without the tags of a
   * conflict, and the others of its pair go. The journal keeps what they said.
   *
   * @param anchor the one that was judged
   * @param judged what is said of it now
   */
  public static List<Edit> settled(AnchorSet anchors, long anchor, Draft judged) {
    Anchor chosen = anchors.get(anchor);
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.Change(anchor, judged.withTags(withoutConflict(judged.tags()))));
    for (Anchor each : anchors.anchors()) {
      if (chosen != null && each.id() != anchor && each.pair().equals(chosen.pair())) {
        edits.add(new Edit.Remove(each.id()));
      }
    }
    return edits;
  }

  private static List<String> withoutConflict(List<String> tags) {
    return tags.stream()
        .filter(
            tag ->
                !tag.equals(AnchorImport.CONFLICT)
                    && !tag.equals(ThreeWayMerge.THEIRS)
                    && !tag.startsWith(ThreeWayMerge.SAID_BY)
                    && !tag.startsWith(AnchorImport.SAYS))
        .toList();
  }

  /** Pairs on which judges differ, in order of entry. */
  public static List<ReviewCard> differences(List<DoubleBlind.Case> cases) {
    return cases.stream()
        .map(
            each ->
                new ReviewCard(
                    DIFFERENCES, each.anchor().pair(), each.anchor().id(), 0, null, null, each))
        .toList();
  }
}
