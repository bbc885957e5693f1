package setu.core.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import setu.core.anchor.WordPair;
import setu.core.evaluate.Sample;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.PreparedBase;
import setu.core.space.Stemmer;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;

/** Inflections proposed for a pair: by the stem, by nearness at home, and by CSLS across. */
class LemmaFamiliesTest {
  private static final NeighborSearch SEARCH = NeighborSearches.best();
  private static final Vocabulary SOURCE =
      new Vocabulary(List.of("book", "books", "booked", "red"));
  private static final Vocabulary TARGET =
      new Vocabulary(List.of("පොත", "පොත්", "පොතක්", "පොතේ", "රතු"));

  /** Unit rows at these angles, in degrees. */
  private static FloatMatrix at(double... degrees) {
    FloatMatrix rows = FloatMatrix.zeros(degrees.length, 2);
    for (int i = 0; i < degrees.length; i++) {
      rows.set(i, 0, (float) Math.cos(Math.toRadians(degrees[i])));
      rows.set(i, 1, (float) Math.sin(Math.toRadians(degrees[i])));
    }
    return rows;
  }

  private static LemmaFamily family(
      FloatMatrix sources, FloatMatrix targets, Set<WordPair> known, WordPair lemma) {
    return new LemmaFamilies(SOURCE, TARGET)
        .of(
            lemma,
            known,
            SEARCH.prepare(sources),
            SEARCH.prepare(targets),
            SEARCH,
            Cancellation.none());
  }

  // booked is far from book at home, and පොතේ from පොත: not forms of them here.
  private static final FloatMatrix SOURCES = at(0, 40, 90, 180);
  private static final FloatMatrix TARGETS = at(2, 38, 4, 95, 184);

  @Test
  void everyFormOfTheRicherSideIsPairedWithItsBestPartner() {
    WordPair lemma = new WordPair("book", "පොත");
    LemmaFamily family = family(SOURCES, TARGETS, Set.of(), lemma);
    assertThat(family.lemma()).isEqualTo(lemma);
    assertThat(family.members())
        .extracting(LemmaFamily.Member::pair)
        .containsExactlyInAnyOrder(new WordPair("books", "පොත්"), new WordPair("book", "පොතක්"));
    LemmaFamily.Member books =
        family.members().stream()
            .filter(m -> m.pair().source().equals("books"))
            .findAny()
            .orElseThrow();
    assertThat(books.sourceAtHome()).isCloseTo(Math.cos(Math.toRadians(40)), within(1e-6));
    assertThat(books.targetAtHome()).isCloseTo(Math.cos(Math.toRadians(36)), within(1e-6));
    assertThat(books.cosine()).isCloseTo(Math.cos(Math.toRadians(2)), within(1e-6));
    double meanOfSource = mean(40, 2, 38, 4, 95, 184);
    double meanOfTarget = mean(38, 0, 40, 90, 180);
    assertThat(books.csls())
        .isCloseTo(2 * Math.cos(Math.toRadians(2)) - meanOfSource - meanOfTarget, within(1e-5));
    assertThat(family.members()).isSortedAccordingTo((a, b) -> Double.compare(b.csls(), a.csls()));
  }

  @Test
  void theFormOfTheLemmaGetsNoOtherPartner() {
    assertThat(family(SOURCES, TARGETS, Set.of(), new WordPair("books", "පොත")).members())
        .extracting(member -> member.pair().target())
        .containsExactlyInAnyOrder("පොත්", "පොතක්");
    // The same with the sides exchanged.
    LemmaFamily turned =
        new LemmaFamilies(/* source= */ TARGET, /* target= */ SOURCE)
            .of(
                new WordPair("පොත", "book"),
                Set.of(),
                SEARCH.prepare(TARGETS),
                SEARCH.prepare(SOURCES),
                SEARCH,
                Cancellation.none());
    assertThat(turned.members())
        .extracting(LemmaFamily.Member::pair)
        .containsExactlyInAnyOrder(new WordPair("පොත්", "books"), new WordPair("පොතක්", "book"));
  }

  private static double mean(double of, double... others) {
    double sum = 0;
    for (double other : others) {
      sum += Math.cos(Math.toRadians(of - other));
    }
    return sum / others.length;
  }

  @Test
  void whatIsKnownFarOrInNoVocabularyIsNotProposed() {
    WordPair lemma = new WordPair("book", "පොත");
    assertThat(family(SOURCES, TARGETS, Set.of(new WordPair("book", "පොතක්")), lemma).members())
        .extracting(LemmaFamily.Member::pair)
        .containsExactly(new WordPair("books", "පොත්"));
    // Turned half round, no pair is nearer than its neighbours.
    assertThat(family(at(180, 220, 270, 0), TARGETS, Set.of(), lemma).members()).isEmpty();
    assertThat(family(SOURCES, TARGETS, Set.of(), new WordPair("novel", "පොත")).members())
        .isEmpty();
  }

  @Test
  void onTheSampleFamiliesAreSmallOfOneStemAndOftenInTheDictionary() {
    FloatMatrix mapped = Sample.procrustes().mapSource(Sample.X);
    PreparedBase sources = SEARCH.prepare(mapped);
    PreparedBase targets = SEARCH.prepare(Sample.Z);
    LemmaFamilies families =
        new LemmaFamilies(Sample.SOURCE.vocabulary(), Sample.TARGET.vocabulary());
    Set<WordPair> gold = new HashSet<>(Sample.TRAIN);
    gold.addAll(Sample.TEST);
    Set<String> sourceWords = gold.stream().map(WordPair::source).collect(Collectors.toSet());
    Set<String> targetWords = gold.stream().map(WordPair::target).collect(Collectors.toSet());
    int judged = 0;
    int right = 0;
    int found = 0;
    for (WordPair pair : Sample.anchors().used().subList(0, 300)) {
      LemmaFamily family =
          families.of(pair, Set.of(), sources, targets, SEARCH, Cancellation.none());
      assertThat(family.members()).hasSizeLessThanOrEqualTo(9);
      for (LemmaFamily.Member member : family.members()) {
        assertThat(Stemmer.sameStem(member.pair().source(), pair.source())).isTrue();
        assertThat(Stemmer.sameStem(member.pair().target(), pair.target())).isTrue();
        found++;
        if (sourceWords.contains(member.pair().source())
            && targetWords.contains(member.pair().target())) {
          judged++;
          right += gold.contains(member.pair()) ? 1 : 0;
        }
      }
    }
    assertThat(found).isGreaterThan(100);
    assertThat((double) right / judged).isGreaterThan(0.5);
  }
}
