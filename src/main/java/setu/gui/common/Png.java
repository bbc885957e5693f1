package setu.gui.common;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;
import setu.core.file.SafeWrite;

/** Writes pictures of the window and its maps. */
public final class Png {
  private Png() {}

  /**
   * Writes opaque pixels, row by row, 0xAARRGGBB.
   *
   * @throws setu.core.fault.FileFault if it cannot be written
   */
  public static void write(int[] pixels, int width, int height, Path file) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    SafeWrite.write(file, out -> ImageIO.write(image, "png", out));
  }

  /**
   * Writes a picture, its transparency included.
   *
   * @throws setu.core.fault.FileFault if it cannot be written
   */
  public static void write(Image image, Path file) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    copy.setRGB(0, 0, width, height, pixels, 0, width);
    SafeWrite.write(file, out -> ImageIO.write(copy, "png", out));
  }
}
