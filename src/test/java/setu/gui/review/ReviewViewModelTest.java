package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.ErrorRate;
import setu.core.align.JudgementModel;
import setu.core.align.PairEvidence;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.align.SampledCheck;
import setu.core.align.Suggestion;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.anchor.WordPair;
import setu.core.neighbor.NeighborSearches;
import setu.gui.common.EditedBatch;
import setu.gui.common.Notice;
import setu.gui.common.Side;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;
import setu.message.Messages;

/** Judging, going on, undoing and what the session says, all on one thread. */
class ReviewViewModelTest {
  @TempDir Path folder;
  private Workbench workbench;
  private ReviewViewModel model;

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
    model = new ReviewViewModel(workbench, NeighborSearches.best());
    model.setShown(true);
  }

  @AfterEach
  void close() {
    model.dispose();
    workbench.close();
  }

  private ReviewCard card() {
    return Objects.requireNonNull(model.cardProperty().get());
  }

  private Anchor last() {
    return workbench.anchorsProperty().get().anchors().getLast();
  }

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
  void undoAndRedoTellOfWhichPairAndWhichJudgement() {
    WordPair pair = card().pair();
    model.reject(null);
    model.undo();
    String words = pair.source() + " – " + pair.target();
    assertThat(workbench.notices().getLast().text())
        .isEqualTo("Taken back: " + words + ", rejected.");
    model.redo();
    assertThat(workbench.notices().getLast().text())
        .isEqualTo("Judged again: " + words + ", rejected.");
    model.acceptEdited("bridge", "පාලම");
    model.undo();
    assertThat(workbench.notices().getLast().text()).contains("bridge – පාලම, accepted");
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
  void aReasonANoteAndALemmaAreKept() {
    model.setNote("wrong field");
    model.reject(RejectReason.OTHER_SENSE);
    assertThat(last().status()).isEqualTo(AnchorStatus.REJECTED);
    assertThat(last().tags()).containsExactly("rejected:other-sense");
    assertThat(last().note()).isEqualTo("wrong field");
    model.acceptInflection("leader");
    assertThat(last().tags()).containsExactly("inflection-of:leader");
    assertThat(last().note()).isEmpty();
    model.acceptEdited("bridge", "පාලම");
    assertThat(last().pair()).isEqualTo(new WordPair("bridge", "පාලම"));
  }

  @Test
  void aNoteOnASuggestionIsInTheDictionaryBeforeTheCardIsLeft() {
    ReviewCard noted = card();
    int before = workbench.anchorsProperty().get().anchors().size();
    model.setNote("only in print");
    assertThat(last().pair()).isEqualTo(noted.pair());
    assertThat(last().status()).isEqualTo(AnchorStatus.CANDIDATE);
    assertThat(last().note()).isEqualTo("only in print");
    assertThat(workbench.notices().getLast().text())
        .contains(noted.pair().source(), "as a candidate");
    assertThat(card()).as("still to be judged").isEqualTo(noted);
    model.next();
    assertThat(model.note()).as("of the next card").isEmpty();
    model.undo();
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(before);
    model.redo();
    assertThat(last().note()).isEqualTo("only in print");
    // Judged in its turn, as a pair that came in.
    model.queueProperty().set(ReviewQueue.IMPORTED);
    assertThat(card().pair()).isEqualTo(noted.pair());
    assertThat(model.note()).isEqualTo("only in print");
    model.acceptEdited("bridge", "පාලම");
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(before + 1);
    assertThat(last().note()).isEqualTo("only in print");
  }

  @Test
  void aNotedSuggestionThatIsEditedIsOnePair() {
    int before = workbench.anchorsProperty().get().anchors().size();
    model.setNote("seen in print");
    model.acceptEdited("bridge", "පාලම");
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(before + 1);
    assertThat(last().pair()).isEqualTo(new WordPair("bridge", "පාලම"));
    assertThat(last().note()).isEqualTo("seen in print");
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
  void aNoteOnAPairOfTheDictionaryIsWrittenAtOnceAndChangesNothingElse() {
    model.queueProperty().set(ReviewQueue.SUSPECT);
    Anchor before = Objects.requireNonNull(workbench.anchorsProperty().get().get(card().anchor()));
    model.setNote("dialect");
    Anchor noted = Objects.requireNonNull(workbench.anchorsProperty().get().get(before.id()));
    assertThat(noted.note()).isEqualTo("dialect");
    assertThat(noted.status()).isEqualTo(before.status());
    assertThat(model.note()).isEqualTo("dialect");
    assertThat(model.session().trail()).isEmpty();
    model.undo();
    assertThat(Draft.of(Objects.requireNonNull(workbench.anchorsProperty().get().get(before.id()))))
        .isEqualTo(Draft.of(before));
    assertThat(model.note()).isEqualTo(before.note());
  }

  @Test
  void aJudgesNoteIsHiddenFromAnotherBeforeThePairIsJudged() {
    workbench.addAnchor(
        Draft.accepted("river", "ගඟ", "list.tsv").withStatus(AnchorStatus.CANDIDATE));
    model.queueProperty().set(ReviewQueue.IMPORTED);
    model.setJudge("Kamala");
    model.setNote("a river, or a stream?");
    assertThat(last().comment()).isEqualTo("a river, or a stream?");
    assertThat(model.note()).isEqualTo("a river, or a stream?");
    model.next();
    model.setJudge("Nimal");
    assertThat(last().status()).isEqualTo(AnchorStatus.CANDIDATE);
    assertThat(last().comment()).isEmpty();
    assertThat(model.note()).isEmpty();
    model.setJudge("Kamala");
    assertThat(last().comment()).isEqualTo("a river, or a stream?");
    model.accept();
    assertThat(last().status()).isEqualTo(AnchorStatus.ACCEPTED);
    assertThat(last().comment()).as("kept by the judgement").isEqualTo("a river, or a stream?");
  }

  @Test
  void aReasonsKeyStraightAfterARejectionIsItsReason() {
    ReviewCard first = card();
    model.setNote("wrong field");
    model.reject(null);
    ReviewCard second = card();
    model.rejectFor(RejectReason.OTHER_FORM);
    assertThat(card()).as("the next card is not judged").isEqualTo(second);
    assertThat(last().pair()).isEqualTo(first.pair());
    assertThat(last().status()).isEqualTo(AnchorStatus.REJECTED);
    assertThat(last().tags()).containsExactly("rejected:other-form");
    assertThat(last().note()).isEqualTo("wrong field");
    assertThat(model.session().trail()).hasSize(1);
    assertThat(model.session().trail().getFirst().reason()).isEqualTo("rejected:other-form");
    // Once a reason is given, or something else was done, the key rejects the card.
    model.rejectFor(RejectReason.OTHER_POS);
    assertThat(last().pair()).isEqualTo(second.pair());
    model.undo();
    model.undo();
    assertThat(card()).isEqualTo(first);
    assertThat(model.session().trail()).isEmpty();
  }

  @Test
  void aReasonsKeyAfterAChangeOfQueueIsNoReasonOfThePairBefore() {
    ReviewCard first = card();
    model.reject(null);
    model.queueProperty().set(ReviewQueue.SUSPECT);
    ReviewCard suspect = card();
    model.rejectFor(RejectReason.OTHER_FORM);
    assertThat(last().pair()).isEqualTo(first.pair());
    assertThat(last().tags()).isEmpty();
    assertThat(
            Objects.requireNonNull(workbench.anchorsProperty().get().get(suspect.anchor())).tags())
        .containsExactly("rejected:other-form");
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
  void aJudgeIsAdvisedByTheJudgesOwnJudgementsAlone() {
    for (int i = 0; i < JudgementModel.LEAST_OF_EACH; i++) {
      model.reject(null);
    }
    assertThat(model.adviceProperty().get()).isNotNull();
    model.setJudge("Kamala");
    assertThat(model.adviceProperty().get()).as("she has judged nothing").isNull();
    for (int i = 0; i < JudgementModel.LEAST_OF_EACH; i++) {
      model.accept();
      assertThat(model.adviceProperty().get()).isNull();
      model.reject(null);
    }
    Advice own = Objects.requireNonNull(model.adviceProperty().get());
    assertThat(own.model().judgements()).isEqualTo(2 * JudgementModel.LEAST_OF_EACH);
    model.setJudge("Nimal");
    assertThat(model.adviceProperty().get()).as("another judge").isNull();
  }

  @Test
  void theAdviceAfterUndoHasNotLearntFromWhatWasTakenBack() {
    while (learntFrom() <= 2 * JudgementModel.LEAST_OF_EACH) {
      model.reject(null);
    }
    int before = learntFrom();
    model.undo();
    model.undo();
    assertThat(Objects.requireNonNull(model.adviceProperty().get()).card()).isEqualTo(card());
    assertThat(learntFrom()).isLessThan(before);
  }

  private int learntFrom() {
    Advice advice = model.adviceProperty().get();
    return advice == null ? 0 : advice.model().judgements();
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
  void twoJudgesDoNotSeeEachOthersJudgementsAndADecisionSettlesWhereTheyDiffer() {
    for (String source : List.of("river", "stream")) {
      workbench.addAnchor(
          Draft.accepted(source, "ගඟ", "list.tsv").withStatus(AnchorStatus.CANDIDATE));
    }
    model.queueProperty().set(ReviewQueue.IMPORTED);
    model.setJudge("Kamala");
    model.accept();
    model.setNote("in the north");
    model.accept();
    assertThat(model.cardProperty().get()).isNull();
    assertThat(last().status()).isEqualTo(AnchorStatus.ACCEPTED);

    model.setJudge("Nimal");
    assertThat(model.session().trail()).as("another's trail").isEmpty();
    assertThat(last().status()).isEqualTo(AnchorStatus.CANDIDATE);
    assertThat(last().comment()).isEmpty();
    assertThat(last().note()).isEmpty();
    assertThat(card().pair().source()).isEqualTo("river");
    model.accept();
    model.reject(null);
    assertThat(last().status()).isEqualTo(AnchorStatus.REJECTED);
    model.queueProperty().set(ReviewQueue.DIFFERENCES);
    assertThat(model.cardProperty().get()).as("what they differ on is hidden too").isNull();

    model.setJudge("");
    assertThat(card().pair().source()).isEqualTo("stream");
    assertThat(Objects.requireNonNull(card().differing()).said())
        .containsEntry("Kamala", AnchorStatus.ACCEPTED)
        .containsEntry("Nimal", AnchorStatus.REJECTED);
    assertThat(Objects.requireNonNull(model.judgesProperty().get().agreement()).judged())
        .isEqualTo(2);
    model.reject(null);
    assertThat(model.cardProperty().get()).isNull();
    assertThat(last().status()).isEqualTo(AnchorStatus.REJECTED);
    assertThat(last().tags())
        .contains("adjudicated", "judged:Kamala=accepted", "judged:Nimal=rejected");
  }

  @Test
  void whoTurnsDoubleBlindOnOrOffKeepsTheSession() {
    workbench.addAnchor(
        Draft.accepted("river", "ගඟ", "list.tsv").withStatus(AnchorStatus.CANDIDATE));
    model.narrowing().choose(CardFacet.FREQUENCY, Set.of("1,001 – 5,000"));
    ReviewCard first = card();
    model.accept();
    model.setJudge("Kamala");
    assertThat(model.session().trail()).extracting(Judged::card).containsExactly(first);
    assertThat(model.narrowing().activeProperty().get()).isTrue();
    ReviewCard second = card();
    assertThat(second.pair()).isNotEqualTo(first.pair());
    model.reject(null);
    model.narrowing().clear();
    model.queueProperty().set(ReviewQueue.IMPORTED);
    assertThat(card().pair().source()).as("not what she judged before").isEqualTo("river");
    assertThat(model.waitingProperty().get()).isZero();
    model.accept();

    model.setJudge("");
    assertThat(model.session().trail()).hasSize(3);
    assertThat(model.cardProperty().get()).isNull();
    model.setJudge("Kamala");
    model.undo();
    assertThat(card().pair().source()).isEqualTo("river");
    model.undo();
    assertThat(card()).isEqualTo(second);
    model.setJudge("");
    model.undo();
    assertThat(card()).isEqualTo(first);
    assertThat(workbench.anchorsProperty().get().anchors())
        .extracting(Anchor::pair)
        .doesNotContain(first.pair(), second.pair());
    model.accept();
    model.setJudge("Nimal");
    assertThat(model.session().trail()).as("another's trail").isEmpty();
  }

  @Test
  void undoBringsTheCardBack() {
    ReviewCard first = card();
    int before = workbench.anchorsProperty().get().anchors().size();
    model.unsure();
    model.undo();
    assertThat(card().pair()).isEqualTo(first.pair());
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(before);
    assertThat(model.session().trail()).isEmpty();
  }

  @Test
  void redoMakesTheJudgementsTakenBackAgain() {
    ReviewCard first = card();
    model.accept();
    ReviewCard second = card();
    model.reject(null);
    ReviewCard third = card();
    List<Judged> trail = List.copyOf(model.session().trail());
    List<Anchor> judged = workbench.anchorsProperty().get().anchors();
    model.undo();
    model.undo();
    assertThat(model.session().trail()).isEmpty();
    // An edit of the table between does no harm, and is not done again or taken back.
    Anchor other = judged.getFirst();
    workbench.changeAnchors(List.of(other.id()), draft -> draft.withComment("between"));
    model.redo();
    assertThat(card()).isEqualTo(second);
    assertThat(model.session().count(AnchorStatus.ACCEPTED)).isEqualTo(1);
    model.redo();
    assertThat(card()).isEqualTo(third);
    assertThat(model.session().trail()).isEqualTo(trail);
    assertThat(workbench.anchorsProperty().get().anchors())
        .extracting(Anchor::pair, Anchor::status)
        .containsExactlyElementsOf(judged.stream().map(a -> tuple(a.pair(), a.status())).toList());
    assertThat(workbench.anchorsProperty().get().anchors().getFirst().comment())
        .isEqualTo("between");
    model.redo();
    assertThat(workbench.notices().getLast().text()).startsWith("No judgement was taken back");
    // And back once more; a new judgement leaves nothing to do again.
    model.undo();
    model.undo();
    assertThat(card()).isEqualTo(first);
    model.unsure();
    model.redo();
    assertThat(model.session().trail()).hasSize(1);
  }

  /** Accepts suggestions until one has inflections to offer. */
  private FamilyOffers.Offer offer() {
    while (model.families().offerProperty().get() == null) {
      model.accept();
    }
    return Objects.requireNonNull(model.families().offerProperty().get());
  }

  @Test
  void theInflectionsOfAnAcceptedPairAreAcceptedAsOneBatchAndUndoneAsOne() {
    FamilyOffers.Offer offer = offer();
    assertThat(offer.family().lemma()).isEqualTo(last().pair());
    assertThat(offer.card().pair()).isEqualTo(last().pair());
    ReviewCard under = card();
    AnchorSet before = workbench.anchorsProperty().get();
    int members = offer.family().members().size();
    long accepted = model.session().count(AnchorStatus.ACCEPTED);

    model.families().toggle();
    assertThat(model.families().openProperty().get()).isTrue();
    model.families().judge(AnchorStatus.ACCEPTED);
    assertThat(workbench.anchorsProperty().get().anchors())
        .hasSize(before.anchors().size() + members);
    assertThat(last().status()).isEqualTo(AnchorStatus.ACCEPTED);
    assertThat(last().origin()).isEqualTo("inflection");
    assertThat(last().tags()).containsExactly("inflection-of:" + offer.family().lemma().source());
    assertThat(last().pair()).isEqualTo(offer.family().members().getLast().pair());
    assertThat(card()).as("the card under review stays").isEqualTo(under);
    assertThat(model.families().openProperty().get()).isFalse();
    assertThat(model.families().offerProperty().get()).isNotEqualTo(offer);
    assertThat(model.session().count(AnchorStatus.ACCEPTED)).isEqualTo(accepted + members);

    model.undo();
    assertThat(workbench.anchorsProperty().get().anchors()).isEqualTo(before.anchors());
    assertThat(model.families().offerProperty().get()).isEqualTo(offer);
    assertThat(card()).isEqualTo(under);
    model.undo();
    assertThat(card().pair()).isEqualTo(offer.card().pair());
    assertThat(model.families().offerProperty().get()).as("goes with its pair").isNull();
  }

  @Test
  void membersStruckOutAreNeitherAcceptedNorRefused() {
    FamilyOffers.Offer offer = offer();
    while (offer.family().members().size() < 2) {
      model.families().judge(AnchorStatus.REJECTED);
      offer = offer();
    }
    WordPair out = offer.family().members().getFirst().pair();
    int before = workbench.anchorsProperty().get().anchors().size();
    model.families().strike(1);
    model.families().strike(2);
    model.families().strike(2);
    model.families().strike(9_000);
    assertThat(model.families().struck()).containsExactly(out);
    model.families().judge(AnchorStatus.REJECTED);
    List<Anchor> anchors = workbench.anchorsProperty().get().anchors();
    List<Anchor> added = anchors.subList(before, anchors.size());
    assertThat(added)
        .hasSize(offer.family().members().size() - 1)
        .allMatch(anchor -> anchor.status() == AnchorStatus.REJECTED)
        .noneMatch(anchor -> anchor.pair().equals(out));
    assertThat(model.families().struck()).isEmpty();
  }

  @Test
  void undoTakesTheLastJudgementBackAndNoEditOfTheTable() {
    ReviewCard first = card();
    model.accept();
    ReviewCard second = card();
    model.accept();
    int before = workbench.anchorsProperty().get().anchors().size();
    Anchor other = workbench.anchorsProperty().get().anchors().getFirst();
    workbench.changeAnchors(List.of(other.id()), draft -> draft.withComment("kept"));
    workbench.addAnchor(Draft.accepted("village", "ගමේ", "edit"));

    model.undo();
    assertThat(card().pair()).isEqualTo(second.pair());
    model.undo();
    assertThat(card().pair()).isEqualTo(first.pair());
    assertThat(model.session().trail()).isEmpty();
    List<Anchor> anchors = workbench.anchorsProperty().get().anchors();
    assertThat(anchors).extracting(Anchor::pair).doesNotContain(first.pair(), second.pair());
    assertThat(anchors).hasSize(before - 1);
    assertThat(anchors.getFirst().comment()).isEqualTo("kept");
    assertThat(last().source()).isEqualTo("village");

    // Nothing is left of the session: the table's edits are not touched unasked.
    model.undo();
    assertThat(workbench.anchorsProperty().get().anchors()).isEqualTo(anchors);
    assertThat(workbench.notices().getLast().text()).startsWith("No judgement of this session");
  }

  @Test
  void aJudgementOfAPairThatWasEditedSinceStandsAndTheOneBeforeCanBeTakenBack() {
    ReviewCard first = card();
    model.accept();
    model.accept();
    Anchor judged = last();
    workbench.changeAnchors(List.of(judged.id()), draft -> draft.withComment("edited"));
    ReviewCard third = card();
    model.undo();
    assertThat(last().comment()).isEqualTo("edited");
    assertThat(last().status()).isEqualTo(AnchorStatus.ACCEPTED);
    assertThat(card()).isEqualTo(third);
    assertThat(model.session().trail()).hasSize(2);
    assertThat(workbench.notices().getLast().text())
        .contains(judged.source(), "Undo the edit first");
    model.undo();
    assertThat(card()).isEqualTo(first);
    assertThat(model.session().trail()).hasSize(1);
    assertThat(last().comment()).isEqualTo("edited");
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
