package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import setu.core.align.ErrorRate;
import setu.core.align.JudgementModel;
import setu.core.align.PairEvidence;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.align.SampledCheck;
import setu.core.align.Suggestion;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.anchor.WordPair;
import setu.core.neighbor.NeighborSearches;
import setu.gui.common.EditedBatch;
import setu.gui.common.Notice;
import setu.gui.common.Side;
import setu.gui.shell.SampleWorkbench;
import setu.message.Messages;

/** Judging, going on and what the session says, all on one thread. */
class ReviewViewModelTest extends SampleReview {
  @Test
  void acceptingASuggestionAddsItAndShowsTheNextCard() {
    WordPair pair = card().pair();
    int before = workbench.anchorsProperty().get().anchors().size();
    model.accept();
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(before + 1);
    assertThat(last().pair()).isEqualTo(pair);
    assertThat(last().status()).isEqualTo(AnchorStatus.ACCEPTED);
    assertThat(last().origin()).isEqualTo("induced");
    assertThat(card().pair()).isNotEqualTo(pair);
    assertThat(workbench.selectedProperty().get())
        .isEqualTo(workbench.find(Side.SOURCE, card().pair().source()));
  }

  @Test
  void theWordLookedAtIsTheCardsWhereverItWasLeftAndWhicheverWordIsKnown() {
    workbench.addAnchors(
        List.of(
            Draft.accepted("no such word", "ගඟ", "x").withStatus(AnchorStatus.CANDIDATE),
            Draft.accepted("no such word", "නැති වචනයක්", "x").withStatus(AnchorStatus.CANDIDATE)));
    model.setShown(false);
    workbench.select(Side.SOURCE, "mother");
    model.setShown(true);
    assertThat(workbench.selectedProperty().get())
        .isEqualTo(workbench.find(Side.SOURCE, card().pair().source()));
    model.queueProperty().set(ReviewQueue.IMPORTED);
    assertThat(workbench.selectedProperty().get()).isEqualTo(workbench.find(Side.TARGET, "ගඟ"));
    model.next();
    assertThat(workbench.selectedProperty().get()).as("no word is known").isNull();
  }

  @Test
  void aQueueThatWasPassedOverIsShownAgainWithoutTheJudged() {
    for (String source : List.of("river", "stream", "brook")) {
      workbench.addAnchor(Draft.accepted(source, "ගඟ", "x").withStatus(AnchorStatus.CANDIDATE));
    }
    model.queueProperty().set(ReviewQueue.IMPORTED);
    model.next();
    model.accept();
    model.next();
    assertThat(model.cardProperty().get()).isNull();
    assertThat(model.passedOver()).isEqualTo(2);
    model.recall();
    assertThat(card().pair().source()).isEqualTo("river");
    model.next();
    model.queueProperty().set(ReviewQueue.SUGGESTED);
    model.queueProperty().set(ReviewQueue.IMPORTED);
    assertThat(card().pair().source()).as("turned to again").isEqualTo("river");
    model.next();
    assertThat(card().pair().source()).isEqualTo("brook");
  }

  @Test
  void theLemmaGuessedIsTheShortestAcceptedWordOfTheStem() {
    for (String source : List.of("walking", "walk", "walks", "wall")) {
      workbench.addAnchor(Draft.accepted(source, "ඇවිදිනවා", "x"));
    }
    workbench.addAnchor(
        Draft.accepted("walked", "ඇවිද්දා", "x").withStatus(AnchorStatus.CANDIDATE));
    model.queueProperty().set(ReviewQueue.IMPORTED);
    assertThat(model.lemmaGuess()).isEqualTo("walk");
    assertThat(LemmaGuess.of("walk", workbench.anchorsProperty().get())).isEmpty();
  }

  @Test
  void theFiguresOfASuggestionAreThoseOfThePresentMapping() {
    ReviewCard under = card();
    List<Draft> wrong =
        workbench.anchorsProperty().get().anchors().stream()
            .limit(200)
            .map(each -> Draft.accepted(each.source(), "ගඟ", "wrong"))
            .toList();
    workbench.addAnchors(wrong);
    assertThat(card()).isEqualTo(under);
    CardNeighbors found = Objects.requireNonNull(model.neighborsProperty().get());
    Suggestion now = found.suggestion();
    CardEvidence evidence = new CardEvidence(workbench, Messages.inEnglish());
    if (now == null) {
      assertThat(evidence.of(found))
          .startsWith("The mapping has changed")
          .endsWith(evidence.of(under));
    } else {
      double csls = Objects.requireNonNull(found.source()).across().getFirst().csls();
      assertThat(now.csls()).isEqualTo(csls);
      assertThat(evidence.of(found)).contains(String.format(Locale.ROOT, "%.3f", csls));
    }
    assertThat(evidence.of(found)).isNotEqualTo(evidence.of(under));
  }

  @Test
  void wordsEditedToThoseOfAnotherPairAreJudgedThere() {
    workbench.addAnchors(
        List.of(
            Draft.accepted("bridge", "පාලම", "x").withStatus(AnchorStatus.UNSURE),
            Draft.accepted("bridge", "පාලම්", "y").withStatus(AnchorStatus.CANDIDATE)));
    List<Anchor> before = List.copyOf(workbench.anchorsProperty().get().anchors());
    model.queueProperty().set(ReviewQueue.IMPORTED);
    assertThat(card().pair().target()).isEqualTo("පාලම්");
    model.acceptEdited("bridge", "පාලම");
    List<Anchor> bridges =
        workbench.anchorsProperty().get().anchors().stream()
            .filter(anchor -> anchor.source().equals("bridge"))
            .toList();
    assertThat(bridges)
        .extracting(Anchor::target, Anchor::status, Anchor::origin)
        .containsExactly(tuple("පාලම", AnchorStatus.ACCEPTED, "x"));
    assertThat(workbench.notices().getLast().text())
        .isEqualTo(
            "bridge – පාලම was there already: it is accepted, and bridge – පාලම් is removed."
                + " Ctrl+Z takes both back.");
    model.undo();
    assertThat(workbench.anchorsProperty().get().anchors())
        .extracting(Draft::of)
        .isEqualTo(before.stream().map(Draft::of).toList());
    // A suggestion makes no copy either.
    model.queueProperty().set(ReviewQueue.SUGGESTED);
    model.acceptEdited("bridge", "පාලම");
    assertThat(workbench.anchorsProperty().get().anchors()).hasSameSizeAs(before);
    assertThat(workbench.notices().getLast().text()).endsWith("accepted, and no copy was made.");
  }

  @Test
  void adviceIsGivenOnceEnoughPairsWereRejectedAndIsAboutTheCard() {
    assertThat(model.adviceProperty().get()).as("nothing was rejected yet").isNull();
    for (int i = 0; i < JudgementModel.LEAST_OF_EACH; i++) {
      model.reject(null);
    }
    Advice advice = Objects.requireNonNull(model.adviceProperty().get());
    assertThat(advice.card()).isEqualTo(card());
    assertThat(advice.evidence().pair()).isEqualTo(card().pair());
    assertThat(advice.probability()).isBetween(0.0, 1.0);
    assertThat(advice.model().judgements()).isGreaterThan(JudgementModel.LEAST_OF_EACH);
    assertThat(advice.model().reasons(advice.evidence())).hasSize(PairEvidence.CLUES.size());
  }

  @Test
  void aSessionBeginsAtThePrecisionOfItsFirstVisit() {
    double before = model.session().precision();
    assertThat(before).isEqualTo(42.0);
    for (int i = 0; i < 3; i++) {
      model.accept();
    }
    assertThat(model.session().precisionAtStart()).isEqualTo(before);
  }

  @Test
  void aQueueIsNarrowedByFrequencyAndByText() {
    int all = model.waitingProperty().get();
    Map<String, Integer> bands = model.values(CardFacet.FREQUENCY);
    assertThat(bands.keySet()).first().isEqualTo("1 – 1,000");
    assertThat(bands.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(all + 1);
    String rarest = List.copyOf(bands.keySet()).getLast();
    model.narrowing().choose(CardFacet.FREQUENCY, Set.of(rarest));
    assertThat(model.waitingProperty().get() + 1).isEqualTo(bands.get(rarest));
    assertThat(rank(card())).isGreaterThan(1000);
    model.accept();
    assertThat(rank(card())).as("the queue made anew is narrowed too").isGreaterThan(1000);
    model.narrowing().setText("no word has this");
    assertThat(model.cardProperty().get()).isNull();
    model.narrowing().clear();
    assertThat(model.cardProperty().get()).isNotNull();
    assertThat(model.narrowing().activeProperty().get()).isFalse();
  }

  @Test
  void latinLettersNarrowAQueueToSinhalaWordsThatBeginAsTheySound() {
    for (String target : List.of("ගඟ", "පාසලට", "නුවර")) {
      workbench.addAnchor(
          Draft.accepted("x" + target, target, "list").withStatus(AnchorStatus.CANDIDATE));
    }
    model.queueProperty().set(ReviewQueue.IMPORTED);
    model.narrowing().setText("Paasala");
    assertThat(card().pair().target()).isEqualTo("පාසලට");
    assertThat(model.waitingProperty().get()).isZero();
    model.queueProperty().set(ReviewQueue.SUGGESTED);
    model.narrowing().setText("nuwara");
    model.queueProperty().set(ReviewQueue.IMPORTED);
    assertThat(card().pair().target()).as("narrowed anew where it is turned to").isEqualTo("නුවර");
  }

  @Test
  void theCardUnderReviewStaysWhereItIsAmongThoseWanted() {
    ReviewCard now = card();
    model.narrowing().setText(now.pair().source());
    assertThat(card()).isEqualTo(now);
  }

  @Test
  void anImportedQueueIsNarrowedByWhereItsPairsCameFrom() {
    for (String origin : List.of("first.tsv", "second.tsv")) {
      workbench.addAnchor(
          Draft.accepted("river " + origin, "ගඟ", origin).withStatus(AnchorStatus.CANDIDATE));
    }
    model.queueProperty().set(ReviewQueue.IMPORTED);
    assertThat(model.values(CardFacet.ORIGIN)).containsEntry("second.tsv", 1);
    model.narrowing().choose(CardFacet.ORIGIN, Set.of("second.tsv"));
    assertThat(card().pair().source()).isEqualTo("river second.tsv");
    assertThat(model.waitingProperty().get()).isZero();
  }

  private int rank(ReviewCard card) {
    return 1
        + Math.max(
            Objects.requireNonNull(workbench.space(Side.SOURCE))
                .vocabulary()
                .row(card.pair().source()),
            Objects.requireNonNull(workbench.space(Side.TARGET))
                .vocabulary()
                .row(card.pair().target()));
  }

  @Test
  void aConflictShowsWhatEachSaysAndIsSettledByOneDecision() {
    Anchor here = workbench.anchorsProperty().get().anchors().get(4);
    workbench.addAnchor(
        Draft.of(here)
            .withStatus(AnchorStatus.CANDIDATE)
            .withTags(List.of("import:conflict", "says:rejected")));
    Anchor there = last();
    int before = workbench.anchorsProperty().get().anchors().size();
    model.queueProperty().set(ReviewQueue.CONFLICTS);
    assertThat(card().anchor()).isEqualTo(here.id());
    model.next();
    assertThat(card().anchor()).isEqualTo(there.id());
    model.reject(null);
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(before - 1);
    assertThat(workbench.anchorsProperty().get().get(here.id())).isNull();
    assertThat(last().status()).isEqualTo(AnchorStatus.REJECTED);
    assertThat(last().tags()).isEmpty();
    assertThat(model.cardProperty().get()).isNull();
    model.undo();
    assertThat(workbench.anchorsProperty().get().get(here.id())).isEqualTo(here);
    assertThat(card().anchor()).isEqualTo(there.id());
  }

  @Test
  void theCardUnderReviewStaysWhenTheMappingChanges() {
    ReviewCard first = card();
    workbench.addAnchor(Draft.accepted("village", "ගමේ", "edit"));
    assertThat(card()).isEqualTo(first);
    model.next();
    assertThat(card().pair()).isNotEqualTo(first.pair());
    model.queueProperty().set(ReviewQueue.IMPORTED);
    assertThat(model.cardProperty().get()).isNull();
    model.queueProperty().set(ReviewQueue.SUGGESTED);
    assertThat(card().pair()).isNotEqualTo(first.pair());
  }

  @Test
  void theSuspectQueueJudgesAnchorsThatAreThere() {
    model.queueProperty().set(ReviewQueue.SUSPECT);
    ReviewCard suspect = card();
    assertThat(suspect.audited()).isNotNull();
    model.reject(null);
    Anchor judged = Objects.requireNonNull(workbench.anchorsProperty().get().get(suspect.anchor()));
    assertThat(judged.status()).isEqualTo(AnchorStatus.REJECTED);
    assertThat(model.session().disagreement().judged()).isEqualTo(1);
    assertThat(model.session().disagreement().wrong()).isZero();
    assertThat(model.session().count(AnchorStatus.REJECTED)).isEqualTo(1);
    assertThat(model.session().precisionAtStart()).isBetween(41.0, 43.0);
  }

  @Test
  void theSampledCheckEstimatesErrors() {
    model.queueProperty().set(ReviewQueue.SAMPLED);
    assertThat(model.waitingProperty().get()).isEqualTo(SampledCheck.SIZE - 1);
    model.accept();
    model.reject(RejectReason.OTHER_WORD);
    model.unsure();
    assertThat(model.session().sampled().judged()).isEqualTo(2);
    assertThat(model.session().sampled().wrong()).isEqualTo(1);
  }

  private List<String> tags(ReviewCard judged) {
    return Objects.requireNonNull(workbench.anchorsProperty().get().get(judged.anchor())).tags();
  }

  @Test
  void theSampleAndItsEstimateAreTheSameAfterEditsAndARestart() {
    model.queueProperty().set(ReviewQueue.SAMPLED);
    ReviewCard first = card();
    model.accept();
    ReviewCard second = card();
    model.reject(RejectReason.OTHER_WORD);
    assertThat(tags(first)).containsExactly("sampled:42");
    assertThat(tags(second)).containsExactly("rejected:other-word", "sampled:42");
    workbench.addAnchor(Draft.accepted("village", "ගමේ", "edit"));
    ReviewCard third = card();
    model.dispose();
    workbench.close();

    workbench = SampleWorkbench.open(folder);
    model = new ReviewViewModel(workbench, NeighborSearches.best());
    assertThat(model.session().sampled()).as("before its queue").isEqualTo(new ErrorRate(1, 2));
    model.setShown(true);
    model.queueProperty().set(ReviewQueue.SAMPLED);
    assertThat(card().pair()).isEqualTo(third.pair());
    assertThat(model.waitingProperty().get()).isEqualTo(SampledCheck.SIZE - 3);
    model.accept();
    model.undo();
    assertThat(model.session().sampled()).isEqualTo(new ErrorRate(1, 2));
    assertThat(card().pair()).isEqualTo(third.pair());

    model.drawSample(() -> {});
    assertThat(Objects.requireNonNull(model.sample().sampleProperty().get()).seed()).isEqualTo(43);
    assertThat(model.session().sampled()).isEqualTo(new ErrorRate(0, 0));
    assertThat(model.waitingProperty().get()).isEqualTo(SampledCheck.SIZE - 1);
    model.accept();
    assertThat(model.session().sampled()).isEqualTo(new ErrorRate(0, 1));
  }

  @Test
  void keysWorkUnderASinhalaLayout() {
    assertThat(ReviewKey.pressed(KeyCode.A)).isEqualTo(ReviewKey.ACCEPT);
    assertThat(ReviewKey.pressed(KeyCode.W)).isNull();
    // What the keys A, R, I, E, S, N, L, Q, B type under the Wijesekara layout.
    assertThat(
            List.of(
                "\u0DCA", "\u0DBB", "\u0DC3", "\u0DD0", "\u0DD2", "\u0DB6", "\u0D9A", "\u0DD4",
                "\u0D89"))
        .extracting(ReviewKey::typed)
        .containsExactly(
            ReviewKey.ACCEPT,
            ReviewKey.REJECT,
            ReviewKey.INFLECTION,
            ReviewKey.EDIT,
            ReviewKey.UNSURE,
            ReviewKey.NOTE,
            ReviewKey.FAMILY,
            ReviewKey.NARROW,
            ReviewKey.BLIND);
    assertThat(ReviewKey.typed("ඳ")).isNull();
    assertThat(ReviewKey.typed("a")).as("a Latin letter").isEqualTo(ReviewKey.ACCEPT);
  }

  @Test
  void aSuggestionThatCameInMeanwhileIsJudgedWhereItStands() {
    WordPair pair = card().pair();
    workbench.addAnchor(
        new Draft(
            pair.source(), pair.target(), AnchorStatus.CANDIDATE, "noun", "", "", "list.tsv"));
    assertThat(card().pair()).isEqualTo(pair);
    model.accept();
    assertThat(workbench.anchorsProperty().get().anchors())
        .filteredOn(anchor -> anchor.pair().equals(pair))
        .extracting(Anchor::status, Anchor::pos, Anchor::origin)
        .containsExactly(tuple(AnchorStatus.ACCEPTED, "noun", "list.tsv"));
    model.undo();
    assertThat(last().pair()).isEqualTo(pair);
    assertThat(last().status()).isEqualTo(AnchorStatus.CANDIDATE);
  }

  @Test
  void aJudgementThatCannotBeWrittenIsNoneAndItsCardIsShownAgain() {
    ReviewCard card = card();
    int waiting = model.waitingProperty().get();
    Objects.requireNonNull(workbench.project()).workspace().anchors().close();
    model.accept();
    assertThat(workbench.notices().getLast().kind()).isEqualTo(Notice.Kind.ERROR);
    assertThat(model.session().trail()).isEmpty();
    assertThat(card()).isEqualTo(card);
    assertThat(model.waitingProperty().get()).isEqualTo(waiting);
  }

  @Test
  void aSampledPairWhoseWordsWereEditedWasWrong() {
    model.queueProperty().set(ReviewQueue.SAMPLED);
    model.accept();
    model.acceptEdited(card().pair().source(), "වෙනත්");
    model.acceptEdited(card().pair().source(), card().pair().target());
    assertThat(model.session().sampled()).isEqualTo(new ErrorRate(1, 3));
  }

  @Test
  void theSessionSaysHowManyJudgementsAMinute() {
    assertThat(model.session().pace()).isNaN();
    model.session().trail().setAll(judgedAt(120), judgedAt(30), judgedAt(20), judgedAt(0));
    assertThat(model.session().pace()).isEqualTo(1.5);
    model.session().trail().setAll(judgedAt(9), judgedAt(4), judgedAt(0));
    assertThat(model.session().pace()).as("in a few seconds").isNaN();
    model.session().trail().setAll(judgedAt(20));
    assertThat(model.session().pace()).isNaN();
  }

  private Judged judgedAt(long second) {
    return new Judged(
        card(),
        card().pair(),
        AnchorStatus.ACCEPTED,
        "",
        new EditedBatch(),
        TimeUnit.SECONDS.toNanos(second),
        null,
        1);
  }
}
