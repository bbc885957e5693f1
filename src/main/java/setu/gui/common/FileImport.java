package setu.gui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.AnchorImport;
import setu.core.anchor.AnchorImport.Conflicting;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryImport;
import setu.core.anchor.DictionaryOptions;
import setu.core.anchor.DictionaryOptions.Columns;
import setu.core.anchor.PlannedRow.Fate;
import setu.core.anchor.WordPair;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** What would become of a dictionary file; it is read once for the same columns. */
final class FileImport implements PendingImport.Planner {
  private static final List<Fate> FATES =
      List.of(Fate.TAKEN, Fate.MERGED, Fate.CONFLICT, Fate.REFUSED);

  private final Engine engine;
  private final Path file;
  private final OpenProject open;
  private volatile @Nullable Read read;

  /** What was read by which columns. */
  private record Read(@Nullable Columns columns, DictionaryImport rows) {}

  FileImport(Engine engine, Path file, OpenProject open) {
    this.engine = engine;
    this.file = file;
    this.open = open;
  }

  @Override
  public ImportPreview plan(
      AnchorSet now, @Nullable Columns columns, Progress progress, Cancellation cancellation) {
    DictionaryImport rows = rows(columns, progress, cancellation);
    AnchorImport.Plan plan =
        AnchorImport.plan(
            now,
            rows,
            AnchorStatus.ACCEPTED,
            String.valueOf(file.getFileName()),
            progress,
            cancellation);
    List<WordPair> pairs = rows.pairs();
    FileNotices notices = new FileNotices(engine);
    boolean known = FileNotices.anyKnown(pairs, open);
    return new ImportPreview(
        now,
        plan.rows(),
        ImportPreview.byFate(plan.rows(), FATES),
        plan.edits(Conflicting.TOLD),
        plan.edits(Conflicting.QUEUED),
        known ? "" : engine.text("gui.import.unknown", pairs.size()),
        known ? notices.imported(file, plan.report()) : notices.importedUnknown(file, pairs));
  }

  private DictionaryImport rows(
      @Nullable Columns columns, Progress progress, Cancellation cancellation) {
    Read before = read;
    if (before != null && Objects.equals(before.columns, columns)) {
      return before.rows;
    }
    DictionaryOptions options =
        columns == null
            ? DictionaryOptions.from(open.workspace().spaces().getFirst().language())
            : new DictionaryOptions("", columns);
    DictionaryImport rows = engine.readDictionary(file, options, progress, cancellation);
    read = new Read(columns, rows);
    return rows;
  }
}
