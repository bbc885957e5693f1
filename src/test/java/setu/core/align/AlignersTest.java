package setu.core.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import setu.core.fault.AlignmentFault;
import setu.core.math.FloatMatrix;
import setu.core.math.RandomMatrices;
import setu.core.neighbor.NeighborSearches;

/** Methods by name, their options by name, and maps of both sides. */
class AlignersTest {
  private record Inner(int rounds, boolean stop) {
    Inner {
      if (rounds < 1) {
        throw new IllegalArgumentException("rounds " + rounds);
      }
    }
  }

  private record Outer(double rate, Supervision kind, long seed, Inner inner) {}

  private static final Outer OPTIONS =
      new Outer(0.5, Supervision.DICTIONARY, 1, new Inner(3, false));

  @Test
  void everyMethodIsFoundByItsNameAndTellsItsOptions() {
    for (String name : Aligners.names()) {
      Aligner aligner = Aligners.byName(name);
      assertThat(aligner.name()).isEqualTo(name);
      assertThat(OptionValues.of(aligner.options())).doesNotContainValue(null);
    }
    assertThat(Aligners.all()).hasSize(Aligners.names().size());
    Aligner ridge =
        Aligners.byName("least-squares", Map.of("ridge", "0.25"), 7, NeighborSearches.best());
    assertThat(ridge).isEqualTo(new LeastSquares(0.25));
  }

  @Test
  void optionsAreReadAndChangedByNameAlsoNestedOnes() {
    assertThat(OptionValues.of(OPTIONS).keySet())
        .containsExactly("rate", "kind", "seed", "rounds", "stop");
    assertThat(
            OptionValues.with(
                OPTIONS,
                Map.of("rate", "2", "kind", "none", "seed", "9", "rounds", "4", "stop", "true")))
        .isEqualTo(new Outer(2, Supervision.NONE, 9, new Inner(4, true)));
    assertThat(OptionValues.with(OPTIONS, Map.of())).isEqualTo(OPTIONS);
  }

  @Test
  void badOptionsAreNamed() {
    for (Map.Entry<String, String> bad :
        List.of(
            Map.entry("speed", "1"),
            Map.entry("rounds", "0"),
            Map.entry("rounds", "many"),
            Map.entry("stop", "yes"),
            Map.entry("kind", "some"))) {
      assertThatThrownBy(() -> OptionValues.with(OPTIONS, Map.of(bad.getKey(), bad.getValue())))
          .isInstanceOfSatisfying(
              AlignmentFault.class,
              fault -> {
                assertThat(fault.problem()).isEqualTo(AlignmentFault.Problem.BAD_OPTION);
                assertThat(fault.detail()).contains(bad.getKey());
              });
    }
  }

  @Test
  void aMapWithACentreMovesRowsBeforeItTurnsThem() {
    FloatMatrix quarterTurn = FloatMatrix.of(new float[] {0, 1}, new float[] {-1, 0});
    LinearMap map = new LinearMap(new float[] {0.5f, 0}, quarterTurn);
    // (2, 0) → (1, 0) → (0.5, 0) → (1, 0) → (0, 1)
    assertThat(map.apply(FloatMatrix.of(new float[] {2, 0})).row(0)).containsExactly(0, 1);
    Alignment both =
        new Alignment("test", map, new LinearMap(quarterTurn), AlignmentRun.CLOSED_FORM);
    assertThat(both.mapTarget(FloatMatrix.of(new float[] {3, 0})).row(0)).containsExactly(0, 1);
    assertThat(both.complete()).isTrue();
    assertThat(both.run().converged()).isTrue();
    FloatMatrix stays = FloatMatrix.of(new float[] {0, 4});
    assertThat(new Alignment("test", quarterTurn).mapTarget(stays).row(0)).containsExactly(0, 1);
    assertThat(stays.get(0, 1)).isEqualTo(4);
  }

  @Test
  void targetsOfUnitLengthThatStayAreNotCopied() {
    Alignment alignment =
        new Alignment("test", FloatMatrix.of(new float[] {0, 1}, new float[] {-1, 0}));
    FloatMatrix rows = RandomMatrices.unit(3000, 2, 5);
    rows.setRow(7, new float[2]);
    assertThat(alignment.mapTarget(rows)).isSameAs(rows);
    rows.set(2999, 1, rows.get(2999, 1) + 0.001f);
    FloatMatrix scaled = alignment.mapTarget(rows);
    assertThat(scaled).isNotSameAs(rows);
    assertThat(Math.hypot(scaled.get(2999, 0), scaled.get(2999, 1))).isCloseTo(1, within(1e-6));
  }

  @Test
  void aMapInBlocksIsThatOfItsRows() {
    FloatMatrix rows = RandomMatrices.unit(20_000, 2, 6);
    LinearMap map =
        new LinearMap(
            new float[] {0.1f, 0.2f}, FloatMatrix.of(new float[] {0, 1}, new float[] {-1, 0}));
    FloatMatrix mapped = map.apply(rows);
    for (int row : new int[] {0, 16_383, 16_384, 19_999}) {
      assertThat(mapped.row(row)).isEqualTo(map.apply(rows.slice(row, row + 1)).row(0));
    }
  }
}
