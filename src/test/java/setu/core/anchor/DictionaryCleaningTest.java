package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.DictionaryCleaning.Finding;
import setu.core.anchor.DictionaryCleaning.Kind;
import setu.core.task.Cancellation;

/** What is found, what it becomes, and that it is one batch. */
class DictionaryCleaningTest {
  @TempDir private Path folder;

  private AnchorHistory history(String... pairs) {
    AnchorHistory history =
        AnchorHistory.open(folder.resolve("a.jsonl"), "me", InstantSource.fixed(Instant.EPOCH));
    history.add(
        java.util.stream.IntStream.range(0, pairs.length / 2)
            .mapToObj(i -> Draft.accepted(pairs[2 * i], pairs[2 * i + 1], "test"))
            .toList());
    return history;
  }

  private static List<WordPair> pairs(AnchorHistory history) {
    return history.current().anchors().stream().map(Anchor::pair).toList();
  }

  @Test
  void mendsWordsAndTakesItBackAsOne() {
    try (AnchorHistory history =
        history(
            "river", "ගඟ",
            "cafe\u0301", "කැෆේ",
            "country", "ප\u200D\u0DCA\u200Dරදේශය",
            "\"water\",", "ජලය.",
            "River", "ගඟ",
            "London", "ලන්ඩන්",
            "අත", "hand",
            "U.S.", "එජ")) {
      List<WordPair> before = pairs(history);
      List<Finding> findings =
          DictionaryCleaning.find(history.current().anchors(), word -> false, Cancellation.none());
      assertThat(findings)
          .extracting(Finding::kind)
          .containsExactlyInAnyOrder(
              Kind.NOT_NFC,
              Kind.OLD_JOINER,
              Kind.PUNCTUATION,
              Kind.UPPER_CASE,
              Kind.SWAPPED,
              Kind.DUPLICATE);
      history.apply(DictionaryCleaning.edits(findings));
      assertThat(pairs(history))
          .containsExactly(
              new WordPair("river", "ගඟ"),
              new WordPair("café", "කැෆේ"),
              new WordPair("country", "ප\u0DCA\u200Dරදේශය"),
              new WordPair("water", "ජලය"),
              new WordPair("London", "ලන්ඩන්"),
              new WordPair("hand", "අත"),
              new WordPair("U.S.", "එජ"));
      assertThat(
              DictionaryCleaning.find(
                  history.current().anchors(), word -> false, Cancellation.none()))
          .isEmpty();
      history.undo();
      assertThat(pairs(history)).isEqualTo(before);
    }
  }

  @Test
  void onlyTellsWhatAPersonDecides() {
    try (AnchorHistory history =
        history(
            "school", "පාසල",
            "school", "පාසැල",
            "match", "තරඟය",
            "match", "තරගය",
            "lake", "pond",
            "director", "අධ්යක්ෂ",
            "director", "අධ්\u200Dයක්ෂ")) {
      List<Finding> findings =
          DictionaryCleaning.find(history.current().anchors(), word -> false, Cancellation.none());
      assertThat(findings)
          .filteredOn(finding -> finding.kind() == Kind.NEAR_DUPLICATE)
          .extracting(finding -> finding.anchor().id())
          .contains(2L, 7L);
      assertThat(findings)
          .filteredOn(finding -> finding.kind() == Kind.SAME_SCRIPT)
          .extracting(finding -> finding.anchor().id())
          .containsExactly(5L);
      assertThat(DictionaryCleaning.edits(findings)).isEmpty();
    }
  }

  @Test
  void twoScriptsInOneWordAreTold() {
    try (AnchorHistory history =
        history(
            "river", "ගඟ",
            "water", "ජaලය", // a Latin a
            "radio", "FM නාලිකාව",
            "shirt", "T-ෂර්ට්",
            "mоther", "අම්මා")) { // a Cyrillic o
      assertThat(
              DictionaryCleaning.find(
                  history.current().anchors(), word -> false, Cancellation.none()))
          .filteredOn(finding -> finding.kind() == Kind.MIXED_SCRIPT)
          .extracting(finding -> finding.anchor().id())
          .containsExactly(2L, 5L);
    }
  }

  /** A pair among others: their scripts and words say what is wrong with it. */
  @Test
  void aNewPairIsLookedAtAmongTheOthers() {
    try (AnchorHistory history = history("river", "ගඟ", "mother", "අම්මා")) {
      Anchor swapped = Draft.accepted("ජලය", "water", "new").anchor(7, "", Instant.EPOCH);
      Anchor upper = Draft.accepted("MOTHER", "අම්මා", "new").anchor(8, "", Instant.EPOCH);
      assertThat(
              DictionaryCleaning.findInEach(
                  List.of(swapped, upper, upper),
                  history.current().anchors(),
                  word -> false,
                  Cancellation.none()))
          .extracting(Finding::kind)
          .containsExactly(Kind.SWAPPED, Kind.UPPER_CASE, Kind.UPPER_CASE);
    }
  }

  @Test
  void properNounsAreKept() {
    try (AnchorHistory history = history("May", "මැයි", "may", "විය හැක")) {
      history.change(
          1, Draft.of(history.current().anchors().getFirst()).described("noun", "month", ""));
      Set<Kind> kinds = EnumSet.of(Kind.UPPER_CASE);
      assertThat(
              DictionaryCleaning.find(
                  history.current().anchors(), kinds, word -> true, Cancellation.none()))
          .isEmpty();
    }
  }

  @Test
  void stopsWhenItIsCancelled() {
    try (AnchorHistory history = history("River", "ගඟ")) {
      List<Anchor> anchors = history.current().anchors();
      Cancellation stopped = new Cancellation();
      stopped.cancel();
      assertThatThrownBy(() -> DictionaryCleaning.find(anchors, word -> true, stopped))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void oneEditWithinIsALetterMoreLessOrOther() {
    assertThat(NearDuplicates.isOneEditWithin("colour", "color")).isTrue();
    assertThat(NearDuplicates.isOneEditWithin("definitely", "definetely")).isTrue();
    assertThat(NearDuplicates.isOneEditWithin("colours", "colour")).as("an ending").isFalse();
    assertThat(NearDuplicates.isOneEditWithin("endure", "indure")).as("a beginning").isFalse();
    assertThat(NearDuplicates.isOneEditWithin("color", "colar")).as("a short word").isFalse();
    assertThat(NearDuplicates.isOneEditWithin("colour", "colour")).isFalse();
    assertThat(NearDuplicates.isOneEditWithin("colour", "dolors")).isFalse();
    assertThat(NearDuplicates.isOneEditWithin("ඇමෙරිකාවේ", "ඇමරිකාවේ")).isTrue();
    assertThat(NearDuplicates.isOneEditWithin("කමිටුවේ", "කමිටුව")).isFalse();
    assertThat(NearDuplicates.isOneEditWithin("පාසලෙන්", "පාසලින්")).isFalse();
  }

  @Test
  void spellingsOfOneWordShareAKeyAndItsInflectionsDoNot() {
    for (String[] one :
        new String[][] {
          {"ගැටලුවක්\u200C", "ගැටළුවක්"},
          {"ග්\u200Dරීෂ්ම", "ග්රීස්ම"},
          {"නැගෙනහිර", "නැඟෙනහිර"},
          {"පන්තිය", "පංතිය"},
          {"වොෂිංටනය", "වොෂින්ටනය"},
          {"පාසැල", "පාසල"},
          {"මුලාශ්\u200Dරය", "මූලාශ්\u200Dරය"},
          {"on-line", "On Line"}
        }) {
      assertThat(WordCleaning.spelling(one[0])).isEqualTo(WordCleaning.spelling(one[1]));
    }
    for (String[] two :
        new String[][] {
          {"තිබුණ", "තිබුණා"}, {"කමිටුව", "කමිටුවේ"}, {"ගස", "ගම"}, {"color", "colour"}
        }) {
      assertThat(WordCleaning.spelling(two[0])).isNotEqualTo(WordCleaning.spelling(two[1]));
    }
  }

  @Test
  void inflectionsAndDifferentWordsAreNoNearDuplicates() {
    try (AnchorHistory history =
        history(
            "committee", "කමිටුව",
            "committee", "කමිටුවේ",
            "advancement", "දියුණුව",
            "advancements", "දියුණුව",
            "capitol", "කැපිටල්",
            "capital", "කැපිටල්",
            "capital", "අගනුවර",
            "capitol", "ව්\u200Dයවස්ථාදායකය",
            "think", "සිතන්නට",
            "think", "සිතෙන්නට",
            "writing", "ලිවීම",
            "writting", "ලිවීම")) {
      Set<Kind> kinds = EnumSet.of(Kind.NEAR_DUPLICATE);
      assertThat(
              DictionaryCleaning.find(
                  history.current().anchors(),
                  kinds,
                  Set.of("සිතන්නට", "සිතෙන්නට")::contains,
                  Cancellation.none()))
          .extracting(finding -> finding.anchor().id())
          .containsExactly(12L);
    }
  }

  @Test
  void aPairIsNearlyAnotherByEitherSide() {
    try (AnchorHistory history =
        history(
            "organise", "සංවිධානය",
            "organize", "සංවිධානය",
            "colour", "වර්ණය")) {
      assertThat(
              DictionaryCleaning.find(
                  history.current().anchors(), word -> false, Cancellation.none()))
          .extracting(Finding::kind, finding -> finding.anchor().id())
          .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.NEAR_DUPLICATE, 2L));
    }
  }

  @Test
  void aConjunctBehindItsVowelGoesBeforeIt() {
    try (AnchorHistory history =
        history("action", "කි\u200D\u0DCA\u200Dරයා", "English", "ඉංගී\u0DCA\u200Dරසි")) {
      history.apply(
          DictionaryCleaning.edits(
              DictionaryCleaning.find(
                  history.current().anchors(), word -> false, Cancellation.none())));
      assertThat(pairs(history))
          .containsExactly(
              new WordPair("action", "ක\u0DCA\u200Dරියා"),
              new WordPair("English", "ඉංග\u0DCA\u200Dරීසි"));
    }
  }

  @Test
  void whatIsSaidOfARepeatedPairAloneIsSaidOfTheOneThatStays() {
    try (AnchorHistory history = history("hand", "අත", "hand,", "අත", "hand", "අත", "hand", "අත")) {
      Draft hand = Draft.accepted("hand", "අත", "test");
      history.change(1, hand.described("noun", "", ""));
      history.change(
          2, hand.withWords("hand,", "අත").described("", "body", "").withTags(List.of("a")));
      history.change(3, hand.withComment("or බාහුව?").withPreferred(true));
      history.change(4, hand.described("verb", "", "as in: give"));
      List<Finding> findings =
          DictionaryCleaning.find(history.current().anchors(), word -> false, Cancellation.none());
      history.apply(DictionaryCleaning.edits(findings));
      assertThat(history.current().anchors()).extracting(Anchor::id).containsExactly(1L, 4L);
      assertThat(Draft.of(history.current().anchors().getFirst()))
          .isEqualTo(
              hand.described("noun", "body", "")
                  .withComment("or බාහුව?")
                  .withTags(List.of("a"))
                  .withPreferred(true));
      assertThat(findings)
          .as("a person decides where they say different things")
          .filteredOn(finding -> finding.anchor().id() == 4)
          .extracting(Finding::kind)
          .containsExactly(Kind.NEAR_DUPLICATE);
    }
  }
}
