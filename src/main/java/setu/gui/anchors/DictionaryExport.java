package setu.gui.anchors;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryFiles.Provenance;
import setu.core.anchor.DictionaryFiles.Written;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Notice;
import setu.gui.common.OpenProject;
import setu.gui.common.SaveChoice;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** Writes the dictionary, or a part of it, to a file whose name says the format. */
final class DictionaryExport {
  /** Which pairs are written. */
  enum Scope {
    /** Those that were accepted. */
    ACCEPTED,
    /** Those that the table shows. */
    SHOWN,
    /** All of them, rejected ones too. */
    ALL
  }

  private static final List<String> ENDINGS =
      List.of("tsv", "csv", "xlsx", "ods", "txt", "tbx", "tmx", "lift");

  /** How many pairs that were left out are named. */
  private static final int NAMED = 5;

  private final Workbench workbench;
  private final AnchorsViewModel model;
  private final Messages messages;
  private SaveChoice choice = FileChooser::showSaveDialog;

  /** Where the last export went. */
  private @Nullable Path lastFolder;

  DictionaryExport(Workbench workbench, AnchorsViewModel model, Messages messages) {
    this.workbench = workbench;
    this.model = model;
    this.messages = messages;
  }

  /** Asks in another way than by the system's dialog. */
  void askBy(SaveChoice other) {
    choice = other;
  }

  /** The pairs of a choice, in order of entry. */
  List<Anchor> pairs(Scope scope) {
    List<Anchor> all = workbench.anchorsProperty().get().anchors();
    return switch (scope) {
      case ALL -> all;
      case SHOWN -> model.shown().stream().sorted(Comparator.comparingLong(Anchor::id)).toList();
      case ACCEPTED ->
          all.stream().filter(anchor -> anchor.status() == AnchorStatus.ACCEPTED).toList();
    };
  }

  /** How many pairs a choice has. */
  int count(Scope scope) {
    AnchorSet all = workbench.anchorsProperty().get();
    return switch (scope) {
      case ALL -> all.anchors().size();
      case SHOWN -> model.shown().size();
      case ACCEPTED -> all.count(AnchorStatus.ACCEPTED);
    };
  }

  /**
   * Asks for the file and writes to it in the background; what was written, or went wrong, is told.
   *
   * @return whether a file was chosen
   */
  boolean save(Scope scope, Provenance provenance, Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("gui.export.title"));
    OpenProject open = workbench.project();
    String name = open == null ? "" : String.valueOf(open.workspace().folder().getFileName());
    chooser.setInitialFileName(name + "." + ENDINGS.getFirst());
    Path folder = lastFolder == null && open != null ? open.workspace().folder() : lastFolder;
    if (folder != null && Files.isDirectory(folder)) {
      chooser.setInitialDirectory(folder.toFile());
    }
    for (String ending : ENDINGS) {
      chooser
          .getExtensionFilters()
          .add(new ExtensionFilter(messages.text("gui.export.format." + ending), "*." + ending));
    }
    File chosen = choice.ask(chooser, owner);
    if (chosen == null) {
      return false;
    }
    Path file = named(chosen.toPath(), chooser.getSelectedExtensionFilter());
    lastFolder = file.toAbsolutePath().getParent();
    if (!file.equals(chosen.toPath()) && Files.exists(file)) {
      workbench.tell(Notice.Kind.WARNING, messages.text("gui.export.thereAlready", file));
      return false;
    }
    write(pairs(scope), provenance, file);
    return true;
  }

  /** A name without an ending gets that of the format chosen in the dialog. */
  private static Path named(Path file, @Nullable ExtensionFilter format) {
    String name = String.valueOf(file.getFileName());
    return format == null || name.lastIndexOf('.') > 0
        ? file
        : file.resolveSibling(name + format.getExtensions().getFirst().substring(1));
  }

  private void write(List<Anchor> pairs, Provenance provenance, Path file) {
    FxTaskRunner.whenDone(
        workbench
            .tasks()
            .start(
                String.valueOf(file.getFileName()),
                (progress, cancellation) ->
                    DictionaryFiles.write(file, pairs, provenance, cancellation))
            .outcome(),
        written -> told(pairs, written, file),
        workbench::fail);
  }

  private void told(List<Anchor> pairs, Written written, Path file) {
    StringBuilder said =
        new StringBuilder(messages.text("gui.export.done", file, number(written.count())));
    List<Anchor> leftOut = written.leftOut();
    if (!leftOut.isEmpty()) {
      boolean words = !DictionaryFiles.saysMoreThanWords(file);
      String why = words ? "gui.export.leftOut" : "gui.export.leftOutSigns";
      said.append(' ').append(messages.text(why, number(leftOut.size()), first(leftOut)));
    }
    long open = pairs.stream().filter(pair -> pair.status() != AnchorStatus.ACCEPTED).count();
    boolean unsaid = open > 0 && !DictionaryFiles.saysMoreThanWords(file);
    if (unsaid) {
      said.append(' ').append(messages.text("gui.export.unsaid", number(open)));
    }
    List<Anchor> noWords = written.noWords();
    if (!noWords.isEmpty()) {
      said.append(' ')
          .append(messages.text("gui.export.noWords", number(noWords.size()), first(noWords)));
    }
    boolean whole = leftOut.isEmpty() && !unsaid && noWords.isEmpty();
    workbench.tellWritten(whole ? Notice.Kind.INFO : Notice.Kind.WARNING, said.toString(), file);
  }

  /** The first of some pairs. */
  private static String first(List<Anchor> pairs) {
    String some =
        pairs.stream()
            .limit(NAMED)
            .map(pair -> pair.source() + " – " + pair.target())
            .collect(Collectors.joining(", "));
    return pairs.size() > NAMED ? some + " …" : some;
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
