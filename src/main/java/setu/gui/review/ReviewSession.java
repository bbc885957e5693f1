package setu.gui.review;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import setu.core.align.AnchorAudit;
import setu.core.align.ErrorRate;
import setu.core.anchor.AnchorStatus;
import setu.core.evaluate.LiveLoop;
import setu.core.evaluate.TranslationScore.Direction;
import setu.gui.common.OpenProject;
import setu.gui.common.Workbench;

/** What was judged since a project was opened, and what that came to. */
final class ReviewSession {
  /** What is judged within less is nobody's pace: ten seconds. */
  private static final double SHORTEST_PACE_MINUTES = 1.0 / 6;

  private final Workbench workbench;
  private final SampleModel sample;
  private final ObservableList<Judged> trail = FXCollections.observableArrayList();
  private double precisionAtStart = Double.NaN;

  ReviewSession(Workbench workbench, SampleModel sample) {
    this.workbench = workbench;
    this.sample = sample;
  }

  /** Forgets all, for another project. */
  void restart() {
    trail.clear();
    precisionAtStart = Double.NaN;
  }

  /** The first score there is, is the one it begins with. */
  void answered() {
    if (Double.isNaN(precisionAtStart)) {
      precisionAtStart = precision();
    }
  }

  /** Cards judged, newest first. */
  ObservableList<Judged> trail() {
    return trail;
  }

  /** Judgements a minute since the first one of the session; NaN before it says anything. */
  double pace() {
    if (trail.size() < 2) {
      return Double.NaN;
    }
    double minutes = (trail.getFirst().nanos() - trail.getLast().nanos()) / 6e10;
    return minutes < SHORTEST_PACE_MINUTES ? Double.NaN : (trail.size() - 1) / minutes;
  }

  /** How many pairs of the session got a verdict. */
  long count(AnchorStatus verdict) {
    return trail.stream()
        .filter(judged -> judged.verdict() == verdict)
        .mapToLong(Judged::pairs)
        .sum();
  }

  /** Of the audited cards judged, those where the person and the audit say the same. */
  ErrorRate disagreement() {
    int judged = 0;
    int differing = 0;
    for (Judged each : trail) {
      AnchorAudit.Audited audited = each.card().audited();
      if (audited != null && each.group() == null && each.verdict() != AnchorStatus.UNSURE) {
        judged++;
        differing += each.wrong() == audited.suspect() ? 0 : 1;
      }
    }
    return new ErrorRate(differing, judged);
  }

  /** Errors among the pairs of the sampled check, in whichever session they were judged. */
  ErrorRate sampled() {
    return sample.errors();
  }

  /** P@1 under CSLS when the session began, per cent; NaN without a score. */
  double precisionAtStart() {
    return precisionAtStart;
  }

  /** P@1 under CSLS now, per cent; NaN without a score. */
  double precision() {
    LiveLoop.Answer answer = workbench.answerProperty().get();
    OpenProject open = workbench.project();
    boolean tested = open != null && !open.test().isEmpty();
    return answer == null || !tested
        ? Double.NaN
        : answer.score(Direction.FORWARD, "csls").precision().at1();
  }
}
