package setu.gui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import setu.core.math.FloatMatrix;
import setu.core.projection.Pca;
import setu.core.projection.PrincipalAxes;
import setu.core.projection.Trustworthiness;
import setu.core.projection.Tsne;
import setu.core.projection.Umap;
import setu.core.space.ReadOptions;
import setu.core.space.SpaceFiles;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.task.StepRunner;
import setu.gui.map.LayoutMethods.Layouts;
import setu.gui.map.MapLayout.Method;

/** The layouts of the window are those of the core. */
@NullUnmarked
class LayoutMethodsTest {
  private static final Cancellation NEVER = Cancellation.none();
  private static final int ROWS = 200;
  private static MapSpaces spaces =
      new MapSpaces(null, FloatMatrix.zeros(0, 0), FloatMatrix.zeros(0, 0));

  @BeforeAll
  static void read() {
    // What stands in for the unaligned source is the target's next words: any other rows would do.
    FloatMatrix target = words("si.100.vec", 2 * ROWS);
    spaces =
        new MapSpaces(
            target.slice(ROWS, 2 * ROWS), words("en.100.vec", ROWS), target.slice(0, ROWS));
  }

  private static FloatMatrix words(String name, int rows) {
    Path file = Path.of("sample-vectors", name);
    return SpaceFiles.read(file, new ReadOptions(rows, 2), Progress.NONE, NEVER).vectors();
  }

  private static LayoutMethods methods() {
    return new LayoutMethods(Map.of(Method.TSNE, new Tsne(), Method.UMAP, new Umap()), 42);
  }

  private static LayoutRequest request(Method method, int dimensions, int most) {
    return new LayoutRequest(method, dimensions, most, spaces);
  }

  private static Layouts lay(LayoutRequest request) {
    return methods().lay(request, new StepRunner(1), frame -> {}, Progress.NONE, NEVER);
  }

  @Test
  void principalComponentsInTwoAndThreeDimensionsAreThoseOfTheCore() {
    PrincipalAxes axes =
        Pca.fit(List.of(spaces.source(), spaces.target()), 3, Progress.NONE, NEVER);
    FloatMatrix source = axes.transform(spaces.source(), NEVER);
    FloatMatrix before = axes.transform(spaces.gather(new int[0]), NEVER);
    assertThat(before.rows()).isZero();
    for (int dimensions = 2; dimensions <= 3; dimensions++) {
      Layouts layouts = lay(request(Method.PCA, dimensions, Integer.MAX_VALUE));
      Places aligned = layouts.aligned().places();
      assertThat(aligned.dimensions()).isEqualTo(dimensions);
      for (int i = 0; i < ROWS; i++) {
        assertThat(aligned.x()[i]).isCloseTo(source.get(i, 0), within(1e-3f));
        assertThat(aligned.y()[i]).isCloseTo(source.get(i, 1), within(1e-3f));
        if (dimensions == 3) {
          assertThat(aligned.z()[i]).isCloseTo(source.get(i, 2), within(1e-3f));
        }
      }
    }
  }

  @Test
  void beforeAlignmentTheSourceStandsWhereTheSameAxesPutIt() {
    PrincipalAxes axes =
        Pca.fit(List.of(spaces.source(), spaces.target()), 2, Progress.NONE, NEVER);
    FloatMatrix before = axes.transform(spaces.unaligned(), NEVER);
    Layouts layouts = lay(request(Method.PCA, 2, Integer.MAX_VALUE));
    Places unaligned = layouts.unaligned().places();
    for (int i = 0; i < ROWS; i++) {
      assertThat(unaligned.x()[i]).isCloseTo(before.get(i, 0), within(1e-4f));
      assertThat(unaligned.y()[i]).isCloseTo(before.get(i, 1), within(1e-4f));
      assertThat(unaligned.x()[ROWS + i]).isEqualTo(layouts.aligned().places().x()[ROWS + i]);
    }
  }

  @Test
  void umapAndTsneAreThoseOfTheCoreAndCanBeSeenOnTheWay() {
    FloatMatrix both = spaces.gather(IntStream.range(0, 2 * ROWS).toArray());
    FloatMatrix umap = new Umap().project(both, 3, 42, Progress.NONE, NEVER).coordinates();
    List<MapLayout> seen = new ArrayList<>();
    LayoutMethods methods = methods();
    Layouts layouts =
        methods.lay(
            request(Method.UMAP, 3, Integer.MAX_VALUE),
            new StepRunner(1_000_000_000),
            seen::add,
            Progress.NONE,
            NEVER);
    Places places = layouts.aligned().places();
    for (int i = 0; i < 2 * ROWS; i++) {
      assertThat(places.x()[i]).isEqualTo(umap.get(i, 0));
      assertThat(places.z()[i]).isEqualTo(umap.get(i, 2));
    }
    assertThat(layouts.aligned().complete()).isTrue();
    assertThat(seen).hasSizeGreaterThan(100).noneMatch(frame -> frame.places() == places);
    assertThat(seen.getFirst().complete()).isFalse();
    assertThat(seen.getFirst().places().x()).isNotEqualTo(seen.get(50).places().x());

    // t-SNE goes on from the same neighbour graph, of which UMAP took the nearest.
    FloatMatrix tsne = new Tsne().project(both, 2, 42, Progress.NONE, NEVER).coordinates();
    LayoutRequest next = request(Method.TSNE, 2, Integer.MAX_VALUE);
    Places flat =
        methods.lay(next, new StepRunner(1), frame -> {}, Progress.NONE, NEVER).aligned().places();
    for (int i = 0; i < 2 * ROWS; i++) {
      assertThat(flat.x()[i]).isEqualTo(tsne.get(i, 0));
    }
  }

  @Test
  void stoppedALayoutKeepsWhatWasReachedAndSaysSo() {
    Cancellation cancellation = new Cancellation();
    MapLayout stopped =
        methods()
            .lay(
                request(Method.TSNE, 2, Integer.MAX_VALUE),
                new StepRunner(1_000_000_000),
                frame -> {
                  if (frame.reached().iteration() == 7) {
                    cancellation.cancel();
                  }
                },
                Progress.NONE,
                cancellation)
            .aligned();
    assertThat(stopped.complete()).isFalse();
    assertThat(stopped.reached()).isEqualTo(new MapLayout.Reached(7, 1000));
    assertThat(stopped.placed()).isEqualTo(2 * ROWS);
  }

  @Test
  void stoppedBeforeItBeganThereIsNothingToShow() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    LayoutRequest request = request(Method.UMAP, 2, Integer.MAX_VALUE);
    assertThatThrownBy(
            () ->
                methods().lay(request, new StepRunner(1), frame -> {}, Progress.NONE, cancellation))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void theMostFrequentWordsOfBothLanguagesAreTakenWhereNotAllAre() {
    LayoutRequest request = request(Method.TSNE, 2, 100);
    assertThat(request.points()).hasSize(100).startsWith(0, 1, 2).contains(ROWS, ROWS + 49);
    MapLayout layout = lay(request(Method.UMAP, 2, 100)).aligned();
    assertThat(layout.placed()).isEqualTo(100);
    assertThat(layout.places().x()[50]).isNaN();
    assertThat(LayoutRequest.tsneSeconds(86_000)).isGreaterThan(LayoutRequest.tsneSeconds(12_000));
  }

  @Test
  void everyPointIsMeasuredAndTheWholeIsTheirMean() {
    LayoutRequest request = request(Method.PCA, 3, Integer.MAX_VALUE);
    MapLayout layout = lay(request).aligned();
    MapLayout measured = methods().trusted(layout, request, Progress.NONE, NEVER);
    LayoutTrust trust = measured.trust();
    FloatMatrix coordinates = FloatMatrix.zeros(2 * ROWS, 3);
    for (int i = 0; i < 2 * ROWS; i++) {
      Places places = layout.places();
      coordinates.setRow(i, new float[] {places.x()[i], places.y()[i], places.z()[i]});
    }
    FloatMatrix both = spaces.gather(IntStream.range(0, 2 * ROWS).toArray());
    Trustworthiness core = Trustworthiness.of(both, coordinates, 42, Progress.NONE, NEVER);
    assertThat(trust.trustworthiness()).isEqualTo(core.trustworthiness());
    assertThat(trust.continuity()).isEqualTo(core.continuity());
    assertThat(trust.measured()).isEqualTo(2 * ROWS);
    int doubtful = 0;
    for (int i = 0; i < 2 * ROWS; i++) {
      assertThat(trust.byPoint()[i]).isEqualTo((float) core.trustworthiness(i));
      doubtful += core.trustworthiness(i) < LayoutTrust.LEAST ? 1 : 0;
    }
    assertThat(trust.doubtful()).isEqualTo(doubtful).isPositive();
  }
}
