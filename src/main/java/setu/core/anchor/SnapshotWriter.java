package setu.core.anchor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.fault.FileFault;

/**
 * Leaves snapshots beside a journal while it is edited, so that even after a kill few lines are
 * left to be parsed. One at a time is written, in a thread of its own: no edit waits for it.
 *
 * <p>Called by the journal's owner alone.
 */
final class SnapshotWriter {
  /** Events since the last snapshot from which a new one is worth its writing. */
  static final int EVENTS = 2000;

  private final AnchorJournal journal;

  /** Events in the last one that was begun. */
  private int begun;

  /** Events in the last one that stands. */
  private volatile int standing;

  private @Nullable Thread writing;

  /** Follows a journal just opened. */
  SnapshotWriter(AnchorJournal journal) {
    this.journal = journal;
    this.begun = journal.fromSnapshot();
    this.standing = begun;
  }

  /**
   * Begins one where there is enough new.
   *
   * @param events all there are
   */
  void edited(List<AnchorEvent> events) {
    Thread last = writing;
    if (events.size() - begun >= EVENTS && (last == null || !last.isAlive())) {
      JournalSnapshot snapshot = journal.snapshot(events);
      begun = events.size();
      writing = Thread.ofPlatform().daemon().name("setu-snapshot").start(() -> write(snapshot));
    }
  }

  /** Waits for the one being written, and writes a last one where there is enough new. */
  void close(List<AnchorEvent> events) {
    Thread last = writing;
    try {
      if (last != null) {
        last.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (journal.writable() && events.size() - standing >= EVENTS) {
      write(journal.snapshot(events));
    }
  }

  /** Nothing depends on a snapshot: where the disk refuses it there is none, and false is said. */
  boolean write(JournalSnapshot snapshot) {
    try {
      snapshot.write(journal.file());
      standing = snapshot.events().size();
      return true;
    } catch (FileFault e) {
      return false;
    }
  }
}
