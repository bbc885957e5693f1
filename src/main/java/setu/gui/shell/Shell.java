package setu.gui.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import setu.gui.common.FocusRing;
import setu.gui.common.Fonts;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.OpenProject;
import setu.gui.common.Workbench;
import setu.gui.preferences.Settings;
import setu.gui.preferences.SettingsFile;
import setu.gui.preferences.UserFolders;
import setu.message.Messages;

/** The composition root: makes the model, the window and what they need, and joins them. */
final class Shell implements AutoCloseable {
  private final Stage stage;
  private final SettingsFile settingsFile;
  private final ObjectProperty<Settings> settings;
  private final Executor saving;
  private final Workbench workbench;
  private final Scene scene;
  private MainWindow window;

  /** Whether a project was shown since the start. */
  private boolean shown;

  /** Whether what is not visited yet is made beforehand. */
  private boolean ahead;

  /** How a folder is shown to the person; without a desktop not at all. */
  private Consumer<Path> folders = folder -> {};

  /** A window on a stage, not shown yet. */
  Shell(Stage stage, UserFolders folders, FxTaskRunner tasks) {
    this(stage, folders, tasks, workbench -> {});
  }

  /**
   * The same.
   *
   * @param opening called before the views are made, so that a project is read meanwhile
   */
  Shell(Stage stage, UserFolders folders, FxTaskRunner tasks, Consumer<Workbench> opening) {
    Fonts.load();
    this.stage = stage;
    this.saving = tasks.lane("setu-settings");
    this.settingsFile = new SettingsFile(folders);
    this.settings = new SimpleObjectProperty<>(settingsFile.read());
    this.workbench = new Workbench(new CoreEngine(new Projects(folders), this::messages), tasks);
    opening.accept(workbench);
    Settings chosen = settings.get();
    this.window = newWindow();
    this.scene = new Scene(window.node(), chosen.width(), chosen.height());
    Appearance.apply(scene, chosen);
    FocusRing.in(scene);
    settings.subscribe((before, now) -> changed(before, now));
    // Not in the task that shows the project: the window would be away for longer.
    workbench
        .projectProperty()
        .subscribe(open -> Platform.runLater(() -> opened(workbench.project())));
    stage.setScene(scene);
    stage.setMaximized(chosen.maximized());
    var picture = Shell.class.getResourceAsStream("/setu/gui/icon.png");
    if (picture != null) {
      stage.getIcons().add(new Image(picture));
    }
  }

  /** Shows folders by what the desktop has for that. */
  void showFoldersBy(Consumer<Path> desktop) {
    folders = desktop;
  }

  /** From now on what a person has not visited yet is made beforehand, once there is an answer. */
  void makeAhead() {
    ahead = true;
    workbench.answerProperty().subscribe(answer -> goAhead());
  }

  private void goAhead() {
    if (ahead && workbench.answerProperty().get() != null) {
      window.places().makeAhead();
    }
  }

  Workbench workbench() {
    return workbench;
  }

  MainWindow window() {
    return window;
  }

  Stage stage() {
    return stage;
  }

  Scene scene() {
    return scene;
  }

  ObjectProperty<Settings> settingsProperty() {
    return settings;
  }

  private MainWindow newWindow() {
    return new MainWindow(stage, workbench, messages(), settings, folder -> folders.accept(folder));
  }

  private Messages messages() {
    return Messages.in(Locale.of(settings.get().language()));
  }

  private void changed(Settings was, Settings now) {
    if (!was.language().equals(now.language())) {
      MainWindow before = window;
      window = newWindow();
      scene.setRoot(window.node());
      window.takeOver(before);
      before.dispose();
      goAhead();
    }
    if (was.theme() != now.theme()
        || !was.language().equals(now.language())
        || was.typeSize() != now.typeSize()
        || was.wordScale() != now.wordScale()) {
      Appearance.apply(scene, now);
    }
    saving.execute(() -> settingsFile.write(now));
  }

  private void opened(@Nullable OpenProject open) {
    if (open == null) {
      stage.setTitle("Setu");
      return;
    }
    Path folder = open.workspace().folder().toAbsolutePath();
    stage.setTitle(folder.getFileName() + " – Setu");
    settings.set(settings.get().withRecent(folder));
    Rail.Place last = Rail.Place.of(settings.get().place());
    if (!shown && last != Rail.Place.MAP) {
      window.reopen(last);
    }
    shown = true;
  }

  /** Keeps the window's bounds, and lets the project go: nothing needs saving. */
  @Override
  public void close() {
    Settings last =
        settings.get().withWindow(scene.getWidth(), scene.getHeight(), stage.isMaximized());
    // Behind what is still being written: the last word is this one.
    CompletableFuture.runAsync(() -> settingsFile.write(last), saving).join();
    workbench.close();
  }
}
