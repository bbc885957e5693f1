package setu.gui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import javafx.application.Platform;
import javafx.scene.text.Font;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import setu.gui.common.Fonts;
import setu.gui.map.MapExport.Format;
import setu.gui.map.MapExport.Options;
import setu.gui.map.MapLayout.Method;
import setu.gui.map.MapLayout.Reached;

/** What is exported is what a reader's program can open, with every word and point in it. */
@NullUnmarked
class MapExportTest {
  private static final MapPoints POINTS =
      new MapPoints(List.of("river", "rain & snow"), List.of("ගඟ", "ශ්‍රී"));
  private static final Places PLACES =
      new Places(
          new float[] {-3, 1, 2, Float.NaN},
          new float[] {-1, 2, 0, Float.NaN},
          new float[] {0, 1, 2, Float.NaN});
  @TempDir Path folder;

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    Fonts.load();
  }

  private Path export(Format format, Options options) throws Exception {
    Path file = folder.resolve("map." + format.extension());
    Runnable writing =
        WaitForAsyncUtils.asyncFx(
                () -> {
                  MapCanvas canvas = new MapCanvas();
                  canvas.resize(600, 400);
                  MapPicture picture = new MapPicture(POINTS, PLACES, Palette.DARK);
                  picture.anchor(new int[] {0, 2});
                  picture.anchorsShown = true;
                  picture.selected = 0;
                  canvas.show(picture, PLACES);
                  canvas.layout();
                  MapLayout layout = new MapLayout(Method.UMAP, PLACES, 42, Reached.AT_ONCE);
                  return new MapExport(canvas, layout, "ශ්‍රී map").prepare(format, options, file);
                })
            .get(60, TimeUnit.SECONDS);
    writing.run();
    return file;
  }

  @Test
  void aPngHasAsManyPixelsAsAskedForWhateverTheScale() throws Exception {
    var whole = ImageIO.read(export(Format.PNG, new Options(0.5, false, false)).toFile());
    assertThat(whole.getWidth()).isEqualTo(600);
    assertThat(whole.getHeight()).isEqualTo(400);
    assertThat(whole.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
    // Larger than a tile, so that labels cross from one to the next.
    var seen = ImageIO.read(export(Format.PNG, new Options(4, true, true)).toFile());
    assertThat(seen.getWidth()).isEqualTo(2400);
    assertThat(seen.getHeight()).isEqualTo(1600);
    assertThat(seen.getRGB(0, 0)).isEqualTo(0xFF000000 | Palette.rgb(Palette.DARK.ground()));
    assertThatThrownBy(() -> new Options(17, true, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anSvgHoldsEveryPointAndEveryWordAsShapesAndAsText() throws Exception {
    Path file = export(Format.SVG, Options.DEFAULT);
    Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    NodeList titles = svg.getElementsByTagName("title");
    List<String> words =
        java.util.stream.IntStream.range(0, titles.getLength())
            .mapToObj(i -> titles.item(i).getTextContent())
            .toList();
    assertThat(words).containsExactlyInAnyOrder("ශ්‍රී map", "river", "rain & snow", "ගඟ");
    String text = Files.readString(file);
    // Two words of the source are circles, and the chosen one has a ring of two more.
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(4);
    assertThat(text).contains("fill:#D55E00").contains("fill:#0072B2").doesNotContain("NaN");
    assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("1200");
  }

  @Test
  void aPdfCanBeReadFromItsTableOnAndItsWordsAreOutlines() throws Exception {
    byte[] bytes = Files.readAllBytes(export(Format.PDF, Options.DEFAULT));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text)
        .startsWith("%PDF-1.4")
        .endsWith("%%EOF\n")
        .contains("/MediaBox [0 0 1200 800]");
    Matcher start = Pattern.compile("startxref\n(\\d+)\n").matcher(text);
    assertThat(start.find()).isTrue();
    int table = Integer.parseInt(start.group(1));
    assertThat(text.substring(table)).startsWith("xref\n0 6\n");
    Matcher entry = Pattern.compile("(\\d{10}) 00000 n \n").matcher(text.substring(table));
    for (int object = 1; object <= 5; object++) {
      assertThat(entry.find()).isTrue();
      assertThat(text.substring(Integer.parseInt(entry.group(1)))).startsWith(object + " 0 obj\n");
    }
    int from = text.indexOf("stream\n") + "stream\n".length();
    byte[] packed = java.util.Arrays.copyOfRange(bytes, from, text.indexOf("\nendstream"));
    Matcher length = Pattern.compile("/Length (\\d+)").matcher(text);
    assertThat(length.find()).isTrue();
    assertThat(packed).hasSize(Integer.parseInt(length.group(1)));
    String drawn =
        new String(
            new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes(),
            StandardCharsets.US_ASCII);
    assertThat(drawn).contains("/ActualText <FEFF0D9C0D9F>").contains(" c ").doesNotContain("NaN");
  }

  @Test
  void theTableHoldsThePlacesAsTheyWereLaidOut() throws Exception {
    assertThat(Files.readAllLines(export(Format.TSV, Options.DEFAULT)))
        .containsExactly(
            "word\tside\tx\ty\tz\ttrustworthiness",
            "river\tsource\t-3.0\t-1.0\t0.0\t",
            "rain & snow\tsource\t1.0\t2.0\t1.0\t",
            "ගඟ\ttarget\t2.0\t0.0\t2.0\t");
  }

  @Test
  void anOutlineIsOfShapedText() throws Exception {
    Font font = Font.font(Fonts.FAMILY, 40);
    Outline whole = WaitForAsyncUtils.asyncFx(() -> Outline.of("ශ්‍රී", font)).get();
    Outline parts = WaitForAsyncUtils.asyncFx(() -> Outline.of("ශ ර ී", font)).get();
    // The conjunct is one narrow shape, not its letters side by side.
    assertThat(width(whole)).isLessThan(0.7 * width(parts)).isPositive();
    assertThat(whole.steps().getFirst().kind()).isEqualTo(Outline.Kind.MOVE);
  }

  private static double width(Outline outline) {
    var x = outline.steps().stream().mapToDouble(Outline.Step::x).summaryStatistics();
    return x.getMax() - x.getMin();
  }
}
