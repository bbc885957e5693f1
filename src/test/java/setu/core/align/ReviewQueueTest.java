package setu.core.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.Draft;
import setu.core.anchor.Edit;
import setu.core.anchor.WordPair;
import setu.core.evaluate.Sample;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** What each queue holds and in which order. */
class ReviewQueueTest {
  private static final Vocabulary SOURCE = new Vocabulary(List.of("river", "hand", "book"));
  private static final Vocabulary TARGET = new Vocabulary(List.of("ගඟ", "අත", "පොත"));

  private static Anchor anchor(long id, String source, String target, AnchorStatus status) {
    return new Anchor(id, source, target, status, "", "", "", "file", "me", Instant.EPOCH);
  }

  private static AnchorSet set(Anchor... anchors) {
    return new AnchorSet(anchors.length, List.of(anchors));
  }

  @Test
  void suggestsOnlyNewMutualPairsByGain() {
    List<Suggestion> found =
        List.of(
            new Suggestion(0, 0, 0.5, 0.3, 0.10, true),
            new Suggestion(1, 1, 0.5, 0.3, 0.15, true),
            new Suggestion(2, 2, 0.5, 0.3, 0.90, false));
    AnchorSet anchors = set(anchor(1, "hand", "බාහුව", AnchorStatus.ACCEPTED));
    List<ReviewCard> cards = ReviewQueue.suggested(found, SOURCE, TARGET, anchors);
    // hand has a translation already: its pair counts half.
    assertThat(cards)
        .extracting(ReviewCard::pair)
        .containsExactly(new WordPair("river", "ගඟ"), new WordPair("hand", "අත"));
    assertThat(cards).allMatch(card -> card.anchor() == 0 && card.suggestion() != null);
    AnchorSet rejected = set(anchor(1, "river", "ගඟ", AnchorStatus.REJECTED));
    assertThat(ReviewQueue.suggested(found, SOURCE, TARGET, rejected))
        .extracting(ReviewCard::pair)
        .containsExactly(new WordPair("hand", "අත"));
  }

  /** All else alike: the margin, how common the rarer word is, and what has a translation. */
  @Test
  void aWiderMarginACommonPairAndWordsWithoutATranslationGainMore() {
    List<String> sources = IntStream.range(0, 3000).mapToObj(i -> "s" + i).toList();
    List<String> targets = IntStream.range(0, 3000).mapToObj(i -> "t" + i).toList();
    List<Suggestion> found =
        List.of(
            new Suggestion(1000, 1000, 0.5, 0.3, 0.10, true),
            new Suggestion(1001, 1001, 0.5, 0.3, 0.15, true),
            new Suggestion(2, 2999, 0.5, 0.3, 0.10, true),
            new Suggestion(3, 3, 0.5, 0.3, 0.10, true),
            new Suggestion(1002, 1002, 0.5, 0.3, 0.10, true));
    assertThat(
            ReviewQueue.suggested(
                found,
                new Vocabulary(sources),
                new Vocabulary(targets),
                set(anchor(1, "s1002", "other", AnchorStatus.ACCEPTED))))
        .extracting(card -> card.pair().source())
        .containsExactly("s3", "s1001", "s1000", "s2", "s1002");
  }

  @Test
  void aPairFarFromAllAnchorsGainsMore() {
    List<Suggestion> found =
        List.of(
            new Suggestion(0, 0, 0.5, 0.3, 0.10, true).near(0.9),
            new Suggestion(1, 1, 0.5, 0.3, 0.10, true).near(0.2));
    assertThat(ReviewQueue.suggested(found, SOURCE, TARGET, set()))
        .extracting(card -> card.pair().source())
        .containsExactly("hand", "river");
    // All else alike, what nearest neighbours do not name comes first.
    List<Suggestion> disputed =
        List.of(
            new Suggestion(0, 0, 0.5, 0.3, 0.10, true),
            new Suggestion(1, 1, 0.5, 0.3, 0.10, true, true, Double.NaN));
    assertThat(ReviewQueue.suggested(disputed, SOURCE, TARGET, set()))
        .extracting(card -> card.pair().source())
        .containsExactly("hand", "river");
  }

  @Test
  void aSuggestionTellsOfTheNearestAnchorAndOfNeighboursThatDisagree() {
    NeighborSearch search = NeighborSearches.best();
    List<Suggestion> found =
        Induction.of(
            Sample.procrustes().mapSource(Sample.X),
            search.prepare(Sample.Z),
            Retrieval.Csls.DEFAULT,
            search,
            Progress.NONE,
            Cancellation.none());
    assertThat(found).anyMatch(Suggestion::contested).anyMatch(each -> !each.contested());
    assertThat(found).allMatch(each -> Double.isNaN(each.nearAnchor()));
    List<Suggestion> placed =
        AnchorNearness.of(found, Sample.X, Sample.anchors(), search, Cancellation.none());
    assertThat(placed).allMatch(Suggestion::mutual).hasSizeLessThan(found.size());
    Set<Integer> anchored = new HashSet<>(Sample.anchors().sourceRows());
    for (Suggestion each : placed) {
      if (anchored.contains(each.sourceRow())) {
        assertThat(each.nearAnchor()).isCloseTo(1, within(1e-5));
      } else {
        assertThat(each.nearAnchor()).isLessThan(1);
      }
    }
  }

  @Test
  void importedAreCandidatesThenThoseLeftOpen() {
    AnchorSet anchors =
        set(
            anchor(1, "a", "b", AnchorStatus.UNSURE),
            anchor(2, "c", "d", AnchorStatus.ACCEPTED),
            anchor(3, "e", "f", AnchorStatus.CANDIDATE));
    assertThat(ReviewQueue.imported(anchors))
        .extracting(ReviewCard::anchor)
        .containsExactly(3L, 1L);
  }

  @Test
  void conflictsAreSamePairsJudgedDifferently() {
    AnchorSet anchors =
        set(
            anchor(1, "a", "b", AnchorStatus.ACCEPTED),
            anchor(2, "c", "d", AnchorStatus.ACCEPTED),
            anchor(3, "a", "b", AnchorStatus.REJECTED),
            anchor(4, "c", "d", AnchorStatus.ACCEPTED));
    assertThat(ReviewQueue.conflicts(anchors))
        .extracting(ReviewCard::anchor)
        .containsExactly(1L, 3L);
  }

  @Test
  void whatCameInAsAConflictIsOneWhateverItsStatusUntilOneOfThePairStandsAlone() {
    AnchorSet anchors =
        set(
            anchor(1, "a", "b", AnchorStatus.CANDIDATE),
            tagged(anchor(2, "a", "b", AnchorStatus.CANDIDATE), "import:conflict", "says:rejected"),
            tagged(anchor(3, "c", "d", AnchorStatus.ACCEPTED), "merge:theirs", "nature"),
            anchor(4, "c", "d", AnchorStatus.ACCEPTED),
            tagged(anchor(5, "alone", "d", AnchorStatus.ACCEPTED), "import:conflict"));
    assertThat(ReviewQueue.conflicts(anchors))
        .extracting(ReviewCard::anchor)
        .containsExactly(1L, 2L, 3L, 4L);
    Anchor theirs = anchors.anchors().get(2);
    List<Edit> edits =
        ReviewQueue.settled(anchors, 3, Draft.of(theirs).withStatus(AnchorStatus.REJECTED));
    assertThat(edits)
        .containsExactly(
            new Edit.Change(
                3, Draft.of(theirs).withStatus(AnchorStatus.REJECTED).withTags(List.of("nature"))),
            new Edit.Remove(4));
  }

  private static Anchor tagged(Anchor anchor, String... tags) {
    return Draft.of(anchor)
        .withTags(List.of(tags))
        .anchor(anchor.id(), anchor.author(), anchor.changed());
  }

  @Test
  void reviewingTheSuspectQueueFindsThePlantedFaults() {
    List<WordPair> faulty = DictionaryFiles.readPairs(Sample.FOLDER.resolve("faulty.tsv"));
    List<Anchor> anchors = new ArrayList<>();
    for (WordPair pair : Sample.TRAIN) {
      anchors.add(anchor(anchors.size() + 1, pair.source(), pair.target(), AnchorStatus.ACCEPTED));
    }
    for (WordPair pair : faulty) {
      anchors.add(anchor(anchors.size() + 1, pair.source(), pair.target(), AnchorStatus.ACCEPTED));
    }
    // A person who knows the answers rejects what is wrong; the queue is made anew every ten cards.
    NeighborSearch search = NeighborSearches.best();
    Set<WordPair> seen = new HashSet<>();
    Set<WordPair> found = new HashSet<>();
    while (seen.size() < 80) {
      AnchorSet now = new AnchorSet(anchors.size(), anchors);
      ResolvedAnchors resolved =
          ResolvedAnchors.resolve(
              now.accepted(), Sample.SOURCE.vocabulary(), Sample.TARGET.vocabulary());
      List<ReviewCard> cards =
          ReviewQueue.suspect(
              AnchorAudit.of(
                  Sample.X, Sample.Z, resolved, search, Progress.NONE, Cancellation.none()),
              now);
      cards.stream()
          .filter(card -> !seen.contains(card.pair()))
          .limit(10)
          .toList()
          .forEach(
              card -> {
                seen.add(card.pair());
                if (faulty.contains(card.pair())) {
                  found.add(card.pair());
                  anchors.set(
                      Math.toIntExact(card.anchor() - 1),
                      anchor(
                          card.anchor(),
                          card.pair().source(),
                          card.pair().target(),
                          AnchorStatus.REJECTED));
                }
              });
    }
    assertThat(found).hasSizeGreaterThanOrEqualTo(22);
  }

  @Test
  void theErrorRateHasWilsonsInterval() {
    // 1 of 10: 0.0179 to 0.4042 (Wilson 1927, as in Newcombe 1998).
    ErrorRate rate = new ErrorRate(1, 10);
    assertThat(rate.rate()).isEqualTo(0.1);
    assertThat(rate.low()).isCloseTo(0.0179, within(1e-4));
    assertThat(rate.high()).isCloseTo(0.4042, within(1e-4));
    // 0 of 50: up to 0.0713.
    assertThat(new ErrorRate(0, 50).low()).isCloseTo(0, within(1e-12));
    assertThat(new ErrorRate(0, 50).high()).isCloseTo(0.0713, within(1e-4));
    assertThat(new ErrorRate(0, 0).high()).isEqualTo(1);
    assertThatThrownBy(() -> new ErrorRate(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
