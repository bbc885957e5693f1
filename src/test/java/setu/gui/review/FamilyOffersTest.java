package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import setu.core.align.ReviewCard;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.WordPair;

/** The inflections of a pair just accepted, judged as one group. */
class FamilyOffersTest extends SampleReview {
  /** Accepts suggestions until one has inflections to offer. */
  private FamilyOffers.Offer offer() {
    while (model.families().offerProperty().get() == null) {
      model.accept();
    }
    return Objects.requireNonNull(model.families().offerProperty().get());
  }

  @Test
  void theInflectionsOfAnAcceptedPairAreAcceptedAsOneBatchAndUndoneAsOne() {
    FamilyOffers.Offer offer = offer();
    assertThat(offer.family().lemma()).isEqualTo(last().pair());
    assertThat(offer.card().pair()).isEqualTo(last().pair());
    ReviewCard under = card();
    AnchorSet before = workbench.anchorsProperty().get();
    int members = offer.family().members().size();
    long accepted = model.session().count(AnchorStatus.ACCEPTED);

    model.families().toggle();
    assertThat(model.families().openProperty().get()).isTrue();
    model.families().judge(AnchorStatus.ACCEPTED);
    assertThat(workbench.anchorsProperty().get().anchors())
        .hasSize(before.anchors().size() + members);
    assertThat(last().status()).isEqualTo(AnchorStatus.ACCEPTED);
    assertThat(last().origin()).isEqualTo("inflection");
    assertThat(last().tags()).containsExactly("inflection-of:" + offer.family().lemma().source());
    assertThat(last().pair()).isEqualTo(offer.family().members().getLast().pair());
    assertThat(card()).as("the card under review stays").isEqualTo(under);
    assertThat(model.families().openProperty().get()).isFalse();
    assertThat(model.families().offerProperty().get()).isNotEqualTo(offer);
    assertThat(model.session().count(AnchorStatus.ACCEPTED)).isEqualTo(accepted + members);

    model.undo();
    assertThat(workbench.anchorsProperty().get().anchors()).isEqualTo(before.anchors());
    assertThat(model.families().offerProperty().get()).isEqualTo(offer);
    assertThat(card()).isEqualTo(under);
    model.undo();
    assertThat(card().pair()).isEqualTo(offer.card().pair());
    assertThat(model.families().offerProperty().get()).as("goes with its pair").isNull();
  }

  @Test
  void membersStruckOutAreNeitherAcceptedNorRefused() {
    FamilyOffers.Offer offer = offer();
    while (offer.family().members().size() < 2) {
      model.families().judge(AnchorStatus.REJECTED);
      offer = offer();
    }
    WordPair out = offer.family().members().getFirst().pair();
    int before = workbench.anchorsProperty().get().anchors().size();
    model.families().strike(1);
    model.families().strike(2);
    model.families().strike(2);
    model.families().strike(9_000);
    assertThat(model.families().struck()).containsExactly(out);
    model.families().judge(AnchorStatus.REJECTED);
    List<Anchor> anchors = workbench.anchorsProperty().get().anchors();
    List<Anchor> added = anchors.subList(before, anchors.size());
    assertThat(added)
        .hasSize(offer.family().members().size() - 1)
        .allMatch(anchor -> anchor.status() == AnchorStatus.REJECTED)
        .noneMatch(anchor -> anchor.pair().equals(out));
    assertThat(model.families().struck()).isEmpty();
  }
}
