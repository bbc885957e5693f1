package setu.core.anchor;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The living dictionary of a project: every change is an event in the journal before it is seen
 * here; undo and redo append compensating events. Not thread-safe: one owner, one thread.
 *
 * <p>Every edit throws {@link setu.core.fault.ProjectFault} where the project is open to read only
 * and {@link setu.core.fault.FileFault} where the disk refuses it; nothing has changed then.
 */
public final class AnchorHistory implements Closeable {
  private AnchorFold fold = new AnchorFold();
  private final AnchorJournal journal;
  private final SnapshotWriter snapshots;
  private String author;
  private final InstantSource clock;
  private final List<Consumer<AnchorSet>> listeners = new ArrayList<>();
  private @Nullable AnchorSet current;

  private AnchorHistory(Path file, String author, InstantSource clock, boolean writable) {
    this.author = author;
    this.clock = clock;
    this.journal =
        writable
            ? AnchorJournal.open(file, new Folding())
            : AnchorJournal.openReadOnly(file, new Folding());
    this.snapshots = new SnapshotWriter(journal);
  }

  private final class Folding implements AnchorJournal.EventSink {
    @Override
    public void accept(AnchorEvent event) {
      fold.accept(event);
    }

    @Override
    public void restart() {
      fold = new AnchorFold();
    }
  }

  /**
   * Opens the history of a journal, made if it is missing, for a writer who holds the project.
   *
   * @param author signs the events made from now on
   * @throws setu.core.fault.ProjectFault if the journal is damaged
   */
  public static AnchorHistory open(Path journal, String author, InstantSource clock) {
    return new AnchorHistory(journal, author, clock, true);
  }

  /** Opens the history of a journal to read only; a missing journal is an empty one. */
  public static AnchorHistory openReadOnly(Path journal) {
    return new AnchorHistory(journal, "", InstantSource.system(), false);
  }

  /** Signs the events made from now on by another name. */
  public void signAs(String name) {
    author = name;
  }

  /** The dictionary now. */
  public AnchorSet current() {
    AnchorSet set = current;
    if (set == null) {
      set = fold.set();
      current = set;
    }
    return set;
  }

  /** The dictionary after a number of events; now where there are not so many. */
  public AnchorSet at(long revision) {
    if (revision >= fold.events().size()) {
      return current();
    }
    AnchorFold past = new AnchorFold();
    fold.events().subList(0, Math.toIntExact(Math.max(0, revision))).forEach(past::accept);
    return past.set();
  }

  /** Adds pairs as one batch, undone as one; returns them with their ids. */
  public List<Anchor> add(List<Draft> drafts) {
    long first = fold.nextAnchor();
    apply(drafts.stream().map(draft -> (Edit) new Edit.Add(draft)).toList());
    List<Anchor> added = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      added.add(known(first + i));
    }
    return added;
  }

  /** Replaces what is said of one anchor; nothing is written if that is what was said. */
  public Anchor change(long id, Draft draft) {
    apply(List.of(new Edit.Change(id, draft)));
    return known(id);
  }

  /** Removes anchors as one batch; the journal keeps them. */
  public void remove(List<Long> ids) {
    apply(ids.stream().map(id -> (Edit) new Edit.Remove(id)).toList());
  }

  /**
   * Makes several changes as one batch, undone as one. An anchor is changed or removed once in a
   * batch; changes to what is said already are left out. Nothing enters without an origin, and no
   * change takes it away.
   *
   * @throws IllegalArgumentException for an unknown id, one named twice, a blank word, or a new
   *     pair without an origin
   */
  public AnchorSet apply(List<Edit> edits) {
    return apply(EditName.BY_HAND, edits);
  }

  /** Makes several changes as one batch of that name, in the same way. */
  public AnchorSet apply(EditName name, List<Edit> edits) {
    List<Edit> effective = new ArrayList<>();
    Set<Long> named = new HashSet<>();
    for (Edit each : edits) {
      Edit edit = each instanceof Edit.Change change ? withOrigin(change) : each;
      if (isEffective(edit, named)) {
        effective.add(edit);
      }
    }
    List<AnchorEvent> events = new ArrayList<>();
    long anchor = fold.nextAnchor();
    for (Edit edit : effective) {
      int place = events.size();
      int of = effective.size();
      events.add(
          switch (edit) {
            case Edit.Add add ->
                new AnchorEvent.Added(stamp(place, of, add.author(), name), anchor++, add.draft());
            case Edit.Change change ->
                new AnchorEvent.Changed(
                    stamp(place, of, change.author(), name), change.id(), change.draft());
            case Edit.Remove remove ->
                new AnchorEvent.Removed(stamp(place, of, "", name), remove.id());
          });
    }
    return commit(events);
  }

  private Edit withOrigin(Edit.Change change) {
    Draft draft = change.draft();
    return draft.origin().isBlank()
        ? new Edit.Change(
            change.id(), draft.withOrigin(known(change.id()).origin()), change.author())
        : change;
  }

  private boolean isEffective(Edit edit, Set<Long> named) {
    return switch (edit) {
      case Edit.Add add -> isFit(add.draft()) && hasOrigin(add.draft());
      case Edit.Change change ->
          isFirst(change.id(), named)
              && isFit(change.draft())
              && !change.draft().equals(Draft.of(known(change.id())));
      case Edit.Remove remove -> isFirst(remove.id(), named) && known(remove.id()).id() > 0;
    };
  }

  private static boolean isFirst(long id, Set<Long> named) {
    if (!named.add(id)) {
      throw new IllegalArgumentException("twice in a batch: " + id);
    }
    return true;
  }

  private static boolean isFit(Draft draft) {
    if (draft.source().isBlank() || draft.target().isBlank()) {
      throw new IllegalArgumentException("a blank word: " + draft);
    }
    return true;
  }

  private static boolean hasOrigin(Draft draft) {
    if (draft.origin().isBlank()) {
      throw new IllegalArgumentException("no origin: " + draft);
    }
    return true;
  }

  private Anchor known(long id) {
    Anchor anchor = fold.anchor(id);
    if (anchor == null) {
      throw new IllegalArgumentException("no anchor " + id);
    }
    return anchor;
  }

  private AnchorEvent.Stamp stamp() {
    return stamp(0, 1, "", EditName.BY_HAND);
  }

  private AnchorEvent.Stamp stamp(int place, int of, String said, EditName name) {
    Instant time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new AnchorEvent.Stamp(
        fold.events().size() + 1L + place,
        fold.nextBatch(),
        of,
        time,
        said.isEmpty() ? author : said,
        place == 0 ? name : EditName.BY_HAND);
  }

  private AnchorSet commit(List<AnchorEvent> events) {
    if (!events.isEmpty()) {
      AnchorSet before = current();
      journal.append(events);
      events.forEach(fold::accept);
      snapshots.edited(fold.events());
      AnchorSet set = fold.set(before);
      current = set;
      for (Consumer<AnchorSet> listener : List.copyOf(listeners)) {
        listener.accept(set);
      }
    }
    return current();
  }

  /** Whether a batch can be undone. */
  public boolean canUndo() {
    return journal.writable() && fold.undoable() > 0;
  }

  /** Whether an undone batch can be done again. */
  public boolean canRedo() {
    return journal.writable() && fold.redoable() > 0;
  }

  /**
   * Takes the last batch back.
   *
   * @throws IllegalStateException if there is none
   */
  public AnchorSet undo() {
    if (fold.undoable() == 0) {
      throw new IllegalStateException("nothing to undo");
    }
    return commit(List.of(new AnchorEvent.Undone(stamp(), fold.undoable())));
  }

  /**
   * Does the batch undone last again.
   *
   * @throws IllegalStateException if there is none
   */
  public AnchorSet redo() {
    if (fold.redoable() == 0) {
      throw new IllegalStateException("nothing to redo");
    }
    return commit(List.of(new AnchorEvent.Redone(stamp(), fold.redoable())));
  }

  /**
   * Says of one anchor again what was said of it right after an event; removes it if it was not
   * there then, brings it back if it was. Other anchors stay as they are.
   */
  public AnchorSet revert(long id, long event) {
    Draft then = draftAfter(id, event);
    Anchor now = fold.anchor(id);
    if (then == null) {
      return now == null ? current() : apply(List.of(new Edit.Remove(id)));
    }
    return now == null
        ? commit(List.of(new AnchorEvent.Added(stamp(), id, then)))
        : apply(List.of(new Edit.Change(id, then)));
  }

  /**
   * Says of one anchor again what was said of it at a moment: {@link #revert(long, long)} to the
   * last event made until then.
   */
  public AnchorSet revert(long id, Instant moment) {
    // A clock may have been set back, or be another machine's: times need not ascend.
    long last = 0;
    for (AnchorEvent event : fold.events()) {
      last = event.time().isAfter(moment) ? last : event.id();
    }
    return revert(id, last);
  }

  /** The batch that undo takes back; 0 if there is none. */
  public long undoable() {
    return fold.undoable();
  }

  /** The batch that redo does again; 0 if there is none. */
  public long redoable() {
    return fold.redoable();
  }

  /** How many changes a batch was made of. */
  public int changes(long batch) {
    return (int) fold.events().stream().filter(event -> event.batch() == batch).count();
  }

  /** What a batch was called when it was made; an edit by hand where it has no name. */
  public EditName name(long batch) {
    return fold.events().stream()
        .filter(event -> event.batch() == batch)
        .findFirst()
        .map(event -> event.stamp().name())
        .orElse(EditName.BY_HAND);
  }

  /** The number of the last batch; 0 if there is none. */
  public long lastBatch() {
    return fold.nextBatch() - 1;
  }

  /**
   * Takes one batch back, out of order: its anchors say again what they said before it, and edits
   * of other anchors stay. Nothing is changed where one of its anchors was edited after it. It is
   * whoever edited an anchor in the batch who says so of it, by whichever name edits are signed
   * now.
   *
   * @throws IllegalArgumentException if there is no batch of that number
   */
  public TakenBack takeBack(long batch) {
    return turn(batch, true);
  }

  /**
   * Does one batch again that was taken back, out of order: its anchors say what it made of them,
   * by whoever said that of each. Nothing is changed where one of them was edited meanwhile.
   *
   * @throws IllegalArgumentException if there is no batch of that number
   */
  public TakenBack doAgain(long batch) {
    return turn(batch, false);
  }

  private TakenBack turn(long batch, boolean back) {
    BatchStates states = BatchStates.of(fold.events(), batch);
    BatchTurn turn = BatchTurn.of(states, fold, back);
    if (turn.steps().isEmpty() && turn.stay().isEmpty()) {
      return TakenBack.ALREADY;
    }
    if (!turn.stay().isEmpty() || turn.there() > 0) {
      return TakenBack.CHANGED_SINCE;
    }
    if (back && fold.undoable() == batch) {
      undo();
    } else if (!back && fold.redoable() == batch) {
      redo();
    } else {
      commit(turn.steps(), states::author, EditName.BY_HAND);
    }
    return TakenBack.DONE;
  }

  /**
   * Says something else of anchors.
   *
   * @param by who says it of each, by its id
   */
  private void commit(List<BatchTurn.Step> steps, LongFunction<String> by, EditName name) {
    List<AnchorEvent> events = new ArrayList<>();
    for (BatchTurn.Step step : steps) {
      AnchorEvent.Stamp stamp = stamp(events.size(), steps.size(), by.apply(step.id()), name);
      Draft then = step.then();
      events.add(
          then == null
              ? new AnchorEvent.Removed(stamp, step.id())
              : step.now() == null
                  ? new AnchorEvent.Added(stamp, step.id(), then)
                  : new AnchorEvent.Changed(stamp, step.id(), then));
    }
    commit(events);
  }

  /**
   * Tells what {@link #takeBackUnedited} would do.
   *
   * @throws IllegalArgumentException if no edit of pairs has that number
   */
  public Returned returning(long batch) {
    return returned(BatchTurn.of(BatchStates.of(fold.events(), batch), fold, true));
  }

  private static Returned returned(BatchTurn turn) {
    return new Returned(turn.steps().size(), turn.stay(), turn.there());
  }

  /**
   * Takes those pairs of a batch back that were not edited after it, whatever came between. That is
   * an edit of its own, which undo takes back; there is none where no pair goes back.
   *
   * @throws IllegalArgumentException if no edit of pairs has that number
   */
  public Returned takeBackUnedited(long batch) {
    BatchTurn turn = BatchTurn.of(BatchStates.of(fold.events(), batch), fold, true);
    commit(turn.steps(), id -> author, EditName.takingBack(batch));
    return returned(turn);
  }

  private @Nullable Draft draftAfter(long id, long event) {
    Anchor then = at(event).get(id);
    return then == null ? null : Draft.of(then);
  }

  /** All events, in order. */
  public List<AnchorEvent> events() {
    return fold.events();
  }

  /** The events that touched an anchor, undone and redone batches included, in order. */
  public List<AnchorEvent> log(long id) {
    List<AnchorEvent> log = new ArrayList<>();
    Set<Long> batches = new HashSet<>();
    for (AnchorEvent event : fold.events()) {
      boolean touches =
          switch (event) {
            case AnchorEvent.Added added -> added.anchor() == id;
            case AnchorEvent.Changed changed -> changed.anchor() == id;
            case AnchorEvent.Removed removed -> removed.anchor() == id;
            case AnchorEvent.Undone back -> batches.contains(back.undoes());
            case AnchorEvent.Redone again -> batches.contains(again.redoes());
          };
      if (touches) {
        batches.add(event.batch());
        log.add(event);
      }
    }
    return log;
  }

  /** The torn line found when the journal was opened; null if there was none. */
  public AnchorJournal.@Nullable Torn torn() {
    return journal.torn();
  }

  /** Whether edits are refused. */
  public boolean readOnly() {
    return !journal.writable();
  }

  /** Told the new dictionary after every batch, on the calling thread. */
  public void onChange(Consumer<AnchorSet> listener) {
    listeners.add(listener);
  }

  /**
   * Closes the journal; nothing needs saving. After many edits a snapshot is left beside it, as it
   * is while they are made, for the next opening to be faster.
   */
  @Override
  public void close() {
    try {
      snapshots.close(fold.events());
    } finally {
      journal.close();
    }
  }

  /** Leaves a snapshot of all events beside the journal; says whether it stands. */
  boolean snapshot() {
    return snapshots.write(journal.snapshot(fold.events()));
  }

  /** How many lines of the journal were parsed on opening. */
  int replayed() {
    return journal.replayed();
  }

  /** How many events came from a snapshot on opening; 0 if none was used. */
  int fromSnapshot() {
    return journal.fromSnapshot();
  }
}
