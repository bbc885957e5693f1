package setu.core.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import setu.core.fault.FileFault;

class SafeWriteTest {
  @TempDir Path folder;

  @Test
  void replacesTheWholeFile() throws IOException {
    Path inside = folder.resolve("new folder");
    Path file = inside.resolve("words.txt");
    SafeWrite.write(file, out -> out.write("old and long".getBytes(UTF_8)));
    SafeWrite.write(file, out -> out.write("new".getBytes(UTF_8)));
    assertThat(file).hasContent("new");
    assertThat(entries(inside)).isEqualTo(1);
  }

  @Test
  void keepsTheOldFileAndLeavesNothingBehindWhenTheDiskIsFull() throws IOException {
    Path file = folder.resolve("words.txt");
    SafeWrite.write(file, out -> out.write("old".getBytes(UTF_8)));
    assertThatThrownBy(
            () ->
                SafeWrite.write(
                    file,
                    out -> {
                      out.write("half of the ne".getBytes(UTF_8));
                      out.flush();
                      throw new IOException("No space left on device");
                    }))
        .asInstanceOf(type(FileFault.class))
        .extracting(FileFault::problem)
        .isEqualTo(FileFault.Problem.DISK_FULL);
    assertThat(file).hasContent("old");
    assertThat(entries(folder)).isEqualTo(1);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void writesIntoADeviceAndDoesNotReplaceIt() throws IOException {
    // Behind a link, so that a mistake costs the link and no device.
    Path full = Files.createSymbolicLink(folder.resolve("full"), Path.of("/dev/full"));
    assertThatThrownBy(() -> SafeWrite.write(full, out -> out.write("words".getBytes(UTF_8))))
        .asInstanceOf(type(FileFault.class))
        .extracting(FileFault::problem)
        .isEqualTo(FileFault.Problem.DISK_FULL);
    Path nowhere = Files.createSymbolicLink(folder.resolve("null"), Path.of("/dev/null"));
    SafeWrite.write(nowhere, out -> out.write("words".getBytes(UTF_8)));
    assertThat(full).isSymbolicLink();
    assertThat(nowhere).isSymbolicLink();
    assertThat(entries(folder)).isEqualTo(2);
  }

  @Test
  void keepsTheOldFileWhenTheWriterFails() throws IOException {
    Path file = folder.resolve("words.txt");
    SafeWrite.write(file, out -> out.write("old".getBytes(UTF_8)));
    assertThatThrownBy(
            () ->
                SafeWrite.write(
                    file,
                    out -> {
                      throw new IllegalStateException("a mistake");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(file).hasContent("old");
    assertThat(entries(folder)).isEqualTo(1);
  }

  @Test
  void givesTheFileThePermissionsOfAnyNewOne() throws IOException {
    Path file = folder.resolve("words.txt");
    Path plain = Files.createFile(folder.resolve("plain.txt"));
    SafeWrite.write(file, out -> out.write(1));
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(Files.getPosixFilePermissions(plain));
    }
  }

  @Test
  void refusesAFolderAndAPlaceUnderAFile() throws IOException {
    assertThatThrownBy(() -> SafeWrite.write(folder, out -> out.write(1)))
        .asInstanceOf(type(FileFault.class))
        .extracting(FileFault::problem)
        .isEqualTo(FileFault.Problem.IS_FOLDER);
    Path file = Files.createFile(folder.resolve("plain.txt"));
    assertThatThrownBy(() -> SafeWrite.write(file.resolve("under.txt"), out -> out.write(1)))
        .isInstanceOf(FileFault.class);
  }

  private static long entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    }
  }
}
