package setu.gui.review;

import setu.core.align.JudgementModel;
import setu.core.align.PairEvidence;
import setu.core.align.ReviewCard;

/** What the judgements of the project so far say about a card. */
record Advice(ReviewCard card, PairEvidence evidence, JudgementModel model) {
  /** How probably it would be accepted, 0 to 1. */
  double probability() {
    return model.probability(evidence);
  }
}
