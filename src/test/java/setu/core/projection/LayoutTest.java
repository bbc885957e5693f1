package setu.core.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborGraph;
import setu.core.neighbor.NeighborSearches;
import setu.core.space.ReadOptions;
import setu.core.space.SpaceFiles;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;
import setu.core.task.Stepper;

/** UMAP and t-SNE on real words: what a person would see, not only shapes. */
class LayoutTest {
  private static final Cancellation NEVER = Cancellation.none();
  private static FloatMatrix words = FloatMatrix.zeros(0, 0);

  @BeforeAll
  static void read() {
    Path sample = Path.of("sample-vectors", "si.100.vec");
    words = SpaceFiles.read(sample, new ReadOptions(2000, 2), Progress.NONE, NEVER).vectors();
  }

  @Test
  void umapKeepsNeighbourhoodsOfTheSample() {
    Projection umap = new Umap().project(words, 2, 42, Progress.NONE, NEVER);
    Trustworthiness quality = quality(umap);
    assertThat(quality.trustworthiness()).isGreaterThan(0.88);
    assertThat(quality.continuity()).isGreaterThan(0.88);
    assertThat(quality.trustworthiness()).isGreaterThan(quality(pca()).trustworthiness() + 0.1);
    assertThat(umap.complete()).isTrue();
    assertThat(umap.method()).isEqualTo("umap");
  }

  @Test
  void tsneKeepsNeighbourhoodsOfTheSample() {
    Projection tsne = new Tsne().project(words, 2, 42, Progress.NONE, NEVER);
    Trustworthiness quality = quality(tsne);
    assertThat(quality.trustworthiness()).isGreaterThan(0.91);
    assertThat(quality.continuity()).isGreaterThan(0.85);
    assertThat(tsne.complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"umap", "tsne"})
  void aSeedRepeatsExactlyAndAnotherDiffers(String method) {
    FloatMatrix few = words.slice(0, 300);
    Projector projector = Projectors.byName(method);
    FloatMatrix once = projector.project(few, 3, 7, Progress.NONE, NEVER).coordinates();
    FloatMatrix again = projector.project(few, 3, 7, Progress.NONE, NEVER).coordinates();
    FloatMatrix other = projector.project(few, 3, 8, Progress.NONE, NEVER).coordinates();
    assertThat(once.columns()).isEqualTo(3);
    boolean differs = false;
    for (int i = 0; i < 300; i++) {
      assertThat(again.row(i)).containsExactly(once.row(i));
      differs |= other.get(i, 0) != once.get(i, 0);
    }
    assertThat(differs).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"umap", "tsne"})
  void cancelledInFlightItReturnsWhatIsReached(String method) {
    Cancellation cancellation = new Cancellation();
    Progress afterTen =
        new Progress() {
          private int steps = Integer.MIN_VALUE;

          @Override
          public void begin(Phase phase, long total) {
            steps = phase == Phase.PROJECT ? 0 : Integer.MIN_VALUE;
          }

          @Override
          public void advance(long amount) {
            steps++;
            if (steps == 10) {
              cancellation.cancel();
            }
          }
        };
    Projection projection =
        Projectors.byName(method).project(words.slice(0, 500), 2, 42, afterTen, cancellation);
    assertThat(projection.complete()).isFalse();
    assertThat(projection.coordinates().rows()).isEqualTo(500);
    assertFinite(projection.coordinates());
  }

  @ParameterizedTest
  @ValueSource(strings = {"umap", "tsne"})
  void cancelledBeforeItBeginsItShowsThePrincipalComponents(String method) {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    FloatMatrix few = words.slice(0, 100);
    Projection projection =
        Projectors.byName(method).project(few, 2, 42, Progress.NONE, cancellation);
    assertThat(projection.complete()).isFalse();
    FloatMatrix pca = new Pca().project(few, 2, 42, Progress.NONE, NEVER).coordinates();
    assertThat(projection.coordinates().row(99)).containsExactly(pca.row(99));
  }

  @Test
  void snapshotsStayAsTheyWereWhileTheLayoutGoesOn() {
    FloatMatrix few = words.slice(0, 200);
    NeighborGraph graph = NeighborGraph.of(few, 15, NeighborSearches.best(), Progress.NONE, NEVER);
    FloatMatrix initial = new Pca().project(few, 2, 42, Progress.NONE, NEVER).coordinates();
    Stepper<Projection> stepper = new Umap().stepper(graph, initial, 42);
    assertThat(stepper.iterations()).isEqualTo(500);
    stepper.step(5);
    Projection early = stepper.snapshot();
    float before = early.coordinates().get(0, 0);
    stepper.step(1000);
    assertThat(early.coordinates().get(0, 0)).isEqualTo(before);
    assertThat(early.complete()).isFalse();
    assertThat(stepper.done()).isTrue();
    assertThat(stepper.iteration()).isEqualTo(500);
    assertThat(stepper.snapshot().complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"umap", "tsne", "pca"})
  void copiesZerosAndHandfulsAreLaidOutToo(String method) {
    Projector projector = Projectors.byName(method);
    for (int n : List.of(1, 2, 3, 4, 5, 20)) {
      FloatMatrix same = FloatMatrix.zeros(n, 4);
      for (int i = 0; i < n; i++) {
        same.setRow(i, i % 3 == 0 ? new float[4] : new float[] {1, 2, 3, 4});
      }
      FloatMatrix laidOut = projector.project(same, 2, 42, Progress.NONE, NEVER).coordinates();
      assertThat(laidOut.rows()).isEqualTo(n);
      assertFinite(laidOut);
    }
  }

  @Test
  void knowsItsMethodsByName() {
    assertThat(Projectors.names()).containsExactly("pca", "tsne", "umap");
    assertThatThrownBy(() -> Projectors.byName("som")).hasMessageContaining("som");
    assertThat(Projectors.engines()).containsExactly("setu", "smile");
    assertThat(Projectors.names("smile")).containsExactly("tsne", "umap");
    assertThatThrownBy(() -> Projectors.byName("pca", "smile")).hasMessageContaining("smile");
  }

  private static Projection pca() {
    return new Pca().project(words, 2, 42, Progress.NONE, NEVER);
  }

  private static Trustworthiness quality(Projection projection) {
    return Trustworthiness.of(words, projection.coordinates(), 42, Progress.NONE, NEVER);
  }

  private static void assertFinite(FloatMatrix matrix) {
    for (int i = 0; i < matrix.rows(); i++) {
      for (float value : matrix.row(i)) {
        assertThat(value).isFinite();
      }
    }
  }
}
