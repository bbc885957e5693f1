package setu.gui.scorecard;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.LiveLoop;
import setu.core.evaluate.TranslationScore;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.evaluate.TranslationScore.QueryOutcome;
import setu.gui.common.OpenProject;
import setu.gui.common.ScoreChange;
import setu.gui.common.Side;
import setu.gui.common.Workbench;

/** The latest scores, one of them chosen, and the queries behind it. */
public final class ScoresViewModel {
  /** Which queries are listed. */
  public enum Queries {
    /** Every query. */
    ALL,
    /** Those whose first candidate is no gold word. */
    WRONG,
    /** Those the last edit won. */
    GAINED,
    /** Those the last edit lost. */
    LOST,
    /** Those with a word that no vocabulary knows. */
    NOT_COVERED
  }

  private final Workbench workbench;
  private final ObservableList<ScoreChange> scores = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable ScoreChange> chosen = new SimpleObjectProperty<>();
  private final ObjectProperty<Queries> which = new SimpleObjectProperty<>(Queries.WRONG);
  private final Subscription following;
  private final ObservableList<QueryOutcome> queries = FXCollections.observableArrayList();

  /** The scores of a window. */
  public ScoresViewModel(Workbench workbench) {
    this.workbench = workbench;
    following =
        Subscription.combine(
            workbench.answerProperty().subscribe(this::refresh),
            workbench.previousAnswerProperty().subscribe(this::refresh));
    chosen.subscribe(this::list);
    which.subscribe(this::list);
    refresh();
  }

  /** Stops following the workbench. */
  void dispose() {
    following.unsubscribe();
  }

  /** Forward and backward, each retrieval criterion, with what the last edit did. */
  public ObservableList<ScoreChange> scores() {
    return scores;
  }

  /** The score whose queries are listed; null while there is none. */
  public ObjectProperty<@Nullable ScoreChange> chosenProperty() {
    return chosen;
  }

  /** Which of its queries are listed. */
  public ObjectProperty<Queries> whichProperty() {
    return which;
  }

  /** The listed queries, in the order of the test dictionary. */
  public ObservableList<QueryOutcome> queries() {
    return queries;
  }

  /** The side that a score's query words are of. */
  public static Side querySide(ScoreChange change) {
    return change.score().direction() == Direction.FORWARD ? Side.SOURCE : Side.TARGET;
  }

  private void refresh() {
    LiveLoop.Answer answer = workbench.answerProperty().get();
    if (answer == null || !isTested()) {
      scores.clear();
      chosen.set(null);
      return;
    }
    LiveLoop.Answer previous = workbench.previousAnswerProperty().get();
    ScoreChange before = chosen.get();
    List<ScoreChange> next = new ArrayList<>();
    for (TranslationScore score : answer.scores()) {
      next.add(ScoreChange.between(previous, answer, score.direction(), score.retrieval()));
    }
    scores.setAll(next);
    chosen.set(next.stream().filter(c -> sameKind(c, before)).findFirst().orElse(csls(next)));
  }

  /** False where a project is open that has no test pairs: its scores would be of nothing. */
  private boolean isTested() {
    OpenProject open = workbench.project();
    return open == null || !open.test().isEmpty();
  }

  private static @Nullable ScoreChange csls(List<ScoreChange> changes) {
    return changes.stream()
        .filter(c -> c.score().retrieval().equals("csls"))
        .findFirst()
        .orElse(changes.isEmpty() ? null : changes.get(0));
  }

  private static boolean sameKind(ScoreChange a, @Nullable ScoreChange b) {
    return b != null
        && a.score().direction() == b.score().direction()
        && a.score().retrieval().equals(b.score().retrieval());
  }

  private void list() {
    ScoreChange change = chosen.get();
    queries.setAll(change == null ? List.of() : of(change, which.get()));
  }

  /** The queries of one kind behind a score. */
  public static List<QueryOutcome> of(ScoreChange change, Queries which) {
    List<QueryOutcome> all = change.score().queries();
    return switch (which) {
      case ALL -> all;
      case WRONG -> all.stream().filter(q -> q.rank() > 1).toList();
      case GAINED -> change.gained();
      case LOST -> change.lost();
      case NOT_COVERED -> all.stream().filter(q -> q.rank() == 0).toList();
    };
  }
}
