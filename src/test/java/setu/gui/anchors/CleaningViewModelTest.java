package setu.gui.anchors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryCleaning.Kind;
import setu.core.anchor.Draft;
import setu.core.anchor.WordPair;
import setu.gui.anchors.CleaningViewModel.Proposal;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;

@NullUnmarked
class CleaningViewModelTest {
  @TempDir Path folder;
  private Workbench workbench;
  private CleaningViewModel model;

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
    workbench.addAnchors(
        List.of(
            Draft.accepted("\u201criver,", "ගඟ.", "dirty"),
            Draft.accepted("Water!", "දියකඳ", "dirty"),
            Draft.accepted("දුම්රිය", "train", "dirty"),
            Draft.accepted("mother", "අම්මා", "dirty"),
            Draft.accepted("radio", "radio", "dirty")));
    model = new CleaningViewModel(workbench);
    model.look();
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void proposesEachChangeOnceWithAllItsKinds() {
    assertThat(proposal("Water!"))
        .returns(List.of(Kind.PUNCTUATION, Kind.UPPER_CASE), Proposal::kinds)
        .returns(new WordPair("water", "දියකඳ"), Proposal::after)
        .returns(false, Proposal::onlyTold);
    assertThat(proposal("දුම්රිය").after()).isEqualTo(new WordPair("train", "දුම්රිය"));
    assertThat(dirty("mother").after()).as("removed").isNull();
    assertThat(dirty("mother").other().source()).isEqualTo("mother");
    assertThat(proposal("radio").onlyTold()).isTrue();
    assertThat(model.count(Kind.PUNCTUATION)).isEqualTo(2);
    assertThat(model.taken(proposal("radio"))).isFalse();
  }

  @Test
  void whatIsChosenIsOneEditTakenBackAsOne() {
    List<Anchor> before = workbench.anchorsProperty().get().anchors();
    long events = workbench.anchorsProperty().get().revision();
    int chosen = model.chosen();
    model.take(proposal("දුම්රිය"), false);
    assertThat(model.chosen()).isEqualTo(chosen - 1);
    model.apply();
    assertThat(workbench.anchorsProperty().get().revision()).isEqualTo(events + chosen - 1);
    List<WordPair> pairs =
        workbench.anchorsProperty().get().anchors().stream().map(Anchor::pair).toList();
    assertThat(pairs)
        .contains(
            new WordPair("river", "ගඟ"),
            new WordPair("water", "දියකඳ"),
            new WordPair("දුම්රිය", "train"),
            new WordPair("radio", "radio"))
        .containsOnlyOnce(new WordPair("mother", "අම්මා"));
    workbench.undo();
    assertThat(workbench.notices().getLast().text())
        .isEqualTo("Cleaning: undone, " + (chosen - 1) + " changes. Ctrl+Shift+Z does it again.");
    assertThat(workbench.anchorsProperty().get().anchors())
        .extracting(Anchor::pair)
        .containsExactlyElementsOf(before.stream().map(Anchor::pair).toList());
  }

  @Test
  void aKindThatIsNotWantedIsLeftOut() {
    model.choose(Kind.UPPER_CASE, false);
    assertThat(proposal("Water!"))
        .returns(List.of(Kind.PUNCTUATION), Proposal::kinds)
        .returns(new WordPair("Water", "දියකඳ"), Proposal::after);
    assertThat(model.count(Kind.UPPER_CASE)).as("still told").isPositive();
    for (Kind kind : Kind.values()) {
      model.choose(kind, false);
    }
    assertThat(model.proposals()).isEmpty();
  }

  @Test
  void aPairInOneScriptIsChangedOnlyWhereAPersonSaysSo() {
    workbench.addAnchors(
        List.of(
            Draft.accepted("(lake)", "lakes", "dirty"), Draft.accepted("lake", "lakes", "dirty")));
    Proposal lake = lookedAt("(lake)");
    assertThat(lake.kinds()).contains(Kind.PUNCTUATION, Kind.SAME_SCRIPT);
    assertThat(model.taken(lake)).isFalse();
    assertThat(model.taken(repeating(lake.anchor()))).as("the last copy stays").isFalse();
    model.choose(Kind.SAME_SCRIPT, false);
    assertThat(model.taken(proposal("(lake)"))).as("whatever is looked for").isFalse();
    model.take(proposal("(lake)"), true);
    assertThat(model.taken(proposal("(lake)"))).isTrue();
    assertThat(model.taken(repeating(lake.anchor()))).isTrue();
    model.take(proposal("(lake)"), false);
    assertThat(model.taken(proposal("(lake)"))).isFalse();
  }

  @Test
  void betweenLanguagesOfOneScriptEveryChangeIsProposed() {
    workbench.removeAnchors(
        workbench.anchorsProperty().get().anchors().stream().map(Anchor::id).toList());
    workbench.addAnchors(
        List.of(Draft.accepted("lake", "lac", "dirty"), Draft.accepted("(sea)", "mer", "dirty")));
    Proposal sea = lookedAt("(sea)");
    assertThat(sea.kinds()).containsExactly(Kind.PUNCTUATION);
    assertThat(model.taken(sea)).isTrue();
    assertThat(model.proposals()).hasSize(1);
  }

  @Test
  void countsAreOfALookForAllKinds() {
    workbench.removeAnchors(
        workbench.anchorsProperty().get().anchors().stream().map(Anchor::id).toList());
    model.look();
    workbench.addAnchors(List.of(Draft.accepted("Water!", "දියකඳ", "dirty")));
    model.choose(Kind.UPPER_CASE, false);
    assertThat(proposal("Water!").kinds()).containsExactly(Kind.PUNCTUATION);
    assertThat(model.count(Kind.PUNCTUATION)).isZero();
    model.choose(Kind.UPPER_CASE, true);
    assertThat(model.count(Kind.PUNCTUATION)).isEqualTo(1);
  }

  @Test
  void whatWasEditedMeanwhileIsLeftAlone() {
    Anchor water = proposal("Water!").anchor();
    workbench.changeAnchor(water.id(), Draft.of(water).withWords("rain", "වැස්ස"));
    model.apply();
    assertThat(workbench.anchorsProperty().get().get(water.id()).source()).isEqualTo("rain");
  }

  @Test
  void theLastCopyOfAPairStays() {
    workbench.addAnchors(
        List.of(
            Draft.accepted("Radio", "ගුවන්විදුලිය", "twice"),
            Draft.accepted("radio", "ගුවන්විදුලිය", "twice")));
    Proposal changed = lookedAt("Radio");
    Proposal removed = repeating(changed.anchor());
    assertThat(changed.after()).isEqualTo(removed.anchor().pair());
    int chosen = model.chosen();
    model.take(changed, false);
    assertThat(model.taken(removed)).isFalse();
    assertThat(model.chosen()).isEqualTo(chosen - 2);
    model.apply();
    assertThat(now()).contains(changed.anchor().pair(), removed.anchor().pair());

    changed = lookedAt("Radio");
    workbench.changeAnchor(
        changed.anchor().id(), Draft.of(changed.anchor()).withWords("rain", "වැස්ස"));
    model.apply();
    assertThat(now()).contains(removed.anchor().pair()).doesNotContain(changed.anchor().pair());
  }

  private Proposal lookedAt(String source) {
    model.look();
    return proposal(source);
  }

  private Proposal repeating(Anchor first) {
    return model.proposals().stream()
        .filter(each -> each.after() == null && first.equals(each.other()))
        .findFirst()
        .orElseThrow();
  }

  private List<WordPair> now() {
    return workbench.anchorsProperty().get().anchors().stream().map(Anchor::pair).toList();
  }

  private Proposal proposal(String source) {
    return model.proposals().stream()
        .filter(each -> each.anchor().source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private Proposal dirty(String source) {
    return model.proposals().stream()
        .filter(
            each -> each.anchor().source().equals(source) && each.anchor().origin().equals("dirty"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatAJudgeDoesNotSeeIsNotOverwritten() {
    long water = proposal("Water!").anchor().id();
    workbench.setJudge("Kamala");
    workbench.judgeAnchors(List.of(water), AnchorStatus.REJECTED);
    workbench.setJudge("Nimal");
    model.look();
    model.apply();
    workbench.setJudge("");
    assertThat(workbench.anchorsProperty().get().get(water))
        .returns("water", Anchor::source)
        .returns(AnchorStatus.REJECTED, Anchor::status)
        .returns(List.of("judge:Kamala"), Anchor::tags);
  }
}
