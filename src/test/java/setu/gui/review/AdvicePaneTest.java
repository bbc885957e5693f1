package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import setu.core.align.Clue;
import setu.core.align.JudgementModel;
import setu.core.align.JudgementModel.Judgement;
import setu.core.align.JudgementModel.Reason;
import setu.core.align.PairEvidence;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.WordPair;
import setu.core.neighbor.NeighborSearches;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;
import setu.message.Messages;

/** The advice is a probability with its error and its weightiest reasons as bars, and no judge. */
class AdvicePaneTest {
  private static final ReviewCard CARD =
      new ReviewCard(ReviewQueue.SUGGESTED, new WordPair("river", "ගඟ"), 0, 0, null, null);

  @TempDir Path folder;

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  /** Evidence in which the cosine alone differs. */
  private static PairEvidence evidence(double cosine) {
    List<Double> values = new ArrayList<>(Collections.nCopies(PairEvidence.CLUES.size(), 0.0));
    values.set(PairEvidence.CLUES.indexOf(Clue.COSINE), cosine);
    return new PairEvidence(CARD.pair(), values);
  }

  private static Advice advice(List<Judgement> judged, double cosine) {
    return new Advice(CARD, evidence(cosine), JudgementModel.of(judged, 42).orElseThrow());
  }

  private static List<Judgement> judged(boolean byCosine) {
    Random random = new Random(3);
    List<Judgement> judged = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean accepted = i % 2 == 0;
      double cosine = random.nextGaussian() + (byCosine && accepted ? 4 : 0);
      judged.add(new Judgement(evidence(cosine), accepted));
    }
    return judged;
  }

  private static List<Label> labels(AdvicePane pane, String selector) {
    return pane.node().lookupAll(selector).stream()
        .filter(Label.class::isInstance)
        .map(Label.class::cast)
        .toList();
  }

  @Test
  void theReasonsAreBarsOfTheirWeightsForOrAgainst() {
    AdvicePane pane = new AdvicePane(Messages.inEnglish());
    assertThat(pane.node().isVisible()).as("before there is advice").isFalse();
    for (double cosine : new double[] {5, -2}) {
      Advice advice = advice(judged(true), cosine);
      assertThat(advice.model().calibration().useful()).isTrue();
      pane.show(advice);
      assertThat(pane.node().isVisible()).isTrue();
      List<Reason> reasons = advice.model().reasons(advice.evidence());
      Reason heaviest = reasons.getFirst();
      assertThat(heaviest.clue()).isEqualTo(Clue.COSINE);
      assertThat(heaviest.weight() > 0).isEqualTo(cosine > 0);
      List<Node> bars = List.copyOf(pane.node().lookupAll(".advice-bar"));
      assertThat(bars).hasSize(4);
      assertThat(bars)
          .filteredOn(bar -> ((Region) bar).getMinWidth() > 1)
          .singleElement()
          .matches(
              bar -> bar.getStyleClass().contains(cosine > 0 ? "in-favour" : "against"),
              "the side it speaks for");
      assertThat(labels(pane, ".label"))
          .extracting(Label::getText)
          .contains("Cosine", String.format(Locale.ROOT, "%+.1f", heaviest.weight()));
    }
  }

  @Test
  void withoutAModelThatIsBetterThanNoneNoReasonsAreShown() {
    Advice advice = advice(judged(false), 5);
    assertThat(advice.model().calibration().useful()).isFalse();
    AdvicePane pane = new AdvicePane(Messages.inEnglish());
    pane.show(advice);
    assertThat(pane.node().isVisible()).isTrue();
    assertThat(pane.node().lookupAll(".advice-bar")).isEmpty();
  }

  @Test
  void adviceJudgesNothing() {
    try (Workbench workbench = SampleWorkbench.open(folder)) {
      ReviewViewModel model = new ReviewViewModel(workbench, NeighborSearches.best());
      model.setShown(true);
      for (int i = 0; i < JudgementModel.LEAST_OF_EACH; i++) {
        model.reject(null);
      }
      AnchorSet judged = workbench.anchorsProperty().get();
      assertThat(judged.anchors()).hasSize(1039 + JudgementModel.LEAST_OF_EACH);
      for (int i = 0; i < 20; i++) {
        model.next();
      }
      assertThat(model.adviceProperty().get()).isNotNull();
      assertThat(workbench.anchorsProperty().get()).isEqualTo(judged);
      model.dispose();
    }
  }
}
