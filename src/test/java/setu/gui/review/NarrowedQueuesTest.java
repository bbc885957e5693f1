package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.Draft;
import setu.core.anchor.WordPair;
import setu.core.neighbor.NeighborSearches;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;

/** Whole queues from the first card to the last: narrowed, ordered anew, and reviewed. */
class NarrowedQueuesTest {
  @TempDir Path folder;
  private Workbench workbench;
  private ReviewViewModel model;

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
    model = new ReviewViewModel(workbench, NeighborSearches.best());
  }

  @AfterEach
  void close() {
    model.dispose();
    workbench.close();
  }

  /** The present card and up to so many after it, each left unjudged. */
  private List<ReviewCard> walk(int most) {
    List<ReviewCard> cards = new ArrayList<>();
    ReviewCard card = model.cardProperty().get();
    while (card != null && cards.size() < most) {
      cards.add(card);
      model.next();
      card = model.cardProperty().get();
    }
    return cards;
  }

  private Anchor anchor(ReviewCard card) {
    return Objects.requireNonNull(workbench.anchorsProperty().get().get(card.anchor()));
  }

  private List<Anchor> anchors() {
    return workbench.anchorsProperty().get().anchors();
  }

  /** Something for every queue: two candidates, two conflicts, and two pairs judges differ on. */
  private void fill() {
    for (String source : List.of("river", "stream", "brook", "creek")) {
      workbench.addAnchor(
          Draft.accepted(source, "ගඟ", source + ".tsv").withStatus(AnchorStatus.CANDIDATE));
    }
    for (Anchor here : List.of(anchors().get(0), anchors().get(10))) {
      workbench.addAnchor(
          Draft.of(here)
              .withStatus(AnchorStatus.CANDIDATE)
              .withTags(List.of("import:conflict", "says:rejected")));
    }
    List<Long> differing = anchors().subList(1039, 1041).stream().map(Anchor::id).toList();
    workbench.setJudge("Kamala");
    workbench.judgeAnchors(differing, AnchorStatus.ACCEPTED);
    workbench.setJudge("Nimal");
    workbench.judgeAnchors(differing, AnchorStatus.REJECTED);
    workbench.setJudge("");
  }

  @ParameterizedTest
  @EnumSource(ReviewQueue.class)
  void everyQueueIsNarrowedByTextAndByFacets(ReviewQueue queue) {
    fill();
    model.setShown(true);
    model.queueProperty().set(queue);
    ReviewCard first = Objects.requireNonNull(model.cardProperty().get());
    Map<String, Integer> bands = model.values(CardFacet.FREQUENCY);
    int all = bands.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(all).isEqualTo(model.waitingProperty().get() + 1).isGreaterThan(1);

    String band = List.copyOf(bands.keySet()).getFirst();
    model.narrowing().choose(CardFacet.FREQUENCY, Set.of(band));
    assertThat(model.waitingProperty().get() + 1).isEqualTo(bands.get(band));
    model.narrowing().clear();
    String word = first.pair().source();
    model.narrowing().setText(word);
    assertThat(model.waitingProperty().get() + 1).isLessThan(all);
    if (queue != ReviewQueue.SUGGESTED) {
      model.narrowing().choose(CardFacet.ORIGIN, Set.of(anchor(first).origin()));
    }
    assertThat(walk(20)).isNotEmpty().allMatch(card -> card.pair().source().contains(word));
    model.narrowing().setText("no word has this");
    assertThat(model.cardProperty().get()).isNull();
  }

  @Test
  void suggestionsSayThatSetuInducedThem() {
    model.setShown(true);
    Map<String, Integer> origins = model.values(CardFacet.ORIGIN);
    assertThat(origins).containsOnlyKeys("induced");
    model.narrowing().choose(CardFacet.ORIGIN, Set.of("induced"));
    assertThat(model.waitingProperty().get() + 1).isEqualTo(origins.get("induced"));
  }

  @Test
  void suggestionsOverAMarginAreChosenByItsBands() {
    model.setShown(true);
    Map<String, Integer> margins = model.values(CardFacet.MARGIN);
    assertThat(margins).containsOnlyKeys("0.05 +", "0.02 – 0.05", "0.01 – 0.02", "0.00 – 0.01");
    assertThat(margins.keySet()).first().isEqualTo("0.05 +");
    model.narrowing().choose(CardFacet.MARGIN, Set.of("0.05 +", "0.02 – 0.05"));
    assertThat(model.waitingProperty().get() + 1)
        .isEqualTo(margins.getOrDefault("0.05 +", 0) + margins.getOrDefault("0.02 – 0.05", 0));
    assertThat(walk(20))
        .allMatch(card -> Objects.requireNonNull(card.suggestion()).margin() >= 0.02);
    model.narrowing().clear();
    model.queueProperty().set(ReviewQueue.SUSPECT);
    assertThat(model.values(CardFacet.MARGIN)).containsOnlyKeys("");
  }

  @Test
  void partOfSpeechAndCategoryNarrowToo() {
    model.setShown(true);
    model.queueProperty().set(ReviewQueue.SUSPECT);
    Map<String, Integer> verbs = model.values(CardFacet.POS);
    assertThat(verbs).containsKeys("noun", "verb");
    model.narrowing().choose(CardFacet.POS, Set.of("verb"));
    assertThat(walk(20)).hasSize(20).allMatch(card -> anchor(card).pos().equals("verb"));
    model.narrowing().clear();
    String category = List.copyOf(model.values(CardFacet.CATEGORY).keySet()).getLast();
    model.narrowing().choose(CardFacet.CATEGORY, Set.of(category));
    assertThat(walk(5)).isNotEmpty().allMatch(card -> anchor(card).category().equals(category));
  }

  @Test
  void aJudgementOrdersTheSuggestionsAnewBehindTheCardUnderReview() {
    model.setShown(true);
    List<WordPair> before = walk(30).stream().map(ReviewCard::pair).toList();
    model.dispose();
    model = new ReviewViewModel(workbench, NeighborSearches.best());
    model.setShown(true);
    ReviewCard under = Objects.requireNonNull(model.cardProperty().get());
    assertThat(under.pair()).isEqualTo(before.getFirst());
    // Half of the dictionary goes: all neighbours and margins change with the mapping.
    workbench.removeAnchors(anchors().stream().map(Anchor::id).filter(id -> id % 2 == 0).toList());
    assertThat(model.cardProperty().get()).isEqualTo(under);
    List<ReviewCard> after = walk(30);
    assertThat(after.getFirst()).isEqualTo(under);
    assertThat(after.subList(1, 30).stream().map(ReviewCard::pair).toList())
        .isNotEqualTo(before.subList(1, 30))
        .doesNotContain(under.pair());
    assertThat(after.subList(1, 30).stream().map(ReviewCard::score).toList())
        .isSortedAccordingTo((one, other) -> Double.compare(other, one));
  }

  /** A person who knows the answers rejects what is wrong, card by card. */
  @Test
  void reviewingTheSuspectQueueFindsThePlantedFaultsWithinEightyCards() {
    Path file = Path.of("sample-vectors", "faulty.tsv");
    Set<WordPair> faulty = new HashSet<>(DictionaryFiles.readPairs(file));
    workbench.addAnchors(
        faulty.stream()
            .map(pair -> Draft.accepted(pair.source(), pair.target(), "faulty.tsv"))
            .toList());
    model.setShown(true);
    model.queueProperty().set(ReviewQueue.SUSPECT);
    int found = 0;
    for (int card = 0; card < 80; card++) {
      if (faulty.contains(Objects.requireNonNull(model.cardProperty().get()).pair())) {
        found++;
        model.reject(null);
      } else {
        model.next();
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(22);
    assertThat(model.session().disagreement().judged()).isEqualTo(found);
    assertThat(Objects.requireNonNull(workbench.sharedProperty().get()).anchors().outOfVocabulary())
        .hasSize(10)
        .allMatch(faulty::contains);
  }
}
