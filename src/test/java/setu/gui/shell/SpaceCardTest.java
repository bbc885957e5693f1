package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import setu.core.space.EmbeddingSpace;
import setu.core.space.LoadReport.BadRow;
import setu.core.space.LoadReport.Reason;
import setu.core.space.ReadOptions;
import setu.core.space.SpaceFiles;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.Side;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** A space's card, without the window around it. */
@NullUnmarked
class SpaceCardTest {
  @TempDir Path folder;

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void theCardTellsWhatWasReadAndWhichRowsWereRefused() throws Exception {
    Path file = folder.resolve("small.vec");
    Files.writeString(file, "ක්ෂණ 3 4\nක්\u200Dෂණ 0 1\nriver 6 8\nriver 1 1\nbank 1 x\n12 0 5\n");
    EmbeddingSpace space =
        SpaceFiles.read(file, ReadOptions.ALL, Progress.NONE, Cancellation.none());
    Workbench workbench = SampleWorkbench.empty(folder);
    VBox card = HeadlessFx.onFx(() -> new SpaceCard(space, workbench, Messages.inEnglish()).node());
    assertThat(text(card, "rows")).isEqualTo("4");
    assertThat(text(card, "duplicates")).isEqualTo("1");
    assertThat(text(card, "refused")).isEqualTo("2");
    assertThat(text(card, "bad-rows")).isEqualTo("Refused rows to look at");
    assertThat(text(card, "norms")).contains("1.000", "5.250", "10.000");
    assertThat(text(card, "scripts")).contains("50.0 %", "25.0 %");
    assertThat(text(card, "twins")).isEqualTo("1");
    assertThat(((ListView<?>) card.lookup(".list-view")).getItems())
        .extracting(row -> ((BadRow) row).reason())
        .containsExactly(Reason.DUPLICATE, Reason.NOT_A_NUMBER);
    assertThat(text(card, "curve")).endsWith("no counts come with these vectors.");
    // Lengths 5, 1, 10 and 5 of ranks 1 to 4: both ends at half the logarithmic height.
    List<Double> curve = curve(card);
    assertThat(curve.get(0)).isZero();
    assertThat(curve.get(1)).isCloseTo(70 * (1 - Math.log(5) / Math.log(10)), within(1e-6));
    assertThat(curve.get(curve.size() - 1)).isEqualTo(curve.get(1));
    workbench.close();
  }

  @Test
  void moreRefusedRowsThanAreKeptForShowingAreSaidToBeMore() throws Exception {
    StringBuilder rows = new StringBuilder("river 6 8\n");
    for (int i = 0; i < 1500; i++) {
      rows.append("bank").append(i).append(" 1 x\n");
    }
    Path file = Files.writeString(folder.resolve("bad.vec"), "sea 1 2\n".repeat(60) + rows);
    EmbeddingSpace space =
        SpaceFiles.read(file, ReadOptions.ALL, Progress.NONE, Cancellation.none());
    Workbench workbench = SampleWorkbench.empty(folder);
    VBox card = HeadlessFx.onFx(() -> new SpaceCard(space, workbench, Messages.inEnglish()).node());
    assertThat(text(card, "bad-rows")).isEqualTo("Refused, the first 1,000 of 1,559");
    assertThat(text(card, "refused")).isEqualTo("1,559");
    assertThat(((ListView<?>) card.lookup(".list-view")).getItems()).hasSize(1000);
    workbench.close();
  }

  @Test
  void theCurveIsOfCountsWhereTheFileHasThem() {
    EmbeddingSpace space =
        SpaceFiles.read(
            Path.of("src/test/resources/setu/core/space/si.small.bin"),
            ReadOptions.ALL,
            Progress.NONE,
            Cancellation.none());
    Workbench workbench = SampleWorkbench.empty(folder);
    VBox card = HeadlessFx.onFx(() -> new SpaceCard(space, workbench, Messages.inEnglish()).node());
    assertThat(text(card, "curve")).startsWith("Occurrences in the corpus");
    assertThat(HeadlessFx.onFx(() -> card.lookup(".rank-curve").getParent().getAccessibleText()))
        .isEqualTo("40,000 occurrences of the most frequent words, 21 of the rarest");
    // From the top left, 40,000 at rank 1, down to the bottom right.
    List<Double> curve = curve(card);
    assertThat(curve.subList(0, 2)).containsExactly(0.0, 0.0);
    assertThat(curve.getLast()).isCloseTo(70.0, within(1e-6));
    workbench.close();
  }

  @Test
  void hubnessIsMeasuredWhenItIsAskedFor() {
    Workbench workbench = SampleWorkbench.open(folder);
    EmbeddingSpace space = workbench.space(Side.SOURCE);
    VBox card = HeadlessFx.onFx(() -> new SpaceCard(space, workbench, Messages.inEnglish()).node());
    assertThat(card.lookup("#space-hubness")).isNull();
    HeadlessFx.onFx(
        () -> {
          ((Button) card.lookup("#space-measure")).fire();
          return true;
        });
    // From an independent numpy program over the same rows.
    assertThat(text(card, "hubness")).startsWith("Skewness 3.35; 0.9 %");
    workbench.close();
  }

  @Test
  void hubnessThatIsCancelledIsOfferedAgain() throws Exception {
    Random random = new Random(7);
    StringBuilder rows = new StringBuilder("20000 32\n");
    for (int row = 0; row < 20_000; row++) {
      rows.append('w').append(row);
      for (int j = 0; j < 32; j++) {
        rows.append(' ').append(random.nextInt(2000) - 1000);
      }
      rows.append('\n');
    }
    Path file = Files.writeString(folder.resolve("wide.vec"), rows);
    EmbeddingSpace space =
        SpaceFiles.read(file, ReadOptions.ALL, Progress.NONE, Cancellation.none());
    Workbench workbench = HeadlessFx.onFx(() -> SampleWorkbench.onFx(folder));
    VBox card =
        HeadlessFx.onFx(
            () -> {
              VBox made = new SpaceCard(space, workbench, Messages.inEnglish()).node();
              ((Button) made.lookup("#space-measure")).fire();
              assertThat(made.lookup("#space-measure")).isNull();
              ((Button) made.lookup(".cancel")).fire();
              return made;
            });
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (HeadlessFx.onFx(() -> card.lookup("#space-measure") == null)
        && System.nanoTime() < limit) {
      Thread.sleep(10);
    }
    assertThat(HeadlessFx.onFx(() -> card.lookup("#space-measure") != null)).isTrue();
    assertThat(HeadlessFx.onFx(() -> workbench.notices().isEmpty())).isTrue();
    HeadlessFx.onFx(
        () -> {
          workbench.close();
          return true;
        });
  }

  private static List<Double> curve(VBox card) {
    return HeadlessFx.onFx(() -> ((Polyline) card.lookup(".rank-curve-line")).getPoints());
  }

  private static String text(VBox card, String fact) {
    return HeadlessFx.onFx(
        () ->
            card.lookup("#space-" + fact) instanceof Label label
                ? label.getText()
                : card.lookup("#space-" + fact).getAccessibleText());
  }
}
