package setu.gui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import setu.core.fault.FileFault;

class PngTest {
  private static final int SIDE = 200;

  @TempDir Path folder;

  private final int[] noise = new Random(42).ints(SIDE * SIDE).toArray();

  @Test
  void writesThePixels() throws IOException {
    Path file = folder.resolve("noise.png");
    Png.write(noise, SIDE, SIDE, file);
    assertThat(ImageIO.read(file.toFile()).getRGB(7, 3))
        .isEqualTo(noise[3 * SIDE + 7] | 0xFF000000);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsToldAsOne() {
    Path full = Path.of("/dev/full");
    assertThat(Files.exists(full)).isTrue();
    assertThatThrownBy(() -> Png.write(noise, SIDE, SIDE, full))
        .isInstanceOfSatisfying(
            FileFault.class,
            fault -> assertThat(fault.problem()).isEqualTo(FileFault.Problem.DISK_FULL));
  }
}
