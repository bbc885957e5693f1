package setu.gui.common;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
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
    write(image, file);
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
    write(copy, file);
  }

  /** By way of memory: Java's encoder keeps to itself why a file could not be written. */
  private static void write(BufferedImage image, Path file) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    SafeWrite.write(
        file,
        out -> {
          try (ImageOutputStream memory = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", memory);
          }
          png.writeTo(out);
        });
  }
}
