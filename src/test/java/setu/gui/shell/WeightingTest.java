package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.AnchorWeights.Property;
import setu.core.align.Procrustes;
import setu.core.evaluate.LiveLoop;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Notice;
import setu.gui.common.Shared;
import setu.gui.common.Workbench;
import setu.gui.preferences.UserFolders;
import setu.message.Messages;

/** The inflections of a pair may count as one in the live mapping; the choice is the project's. */
@NullUnmarked
class WeightingTest {
  @TempDir Path folder;
  private Workbench workbench;

  @BeforeEach
  void start() {
    workbench =
        new Workbench(
            new CoreEngine(new Projects(UserFolders.in(folder)), Messages::inEnglish),
            FxTaskRunner.sameThread());
    workbench.openSample();
  }

  @AfterEach
  void stop() {
    workbench.close();
  }

  /** The largest difference between the live mapping and a refit with these weights. */
  private double apartFrom(Property weighting) {
    LiveLoop.Answer answer = workbench.answerProperty().get();
    Shared shared = workbench.sharedProperty().get();
    FloatMatrix refit =
        new Procrustes(new Procrustes.Options(weighting))
            .align(
                shared.unaligned(),
                shared.target(),
                answer.anchors(),
                Progress.NONE,
                Cancellation.none())
            .mapping();
    double apart = 0;
    for (int i = 0; i < refit.rows(); i++) {
      for (int j = 0; j < refit.columns(); j++) {
        apart = Math.max(apart, Math.abs(refit.get(i, j) - answer.alignment().mapping().get(i, j)));
      }
    }
    return apart;
  }

  @Test
  void eachPairCountsAsOneUntilAPersonChoosesOtherwise() {
    assertThat(workbench.settings().weightingProperty().get()).isEqualTo(Property.EQUAL);
    assertThat(apartFrom(Property.EQUAL)).isLessThan(1e-4);
    LiveLoop.Answer before = workbench.answerProperty().get();

    workbench.settings().setWeighting(Property.LEMMAS);

    assertThat(apartFrom(Property.LEMMAS)).isLessThan(1e-4);
    assertThat(apartFrom(Property.EQUAL)).isGreaterThan(1e-3);
    // Scores stand before and after, as after an edit.
    assertThat(workbench.previousAnswerProperty().get()).isSameAs(before);
    assertThat(workbench.notices().getLast().text()).startsWith("The inflections of a pair count");

    workbench.removeAnchors(List.of(5L));
    assertThat(apartFrom(Property.LEMMAS)).isLessThan(1e-4);
  }

  @Test
  void theChoiceIsKeptWithTheProject() {
    workbench.settings().setWeighting(Property.LEMMAS_ROOT);
    stop();
    start();
    assertThat(workbench.settings().weightingProperty().get()).isEqualTo(Property.LEMMAS_ROOT);
    assertThat(apartFrom(Property.LEMMAS_ROOT)).isLessThan(1e-4);
    workbench.settings().setWeighting(Property.EQUAL);
    assertThat(workbench.project().workspace().settings()).doesNotContainKey("weighting");
    assertThat(apartFrom(Property.EQUAL)).isCloseTo(0, within(1e-4));
  }

  /** The journal may be busy with an import when a person chooses, and chooses otherwise. */
  @Test
  void theLastOfTwoChoicesCounts() throws Exception {
    ExecutorService window = Executors.newSingleThreadExecutor();
    Workbench told = SampleWorkbench.toldBy(window, folder.resolve("told"));
    window.submit(told::openSample).get();
    awaitQuiet(window, told);
    window
        .submit(
            () -> {
              told.settings().setWeighting(Property.LEMMAS);
              told.settings().setWeighting(Property.EQUAL);
            })
        .get();
    awaitQuiet(window, told);
    assertThat(window.submit(() -> told.settings().weightingProperty().get()).get())
        .isEqualTo(Property.EQUAL);
    assertThat(window.submit(() -> told.project().workspace().settings()).get())
        .doesNotContainKey("weighting");
    window.submit(told::close).get();
    window.shutdown();
  }

  private static void awaitQuiet(ExecutorService window, Workbench told) throws Exception {
    long limit = System.nanoTime() + 60_000_000_000L;
    while (!window
        .submit(() -> told.answerProperty().get() != null && told.tasks().running().isEmpty())
        .get()) {
      assertThat(System.nanoTime()).isLessThan(limit);
      Thread.sleep(10);
    }
  }

  @Test
  void anotherTestDictionaryLeavesTheChoice() throws IOException {
    workbench.settings().setWeighting(Property.LEMMAS);
    Path test = Files.writeString(folder.resolve("test.txt"), "mother\tඅම්මා\n");
    workbench.settings().setTest(test);
    assertThat(workbench.settings().weightingProperty().get()).isEqualTo(Property.LEMMAS);
    assertThat(apartFrom(Property.LEMMAS)).isLessThan(1e-4);
  }

  @Test
  void aProjectThatCannotBeWrittenSaysSo() {
    Path sample = workbench.project().workspace().folder();
    Workbench second =
        new Workbench(
            new CoreEngine(new Projects(UserFolders.in(folder)), Messages::inEnglish),
            FxTaskRunner.sameThread());
    try {
      second.openProject(sample);
      second.settings().setWeighting(Property.LEMMAS);
      assertThat(second.notices().getLast().kind()).isEqualTo(Notice.Kind.ERROR);
      assertThat(second.settings().weightingProperty().get()).isEqualTo(Property.EQUAL);
    } finally {
      second.close();
    }
  }
}
