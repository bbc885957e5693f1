package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import setu.core.align.AnchorAudit;
import setu.core.align.AnchorWeights.Property;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.ScalingCache;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.Shared;
import setu.message.Messages;

/** Suspects are those of the mapping that is shown, with the weights a person chose for it. */
@NullUnmarked
class WeightedSuspectsTest extends SampleReview {
  private List<AnchorAudit.Audited> audit(Property weighting) {
    Shared shared = workbench.sharedProperty().get();
    return AnchorAudit.of(
        shared.unaligned(),
        shared.target(),
        shared.anchors(),
        weighting,
        NeighborSearches.best(),
        ScalingCache.NONE,
        Progress.NONE,
        Cancellation.none());
  }

  @Test
  void suspectsAreThoseOfTheChosenWeights() {
    model.queueProperty().set(ReviewQueue.SUSPECT);
    AnchorAudit.Audited first = card().audited();
    assertThat(first).isEqualTo(audit(Property.EQUAL).getFirst());
    ReviewCard card = card();
    assertThat(model.neighborsProperty().get().card()).isEqualTo(card);

    workbench.settings().setWeighting(Property.LEMMAS);
    // The card at hand stays, told of by the new weights; those after it are of these.
    assertThat(card()).isEqualTo(card);
    ReviewCard told = model.neighborsProperty().get().card();
    assertThat(told.pair()).isEqualTo(card.pair());
    assertThat(told.audited()).isNotEqualTo(first).isIn(audit(Property.LEMMAS));
    CardEvidence evidence = new CardEvidence(workbench, Messages.inEnglish());
    assertThat(evidence.of(model.neighborsProperty().get())).isNotEqualTo(evidence.of(card));
    model.setShown(false);
    model.setShown(true);
    assertThat(model.neighborsProperty().get().card()).as("looked at again").isEqualTo(told);
    model.next();

    AnchorAudit.Audited second = card().audited();
    assertThat(audit(Property.LEMMAS).indexOf(second)).isNotNegative();
    assertThat(audit(Property.EQUAL).indexOf(second)).isNegative();
  }
}
