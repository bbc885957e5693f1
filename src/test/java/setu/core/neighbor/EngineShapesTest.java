package setu.core.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import setu.core.math.FloatMatrix;
import setu.core.math.RandomMatrices;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Every engine against double loops where engines go wrong: no rows, one, one fewer than asked for,
 * just as many; the widths beside those of panels and lanes; zero rows; equal scores.
 */
class EngineShapesTest {
  private static final Cancellation GO_ON = Cancellation.none();

  /** How many rows a side has, told by k. */
  enum Rows {
    NONE,
    ONE,
    ONE_FEWER_THAN_K,
    K,
    MANY;

    /** Whether it is another number than those before it. */
    boolean distinct(int k) {
      return k > 1 || this == NONE || this == ONE || this == MANY;
    }

    int count(int k) {
      return switch (this) {
        case NONE -> 0;
        case ONE -> 1;
        case ONE_FEWER_THAN_K -> k - 1;
        case K -> k;
        case MANY -> 2 * k + 30;
      };
    }
  }

  /** What the rows are. */
  enum Values {
    /** Unit rows. */
    UNIT,
    /** Every other row is zero, the first among them. */
    ZEROS_AMONG_THEM,
    /** Nothing but zeros: all scores are equal. */
    ALL_ZERO,
    /** Small whole numbers: sums are exact in any order, and most are equal. */
    WHOLE_NUMBERS,
    /** Three different rows again and again: equal scores that are not exact. */
    COPIES;

    FloatMatrix rows(int n, int d, long seed) {
      return switch (this) {
        case UNIT -> RandomMatrices.unit(n, d, seed);
        case ALL_ZERO -> FloatMatrix.zeros(n, d);
        case ZEROS_AMONG_THEM -> everyOther(RandomMatrices.unit(n, d, seed));
        case WHOLE_NUMBERS -> rounded(RandomMatrices.gaussian(n, d, seed));
        case COPIES -> copies(RandomMatrices.unit(3, d, seed), n);
      };
    }

    private static FloatMatrix everyOther(FloatMatrix rows) {
      for (int i = 0; i < rows.rows(); i += 2) {
        rows.setRow(i, new float[rows.columns()]);
      }
      return rows;
    }

    private static FloatMatrix rounded(FloatMatrix rows) {
      for (int i = 0; i < rows.rows(); i++) {
        for (int j = 0; j < rows.columns(); j++) {
          rows.set(i, j, Math.round(rows.get(i, j)));
        }
      }
      return rows;
    }

    private static FloatMatrix copies(FloatMatrix three, int n) {
      int[] places = new int[n];
      for (int i = 0; i < n; i++) {
        places[i] = i % 3;
      }
      return three.gather(places);
    }
  }

  private static final List<Rows> ROWS = List.of(Rows.values());
  private static final List<Values> VALUES = List.of(Values.values());
  private static final List<Integer> WIDTHS = List.of(1, 3, 299, 300, 1024);

  record Shape(Rows left, Rows right, int d, int k, Values values) {
    /** The sum of the places of its rows, width and values among theirs. */
    int places() {
      return ROWS.indexOf(left) + ROWS.indexOf(right) + WIDTHS.indexOf(d) + VALUES.indexOf(values);
    }

    FloatMatrix leftRows() {
      return values.rows(left.count(k), d, 1);
    }

    FloatMatrix rightRows() {
      return values.rows(right.count(k), d, 2);
    }
  }

  /**
   * One in five, so chosen that the rows of both sides and k meet every width and all values, and
   * every width all values.
   */
  @Provide
  Arbitrary<Shape> shapes() {
    return Combinators.combine(
            Arbitraries.of(ROWS),
            Arbitraries.of(ROWS),
            Arbitraries.of(WIDTHS),
            Arbitraries.of(1, 10),
            Arbitraries.of(VALUES))
        .as(Shape::new)
        .filter(shape -> shape.left().distinct(shape.k()) && shape.right().distinct(shape.k()))
        .filter(shape -> shape.places() % 5 == 0);
  }

  @Property(tries = 170, generation = GenerationMode.EXHAUSTIVE)
  void everyEngineAgreesWithDoubleLoopsAndTheOthers(@ForAll("shapes") Shape shape) {
    FloatMatrix left = shape.leftRows();
    FloatMatrix right = shape.rightRows();
    for (List<NeighborSearch> alike : List.of(EnginesUnderTest.BEST, EnginesUnderTest.SCALAR)) {
      Answers first = Answers.of(alike.getFirst(), left, right, shape.k());
      check(shape, first.both().ofLeft(), left, right);
      check(shape, first.both().ofRight(), right, left);
      PlainSearch.check(first.biased(), left, right, bias(right), shape.k());
      PlainSearch.checkSame(first.alone(), first.both().ofLeft());
      for (NeighborSearch engine : alike.subList(1, alike.size())) {
        Answers answers = Answers.of(engine, left, right, shape.k());
        PlainSearch.checkSame(answers.alone(), first.both().ofLeft());
        PlainSearch.checkSame(answers.both().ofLeft(), first.both().ofLeft());
        PlainSearch.checkSame(answers.both().ofRight(), first.both().ofRight());
        PlainSearch.checkSame(answers.biased(), first.biased());
      }
    }
  }

  /** What one engine finds: rows alone, rows and columns together, rows with a bias. */
  private record Answers(Neighbors alone, NeighborSearch.TwoWay both, Neighbors biased) {
    static Answers of(NeighborSearch engine, FloatMatrix left, FloatMatrix right, int k) {
      PreparedBase base = engine.prepare(right);
      return new Answers(
          engine.search(left, base, k, Progress.NONE, GO_ON),
          engine.searchBothWays(left, base, k, Progress.NONE, GO_ON),
          engine.search(left, base.withBias(bias(right)), k, Progress.NONE, GO_ON));
    }
  }

  private static float[] bias(FloatMatrix right) {
    return RandomMatrices.gaussian(1, right.rows(), 3).row(0);
  }

  private static void check(Shape shape, Neighbors found, FloatMatrix of, FloatMatrix among) {
    switch (shape.values()) {
      case WHOLE_NUMBERS, ALL_ZERO -> {
        PlainSearch.check(found, of, among, null, shape.k());
        PlainSearch.checkExactly(found, of, among, shape.k());
      }
      case UNIT -> PlainSearch.check(found, of, among, null, shape.k());
      case ZEROS_AMONG_THEM -> {
        PlainSearch.check(found, of, among, null, shape.k());
        checkTies(found);
      }
      case COPIES -> {
        PlainSearch.check(found, of, among, null, shape.k());
        checkTies(found);
        checkFromTheFirst(found, among.rows());
      }
    }
  }

  /** Of equal scores the lower index is first, and none with a lower index was left out. */
  private static void checkTies(Neighbors found) {
    for (int i = 0; i < found.queries(); i++) {
      for (int rank = 1; rank < found.k() && found.index(i, rank) >= 0; rank++) {
        if (found.score(i, rank) == found.score(i, rank - 1)) {
          assertThat(found.index(i, rank)).isGreaterThan(found.index(i, rank - 1));
        }
      }
    }
  }

  /** A row is found only where every copy of it with a lower index is found before it. */
  private static void checkFromTheFirst(Neighbors found, int among) {
    for (int i = 0; i < found.queries(); i++) {
      int[] indices = found.indices(i);
      int[] next = {0, 1, 2};
      for (int index : indices) {
        if (index >= 0) {
          assertThat(index).isLessThan(among).isEqualTo(next[index % 3]);
          next[index % 3] += 3;
        }
      }
    }
  }
}
