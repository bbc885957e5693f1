package setu.gui.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.AnchorImport;
import setu.core.anchor.WordPair;
import setu.core.evaluate.Leakage;
import setu.core.space.EmbeddingSpace;
import setu.core.space.LoadReport.BadRow;
import setu.core.space.LoadReport.Origin;

/** What is told of a file that was taken: how much of it, and what of it cannot be used. */
final class FileNotices {
  private final Engine engine;

  FileNotices(Engine engine) {
    this.engine = engine;
  }

  /**
   * What became of an imported dictionary.
   *
   * @param cautions how many of the pairs taken look suspect
   */
  Notice imported(Path file, AnchorImport.Report report, int cautions) {
    boolean clean = report.refused().isEmpty() && report.conflicts().isEmpty();
    String counts =
        engine.text(
            "gui.notice.imported",
            file.getFileName(),
            report.taken(),
            report.merged(),
            report.conflicts().size(),
            report.refused().size());
    return new Notice(
        clean && cautions == 0 ? Notice.Kind.INFO : Notice.Kind.WARNING,
        counts + suspect(cautions));
  }

  private String suspect(int cautions) {
    return cautions == 0 ? "" : " " + engine.text("gui.notice.suspect", cautions);
  }

  /** That an imported dictionary changes nothing, since none of its pairs is known. */
  Notice importedUnknown(Path file, List<WordPair> pairs, int cautions) {
    String said = engine.text("gui.notice.importedUnknown", file, pairs.size());
    return new Notice(Notice.Kind.WARNING, said + suspect(cautions));
  }

  /**
   * That a dictionary is the test dictionary now, and how much of it was learnt from.
   *
   * @param anchors what is learnt from
   */
  Notice tested(Path file, List<WordPair> pairs, List<WordPair> anchors, OpenProject open) {
    if (unknown(pairs, open) == pairs.size()) {
      return new Notice(
          Notice.Kind.WARNING, engine.text("gui.notice.testUnknown", file, pairs.size()));
    }
    Leakage leakage = Leakage.between(anchors, pairs);
    return leakage.sources() > 0
        ? new Notice(
            Notice.Kind.WARNING,
            engine.text(
                "gui.notice.testLeaks",
                file.getFileName(),
                pairs.size(),
                leakage.pairs(),
                leakage.sources()))
        : new Notice(
            Notice.Kind.INFO, engine.text("gui.notice.test", file.getFileName(), pairs.size()));
  }

  /** That there are fewer anchors than dimensions; null where there are enough. */
  @Nullable Notice few(int anchors, int dimensions) {
    return anchors >= dimensions
        ? null
        : new Notice(
            Notice.Kind.WARNING,
            engine.text(
                "gui.notice.fewAnchors", anchors, dimensions, engine.text("gui.rail.review")));
  }

  /** How many pairs have a word that the vocabularies do not. */
  static int unknown(List<WordPair> pairs, OpenProject open) {
    int unknown = 0;
    for (WordPair pair : pairs) {
      unknown += unknown(pair.source(), pair.target(), open).isEmpty() ? 0 : 1;
    }
    return unknown;
  }

  /** The words of a pair that the vocabularies do not have, the source word first. */
  static List<String> unknown(String source, String target, OpenProject open) {
    List<String> unknown = new ArrayList<>(2);
    if (!WordChoices.known(open.source(), source)) {
      unknown.add(source);
    }
    if (!WordChoices.known(open.target(), target)) {
      unknown.add(target);
    }
    return unknown;
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** What there is to tell of a space that was read: a copy made anew, rows refused. */
  List<Notice> read(Path file, EmbeddingSpace space) {
    List<Notice> notices = new ArrayList<>();
    if (space.report().origin() == Origin.DAMAGED_CACHE) {
      notices.add(new Notice(Notice.Kind.INFO, engine.text("space.cacheDamaged", file)));
    }
    List<BadRow> bad = space.report().badRows();
    if (!bad.isEmpty()) {
      BadRow first = bad.getFirst();
      notices.add(
          new Notice(
              Notice.Kind.WARNING,
              engine.text(
                  "gui.notice.rowsRefused",
                  file,
                  number(space.report().refused()),
                  number(first.line()),
                  engine.text("badRow." + first.reason().name()))));
    }
    return notices;
  }
}
