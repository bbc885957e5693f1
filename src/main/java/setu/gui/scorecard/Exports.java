package setu.gui.scorecard;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Transform;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.FigureTable;
import setu.core.evaluate.TablePage;
import setu.core.file.SafeWrite;
import setu.gui.common.Notice;
import setu.gui.common.Png;
import setu.gui.common.SaveChoice;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** Asks where to, and writes a table or a plot in the format of the name's ending. */
final class Exports {
  /** Pixels for one of the screen. */
  private static final double SCALE = 2;

  private final Workbench workbench;
  private final Messages messages;
  private SaveChoice choice = FileChooser::showSaveDialog;

  Exports(Workbench workbench, Messages messages) {
    this.workbench = workbench;
    this.messages = messages;
  }

  /** Asks in another way than by the system's dialog. */
  void askBy(SaveChoice other) {
    choice = other;
  }

  /** Writes a table as TSV, Markdown, LaTeX, HTML or JSON. */
  void table(Node owner, String name, FigureTable table) {
    table(owner, name, table, table);
  }

  /**
   * The same.
   *
   * @param programs the table that programs read, as JSON
   */
  void table(Node owner, String name, FigureTable table, FigureTable programs) {
    save(
        owner,
        name,
        List.of("*.tsv", "*.md", "*.tex", "*.html", "*.json"),
        file -> text(file, ending(file).equals("json") ? programs : table));
  }

  /** Writes a plot as PNG or SVG, or its numbers as TSV. */
  void plot(Node owner, String name, Node plot, SvgPlot svg, FigureTable numbers) {
    save(
        owner,
        name,
        List.of("*.png", "*.svg", "*.tsv"),
        file -> {
          if (ending(file).equals("png")) {
            SnapshotParameters sharp = new SnapshotParameters();
            sharp.setTransform(Transform.scale(SCALE, SCALE));
            Png.write(plot.snapshot(sharp, null), file);
          } else if (ending(file).equals("svg")) {
            write(file, svg.text());
          } else {
            text(file, numbers);
          }
        });
  }

  /** Writes a table in the format of the file's ending. */
  static void text(Path file, FigureTable table) {
    write(
        file,
        switch (ending(file)) {
          case "md" -> table.text(FigureTable.Format.MARKDOWN);
          case "tex" -> table.text(FigureTable.Format.LATEX);
          case "json" -> table.text(FigureTable.Format.JSON);
          case "html" -> TablePage.text(table.caption(), List.of(table));
          default -> table.text(FigureTable.Format.TSV);
        });
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static void write(Path file, String text) {
    SafeWrite.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes to a file. */
  private interface Writing {
    void to(Path file);
  }

  private void save(Node owner, String name, List<String> endings, Writing writing) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(name + endings.getFirst().substring(1));
    for (String ending : endings) {
      chooser
          .getExtensionFilters()
          .add(
              new FileChooser.ExtensionFilter(
                  ending.substring(2).toUpperCase(Locale.ROOT), ending));
    }
    @Nullable File file = choice.ask(chooser, owner.getScene().getWindow());
    if (file == null) {
      return;
    }
    try {
      writing.to(file.toPath());
      workbench.tellWritten(
          Notice.Kind.INFO, messages.text("gui.scorecard.written", file), file.toPath());
    } catch (RuntimeException e) {
      workbench.fail(e);
    }
  }
}
