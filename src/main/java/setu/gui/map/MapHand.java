package setu.gui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import setu.gui.common.Side;
import setu.gui.common.WordRef;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** What the hand on the map does to the workbench: what it picks here is picked everywhere. */
final class MapHand implements MapGestures.Listener {
  private static final int PARTNERS = 5;

  private final Workbench workbench;
  private final Messages messages;
  private final MapCanvas canvas;
  private final HoverCard card;
  private final Function<Side, String> languages;

  /**
   * A hand.
   *
   * @param languages what the language of a side is called
   */
  MapHand(
      Workbench workbench,
      Messages messages,
      MapCanvas canvas,
      HoverCard card,
      Function<Side, String> languages) {
    this.workbench = workbench;
    this.messages = messages;
    this.canvas = canvas;
    this.card = card;
    this.languages = languages;
  }

  @Override
  public void hovered(int point, double x, double y) {
    MapPicture picture = canvas.picture();
    if (point < 0 || picture == null) {
      card.hide();
      workbench.hoveredProperty().set(null);
      return;
    }
    WordRef ref = picture.points.ref(point);
    workbench.hoveredProperty().set(ref);
    card.show(picture.points.word(point), ref.side(), about(picture, point), x, y);
  }

  @Override
  public void picked(int point) {
    MapPicture picture = canvas.picture();
    if (point >= 0 && picture != null) {
      workbench.selectedProperty().set(picture.points.ref(point));
      canvas.bringIntoSight(point);
    } else {
      workbench.clearSelection();
    }
  }

  @Override
  public void chosen(int[] points, boolean added) {
    MapPicture picture = canvas.picture();
    if (picture == null) {
      return;
    }
    if (!added) {
      workbench.selection().clear();
    }
    workbench.selection().addAll(IntStream.of(points).mapToObj(picture.points::ref).toList());
  }

  @Override
  public void cleared() {
    workbench.clearSelection();
  }

  /** The lines of the card under the word: how it is read, its rank, its anchors. */
  private List<String> about(MapPicture picture, int point) {
    MapPoints points = picture.points;
    List<String> lines = new ArrayList<>();
    String latin = Romanization.of(points.word(point));
    if (!latin.isEmpty()) {
      lines.add(latin);
    }
    lines.add(
        messages.text(
            "gui.map.rank",
            languages.apply(points.side(point)),
            String.format(messages.locale(), "%,d", points.row(point) + 1)));
    int[] partners = picture.partners(point);
    if (partners.length > 0) {
      String words =
          String.join(
              " · ", IntStream.of(partners).limit(PARTNERS).mapToObj(points::word).toList());
      lines.add(messages.text("gui.map.anchoredTo", words));
    }
    return lines;
  }
}
