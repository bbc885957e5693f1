package setu.core.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import setu.core.fault.ProjectionFault;
import setu.core.math.FloatMatrix;
import setu.core.space.ReadOptions;
import setu.core.space.SpaceFiles;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** Smile as an engine: what it lays out well, what it refuses, and that it can be left. */
class SmileTest {
  private static final Cancellation NEVER = Cancellation.none();
  private static FloatMatrix words = FloatMatrix.zeros(0, 0);

  @BeforeAll
  static void read() {
    Path sample = Path.of("sample-vectors", "si.100.vec");
    words = SpaceFiles.read(sample, new ReadOptions(600, 2), Progress.NONE, NEVER).vectors();
  }

  @Test
  void tsneKeepsNeighbourhoodsThoughExaggerationShrinksItToAPoint() {
    Projection tsne = new SmileTsne().project(words, 2, 42, Progress.NONE, NEVER);
    Trustworthiness quality =
        Trustworthiness.of(words, tsne.coordinates(), 42, Progress.NONE, NEVER);
    assertThat(quality.trustworthiness()).isGreaterThan(0.85);
    assertThat(quality.continuity()).isGreaterThan(0.85);
    assertThat(tsne.complete()).isTrue();
    assertThat(tsne.method()).isEqualTo("tsne");
  }

  @Test
  void umapKeepsNeighbourhoods() {
    FloatMatrix apart = twoIslands(400);
    Projection umap = new SmileUmap().project(apart, 2, 42, Progress.NONE, NEVER);
    Trustworthiness quality =
        Trustworthiness.of(apart, umap.coordinates(), 42, Progress.NONE, NEVER);
    assertThat(quality.trustworthiness()).isGreaterThan(0.88);
    assertThat(quality.continuity()).isGreaterThan(0.88);
    assertThat(umap.complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"umap", "tsne"})
  void aSeedRepeatsExactlyAndAnotherDiffers(String method) {
    FloatMatrix few = twoIslands(100);
    Projector projector = Projectors.byName(method, Projectors.SMILE);
    FloatMatrix once = projector.project(few, 3, 7, Progress.NONE, NEVER).coordinates();
    FloatMatrix again = projector.project(few, 3, 7, Progress.NONE, NEVER).coordinates();
    FloatMatrix other = projector.project(few, 3, 8, Progress.NONE, NEVER).coordinates();
    assertThat(once.columns()).isEqualTo(3);
    boolean differs = false;
    for (int i = 0; i < few.rows(); i++) {
      assertThat(again.row(i)).containsExactly(once.row(i));
      differs |= other.get(i, 0) != once.get(i, 0);
    }
    assertThat(differs).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"umap", "tsne"})
  void cancelledItReturnsThePrincipalComponentsAtOnce(String method) throws Exception {
    FloatMatrix few = twoIslands(600);
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Void> began = new CompletableFuture<>();
    Progress telling =
        new Progress() {
          @Override
          public void begin(Phase phase, long total) {
            if (phase == Phase.PROJECT) {
              began.complete(null);
            }
          }

          @Override
          public void advance(long amount) {}
        };
    CompletableFuture<Projection> running = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("layout")
        .daemon()
        .start(
            () ->
                running.complete(
                    Projectors.byName(method, Projectors.SMILE)
                        .project(few, 2, 42, telling, cancellation)));
    began.get(30, TimeUnit.SECONDS);
    cancellation.cancel();
    Projection left = running.get(1, TimeUnit.SECONDS);
    assertThat(left.complete()).isFalse();
    FloatMatrix pca = new Pca().project(few, 2, 42, Progress.NONE, NEVER).coordinates();
    assertThat(left.coordinates().row(599)).containsExactly(pca.row(599));
  }

  @Test
  void tsneRefusesMoreThanItCanHold() {
    FloatMatrix many = FloatMatrix.zeros(SmileTsne.MOST_POINTS + 1, 3);
    assertThatThrownBy(() -> new SmileTsne().project(many, 2, 42, Progress.NONE, NEVER))
        .isInstanceOfSatisfying(
            ProjectionFault.class,
            fault ->
                assertThat(fault.problem()).isEqualTo(ProjectionFault.Problem.TOO_MANY_POINTS));
  }

  @Test
  void asManyRowsAsDimensionsAreNotTakenForDistances() {
    assertThat(SmileTsne.unitRows(words.slice(0, 100))[0]).hasSize(101).endsWith(0.0);
    assertThat(SmileTsne.unitRows(words.slice(0, 99))[0]).hasSize(100);
  }

  /** The libraries for it are Setu's own: nothing has to be installed on Linux. */
  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void umapOfPointsThatHangTogetherStartsFromASpectralLayout() {
    FloatMatrix few = words.slice(0, 400);
    Projection umap = new SmileUmap().project(few, 2, 42, Progress.NONE, NEVER);
    assertThat(umap.complete()).isTrue();
    Trustworthiness quality = Trustworthiness.of(few, umap.coordinates(), 42, Progress.NONE, NEVER);
    assertThat(quality.trustworthiness()).isGreaterThan(0.8);
  }

  @Test
  void handfulsAreLaidOutToo() {
    for (String method : Projectors.names(Projectors.SMILE)) {
      for (int n = 1; n <= 3; n++) {
        Projector projector = Projectors.byName(method, Projectors.SMILE);
        assertThat(
                projector
                    .project(words.slice(0, n), 2, 42, Progress.NONE, NEVER)
                    .coordinates()
                    .rows())
            .isEqualTo(n);
      }
    }
  }

  /**
   * Every other word moved far off: their neighbours do not hang together, and ARPACK is unused.
   */
  private static FloatMatrix twoIslands(int n) {
    FloatMatrix islands = FloatMatrix.zeros(n, words.columns() + 2);
    for (int i = 0; i < n; i++) {
      float[] row = Arrays.copyOf(words.row(i), words.columns() + 2);
      row[words.columns() + i % 2] = 3;
      islands.setRow(i, row);
    }
    return islands;
  }
}
