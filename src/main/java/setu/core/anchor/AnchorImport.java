package setu.core.anchor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.PlannedRow.Fate;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Brings a dictionary file into a project as one batch. A new pair is taken; one that is there
 * already is merged, filling in what was not said; one that says otherwise is a conflict and
 * changes nothing, or stands beside as a candidate for the queue of conflicts. A source word has
 * one preferred translation: that of the latest row that says so.
 */
public final class AnchorImport {
  /** The tag of a candidate that says otherwise than the anchor it stands beside. */
  public static final String CONFLICT = "import:conflict";

  /** What such a tag begins with that names the status a row has: {@code says:rejected}. */
  public static final String SAYS = "says:";

  /** Whether rows in conflict are only told of, or stand beside as candidates as well. */
  public enum Conflicting {
    /** They change nothing. */
    TOLD,
    /** They stand beside as candidates tagged {@link #CONFLICT}, once each. */
    QUEUED
  }

  /**
   * An import that was looked at and not made yet.
   *
   * @param taken edits of the rows that are not in conflict
   * @param beside candidates that say what the rows in conflict say
   * @param report what would become of the rows
   * @param rows the same row by row, in file order
   */
  public record Plan(List<Edit> taken, List<Edit> beside, Report report, List<PlannedRow> rows) {
    /** What is to be applied as one batch. */
    public List<Edit> edits(Conflicting conflicting) {
      return conflicting == Conflicting.TOLD
          ? taken
          : Stream.concat(taken.stream(), beside.stream()).toList();
    }
  }

  /**
   * What became of the rows: {@code read = taken + merged + conflicts + refused}.
   *
   * @param read rows of the file
   * @param taken new pairs
   * @param merged pairs that were there, in the project or further up in the file
   * @param cautions rows that were not refused, with signs around a word that cleaning takes off
   */
  public record Report(
      int read,
      int taken,
      int merged,
      List<Conflict> conflicts,
      List<RefusedLine> refused,
      List<Caution> cautions) {}

  /** A row to be cleaned, such as {@code (water)}. */
  public record Caution(long line, String source, String target) {}

  /**
   * A row that says otherwise than the project.
   *
   * @param field {@code status}, {@code pos}, {@code category}, {@code note} or {@code comment}
   * @param here what the project says
   * @param there what the file says
   */
  public record Conflict(
      long line, String source, String target, String field, String here, String there) {}

  /** What the project, and the rows so far, say of one pair. */
  private static final class Said {
    private final @Nullable Anchor anchor;
    private Draft draft;

    Said(@Nullable Anchor anchor, Draft draft) {
      this.anchor = anchor;
      this.draft = draft;
    }
  }

  private final Map<WordPair, Said> said = new LinkedHashMap<>();
  private final List<Said> repeated = new ArrayList<>();

  /** What stands beside already, and is not repeated. */
  private final Set<Draft> stand = new HashSet<>();

  private final List<Draft> beside = new ArrayList<>();
  private final List<PlannedRow> rows = new ArrayList<>();
  private final Map<String, List<Said>> preferred = new HashMap<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final List<Caution> cautions = new ArrayList<>();
  private boolean firstStands;
  private int taken;
  private int merged;

  private AnchorImport(List<Anchor> anchors) {
    for (Anchor anchor : anchors) {
      Said each = new Said(anchor, Draft.of(anchor));
      if (said.putIfAbsent(new WordPair(anchor.source(), anchor.target()), each) != null) {
        repeated.add(each);
        stand.add(each.draft);
      }
      if (anchor.preferred()) {
        preferred.computeIfAbsent(anchor.source(), source -> new ArrayList<>(1)).add(each);
      }
    }
  }

  /**
   * Imports the rows.
   *
   * @param status of the rows that say none
   * @param origin where the pairs come from, such as the file's name
   */
  public static Report into(
      AnchorHistory history, DictionaryImport rows, AnchorStatus status, String origin) {
    return into(history, rows, status, origin, Progress.NONE, Cancellation.none());
  }

  /** The same, telling how far it is; a cancelled one has imported nothing. */
  public static Report into(
      AnchorHistory history,
      DictionaryImport rows,
      AnchorStatus status,
      String origin,
      Progress progress,
      Cancellation cancellation) {
    Plan plan = plan(history.current(), rows, status, origin, progress, cancellation);
    history.apply(EditName.importOf(origin), plan.edits(Conflicting.TOLD));
    return plan.report();
  }

  /** Looks at what an import would do; nothing is changed. */
  public static Plan plan(
      AnchorSet now,
      DictionaryImport rows,
      AnchorStatus status,
      String origin,
      Progress progress,
      Cancellation cancellation) {
    AnchorImport incoming = new AnchorImport(now.anchors());
    progress.begin(Phase.IMPORT, rows.entries().size());
    for (DictionaryEntry entry : rows.entries()) {
      cancellation.check();
      incoming.row(entry, status, origin);
      progress.advance(1);
    }
    for (RefusedLine refused : rows.refused()) {
      incoming.rows.add(PlannedRow.refused(refused));
    }
    incoming.rows.sort(Comparator.comparingLong(PlannedRow::line));
    Plan plan =
        new Plan(
            incoming.edits(),
            incoming.beside.stream().map(draft -> (Edit) new Edit.Add(draft)).toList(),
            incoming.report(rows.read(), rows.refused()),
            List.copyOf(incoming.rows));
    cancellation.check();
    return plan;
  }

  /**
   * The union of two dictionaries; where they say otherwise of a pair the first is kept and the
   * second's row is a conflict; the first's preferred translation of a word stays. A row that says
   * no status is accepted.
   *
   * @param drafts in order of the first, then of the second
   * @param first what became of the first's rows
   * @param second what became of the second's
   */
  public record Union(List<Draft> drafts, Report first, Report second) {}

  /** Unites two dictionaries, each with the name its pairs get as their origin. */
  public static Union union(
      DictionaryImport first, String firstName, DictionaryImport second, String secondName) {
    AnchorImport union = new AnchorImport(List.of());
    first.entries().forEach(entry -> union.row(entry, AnchorStatus.ACCEPTED, firstName));
    Report ofFirst = union.report(first.read(), first.refused());
    union.firstStands = true;
    union.taken = 0;
    union.merged = 0;
    union.conflicts.clear();
    union.cautions.clear();
    second.entries().forEach(entry -> union.row(entry, AnchorStatus.ACCEPTED, secondName));
    Report ofSecond = union.report(second.read(), second.refused());
    return new Union(
        union.said.values().stream().map(said -> said.draft).toList(), ofFirst, ofSecond);
  }

  private Report report(int read, List<RefusedLine> refused) {
    return new Report(read, taken, merged, List.copyOf(conflicts), refused, List.copyOf(cautions));
  }

  private void row(DictionaryEntry entry, AnchorStatus status, String origin) {
    if (entry.needsCleaning()) {
      cautions.add(new Caution(entry.line(), entry.source(), entry.target()));
    }
    Said known = said.get(entry.pair());
    if (known == null) {
      AnchorStatus own = Objects.requireNonNullElse(entry.status(), status);
      Said fresh =
          new Said(
              null,
              new Draft(
                  entry.source(),
                  entry.target(),
                  own,
                  entry.pos(),
                  entry.category(),
                  entry.note(),
                  entry.comment(),
                  entry.tags(),
                  false,
                  origin));
      said.put(entry.pair(), fresh);
      if (entry.preferred()) {
        prefer(fresh);
      }
      taken++;
      rows.add(PlannedRow.pair(Fate.TAKEN, entry.line(), null, fresh.draft));
      return;
    }
    Draft draft = known.draft;
    Conflict conflict = conflict(entry, draft, status);
    if (conflict != null) {
      conflicts.add(conflict);
      beside(entry, conflict, origin);
      rows.add(PlannedRow.pair(Fate.CONFLICT, entry.line(), draft, followed(draft, entry, status)));
      return;
    }
    known.draft =
        draft
            .described(
                filled(draft.pos(), entry.pos()),
                filled(draft.category(), entry.category()),
                filled(draft.note(), entry.note()))
            .withComment(filled(draft.comment(), entry.comment()))
            .withTags(
                Stream.concat(draft.tags().stream(), entry.tags().stream()).distinct().toList());
    if (entry.preferred() && !draft.preferred()) {
      prefer(known);
    }
    merged++;
    rows.add(PlannedRow.pair(Fate.MERGED, entry.line(), draft, known.draft));
  }

  /** What would be said of a pair if all that a row says of it were followed. */
  private static Draft followed(Draft draft, DictionaryEntry entry, AnchorStatus unsaid) {
    return draft
        .withStatus(status(entry, draft, unsaid))
        .described(
            filled(entry.pos(), draft.pos()),
            filled(entry.category(), draft.category()),
            filled(entry.note(), draft.note()))
        .withComment(filled(entry.comment(), draft.comment()));
  }

  /**
   * The status a row gives a pair: one that says none accepts what was rejected, unless such rows
   * come in as candidates, which say nothing of a pair that is there.
   */
  private static AnchorStatus status(DictionaryEntry entry, Draft draft, AnchorStatus unsaid) {
    boolean accepts = draft.status() == AnchorStatus.REJECTED && unsaid == AnchorStatus.ACCEPTED;
    return Objects.requireNonNullElse(
        entry.status(), accepts ? AnchorStatus.ACCEPTED : draft.status());
  }

  /** What a row in conflict says, as a candidate: no mapping is made with it. */
  private void beside(DictionaryEntry entry, Conflict conflict, String origin) {
    List<String> tags = new ArrayList<>(entry.tags());
    tags.add(CONFLICT);
    if (conflict.field().equals("status")) {
      tags.add(SAYS + conflict.there());
    }
    Draft draft =
        new Draft(
            entry.source(),
            entry.target(),
            AnchorStatus.CANDIDATE,
            entry.pos(),
            entry.category(),
            entry.note(),
            entry.comment(),
            tags.stream().distinct().toList(),
            false,
            origin);
    if (stand.add(draft)) {
      beside.add(draft);
    }
  }

  /** What an anchor's row said of it where it stands beside as a conflict, else its status. */
  public static AnchorStatus says(Anchor anchor) {
    for (String tag : anchor.tags()) {
      AnchorStatus said =
          tag.startsWith(SAYS) ? AnchorStatus.named(tag.substring(SAYS.length())) : null;
      if (said != null) {
        return said;
      }
    }
    return anchor.status();
  }

  /** Prefers a pair to the others of its source word. */
  private void prefer(Said wanted) {
    String source = wanted.draft.source();
    if (firstStands && preferred.containsKey(source)) {
      return;
    }
    List<Said> before = preferred.put(source, List.of(wanted));
    if (before != null) {
      before.forEach(each -> each.draft = each.draft.withPreferred(false));
    }
    wanted.draft = wanted.draft.withPreferred(true);
  }

  private static @Nullable Conflict conflict(
      DictionaryEntry entry, Draft draft, AnchorStatus unsaid) {
    AnchorStatus there = status(entry, draft, unsaid);
    if (there != draft.status()) {
      return conflict(entry, "status", draft.status().key(), there.key());
    }
    if (differs(draft.pos(), entry.pos())) {
      return conflict(entry, "pos", draft.pos(), entry.pos());
    }
    if (differs(draft.category(), entry.category())) {
      return conflict(entry, "category", draft.category(), entry.category());
    }
    if (differs(draft.note(), entry.note())) {
      return conflict(entry, "note", draft.note(), entry.note());
    }
    if (differs(draft.comment(), entry.comment())) {
      return conflict(entry, "comment", draft.comment(), entry.comment());
    }
    return null;
  }

  private static Conflict conflict(DictionaryEntry entry, String field, String here, String there) {
    return new Conflict(entry.line(), entry.source(), entry.target(), field, here, there);
  }

  /** Whether both say something, and not the same. */
  static boolean differs(String here, String there) {
    return !here.isEmpty() && !there.isEmpty() && !here.equals(there);
  }

  /** What is said here, or there where nothing is here. */
  static String filled(String here, String there) {
    return here.isEmpty() ? there : here;
  }

  private List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    for (Said each : Stream.concat(said.values().stream(), repeated.stream()).toList()) {
      if (each.anchor == null) {
        edits.add(new Edit.Add(each.draft));
      } else if (!each.draft.equals(Draft.of(each.anchor))) {
        edits.add(new Edit.Change(each.anchor.id(), each.draft));
      }
    }
    return edits;
  }
}
