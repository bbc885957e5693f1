package setu.gui.anchors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.AnchorWeights.Property;
import setu.core.evaluate.DevelopmentSplit;
import setu.core.evaluate.Sample;
import setu.core.evaluate.SufficientDictionary;
import setu.core.neighbor.NeighborSearches;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;

/** The smallest dictionary is sought with the weights that a person chose. */
@NullUnmarked
class ReductionWeightsTest {
  @TempDir Path folder;
  private Workbench workbench;

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private static double whole(Property weighting) {
    DevelopmentSplit split = DevelopmentSplit.of(Sample.TRAIN, 0.2, Workbench.SEED);
    return new SufficientDictionary(
            Sample.SOURCE.vocabulary(),
            Sample.X,
            Sample.TARGET.vocabulary(),
            Sample.Z,
            NeighborSearches.best())
        .of(
            split.training(),
            split.development(),
            weighting,
            100,
            Progress.NONE,
            Cancellation.none())
        .whole();
  }

  @Test
  void theWholeDictionaryIsWeighedAsChosen() {
    List<Reduction.Found> found = new ArrayList<>();
    new Reduction(workbench).find("", 100, found::add);
    workbench.settings().setWeighting(Property.LEMMAS);
    new Reduction(workbench).find("", 100, found::add);
    assertThat(found)
        .extracting(Reduction.Found::whole)
        .containsExactly(whole(Property.EQUAL), whole(Property.LEMMAS));
    assertThat(whole(Property.LEMMAS)).isNotEqualTo(whole(Property.EQUAL));
  }
}
