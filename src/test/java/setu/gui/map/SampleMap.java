package setu.gui.map;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import setu.gui.common.Fonts;
import setu.gui.common.PendingImport;
import setu.gui.common.Side;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;
import setu.message.Messages;

/** The real map of the sample's words, aligned, open for all tests of a class without a screen. */
@NullUnmarked
abstract class SampleMap {
  private static final int WORDS = 1_800;

  @TempDir static Path folder;
  static Workbench workbench;
  static MapView view;
  static Stage stage;
  final FxRobot robot = new FxRobot();

  @BeforeAll
  static void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    Path source = head("en.100.vec");
    Path target = head("si.100.vec");
    onFx(
        () -> {
          Fonts.load();
          workbench = SampleWorkbench.onFx(folder);
          view = new MapView(workbench, Messages.inEnglish());
          view.setReducedMotion(true);
          stage = new Stage();
          stage.setScene(new Scene((Parent) view.node(), 1000, 700));
          stage.show();
          workbench.openPair(source, target);
          return true;
        });
    until(() -> workbench.project() != null);
    onFx(
        () -> {
          workbench.imports().file(Path.of("sample-vectors", "anchors.train.tsv"));
          return true;
        });
    until(
        () -> {
          PendingImport asked = workbench.imports().pendingProperty().get();
          return asked != null && asked.previewProperty().get() != null;
        });
    onFx(
        () -> {
          SampleWorkbench.takeImport(workbench);
          return true;
        });
    until(() -> workbench.sharedProperty().get() != null && view.readyProperty().get());
  }

  /** The most frequent words of the sample, as a file. */
  private static Path head(String name) throws Exception {
    Path file = folder.resolve(name);
    try (Stream<String> lines = Files.lines(Path.of("sample-vectors", name));
        BufferedWriter out = Files.newBufferedWriter(file)) {
      for (String line : lines.skip(1).limit(WORDS).toList()) {
        out.write(line + "\n");
      }
    }
    return file;
  }

  @AfterAll
  static void close() throws Exception {
    onFx(
        () -> {
          view.dispose();
          workbench.close();
          stage.close();
          return true;
        });
  }

  @BeforeEach
  void fromTheStart() throws Exception {
    onFx(
        () -> {
          view.setReducedMotion(true);
          view.lay("PCA", 2);
          return true;
        });
    until(() -> view.readyProperty().get());
    onFx(
        () -> {
          workbench.clearSelection();
          workbench.notices().clear();
          view.model().alignedProperty().set(1);
          view.canvas().requestFocus();
          view.canvas().fit();
          return true;
        });
    settle();
  }

  static <T> T onFx(Callable<T> action) throws Exception {
    return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
  }

  static void until(BooleanSupplier done) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(done::getAsBoolean));
    settle();
  }

  /** Two pulses: a change, and the drawing of it. */
  static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }

  static Viewport seen() throws Exception {
    return onFx(() -> view.canvas().view());
  }

  static MapPicture picture() {
    return view.canvas().picture();
  }

  static int point(Side side, String word) {
    return picture().points.point(workbench.find(side, word));
  }

  static <T extends Node> T shown(String selector, Class<T> type) throws Exception {
    return onFx(() -> type.cast(view.node().lookup(selector)));
  }
}
