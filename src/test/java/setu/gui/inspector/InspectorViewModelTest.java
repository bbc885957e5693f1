package setu.gui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.AnchorInfluence;
import setu.core.align.AnchorWeights;
import setu.core.anchor.Anchor;
import setu.core.anchor.Draft;
import setu.core.evaluate.NeighborExplanation;
import setu.core.evaluate.WordInspection.Candidate;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.Floors;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.PreparedBase;
import setu.core.space.Twin;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.Shared;
import setu.gui.common.Side;
import setu.gui.common.Workbench;
import setu.gui.inspector.InspectorViewModel.Explained;
import setu.gui.shell.SampleWorkbench;

/** The inspector without a window, on the real sample. */
@NullUnmarked
class InspectorViewModelTest {
  @TempDir Path folder;
  private Workbench workbench;
  private InspectorViewModel model;

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
    model = new InspectorViewModel(workbench, NeighborSearches.best());
  }

  @AfterEach
  void close() {
    model.dispose();
    workbench.close();
  }

  @Test
  void theBestWordAcrossIsExplainedUnasked() {
    workbench.select(Side.SOURCE, "river");
    Candidate best = model.inspectedProperty().get().inspection().across().getFirst();
    Explained why = model.explainedProperty().get();
    assertThat(why.across().row()).isEqualTo(best.row());
    assertThat(why.why().csls()).isCloseTo(best.csls(), within(1e-5));
    assertThat(why.why().pulling()).isNotEmpty();
  }

  @Test
  void anAnchorPullsByTheWeightItHasInTheMapping() {
    workbench.settings().setWeighting(AnchorWeights.Property.LEMMAS);
    workbench.select(Side.SOURCE, "river");
    Explained why = model.explainedProperty().get();
    Shared shared = workbench.sharedProperty().get();
    float[] pulls =
        new AnchorInfluence(
                shared.unaligned(),
                shared.target(),
                shared.anchors(),
                AnchorWeights.Property.LEMMAS)
            .on(shared.unaligned().row(why.word().row()), shared.target().row(why.across().row()));
    NeighborExplanation.Pull first = why.why().pulling().getFirst();
    assertThat(first.change())
        .isEqualTo((double) pulls[shared.anchors().used().indexOf(first.anchor())]);
  }

  @Test
  void anotherWordIsExplainedWhenAskedFromEitherSide() {
    workbench.select(Side.TARGET, "නදිය");
    int river = workbench.space(Side.SOURCE).vocabulary().row("river");
    model.explain(river);
    Explained backward = model.explainedProperty().get();
    assertThat(backward.across().side()).isEqualTo(Side.SOURCE);

    workbench.select(Side.SOURCE, "river");
    model.explain(workbench.space(Side.TARGET).vocabulary().row("නදිය"));
    assertThat(model.explainedProperty().get().why()).isEqualTo(backward.why());
  }

  @Test
  void aTwinTakesThePlaceOfTheWordInItsAnchors() {
    String word = "ප්\u200Dරශ්න";
    workbench.addAnchor(Draft.accepted("query", word, "edit"));
    workbench.select(Side.TARGET, word);
    List<Anchor> before = model.inspectedProperty().get().anchors();
    Twin twin = model.twins().getFirst();
    assertThat(twin.word()).isEqualTo("ප\u200D්\u200Dරශ්න");
    assertThat(twin.signed()).isEqualTo("+U+200D");
    model.adopt(twin);
    assertThat(model.inspectedProperty().get().word())
        .isEqualTo(workbench.find(Side.TARGET, twin.word()));
    assertThat(model.inspectedProperty().get().anchors())
        .extracting(Anchor::source)
        .containsAll(before.stream().map(Anchor::source).toList());
    assertThat(model.twins()).extracting(Twin::word).containsExactly(word);
    workbench.undo();
    workbench.select(Side.TARGET, word);
    assertThat(model.inspectedProperty().get().anchors()).hasSameSizeAs(before);
  }

  @Test
  void withoutASelectionNothingIsExplained() {
    workbench.select(Side.SOURCE, "river");
    workbench.clearSelection();
    assertThat(model.explainedProperty().get()).isNull();
  }

  @Test
  void anEditMakesTheSourceReadyAgainAndTheTargetNever() {
    CountingSearch counting = new CountingSearch(NeighborSearches.best());
    InspectorViewModel counted = new InspectorViewModel(workbench, counting);
    try {
      assertThat(counting.prepared).isEmpty();
      workbench.select(Side.SOURCE, "river");
      FloatMatrix target = workbench.sharedProperty().get().target();
      assertThat(counting.prepared).containsExactlyInAnyOrder(source(), target);

      FloatMatrix before = source();
      workbench.addAnchor(Draft.accepted("river", "ගඟ", "edit"));
      assertThat(source()).isNotSameAs(before);
      assertThat(counting.prepared).hasSize(3).endsWith(source());
      assertThat(counted.inspectedProperty().get().inspection())
          .isEqualTo(model.inspectedProperty().get().inspection());
    } finally {
      counted.dispose();
    }
  }

  private FloatMatrix source() {
    return workbench.sharedProperty().get().source();
  }

  /** A search that notes what it makes ready. */
  private static final class CountingSearch implements NeighborSearch {
    final List<FloatMatrix> prepared = new ArrayList<>();
    private final NeighborSearch search;

    CountingSearch(NeighborSearch search) {
      this.search = search;
    }

    @Override
    public String name() {
      return search.name();
    }

    @Override
    public int threads() {
      return search.threads();
    }

    @Override
    public PreparedBase prepare(FloatMatrix base) {
      prepared.add(base);
      return search.prepare(base);
    }

    @Override
    public Neighbors search(
        FloatMatrix queries, PreparedBase base, int k, Progress progress, Cancellation stop) {
      return search.search(queries, base, k, progress, stop);
    }

    @Override
    public TwoWay searchBothWays(
        FloatMatrix left,
        PreparedBase right,
        int k,
        Floors floors,
        Progress progress,
        Cancellation stop) {
      return search.searchBothWays(left, right, k, floors, progress, stop);
    }
  }
}
