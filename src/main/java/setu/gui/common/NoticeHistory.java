package setu.gui.common;

import java.time.LocalTime;
import java.time.ZoneId;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The last sentences that were told, those sent away too, the newest first. */
public final class NoticeHistory {
  private static final int MOST = 200;

  private final ObservableList<Told> told = FXCollections.observableArrayList();
  private final ObservableList<Told> seen = FXCollections.unmodifiableObservableList(told);

  /** A sentence and when it was told. */
  public record Told(LocalTime at, Notice notice) {}

  /** Of all that is told in {@code notices} from now on. */
  NoticeHistory(ObservableList<Notice> notices) {
    notices.addListener(
        (ListChangeListener<Notice>)
            change -> {
              while (change.next()) {
                change.getAddedSubList().forEach(this::add);
              }
            });
  }

  private void add(Notice notice) {
    told.addFirst(new Told(LocalTime.now(ZoneId.systemDefault()), notice));
    if (told.size() > MOST) {
      told.removeLast();
    }
  }

  /** What was told: not to be written. */
  public ObservableList<Told> told() {
    return seen;
  }
}
