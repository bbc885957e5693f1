package setu.gui.map;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The outline of shaped text: a figure that holds it looks the same everywhere, whether or not the
 * reader has a typeface that shapes Sinhala. To be made on the JavaFX thread.
 *
 * @param steps from the left end of the base line; y points down
 */
record Outline(List<Step> steps) {
  /** What a step does. */
  enum Kind {
    MOVE,
    LINE,
    CURVE,
    CLOSE
  }

  /** One step, to {@code x}, {@code y}; a cubic curve by its two handles. */
  record Step(Kind kind, double x1, double y1, double x2, double y2, double x, double y) {}

  Outline {
    steps = List.copyOf(steps);
  }

  /** The outline of a line of text. */
  static Outline of(String line, Font font) {
    Text text = new Text(line);
    text.setFont(font);
    // Subtracting nothing is how JavaFX gives a shape away as a path.
    Path path = (Path) Shape.subtract(text, new Rectangle(0, 0));
    List<Step> steps = new ArrayList<>();
    double x = 0;
    double y = 0;
    for (PathElement element : path.getElements()) {
      Step step = step(element, x, y);
      steps.add(step);
      x = step.x();
      y = step.y();
    }
    return new Outline(steps);
  }

  private static Step step(PathElement element, double x, double y) {
    return switch (element) {
      case MoveTo to -> straight(Kind.MOVE, to.getX(), to.getY());
      case LineTo to -> straight(Kind.LINE, to.getX(), to.getY());
      case CubicCurveTo to ->
          new Step(
              Kind.CURVE,
              to.getControlX1(),
              to.getControlY1(),
              to.getControlX2(),
              to.getControlY2(),
              to.getX(),
              to.getY());
      case QuadCurveTo to ->
          // A quadratic curve is the cubic one whose handles are two thirds of the way to its own.
          new Step(
              Kind.CURVE,
              x + (to.getControlX() - x) * 2 / 3,
              y + (to.getControlY() - y) * 2 / 3,
              to.getX() + (to.getControlX() - to.getX()) * 2 / 3,
              to.getY() + (to.getControlY() - to.getY()) * 2 / 3,
              to.getX(),
              to.getY());
      case ClosePath close -> straight(Kind.CLOSE, x, y);
      default -> throw new IllegalStateException(element.toString());
    };
  }

  private static Step straight(Kind kind, double x, double y) {
    return new Step(kind, x, y, x, y, x, y);
  }
}
