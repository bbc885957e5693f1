package setu.gui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import setu.gui.common.Side;
import setu.gui.common.WordRef;
import setu.gui.map.MapLayout.Method;

/** The hand on the map: pan, zoom, turn, point, click, box and lasso. */
@NullUnmarked
class MapGesturesTest extends SampleMap {
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

  private static List<Integer> chosen() {
    return workbench.selection().stream().map(picture().points::point).toList();
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
}
