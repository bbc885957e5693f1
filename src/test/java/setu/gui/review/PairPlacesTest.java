package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import setu.core.align.Alignment;
import setu.core.align.AnchorWeights;
import setu.core.align.Procrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.WordPair;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.Shared;

/** Where a pair lies before and after a mapping that is known. */
class PairPlacesTest {
  private static final int ROWS = 60;

  /** A target of unit rows, and a source that is the target turned by a right angle. */
  private static Shared turned() {
    Random random = new Random(5);
    FloatMatrix target = FloatMatrix.zeros(ROWS, 2);
    FloatMatrix source = FloatMatrix.zeros(ROWS, 2);
    for (int i = 0; i < ROWS; i++) {
      // Not even around the circle, so that there is an axis of most variance.
      double angle = random.nextGaussian();
      target.setRow(i, new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
      source.setRow(i, new float[] {(float) -Math.sin(angle), (float) Math.cos(angle)});
    }
    List<WordPair> pairs = Collections.nCopies(8, new WordPair("word", "වචනය"));
    List<Integer> rows = List.of(0, 1, 2, 3, 4, 5, 6, 7);
    ResolvedAnchors anchors = new ResolvedAnchors(rows, rows, pairs, List.of());
    Alignment alignment =
        new Procrustes().align(source, target, anchors, Progress.NONE, Cancellation.none());
    return new Shared(
        alignment,
        anchors,
        AnchorWeights.Property.EQUAL,
        source,
        alignment.mapSource(source),
        target);
  }

  private static PairPlaces places(Shared shared, int source, int target) {
    PairPlaces.Axes axes = PairPlaces.Axes.of(shared.target(), Cancellation.none());
    return new PairPlaces.Frame(shared, axes, Cancellation.none())
        .of(source, target, Cancellation.none());
  }

  @Test
  void theMappingBringsTheSourceWordOntoItsTranslation() {
    PairPlaces places = places(turned(), 20, 20);
    assertThat(places.cosineBefore()).isCloseTo(0, Offset.offset(1e-5));
    assertThat(places.cosineAfter()).isCloseTo(1, Offset.offset(1e-5));
    FloatMatrix before = Objects.requireNonNull(places.before());
    FloatMatrix after = Objects.requireNonNull(places.after());
    FloatMatrix target = Objects.requireNonNull(places.target());
    for (int axis = 0; axis < 2; axis++) {
      assertThat(after.get(0, axis)).isCloseTo(target.get(0, axis), Offset.offset(1e-4f));
    }
    double way = Math.hypot(before.get(0, 0) - after.get(0, 0), before.get(0, 1) - after.get(0, 1));
    assertThat(way).as("a right angle on the unit circle").isCloseTo(Math.sqrt(2), near());
  }

  private static Offset<Double> near() {
    return Offset.offset(1e-4);
  }

  @Test
  void aWordOfNoVocabularyHasNoPlace() {
    PairPlaces places = places(turned(), -1, 3);
    assertThat(places.before()).isNull();
    assertThat(places.after()).isNull();
    assertThat(places.target()).isNotNull();
    assertThat(places.cosineAfter()).isNaN();
  }
}
