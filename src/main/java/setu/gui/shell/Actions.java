package setu.gui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import setu.gui.common.MovedSpace;
import setu.gui.common.Workbench;
import setu.gui.preferences.Settings;
import setu.message.Messages;

/** What menus, buttons and keys do that needs a file chosen or a setting changed. */
final class Actions {
  private final Stage stage;
  private final Workbench workbench;
  private final Messages messages;
  private final ObjectProperty<Settings> settings;
  private FilesChoice files = FileChooser::showOpenMultipleDialog;

  /** Asks a person for files to open. */
  @FunctionalInterface
  interface FilesChoice {
    /** The files that were chosen; null where she leaves it be. */
    @Nullable List<File> ask(FileChooser chooser, Window owner);
  }

  Actions(Stage stage, Workbench workbench, Messages messages, ObjectProperty<Settings> settings) {
    this.stage = stage;
    this.workbench = workbench;
    this.messages = messages;
    this.settings = settings;
  }

  /** Asks for files in another way than by the system's dialog. */
  void choosing(FilesChoice other) {
    files = other;
  }

  /** Vectors or a dictionary: two files of vectors at once make a pair. */
  void chooseFiles() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("gui.menu.openFiles"));
    List<File> chosen = files.ask(chooser, stage);
    if (chosen != null) {
      chosen.forEach(file -> workbench.open(file.toPath()));
    }
  }

  void chooseProject() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(messages.text("gui.menu.openProject"));
    File folder = chooser.showDialog(stage);
    if (folder != null) {
      workbench.openProject(folder.toPath());
    }
  }

  void chooseTest() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("gui.menu.testDictionary"));
    File file = chooser.showOpenDialog(stage);
    if (file != null) {
      workbench.settings().setTest(file.toPath());
    }
  }

  void chooseImport() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("gui.menu.import"));
    List<File> chosen = files.ask(chooser, stage);
    if (chosen != null) {
      chosen.forEach(file -> workbench.imports().file(file.toPath()));
    }
  }

  void chooseMerge() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(messages.text("gui.menu.merge"));
    File folder = chooser.showDialog(stage);
    if (folder != null) {
      workbench.imports().project(folder.toPath());
    }
  }

  void chooseMovedSpace(MovedSpace moved) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("gui.welcome.showFile"));
    File file = chooser.showOpenDialog(stage);
    if (file != null) {
      workbench.opening().relocate(moved, file.toPath(), false);
    }
  }

  List<Path> recent() {
    return settings.get().recent();
  }

  Settings settings() {
    return settings.get();
  }

  void change(Settings next) {
    settings.set(next);
  }

  void largerType(int by) {
    settings.set(settings.get().withTypeSize(settings.get().typeSize() + by));
  }
}
