package setu.gui.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.AnchorImport;
import setu.core.anchor.AnchorImport.Conflicting;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.CldrNames;
import setu.core.anchor.DictionaryCleaning;
import setu.core.anchor.DictionaryImport;
import setu.core.anchor.DictionaryOptions;
import setu.core.anchor.DictionaryOptions.Columns;
import setu.core.anchor.ImportCautions;
import setu.core.anchor.PlannedRow;
import setu.core.anchor.PlannedRow.Fate;
import setu.core.anchor.WordPair;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.PendingImport.Matter;

/** What would become of the rows of a dictionary; they are read once for the same choice. */
final class RowsImport implements PendingImport.Planner {
  private static final List<Fate> FATES =
      List.of(Fate.TAKEN, Fate.MERGED, Fate.CONFLICT, Fate.REFUSED);

  /** Reads the rows, the project's source words on the left. */
  private interface Reading {
    Turned rows(ImportChoice choice, String language, Progress progress, Cancellation cancellation);
  }

  /**
   * Rows with the project's source words on the left.
   *
   * @param turned whether their file has them on the right
   */
  private record Turned(DictionaryImport rows, boolean turned) {
    static Turned of(DictionaryImport read, String language) {
      return new Turned(read.from(language), read.runsOtherWay(language));
    }
  }

  private final Engine engine;
  private final Matter matter;
  private final Path place;
  private final OpenProject open;
  private final Reading reading;
  private volatile @Nullable Read read;

  /** What was read by which choice, for source words of which language. */
  private record Read(ImportChoice choice, String language, Turned rows) {}

  private RowsImport(Engine engine, Matter matter, Path place, OpenProject open, Reading reading) {
    this.engine = engine;
    this.matter = matter;
    this.place = place;
    this.open = open;
    this.reading = reading;
  }

  /** A dictionary file. */
  static RowsImport file(Engine engine, Path file, OpenProject open) {
    return new RowsImport(
        engine,
        Matter.FILE,
        file,
        open,
        (choice, language, progress, cancellation) -> {
          Columns columns = choice.columns();
          DictionaryOptions options = new DictionaryOptions("", columns);
          DictionaryImport rows = engine.readDictionary(file, options, progress, cancellation);
          return columns == null ? Turned.of(rows, language) : new Turned(rows, false);
        });
  }

  /** The names that come with the program. */
  static RowsImport names(Engine engine, OpenProject open) {
    return new RowsImport(
        engine,
        Matter.NAMES,
        Path.of(CldrNames.ORIGIN),
        open,
        (choice, language, progress, cancellation) ->
            new Turned(CldrNames.pairs(choice.kinds()).from(language), false));
  }

  /**
   * The language of the source words: that of the space; where it was not named, by the script of
   * most pairs, which reads them all: not on the window's thread.
   */
  static String sourceLanguage(OpenProject open, AnchorSet now) {
    String named = LanguageNames.of(open, Side.SOURCE);
    return named.isEmpty() ? now.sourceLanguage() : named;
  }

  @Override
  public Matter matter() {
    return matter;
  }

  @Override
  public ImportPreview plan(
      AnchorSet now, ImportChoice choice, Progress progress, Cancellation cancellation) {
    Turned read = rows(choice, sourceLanguage(open, now), progress, cancellation);
    DictionaryImport rows = read.rows();
    AnchorImport.Plan plan =
        AnchorImport.plan(
            now,
            rows,
            choice.status(),
            String.valueOf(place.getFileName()),
            progress,
            cancellation);
    Map<PlannedRow, Set<DictionaryCleaning.Kind>> cautions =
        ImportCautions.of(now, plan.rows(), this::known, cancellation);
    List<WordPair> pairs = rows.pairs();
    FileNotices notices = new FileNotices(engine);
    Map<PlannedRow, List<String>> unknown = unknown(plan.rows());
    boolean anyKnown = unknown.size() < pairs.size();
    return new ImportPreview(
        now,
        plan.rows(),
        ImportPreview.byFate(plan.rows(), FATES),
        cautions,
        unknown,
        plan.edits(Conflicting.TOLD),
        plan.edits(Conflicting.QUEUED),
        remark(unknown.size(), pairs.size(), read.turned()),
        anyKnown
            ? notices.imported(place, plan.report(), cautions.size())
            : notices.importedUnknown(place, pairs, cautions.size()));
  }

  private String remark(int unknown, int pairs, boolean turned) {
    List<String> said = new ArrayList<>();
    if (unknown == pairs) {
      said.add(engine.text("gui.import.unknown", pairs));
    } else if (unknown > 0) {
      said.add(engine.text("gui.import.someUnknown", unknown, pairs));
    }
    if (turned) {
      said.add(engine.text("gui.import.turned"));
    }
    return String.join(" ", said);
  }

  /** The rows with unknown words, and these words. */
  private Map<PlannedRow, List<String>> unknown(List<PlannedRow> rows) {
    Map<PlannedRow, List<String>> unknown = new LinkedHashMap<>();
    for (PlannedRow row : rows) {
      if (row.fate() != Fate.REFUSED) {
        List<String> words = FileNotices.unknown(row.source(), row.target(), open);
        if (!words.isEmpty()) {
          unknown.put(row, words);
        }
      }
    }
    return unknown;
  }

  private boolean known(String word) {
    return open.source().vocabulary().row(word) >= 0 || open.target().vocabulary().row(word) >= 0;
  }

  private Turned rows(
      ImportChoice choice, String language, Progress progress, Cancellation cancellation) {
    Read before = read;
    if (before != null && before.choice.readsAs(choice) && before.language.equals(language)) {
      return before.rows;
    }
    Turned rows = reading.rows(choice, language, progress, cancellation);
    read = new Read(choice, language, rows);
    return rows;
  }
}
