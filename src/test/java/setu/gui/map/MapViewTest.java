package setu.gui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import setu.core.anchor.Draft;
import setu.core.anchor.WordPair;
import setu.gui.common.Fonts;
import setu.gui.common.PendingImport;
import setu.gui.common.Side;
import setu.gui.common.WordRef;
import setu.gui.common.Workbench;
import setu.gui.map.MapLayout.Method;
import setu.gui.shell.SampleWorkbench;
import setu.message.Messages;

/** The hand on the real map, on JavaFX's headless platform: words of the sample, aligned. */
@NullUnmarked
class MapViewTest {
  private static final int WORDS = 1_800;

  @TempDir static Path folder;
  private static Workbench workbench;
  private static MapView view;
  private static Stage stage;
  private final FxRobot robot = new FxRobot();

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

  private static <T> T onFx(Callable<T> action) throws Exception {
    return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
  }

  private static void until(BooleanSupplier done) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(done::getAsBoolean));
    settle();
  }

  /** Two pulses: a change, and the drawing of it. */
  private static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Viewport seen() throws Exception {
    return onFx(() -> view.canvas().view());
  }

  private static MapPicture picture() {
    return view.canvas().picture();
  }

  private static int point(Side side, String word) {
    return picture().points.point(workbench.find(side, word));
  }

  /** Where a point is on the screen. */
  private static Point2D at(int point) throws Exception {
    return onFx(
        () ->
            view.canvas()
                .localToScreen(
                    view.canvas().view().screenX(picture().x[point]),
                    view.canvas().view().screenY(picture().y[point])));
  }

  private static Point2D at(double x, double y) throws Exception {
    return onFx(() -> view.canvas().localToScreen(x, y));
  }

  /** Zooms in on a point, so that no other is near. */
  private Point2D alone(int point) throws Exception {
    onFx(
        () -> {
          MapPicture picture = picture();
          double scale = view.canvas().fitted(picture.bounds()).scale() * 60;
          view.canvas().look(new Viewport(1000, 700, picture.x[point], picture.y[point], scale));
          return true;
        });
    settle();
    return at(point);
  }

  private static <T extends Node> T shown(String selector, Class<T> type) throws Exception {
    return onFx(() -> type.cast(view.node().lookup(selector)));
  }

  @Test
  void dragPans() throws Exception {
    Viewport before = seen();
    robot.drag(at(500, 400), MouseButton.PRIMARY).dropTo(at(590, 340));
    settle();
    Viewport after = seen();
    assertThat(after.scale()).isEqualTo(before.scale());
    assertThat(after.screenX(0) - before.screenX(0)).isCloseTo(90, within(1.0));
    assertThat(after.screenY(0) - before.screenY(0)).isCloseTo(-60, within(1.0));
    assertThat(workbench.selectedProperty().get()).isNull();
  }

  @Test
  void theWheelZoomsAndThePointUnderThePointerStays() throws Exception {
    Viewport before = seen();
    wheel(300, 450, 120);
    Viewport after = seen();
    assertThat(after.scale()).isNotEqualTo(before.scale());
    assertThat(after.worldX(300)).isCloseTo(before.worldX(300), within(1e-6));
    assertThat(after.worldY(450)).isCloseTo(before.worldY(450), within(1e-6));
    assertThat(after.scale()).isGreaterThan(before.scale());
    wheel(300, 450, -120);
    assertThat(seen().scale()).isCloseTo(before.scale(), within(1e-9));
  }

  /** The headless robot's wheel knows no place, and its mouse no Shift: these are told by hand. */
  private static void wheel(double x, double y, double delta) throws Exception {
    onFx(
        () -> {
          Point2D screen = view.canvas().localToScreen(x, y);
          view.canvas()
              .fireEvent(
                  new ScrollEvent(
                      ScrollEvent.SCROLL,
                      x,
                      y,
                      screen.getX(),
                      screen.getY(),
                      false,
                      false,
                      false,
                      false,
                      false,
                      false,
                      0,
                      delta,
                      0,
                      delta,
                      ScrollEvent.HorizontalTextScrollUnits.NONE,
                      0,
                      ScrollEvent.VerticalTextScrollUnits.NONE,
                      0,
                      0,
                      null));
          return true;
        });
    settle();
  }

  /** Drags from corner to corner with a key held. */
  private static void drag(KeyCode held, double... corners) throws Exception {
    onFx(
        () -> {
          int last = corners.length - 2;
          fire(MouseEvent.MOUSE_PRESSED, held, corners[0], corners[1]);
          for (int i = 2; i <= last; i += 2) {
            fire(MouseEvent.MOUSE_DRAGGED, held, corners[i], corners[i + 1]);
          }
          fire(MouseEvent.MOUSE_RELEASED, held, corners[last], corners[last + 1]);
          return true;
        });
    settle();
    settle();
  }

  private static void fire(EventType<MouseEvent> type, KeyCode held, double x, double y) {
    Point2D screen = view.canvas().localToScreen(x, y);
    view.canvas()
        .fireEvent(
            new MouseEvent(
                type,
                x,
                y,
                screen.getX(),
                screen.getY(),
                MouseButton.PRIMARY,
                1,
                held == KeyCode.SHIFT,
                held == KeyCode.CONTROL,
                held == KeyCode.ALT,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null));
  }

  @Test
  void aCardTellsOfTheWordUnderThePointer() throws Exception {
    int water = point(Side.SOURCE, "water");
    robot.moveTo(alone(water));
    settle();
    assertThat(workbench.hoveredProperty().get()).isEqualTo(picture().points.ref(water));
    HoverCard card = shown(".map-card-pane", HoverCard.class);
    assertThat(card.shown()).isTrue();
    assertThat(onFx(card::text)).contains("water", "English", "වතුර");
    robot.moveTo(at(20, 690));
    settle();
    assertThat(card.shown()).isFalse();
    assertThat(workbench.hoveredProperty().get()).isNull();
  }

  @Test
  void aClickSelectsEverywhereAndEscClears() throws Exception {
    int water = point(Side.SOURCE, "water");
    robot.clickOn(alone(water), MouseButton.PRIMARY);
    settle();
    assertThat(workbench.selectedProperty().get())
        .isEqualTo(new WordRef(Side.SOURCE, picture().points.row(water)));
    assertThat(picture().selected).isEqualTo(water);
    assertThat(picture().neighbours).isNotEmpty();
    robot.type(KeyCode.ESCAPE);
    settle();
    assertThat(workbench.selectedProperty().get()).isNull();
    assertThat(picture().selected).isEqualTo(-1);
  }

  @Test
  void whatIsSelectedElsewhereIsBroughtIntoSight() throws Exception {
    int water = point(Side.SOURCE, "water");
    onFx(
        () -> {
          view.canvas().look(view.canvas().view().panned(5_000, 0));
          workbench.select(Side.SOURCE, "water");
          return true;
        });
    settle();
    assertThat(seen().screenX(picture().x[water])).isBetween(0.0, 1000.0);
    assertThat(picture().selected).isEqualTo(water);
  }

  @Test
  void anEditMadeWhileTheMapIsHiddenIsSeenWhenItIsShownAgain() throws Exception {
    int water = point(Side.SOURCE, "water");
    int partner = point(Side.TARGET, "මේ");
    onFx(
        () -> {
          workbench.select(Side.SOURCE, "water");
          stage.getScene().setRoot(new Pane());
          workbench.addAnchor(Draft.accepted("water", "මේ", "test"));
          return true;
        });
    until(() -> workbench.anchorsProperty().get().accepted().contains(new WordPair("water", "මේ")));
    assertThat(picture().partners(water)).doesNotContain(partner);
    onFx(
        () -> {
          stage.getScene().setRoot((Parent) view.node());
          return true;
        });
    assertThat(picture().partners(water)).contains(partner);
    assertThat(picture().neighbours).contains(partner);
    onFx(
        () -> {
          workbench.undo();
          return true;
        });
    until(
        () -> !workbench.anchorsProperty().get().accepted().contains(new WordPair("water", "මේ")));
    assertThat(picture().partners(water)).doesNotContain(partner);
  }

  @Test
  void shiftDragBoxes() throws Exception {
    drag(KeyCode.SHIFT, 400, 300, 450, 350, 520, 420);
    Viewport view = seen();
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < picture().points.size(); i++) {
      double px = view.screenX(picture().x[i]);
      double py = view.screenY(picture().y[i]);
      if (px >= 400 && px <= 520 && py >= 300 && py <= 420) {
        expected.add(i);
      }
    }
    assertThat(chosen()).hasSizeGreaterThan(20).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(picture().chosen).hasSize(expected.size());
    robot.type(KeyCode.ESCAPE);
    settle();
    assertThat(workbench.selection()).isEmpty();
  }

  private static List<Integer> chosen() {
    return workbench.selection().stream().map(picture().points::point).toList();
  }

  @Test
  void altDragLassoes() throws Exception {
    drag(KeyCode.ALT, 400, 300, 560, 300, 400, 460);
    Viewport view = seen();
    // A triangle: x and y beyond the corner, and left of the falling side.
    assertThat(chosen()).hasSizeGreaterThan(10);
    for (int point : chosen()) {
      double px = view.screenX(picture().x[point]) - 400;
      double py = view.screenY(picture().y[point]) - 300;
      assertThat(Math.min(px, py)).isGreaterThan(-2);
      assertThat(px + py).isLessThan(162);
    }
    List<Integer> inside =
        IntStream.range(0, picture().points.size())
            .filter(i -> inTriangle(view, i, 3))
            .boxed()
            .toList();
    assertThat(chosen()).containsAll(inside);
  }

  private static boolean inTriangle(Viewport view, int point, double inset) {
    double px = view.screenX(picture().x[point]) - 400;
    double py = view.screenY(picture().y[point]) - 300;
    return px > inset && py > inset && px + py < 160 - 2 * inset;
  }

  @Test
  void searchFindsPlainWordsExpressionsAndRomanisedSinhala() throws Exception {
    assertThat(searched("water")).isEqualTo("water");
    assertThat(searched("/^gov.*t$/")).isEqualTo("government");
    assertThat(searched("vatur")).isEqualTo("වතුර");
    assertThat(searched("ජලය")).isEqualTo("ජලය");
  }

  @Test
  void aMissOffersItsTwinWithTheJoinersThatDiffer() throws Exception {
    assertThat(searched("water")).isEqualTo("water");
    String twin =
        workbench.space(Side.TARGET).vocabulary().words().stream()
            .filter(word -> word.contains("\u200D") && !word.contains("\u200D්"))
            .filter(word -> workbench.find(Side.TARGET, word.replace("\u200D", "")) == null)
            .findFirst()
            .orElseThrow();
    onFx(
        () -> {
          stage.requestFocus();
          view.search();
          return true;
        });
    TextField field = shown(".map-search", TextField.class);
    onFx(
        () -> {
          field.setText(twin.replace("\u200D", ""));
          return true;
        });
    settle();
    robot.type(KeyCode.ENTER);
    settle();
    assertThat(workbench.word(workbench.selectedProperty().get())).isEqualTo("water");
    CustomMenuItem offered =
        onFx(
            () ->
                Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(menu -> (CustomMenuItem) ((ContextMenu) menu).getItems().getFirst())
                    .findFirst()
                    .orElseThrow());
    List<Node> parts = onFx(() -> List.copyOf(((HBox) offered.getContent()).getChildren()));
    assertThat(parts).extracting(node -> ((Label) node).getText()).containsExactly(twin, "+U+200D");
    onFx(
        () -> {
          offered.fire();
          return true;
        });
    settle();
    assertThat(workbench.word(workbench.selectedProperty().get())).isEqualTo(twin);
    String shown = onFx(field::getText);
    assertThat(shown).isEqualTo(twin);
  }

  private String searched(String typed) throws Exception {
    onFx(
        () -> {
          stage.requestFocus();
          view.search();
          return true;
        });
    robot.write(typed, 0);
    settle();
    robot.type(KeyCode.ENTER);
    settle();
    until(() -> stage.getScene().getFocusOwner() == view.canvas());
    WordRef found = workbench.selectedProperty().get();
    return found == null ? "" : workbench.word(found);
  }

  @Test
  void theMorphEndsAtBothProjections() throws Exception {
    Slider slider = shown(".map-morph .slider", Slider.class);
    LayoutMethods.Layouts layouts = view.model().layoutsProperty().get();
    onFx(
        () -> {
          slider.setValue(0);
          return true;
        });
    settle();
    assertThat(view.canvas().places()).isSameAs(layouts.unaligned().places());
    assertThat(layouts.unaligned().places().same(layouts.aligned().places())).isFalse();
    onFx(
        () -> {
          slider.setValue(0.5);
          return true;
        });
    settle();
    int water = point(Side.SOURCE, "water");
    assertThat(view.canvas().places().x()[water])
        .isCloseTo(
            (layouts.unaligned().places().x()[water] + layouts.aligned().places().x()[water]) / 2,
            within(1e-4f));
    onFx(
        () -> {
          slider.setValue(1);
          return true;
        });
    settle();
    assertThat(view.canvas().places()).isSameAs(layouts.aligned().places());
  }

  @Test
  void labelsNeverOverlapNorLieUnderPanels() throws Exception {
    for (int zoom = 0; zoom < 3; zoom++) {
      List<LabelLayout.Label> labels = onFx(() -> List.copyOf(picture().labels()));
      assertThat(labels).hasSizeGreaterThan(8);
      for (LabelLayout.Label a : labels) {
        for (LabelLayout.Label b : labels) {
          assertThat(a.equals(b) || !a.overlaps(b.x(), b.y(), b.width(), b.height())).isTrue();
        }
        for (LabelLayout.Box panel : picture().covered) {
          assertThat(a.overlaps(panel.x(), panel.y(), panel.width(), panel.height())).isFalse();
        }
      }
      robot.type(KeyCode.PLUS);
      settle();
    }
  }

  @Test
  void inSpaceDragAndArrowsTurnAndCtrlDragPans() throws Exception {
    lay(Method.PCA, 3);
    float[] front = picture().x;
    assertThat(picture().depth()).isNotNull();
    robot.drag(at(500, 400), MouseButton.PRIMARY).dropTo(at(600, 400));
    settle();
    float[] turned = picture().x;
    assertThat(Arrays.equals(turned, front)).isFalse();
    Viewport before = seen();
    drag(KeyCode.CONTROL, 500, 400, 520, 400, 560, 400);
    assertThat(Arrays.equals(picture().x, turned)).isTrue();
    assertThat(seen().screenX(0) - before.screenX(0)).isCloseTo(60, within(1.0));
    robot.drag(at(500, 400), MouseButton.MIDDLE).dropTo(at(500, 430));
    settle();
    assertThat(seen().screenY(0) - before.screenY(0)).isCloseTo(30, within(1.0));
    robot.type(KeyCode.LEFT);
    settle();
    assertThat(Arrays.equals(picture().x, turned)).isFalse();
    robot.type(KeyCode.DIGIT0);
    settle();
    assertThat(Arrays.equals(picture().x, front)).isTrue();
    int water = point(Side.SOURCE, "water");
    robot.clickOn(alone(water), MouseButton.PRIMARY);
    settle();
    assertThat(workbench.selectedProperty().get().side()).isEqualTo(Side.SOURCE);
  }

  private static void lay(Method method, int dimensions) throws Exception {
    onFx(
        () -> {
          view.lay(method.name(), dimensions);
          return true;
        });
    until(() -> view.readyProperty().get());
  }

  @Test
  void aLayoutIsSeenWhileItIsMadeAndCanBePausedAndStopped() throws Exception {
    List<float[]> frames = new ArrayList<>();
    var watching =
        onFx(
            () -> {
              view.setReducedMotion(false);
              return view.model()
                  .positionsProperty()
                  .subscribe(now -> frames.add(now.places().x()));
            });
    onFx(
        () -> {
          view.lay("TSNE", 2);
          return true;
        });
    until(() -> view.model().work().reachedProperty().get().iteration() > 3);
    assertThat(onFx(() -> view.node().lookup(".map-stop").getParent().isVisible())).isTrue();
    assertThat(legend()).doesNotContain("stopped");
    press(".map-pause");
    settle();
    int still = view.model().work().reachedProperty().get().iteration();
    Thread.sleep(300);
    int later = view.model().work().reachedProperty().get().iteration();
    assertThat(later - still).isLessThanOrEqualTo(1);
    press(".map-pause");
    until(() -> view.model().work().reachedProperty().get().iteration() > later + 3);
    press(".map-stop");
    until(() -> view.readyProperty().get());
    onFx(
        () -> {
          watching.unsubscribe();
          return true;
        });
    assertThat(frames).hasSizeGreaterThan(2);
    MapLayout stopped = view.model().layoutsProperty().get().aligned();
    assertThat(stopped.method()).isEqualTo(Method.TSNE);
    assertThat(stopped.complete()).isFalse();
    assertThat(stopped.trust()).isNotNull();
    assertThat(legend())
        .contains(
            Messages.inEnglish().text("gui.map.stoppedAt", stopped.reached().iteration(), 1000))
        .contains("trustworthiness 0.")
        .contains("continuity 0.");
  }

  private static void press(String selector) throws Exception {
    onFx(
        () -> {
          ((Button) view.node().lookup(selector)).fire();
          return true;
        });
  }

  private static String legend() throws Exception {
    return onFx(
        () ->
            view.node().lookupAll(".map-legend .label").stream()
                .map(node -> ((javafx.scene.control.Label) node).getText())
                .collect(Collectors.joining("\n")));
  }

  @Test
  void theStatusBarsCancelStopsALayoutToo() throws Exception {
    onFx(
        () -> {
          view.lay("TSNE", 3);
          return true;
        });
    until(() -> view.model().work().reachedProperty().get().iteration() > 1);
    onFx(
        () -> {
          workbench.tasks().running().getFirst().cancel();
          return true;
        });
    until(() -> view.readyProperty().get());
    assertThat(view.model().layoutsProperty().get().aligned().complete()).isFalse();
    assertThat(view.model().layoutsProperty().get().aligned().dimensions()).isEqualTo(3);
    assertThat(workbench.notices()).noneMatch(n -> n.kind() == setu.gui.common.Notice.Kind.ERROR);
  }

  @Test
  void nothingIsMeasuredWhileNobodyLooksAtTheMap() throws Exception {
    Parent root = stage.getScene().getRoot();
    onFx(
        () -> {
          stage.getScene().setRoot(new Pane());
          workbench.removeAnchors(
              List.of(workbench.anchorsProperty().get().anchors().getLast().id()));
          return true;
        });
    until(() -> view.model().layoutsProperty().get().aligned().trust() == null);
    settle();
    until(() -> view.readyProperty().get());
    assertThat(view.model().layoutsProperty().get().aligned().trust()).isNull();
    onFx(
        () -> {
          stage.getScene().setRoot(root);
          workbench.undo();
          return true;
        });
    until(
        () ->
            view.readyProperty().get()
                && view.model().layoutsProperty().get().aligned().trust() != null);
  }

  @Test
  void pointsNotToBeTrustedAreDrawnHollow() throws Exception {
    onFx(
        () -> {
          view.model().trustShownProperty().set(true);
          return true;
        });
    settle();
    LayoutTrust trust = view.model().layoutsProperty().get().aligned().trust();
    boolean[] hollow = picture().look.hollow();
    for (int i = 0; i < hollow.length; i++) {
      assertThat(hollow[i]).isEqualTo(trust.byPoint()[i] < 0.75f);
    }
    assertThat(legend()).contains(String.format("not to be trusted: %,d", trust.doubtful()));
    onFx(
        () -> {
          view.model().trustShownProperty().set(false);
          return true;
        });
    settle();
    assertThat(picture().look.hollow()).isNull();
  }

  @Test
  void whatIsChosenIsKeptUnderANameTakenAgainAndWrittenWithItsNeighbours() throws Exception {
    MapSelections selections = onFx(() -> new MapSelections(workbench, Messages.inEnglish()));
    onFx(
        () -> {
          for (String word : List.of("water", "school")) {
            workbench.selection().add(workbench.find(Side.SOURCE, word));
          }
          workbench.selection().add(workbench.find(Side.TARGET, "වතුර"));
          selections.keep("three words");
          return true;
        });
    until(() -> !selections.keptProperty().isEmpty());
    onFx(
        () -> {
          workbench.clearSelection();
          selections.take(selections.keptProperty().getFirst());
          return true;
        });
    assertThat(workbench.selection().stream().map(workbench::word))
        .containsExactlyInAnyOrder("water", "school", "වතුර");
    Path file = folder.resolve("words.tsv");
    onFx(
        () -> {
          MapLayout layout = view.model().layoutsProperty().get().aligned();
          selections.write(file, layout, picture().points);
          return true;
        });
    until(() -> Files.exists(file));
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.getFirst()).isEqualTo("word\tside\trank\tx\ty\thome\tacross");
    assertThat(lines).hasSize(4);
    String water =
        lines.stream().filter(line -> line.startsWith("water\tsource\t")).findFirst().orElseThrow();
    assertThat(water.split("\t")).hasSize(7);
    assertThat(water.split("\t")[6].split("; ")).hasSize(10).anyMatch(w -> w.startsWith("වතුර "));
    assertThat(lines.getLast()).startsWith("වතුර\ttarget\t");
    onFx(
        () -> {
          selections.forget("three words");
          return true;
        });
    until(() -> selections.keptProperty().isEmpty());
  }

  @Test
  void theMapIsWrittenByItsButton() throws Exception {
    Path file = folder.resolve("map.svg");
    onFx(
        () -> {
          view.save(MapExport.Format.SVG, MapExport.Options.DEFAULT, file);
          return true;
        });
    until(() -> Files.exists(file));
    until(() -> workbench.notices().stream().anyMatch(n -> n.text().contains("map.svg")));
    assertThat(Files.readString(file)).contains("<title>");
  }
}
