package setu.gui.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import setu.core.neighbor.NeighborSearches;
import setu.gui.anchors.AnchorsView;
import setu.gui.common.FirstVisit;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.gui.encoder.EncoderView;
import setu.gui.map.MapView;
import setu.gui.review.ReviewParts;
import setu.gui.review.ReviewView;
import setu.gui.review.ReviewViewModel;
import setu.gui.scorecard.BenchmarkViewModel;
import setu.gui.scorecard.ScorecardView;
import setu.message.Messages;

/** The places that the rail leads to. All but the map and the anchors are made when visited. */
final class Places {
  private final Workbench workbench;
  private final Rail rail;
  private final MapView map;
  private final AnchorsView anchors;
  private final FirstVisit<ReviewView> review;
  private final FirstVisit<ScorecardView> scores;
  private final FirstVisit<EncoderView> encoder;
  private @Nullable ReviewViewModel reviewed;
  private @Nullable BenchmarkViewModel benchmarked;

  /** What the places not visited yet are still to be made of. */
  private Iterator<Runnable> unmade;

  /** Whether the next of it waits for its turn. */
  private boolean making;

  /** The places of a window, in one language. */
  Places(Workbench workbench, Messages messages, Rail rail) {
    this.workbench = workbench;
    this.rail = rail;
    this.map = new MapView(workbench, messages);
    this.anchors = new AnchorsView(workbench, messages);
    ReviewParts parts = new ReviewParts(workbench, messages, this::reviewModel);
    this.review = new FirstVisit<>(parts::view);
    this.scores =
        new FirstVisit<>(
            () ->
                new ScorecardView(
                    workbench,
                    messages,
                    benchmark(),
                    () -> open(Rail.Place.MAP),
                    () -> open(Rail.Place.ANCHORS)));
    this.encoder = new FirstVisit<>(() -> new EncoderView(workbench, messages));
    List<Runnable> ahead = new ArrayList<>(parts.steps());
    ahead.addAll(List.of(review::ahead, scores::ahead, () -> scores.ahead().makeOpen()));
    this.unmade = ahead.iterator();
  }

  private BenchmarkViewModel benchmark() {
    BenchmarkViewModel made = benchmarked == null ? new BenchmarkViewModel(workbench) : benchmarked;
    benchmarked = made;
    return made;
  }

  private ReviewViewModel reviewModel() {
    ReviewViewModel made =
        reviewed == null ? new ReviewViewModel(workbench, NeighborSearches.best()) : reviewed;
    reviewed = made;
    return made;
  }

  MapView map() {
    return map;
  }

  AnchorsView anchors() {
    return anchors;
  }

  ReviewView review() {
    return review.view();
  }

  ScorecardView scores() {
    return scores.view();
  }

  /** Brings a place to the middle. */
  void open(Rail.Place place) {
    rail.placeProperty().set(place);
  }

  /** Whether a place is the open one. */
  boolean isOpen(Rail.Place place) {
    return rail.placeProperty().get() == place;
  }

  /** What a place shows in the middle of the window. */
  Node middle(Rail.Place place) {
    return switch (place) {
      case MAP, ENCODER -> map.node();
      case ANCHORS -> anchors.node();
      case REVIEW -> review.view().node();
      case SCORES -> scores.view().node();
    };
  }

  /** What a place shows below the middle; null for nothing. */
  @Nullable Node below(Rail.Place place) {
    return switch (place) {
      case MAP -> anchors.node();
      case ENCODER -> encoder.view().node();
      default -> null;
    };
  }

  /** Puts the keyboard into the open place. */
  void focus() {
    switch (rail.placeProperty().get()) {
      case MAP -> map.node().requestFocus();
      case ANCHORS -> anchors.focus();
      case REVIEW -> review.view().focus();
      case SCORES -> scores.view().focus();
      case ENCODER -> encoder.view().focus();
    }
  }

  /** Takes the last edit back: in Review the last judgement. */
  void undo() {
    if (isOpen(Rail.Place.REVIEW)) {
      review.view().undo();
    } else {
      workbench.undo();
    }
  }

  /** Makes the edit, or in Review the judgement, again that was taken back last. */
  void redo() {
    if (isOpen(Rail.Place.REVIEW)) {
      review.view().redo();
    } else {
      workbench.redo();
    }
  }

  /**
   * Makes what Review and Scores are made of before their first visit: short tasks, one at a time,
   * each when nothing else is under way, or a second after the one before.
   */
  void makeAhead() {
    if (!making && unmade.hasNext()) {
      making = true;
      workbench.tasks().whenIdle(this::makeNext);
    }
  }

  private void makeNext() {
    making = false;
    if (unmade.hasNext()) {
      unmade.next().run();
      makeAhead();
    }
  }

  /** Whether all of them are made. */
  boolean areMadeAhead() {
    return !unmade.hasNext();
  }

  /**
   * Goes on where the places of a window in another language were: the open one, the layout of the
   * map, the table as it was narrowed, sorted and scrolled, the session of judgements and what is
   * half typed in it, the benchmark, the tab of the scores, the text in the encoder. The others are
   * of no use afterwards, and are still to be disposed of.
   */
  void takeOver(Places other) {
    map.takeOver(other.map);
    anchors.takeOver(other.anchors);
    if (other.review.isVisited()) {
      reviewed = other.review.view().leave();
      other.reviewed = null;
      review.view().takeOver(other.review.view());
    }
    if (other.scores.isVisited()) {
      benchmarked = other.benchmark();
      other.benchmarked = null;
      scores.view().reopen(other.scores.view().tab());
    }
    if (other.encoder.isVisited()) {
      encoder.view().takeOver(other.encoder.view());
    }
    rail.placeProperty().set(other.rail.placeProperty().get());
    anchors.goOnAt(other.anchors);
  }

  /** Stops following the workbench. */
  void dispose() {
    unmade = Collections.emptyIterator();
    List.of(map, anchors).forEach(View::dispose);
    List.of(review, scores, encoder).forEach(FirstVisit::dispose);
    if (reviewed != null) {
      reviewed.dispose();
    }
    if (benchmarked != null) {
      benchmarked.dispose();
    }
  }
}
