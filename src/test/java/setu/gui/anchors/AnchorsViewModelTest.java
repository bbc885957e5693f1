package setu.gui.anchors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.space.Twin;
import setu.gui.common.Notice;
import setu.gui.common.Shared;
import setu.gui.common.Side;
import setu.gui.common.Signature;
import setu.gui.common.WordRef;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;

/** The dictionary's table without a table, on the real sample. */
@NullUnmarked
class AnchorsViewModelTest {
  @TempDir Path folder;
  private Workbench workbench;
  private AnchorsViewModel model;

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
    model = new AnchorsViewModel(workbench);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void facetsAndQueryNarrowTogether() {
    assertThat(model.shown()).hasSize(1039);
    Anchor first = model.shown().getFirst();
    model.judge(List.of(first, model.shown().get(1)), AnchorStatus.UNSURE);
    model.choose(Facet.STATUS, Set.of("UNSURE"));
    assertThat(model.shown()).hasSize(2);
    assertThat(model.size()).isEqualTo(1039);
    assertThat(model.values(Facet.STATUS))
        .containsEntry("UNSURE", 2)
        .containsEntry("ACCEPTED", 1037);
    model.queryProperty().set(" " + first.target() + " ");
    assertThat(model.shown()).extracting(Anchor::target).contains(first.target());
    model.queryProperty().set("no such word");
    assertThat(model.shown()).isEmpty();
    model.queryProperty().set("");
    model.choose(Facet.STATUS, Set.of());
    assertThat(model.shown()).hasSize(1039);
  }

  @Test
  void latinLettersFindSinhalaWordsThatBeginAsTheySound() {
    model.add("happiness", "සතුට");
    model.add("sathosa", "වෙළඳසැල");
    model.queryProperty().set("Sathu");
    assertThat(model.shown()).extracting(Anchor::target).contains("සතුට");
    assertThat(model.shown()).extracting(Anchor::source).doesNotContain("sathosa", "mother");
    model.queryProperty().set("paasala");
    assertThat(model.shown()).isNotEmpty().allMatch(each -> each.target().startsWith("පාසල"));
  }

  @Test
  void anAddedPairHasARowWhateverTheTableIsNarrowedToAndItsWarningGoesWithIt() {
    model.choose(Facet.STATUS, Set.of("REJECTED"));
    model.queryProperty().set("zzz");
    model.add("qqzz", "නැතිවචනය", List.of("qqzz is unknown"));
    assertThat(model.shown()).extracting(Anchor::source).containsExactly("qqzz");
    assertThat(model.toChooseProperty().get()).isEqualTo(Set.of(model.shown().getFirst().id()));
    assertThat(workbench.notices()).extracting(Notice::text).contains("qqzz is unknown");
    model.comment(model.shown().getFirst(), "as heard");
    assertThat(workbench.notices()).extracting(Notice::text).contains("qqzz is unknown");
    workbench.undo();
    workbench.undo();
    assertThat(model.shown()).isEmpty();
    assertThat(workbench.notices()).extracting(Notice::text).doesNotContain("qqzz is unknown");
    workbench.redo();
    assertThat(model.shown()).hasSize(1);
    model.queryProperty().set("zzzz");
    assertThat(model.shown()).as("narrowed anew").isEmpty();
    model.add("qqzzz", "ගඟ", List.of("again"));
    model.changeWords(model.shown().getFirst(), "river", "ගඟ");
    assertThat(workbench.notices()).extracting(Notice::text).doesNotContain("again");
  }

  @Test
  void aPairThatIsThereIsToldWithItsStatusAndNotAddedAgain() {
    Anchor first = model.shown().getFirst();
    long revision = workbench.anchorsProperty().get().revision();
    model.queryProperty().set("zzz");
    assertThat(model.add(" " + first.source(), first.target() + " ")).isTrue();
    assertThat(workbench.anchorsProperty().get().revision()).isEqualTo(revision);
    assertThat(workbench.notices().getLast().text())
        .isEqualTo(
            "“%s – %s” is there already (accepted, %s): no copy was made."
                .formatted(first.source(), first.target(), Signature.of(first)));
    assertThat(model.shown()).as("its row, whatever is filtered").containsExactly(first);
    assertThat(model.toChooseProperty().get()).isEqualTo(Set.of(first.id()));

    model.judge(List.of(first), AnchorStatus.REJECTED);
    model.add(first.source(), first.target());
    assertThat(byId(first).status()).as("a person accepts it").isEqualTo(AnchorStatus.REJECTED);
    assertThat(workbench.notices().getLast().text())
        .contains("(rejected, ")
        .endsWith("A on its row accepts it.");
  }

  @Test
  void anEditThatMakesTwoPairsTheSameIsNotTaken() {
    Anchor first = model.shown().getFirst();
    Anchor other = model.shown().get(5);
    assertThat(model.changeWords(other, first.source(), " " + first.target())).isFalse();
    assertThat(byId(other)).isEqualTo(other);
    assertThat(workbench.notices().getLast().text()).contains(first.target() + "” is there");
    assertThat(model.toChooseProperty().get()).isEqualTo(Set.of(first.id()));
    assertThat(model.changeWords(other, other.source(), other.target())).isTrue();
  }

  /** What is hidden from a judge is not told by this way either. */
  @Test
  void whatOthersSaidOfAPairThatIsThereIsNotToldAJudge() {
    workbench.addAnchor(
        Draft.accepted("stream", "ගඟ", "list.tsv").withStatus(AnchorStatus.CANDIDATE));
    Anchor stream = workbench.anchorsProperty().get().anchors().getLast();
    workbench.setJudge("Kamala");
    workbench.judgeAnchors(List.of(stream.id()), AnchorStatus.ACCEPTED);
    workbench.setJudge("Nimal");
    model.add("stream", "ගඟ");
    assertThat(workbench.notices().getLast().text())
        .contains("(candidate, ")
        .doesNotContain("Kamala");
  }

  @Test
  void whoChangedAPairIsAPersonAndTheFileIsItsOrigin() {
    Anchor first = model.shown().getFirst();
    assertThat(first.origin()).endsWith(".tsv");
    assertThat(Signature.of(first))
        .startsWith(System.getProperty("user.name") + " · ")
        .doesNotContain(first.origin());
    Anchor then =
        Draft.of(first).anchor(first.id(), "Kamala", Instant.parse("2025-03-04T12:00:30Z"));
    assertThat(Signature.of(then)).matches("Kamala · 2025-03-0[345] \\d\\d:\\d0");
    Anchor hidden = Draft.of(first).anchor(first.id(), "", then.changed());
    assertThat(Signature.of(hidden)).startsWith("2025-");
  }

  @Test
  void rowsStandInTheOrderAskedForAndEditsKeepIt() {
    model.sort(Comparator.comparing(Anchor::target).reversed());
    assertThat(model.shown())
        .hasSize(1039)
        .isSortedAccordingTo(
            Comparator.comparing(Anchor::target).reversed().thenComparingLong(Anchor::id));
    Anchor first = model.shown().getFirst();
    model.changeWords(first, first.source(), "අ");
    assertThat(model.shown().getLast().id()).isEqualTo(first.id());
    model.add("end", "\u0DFF");
    assertThat(model.shown().getFirst().source()).isEqualTo("end");
    model.sort(model.byResidual());
    assertThat(model.shown()).isSortedAccordingTo(model.byResidual().thenComparingLong(Anchor::id));
    model.sort(null);
    assertThat(model.shown()).isSortedAccordingTo(Comparator.comparingLong(Anchor::id));
  }

  /** The counts follow each edit, and never come apart from the list they are of. */
  @Test
  void countsFollowEveryEdit() {
    long unknown = model.unknown();
    Anchor first = model.shown().getFirst();
    model.changeWords(first, first.source(), "නැතිවචනය");
    assertThat(model.unknown()).isEqualTo(unknown + 1);
    model.add("qqzz", "නැතිවචනය");
    model.judge(List.of(model.shown().getLast()), AnchorStatus.REJECTED);
    model.describe(model.shown().get(5), "particle", "", "");
    assertCounted();
    assertThat(model.unknown()).isEqualTo(unknown + 2);
    assertThat(model.values(Facet.POS)).containsEntry("particle", 1);
    for (int i = 0; i < 4; i++) {
      workbench.undo();
    }
    assertCounted();
    assertThat(model.unknown()).isEqualTo(unknown);
    assertThat(model.values(Facet.POS)).doesNotContainKey("particle");
    model.remove(List.copyOf(model.shown().subList(3, 400)));
    assertCounted();
    workbench.openSample();
    assertCounted();
    assertThat(model.size()).isGreaterThan(500);
  }

  private void assertCounted() {
    List<Anchor> all = workbench.anchorsProperty().get().anchors();
    for (Facet facet : Facet.values()) {
      Map<String, Integer> counts = new TreeMap<>();
      all.forEach(anchor -> counts.merge(facet.of(anchor), 1, Integer::sum));
      assertThat(model.values(facet)).isEqualTo(counts);
    }
    assertThat(model.unknown())
        .isEqualTo(
            all.stream()
                .filter(
                    anchor ->
                        !model.known(Side.SOURCE, anchor.source())
                            || !model.known(Side.TARGET, anchor.target()))
                .count());
  }

  @Test
  void aWordChangedInPlaceIsJournalledAndUndone() {
    Anchor first = model.shown().getFirst();
    model.changeWords(first, first.source(), " ගඟ ");
    assertThat(workbench.anchorsProperty().get().get(first.id()).target()).isEqualTo("ගඟ");
    model.describe(model.shown().getFirst(), " noun ", "", "");
    assertThat(model.shown().getFirst().pos()).isEqualTo("noun");
    workbench.close();
    workbench = SampleWorkbench.open(folder);
    assertThat(workbench.anchorsProperty().get().get(first.id()).target()).isEqualTo("ගඟ");
    workbench.undo();
    workbench.undo();
    assertThat(workbench.anchorsProperty().get().get(first.id()).target())
        .isEqualTo(first.target());
  }

  @Test
  void theListWaitsWhileACellIsTypedIn() {
    model.hold(true);
    workbench.removeAnchors(List.of(model.shown().getFirst().id()));
    workbench.removeAnchors(List.of(model.shown().getLast().id()));
    assertThat(model.shown()).hasSize(1039);
    model.hold(false);
    assertThat(model.shown()).hasSize(1037);
    workbench.undo();
    assertThat(model.shown()).hasSize(1038);
  }

  @Test
  void anEditOfAPairSeenBeforeTheLastOneKeepsTheLastOne() {
    Anchor seen = model.shown().getFirst();
    model.changeWords(seen, "river", seen.target());
    model.changeWords(seen, seen.source(), "ගඟ");
    model.judge(List.of(seen), AnchorStatus.UNSURE);
    model.describe(seen, "noun", "", "");
    assertThat(workbench.anchorsProperty().get().get(seen.id()))
        .returns("river", Anchor::source)
        .returns("ගඟ", Anchor::target)
        .returns("noun", Anchor::pos)
        .returns(AnchorStatus.UNSURE, Anchor::status);
  }

  @Test
  void whatChangesNothingIsNoEdit() {
    long revision = workbench.anchorsProperty().get().revision();
    Anchor first = model.shown().getFirst();
    model.changeWords(first, first.source(), first.target());
    model.changeWords(first, first.source(), " ");
    model.judge(List.of(first), first.status());
    model.remove(List.of());
    assertThat(model.add("river", " ")).isFalse();
    assertThat(workbench.anchorsProperty().get().revision()).isEqualTo(revision);
  }

  @Test
  void judgingSeveralIsOneEdit() {
    List<Anchor> before = List.copyOf(model.shown());
    model.judge(before.subList(3, 40), AnchorStatus.REJECTED);
    assertThat(model.values(Facet.STATUS)).containsEntry("REJECTED", 37);
    workbench.undo();
    assertThat(model.values(Facet.STATUS)).doesNotContainKey("REJECTED");
  }

  @Test
  void residualIsOneMinusTheCosine() {
    Shared shared = workbench.sharedProperty().get();
    for (Anchor anchor : model.shown().subList(0, 50)) {
      WordRef source = workbench.find(Side.SOURCE, anchor.source());
      WordRef target = workbench.find(Side.TARGET, anchor.target());
      if (source == null || target == null) {
        assertThat(model.residual(anchor)).isNaN();
        continue;
      }
      float[] x = shared.source().row(source.row());
      float[] z = shared.target().row(target.row());
      double dot = 0;
      double xx = 0;
      double zz = 0;
      for (int d = 0; d < x.length; d++) {
        dot += (double) x[d] * z[d];
        xx += (double) x[d] * x[d];
        zz += (double) z[d] * z[d];
      }
      assertThat(model.residual(anchor)).isCloseTo(1 - dot / Math.sqrt(xx * zz), within(1e-5));
    }
    long measured = model.measuredProperty().get();
    model.add("river", "ගඟ");
    assertThat(model.measuredProperty().get()).isGreaterThan(measured);
    assertThat(model.residual(model.shown().getLast())).isBetween(0.0, 1.0);
  }

  @Test
  void unknownWordsAndTwinsAreTold() {
    long unknown = model.unknown();
    assertThat(model.known(Side.SOURCE, "zzqx")).isFalse();
    model.add("zzqx", "ගඟ");
    assertThat(model.unknown()).isEqualTo(unknown + 1);
    String joined =
        workbench.space(Side.TARGET).vocabulary().words().stream()
            .filter(word -> word.indexOf('\u200d') >= 0)
            .findFirst()
            .orElseThrow();
    String bare = joined.replace("\u200d", "");
    if (!model.known(Side.TARGET, bare)) {
      assertThat(model.twins(Side.TARGET, bare)).contains(joined);
    }
  }

  @Test
  void commentAndTagsAreEditedAndOneTranslationIsPreferred() {
    List<Anchor> mothers =
        model.shown().stream().filter(anchor -> anchor.source().equals("mother")).toList();
    assertThat(mothers).hasSize(2);
    model.comment(mothers.get(0), " spoken everywhere ");
    model.tag(byId(mothers.get(0)), "kin, family ,kin,");
    assertThat(byId(mothers.get(0)))
        .returns("spoken everywhere", Anchor::comment)
        .returns(List.of("kin", "family"), Anchor::tags);
    model.prefer(byId(mothers.get(0)), true);
    model.prefer(byId(mothers.get(1)), true);
    assertThat(byId(mothers.get(0)).preferred()).isFalse();
    assertThat(byId(mothers.get(1)).preferred()).isTrue();
    workbench.undo();
    assertThat(byId(mothers.get(0)).preferred()).as("one edit, taken back as one").isTrue();
    assertThat(byId(mothers.get(1)).preferred()).isFalse();
    model.queryProperty().set("family");
    assertThat(model.shown()).containsExactly(byId(mothers.get(0)));
  }

  private Anchor byId(Anchor seen) {
    return workbench.anchorsProperty().get().get(seen.id());
  }

  @Test
  void anEditIsCountedBeforeThatIsTold() {
    long unknown = model.unknown();
    model.queryProperty().set("no pair has this");
    List<Long> told = new ArrayList<>();
    model.countedProperty().subscribe((before, now) -> told.add(model.unknown()));
    workbench.addAnchor(Draft.accepted("no such word", "ගඟ", "edit"));
    assertThat(model.shown()).isEmpty();
    assertThat(told).containsExactly(unknown + 1);
    workbench.undo();
    assertThat(told).last().isEqualTo(unknown);
  }

  @Test
  void aTwinIsTakenAndCanBeTakenBack() {
    model.add("physician", "වෛද්ය");
    Anchor physician = model.shown().getLast();
    assertThat(model.offers(physician, Side.SOURCE)).isEmpty();
    Twin twin = model.offers(physician, Side.TARGET).getFirst();
    assertThat(twin.differences())
        .extracting(Twin.Difference::name, Twin.Difference::index, Twin.Difference::added)
        .containsExactly(tuple("U+200D", 4, true));
    model.adopt(physician, Side.TARGET, twin);
    Anchor now = model.shown().getLast();
    assertThat(now).returns("physician", Anchor::source).returns("වෛද්\u200dය", Anchor::target);
    assertThat(model.offers(now, Side.TARGET)).isEmpty();
    workbench.undo();
    assertThat(model.shown().getLast().target()).isEqualTo("වෛද්ය");
  }

  @Test
  void completionsPutAWholeWordFirst() {
    assertThat(model.words().words(Side.SOURCE, "riv")).contains("river");
    assertThat(model.words().words(Side.SOURCE, "river").getFirst()).isEqualTo("river");
    assertThat(model.words().words(Side.TARGET, "ගඟ").getFirst()).isEqualTo("ගඟ");
    assertThat(model.words().words(Side.TARGET, " ")).isEmpty();
    assertThat(model.words().words(Side.TARGET, "gedara")).contains("ගෙදර");
  }

  @Test
  void oneEditOfManyTouchesOneRow() {
    List<Draft> many = new ArrayList<>();
    for (int i = 0; i < 120_000; i++) {
      many.add(Draft.accepted("s" + i, "t" + i, "many"));
    }
    workbench.addAnchors(many);
    assertThat(model.shown()).hasSize(121_039);
    int[] changes = new int[2];
    model
        .shown()
        .addListener(
            (ListChangeListener<Anchor>)
                change -> {
                  while (change.next()) {
                    changes[0]++;
                    changes[1] += change.getAddedSize() + change.getRemovedSize();
                  }
                });
    Anchor middle = model.shown().get(60_000);
    model.judge(List.of(middle), AnchorStatus.REJECTED);
    assertThat(model.shown().get(60_000).status()).isEqualTo(AnchorStatus.REJECTED);
    assertThat(changes).containsExactly(1, 2);
    model.remove(List.of(middle));
    assertThat(changes).containsExactly(2, 3);
    workbench.undo();
    assertThat(changes).containsExactly(3, 4);
  }

  @Test
  void oneDisposedOfFollowsNoMore() {
    model.dispose();
    workbench.addAnchor(Draft.accepted("river", "ගඟ", "edit"));
    assertThat(model.size()).isEqualTo(1039);
  }

  @Test
  void whatAJudgeDoesNotSeeIsNotOverwrittenByWhatIsSaidOfAPairBesides() {
    workbench.addAnchor(
        Draft.accepted("stream", "ගඟ", "list.tsv").withStatus(AnchorStatus.CANDIDATE));
    Anchor stream = workbench.anchorsProperty().get().anchors().getLast();
    workbench.setJudge("Kamala");
    workbench.judgeAnchors(List.of(stream.id()), AnchorStatus.ACCEPTED);
    workbench.setJudge("Nimal");
    assertThat(byId(stream).status()).isEqualTo(AnchorStatus.CANDIDATE);
    model.prefer(byId(stream), true);
    model.tag(byId(stream), "water");
    model.changeWords(byId(stream), "brook", "ගඟ");
    assertThat(byId(stream).status()).isEqualTo(AnchorStatus.CANDIDATE);
    workbench.setJudge("");
    assertThat(byId(stream))
        .returns(AnchorStatus.ACCEPTED, Anchor::status)
        .returns(List.of("judge:Kamala", "water"), Anchor::tags)
        .returns(true, Anchor::preferred)
        .returns("brook", Anchor::source);
  }
}
