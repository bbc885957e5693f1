package setu.gui.map;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import setu.core.file.SafeWrite;
import setu.core.math.FloatMatrix;
import setu.core.projection.CoordinatesFile;
import setu.gui.common.Png;
import setu.gui.common.Side;

/**
 * The map as a file. What JavaFX has to draw is drawn when it is asked for; the rest, which may
 * take long, is left as work for another thread.
 */
final class MapExport {
  /** What kinds of file there are. */
  enum Format {
    /** Pixels. */
    PNG,
    /** Shapes, for the web and for drawing programs. */
    SVG,
    /** Shapes, for papers. */
    PDF,
    /** The coordinates behind them. */
    TSV;

    /** The end of a file's name, without the dot. */
    String extension() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is drawn, and how.
   *
   * @param scale pixels of a PNG for one of the window
   * @param seenOnly the part that the window shows; otherwise all points
   * @param windowColours the colours of the window; otherwise dark on white
   */
  record Options(double scale, boolean seenOnly, boolean windowColours) {
    static final Options DEFAULT = new Options(2, false, false);

    Options {
      if (!(scale > 0) || scale > MOST_SCALE) {
        throw new IllegalArgumentException("scale " + scale);
      }
    }
  }

  /** The largest scale of a PNG. */
  static final double MOST_SCALE = 16;

  private static final double WIDTH = 1200;
  private static final double HEIGHT = 800;

  private final MapPicture picture;
  private final Viewport view;
  private final MapLayout layout;
  private final String title;

  /**
   * An export of what a canvas shows.
   *
   * @param title of the figure, for its reader's program
   */
  MapExport(MapCanvas canvas, MapLayout layout, String title) {
    this.picture = Objects.requireNonNull(canvas.picture());
    this.view = canvas.view();
    this.layout = layout;
    this.title = title;
  }

  /** Width and height of a PNG, in pixels. */
  long[] pixels(Options options) {
    Viewport drawn = view(options);
    return new long[] {
      Math.round(drawn.width() * options.scale()), Math.round(drawn.height() * options.scale())
    };
  }

  private Viewport view(Options options) {
    return options.seenOnly() ? view : Viewport.fitting(picture.bounds(), WIDTH, HEIGHT);
  }

  /** Draws, on the JavaFX thread, and gives back the work of writing the file. */
  Runnable prepare(Format format, Options options, Path file) {
    MapPicture drawn = picture.copy(options.windowColours() ? picture.palette : Palette.LIGHT);
    Viewport part = view(options);
    return switch (format) {
      case PNG -> {
        PointRaster raster = MapSnapshot.pixels(drawn, part, options.scale());
        yield () -> Png.write(raster.pixels(), raster.width(), raster.height(), file);
      }
      case SVG ->
          vectors(
              drawn, part, new SvgDrawing(part.width(), part.height(), ground(drawn), title), file);
      case PDF ->
          vectors(
              drawn, part, new PdfDrawing(part.width(), part.height(), ground(drawn), title), file);
      case TSV -> () -> writeCoordinates(file);
    };
  }

  private static int ground(MapPicture drawn) {
    return Palette.rgb(drawn.palette.ground());
  }

  private static Runnable vectors(MapPicture drawn, Viewport part, VectorDrawing into, Path file) {
    MapFigure.draw(drawn, part, into);
    return () -> SafeWrite.write(file, into::writeTo);
  }

  /** The layout as it was made, not as it is turned. */
  private void writeCoordinates(Path file) {
    MapPoints points = picture.points;
    Places places = layout.places();
    FloatMatrix coordinates = FloatMatrix.zeros(places.size(), places.dimensions());
    float[] z = places.z();
    for (int i = 0; i < places.size(); i++) {
      coordinates.set(i, 0, places.x()[i]);
      coordinates.set(i, 1, places.y()[i]);
      if (z != null) {
        coordinates.set(i, 2, z[i]);
      }
    }
    List<String> words = new ArrayList<>(points.words(Side.SOURCE));
    words.addAll(points.words(Side.TARGET));
    LayoutTrust trust = layout.trust();
    CoordinatesFile.write(
        file,
        words,
        points.sources(),
        coordinates,
        i -> trust == null ? Double.NaN : trust.byPoint()[i]);
  }
}
