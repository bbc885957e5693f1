package setu.gui.map;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/** The panels that lie over the map, in its coordinates: where nothing is to be read under them. */
final class MapPanels {
  private static final double MOST = 0.25;

  private final List<Node> above;
  private final List<Node> below;
  private final List<Node> aside;

  /** Panels along the top and along the bottom edge, and others in the corners. */
  MapPanels(List<Node> above, List<Node> below, List<Node> aside) {
    this.aside = aside;
    this.above = above;
    this.below = below;
  }

  /** How many of {@code height} pixels the panels at the top take, a quarter at most. */
  double top(double height) {
    double edge = shown(above).mapToDouble(Bounds::getMaxY).max().orElse(0);
    return Math.clamp(edge, 0, height * MOST);
  }

  /** How many of {@code height} pixels the panels at the bottom take, a quarter at most. */
  double bottom(double height) {
    double edge = shown(below).mapToDouble(Bounds::getMinY).min().orElse(height);
    return Math.clamp(height - edge, 0, height * MOST);
  }

  /** Where they are. */
  List<LabelLayout.Box> boxes() {
    return Stream.of(above, below, aside)
        .flatMap(MapPanels::shown)
        .map(b -> new LabelLayout.Box(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight()))
        .toList();
  }

  private static Stream<Bounds> shown(List<Node> nodes) {
    return nodes.stream().filter(Node::isVisible).map(Node::getBoundsInParent);
  }
}
