package setu.gui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.AnchorWeights.Property;
import setu.core.anchor.Draft;
import setu.core.evaluate.LiveLoop;
import setu.core.evaluate.TranslationScore;
import setu.core.evaluate.TranslationScore.Direction;
import setu.gui.shell.SampleWorkbench;

/** What is set of a project is kept with it, and answered at once. */
@NullUnmarked
class ProjectSettingsTest {
  private static final Path SAMPLE = Path.of("sample-vectors");
  private static final Path TEST = SAMPLE.resolve("anchors.test.tsv");

  @TempDir Path folder;
  private Workbench workbench;

  @BeforeEach
  void start() {
    workbench = SampleWorkbench.empty(folder);
  }

  @AfterEach
  void stop() {
    workbench.close();
  }

  private void openPairWithAnchors() {
    workbench.openPair(SAMPLE.resolve("en.100.vec"), SAMPLE.resolve("si.100.vec"));
    workbench.open(SAMPLE.resolve("anchors.train.tsv"));
    SampleWorkbench.takeImport(workbench);
  }

  private TranslationScore forwardScore() {
    return workbench.answerProperty().get().score(Direction.FORWARD, "csls");
  }

  @Test
  void withoutAProjectNothingIsSet() {
    workbench.settings().setTest(TEST);
    workbench.settings().setWeighting(Property.LEMMAS);
    assertThat(workbench.notices()).isEmpty();
    assertThat(workbench.settings().weightingProperty().get()).isEqualTo(Property.EQUAL);
  }

  @Test
  void aProjectOfTwoSpacesIsScoredOnceItHasATestDictionary() {
    openPairWithAnchors();
    assertThat(forwardScore().counts().all()).isZero();
    workbench.settings().setTest(TEST);
    assertThat(forwardScore().precision().at1()).isCloseTo(42.0, within(0.1));
    assertThat(workbench.previousAnswerProperty().get()).isNull();
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1039);
    workbench.addAnchor(Draft.accepted("river", "ගඟ", "edit"));
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1040);
    assertThat(workbench.notices().getLast().kind()).isEqualTo(Notice.Kind.INFO);
    assertThat(workbench.notices().getLast().text()).contains("anchors.test.tsv", "358");
  }

  @Test
  void bothAreKeptWithTheProject() {
    openPairWithAnchors();
    workbench.settings().setTest(TEST);
    workbench.settings().setWeighting(Property.LEMMAS_ROOT);
    int pairs = workbench.project().test().size();
    double at1 = forwardScore().precision().at1();
    Path own = workbench.project().workspace().folder();
    stop();
    start();
    workbench.openProject(own);
    assertThat(workbench.project().test()).hasSize(pairs);
    assertThat(workbench.settings().weightingProperty().get()).isEqualTo(Property.LEMMAS_ROOT);
    assertThat(forwardScore().precision().at1()).isCloseTo(at1, within(0.1));
  }

  @Test
  void theWeightingThatIsThereIsNotAnsweredAgain() {
    workbench.openSample();
    LiveLoop.Answer answer = workbench.answerProperty().get();
    workbench.settings().setWeighting(Property.EQUAL);
    assertThat(workbench.answerProperty().get()).isSameAs(answer);
    assertThat(workbench.notices()).isEmpty();
  }

  @Test
  void aTestDictionaryOfOneColumnIsToldAndChangesNothing() throws IOException {
    openPairWithAnchors();
    workbench.settings().setTest(TEST);
    workbench.notices().clear();
    OpenProject open = workbench.project();
    LiveLoop.Answer answer = workbench.answerProperty().get();
    workbench.settings().setTest(Files.writeString(folder.resolve("one.txt"), "river\nwater\n"));
    assertThat(workbench.notices()).hasSize(1);
    assertThat(workbench.notices().getFirst().kind()).isEqualTo(Notice.Kind.ERROR);
    assertThat(workbench.notices().getFirst().text()).contains("one.txt", "one column");
    assertThat(workbench.project()).isSameAs(open);
    assertThat(workbench.answerProperty().get()).isSameAs(answer);
    assertThat(open.workspace().test()).isEqualTo(TEST.toAbsolutePath());
  }

  @Test
  void aProjectOpenedForReadingKeepsItsTestDictionary() {
    workbench.openSample();
    Workbench second = SampleWorkbench.open(folder);
    OpenProject open = second.project();
    second.notices().clear();
    second.settings().setTest(SAMPLE.resolve("anchors.train.tsv"));
    assertThat(second.notices()).hasSize(1);
    assertThat(second.notices().getFirst().kind()).isEqualTo(Notice.Kind.ERROR);
    assertThat(second.project()).isSameAs(open);
    second.close();
  }
}
