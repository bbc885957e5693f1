package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.fault.Fault;
import setu.core.fault.FileFault;
import setu.core.fault.SpaceFault;
import setu.core.file.SafeWrite;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** Every bad file ends in the fault that says what is wrong with it. */
class BadSpaceTest {
  @TempDir Path folder;

  @Test
  void noSuchFile() {
    assertFault(folder.resolve("none.vec"), FileFault.Problem.MISSING);
  }

  @Test
  void aFolder() {
    assertFault(folder, FileFault.Problem.IS_FOLDER);
  }

  @Test
  void anEmptyFile() throws IOException {
    assertFault(text(""), FileFault.Problem.EMPTY);
  }

  @Test
  void aFileOfZeros() throws IOException {
    assertFault(write(new byte[5000]), SpaceFault.Problem.UNKNOWN_FORMAT);
  }

  @Test
  void rowsOfZerosOnly() throws IOException {
    assertFault(text("a 0.0 0.0\nb 0.0 0.0\n"), SpaceFault.Problem.NO_ROWS);
  }

  @Test
  void binaryJunk() throws IOException {
    byte[] junk = new byte[100_000];
    new Random(2).nextBytes(junk);
    assertFault(write(junk), SpaceFault.Problem.UNKNOWN_FORMAT);
  }

  @Test
  void proseAndWordLists() throws IOException {
    assertFault(text("This is no space.\nIt is prose.\n"), SpaceFault.Problem.UNKNOWN_FORMAT);
    assertFault(text("cat 12\ndog 7\n"), SpaceFault.Problem.UNKNOWN_FORMAT);
    assertFault(text("\n\n\n"), SpaceFault.Problem.UNKNOWN_FORMAT);
  }

  @Test
  void anEmptyGzip() throws IOException {
    assertFault(write(gzip(new byte[0])), SpaceFault.Problem.UNKNOWN_FORMAT);
  }

  @Test
  void aTruncatedGzip() throws IOException {
    byte[] whole = gzip(rows(5000, 20).getBytes(StandardCharsets.UTF_8));
    for (int length : new int[] {5, 12, 200, whole.length / 2, whole.length - 1}) {
      Fault fault =
          assertFault(write(Arrays.copyOf(whole, length)), SpaceFault.Problem.DAMAGED_GZIP);
      assertThat(fault.line()).as("how far it could be read").isPositive();
      if (length == whole.length / 2) {
        assertThat(fault.line()).isBetween(1500L, 3500L);
      }
    }
  }

  @Test
  void aTruncatedGzipOfRowsThatTakeLongerToRefuseThanToUnpack() throws IOException {
    byte[] whole = gzip("a 1 2\n".repeat(4_000_000).getBytes(StandardCharsets.UTF_8));
    Path file = write(Arrays.copyOf(whole, whole.length - 9));
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () ->
            assertThatThrownBy(
                    () ->
                        SpaceFiles.read(
                            file,
                            new ReadOptions(Integer.MAX_VALUE, 1),
                            Progress.NONE,
                            Cancellation.none()))
                .isInstanceOf(SpaceFault.class));
  }

  @Test
  void aDamagedGzip() throws IOException {
    byte[] whole = gzip(rows(5000, 20).getBytes(StandardCharsets.UTF_8));
    whole[whole.length - 6] ^= 1;
    assertFault(write(whole), SpaceFault.Problem.DAMAGED_GZIP);
  }

  @Test
  void aHeaderThatPromisesMoreRows() throws IOException {
    Fault fault = assertFault(text("3 2\na 1 2\nb 3 4\n"), SpaceFault.Problem.HEADER_LIES);
    assertThat(fault.line()).isOne();
    assertThat(fault.detail()).contains("3").contains("2");
  }

  @Test
  void aHeaderThatPromisesOtherDimensions() throws IOException {
    assertFault(text("2 3\na 1 2\nb 3 4\n"), SpaceFault.Problem.HEADER_LIES);
    assertFault(text("2 1\na 1 2\nb 3 4\n"), SpaceFault.Problem.HEADER_LIES);
  }

  @Test
  void aHeaderThatWouldTakeAllMemory() throws IOException {
    assertFault(text("2000000000 2\na 1 2\nb 3 4\n"), SpaceFault.Problem.HEADER_LIES);
    assertFault(text("2 999999999\na 1 2\nb 3 4\n"), SpaceFault.Problem.HEADER_LIES);
    assertFault(
        write(gzip("999999999999 2\na 1 2\n".getBytes(StandardCharsets.UTF_8))),
        SpaceFault.Problem.HEADER_LIES);
  }

  @Test
  void aHeaderAlone() throws IOException {
    assertFault(text("0 300\n"), SpaceFault.Problem.NO_ROWS);
    assertFault(text("5 300\n"), SpaceFault.Problem.HEADER_LIES);
  }

  @Test
  void noUsableRow() throws IOException {
    assertFault(text("2 2\na nan 1\nb 1 inf\n"), SpaceFault.Problem.NO_ROWS);
  }

  @Test
  void aFileThatChangesWhileItIsRead() throws IOException {
    Path file = text(rows(5000, 20));
    Progress meddling =
        new Progress() {
          @Override
          public void begin(Phase phase, long total) {
            try {
              Files.writeString(file, rows(10, 20));
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          }

          @Override
          public void advance(long amount) {}
        };
    FileFault fault =
        catchThrowableOfType(
            FileFault.class,
            () -> SpaceFiles.read(file, ReadOptions.ALL, meddling, Cancellation.none()));
    assertThat(fault.problem()).isEqualTo(FileFault.Problem.CHANGED);
  }

  @Test
  void aFullDiskLeavesTheOldFileWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("old.vec"), "old");
    FileFault fault =
        catchThrowableOfType(
            FileFault.class,
            () ->
                SafeWrite.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }));
    assertThat(fault.problem()).isEqualTo(FileFault.Problem.DISK_FULL);
    assertUntouched(file);
  }

  @Test
  void aReadOnlyPlaceLeavesTheOldFileWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("old.vec"), "old");
    FileFault fault =
        catchThrowableOfType(
            FileFault.class,
            () ->
                SafeWrite.write(
                    file,
                    out -> {
                      throw new FileSystemException("x", null, "Read-only file system");
                    }));
    assertThat(fault.problem()).isEqualTo(FileFault.Problem.READ_ONLY);
    assertUntouched(file);
  }

  @Test
  void aFileWhereAFolderShouldBe() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    FileFault fault =
        catchThrowableOfType(
            FileFault.class, () -> SafeWrite.write(file.resolve("new.vec"), out -> out.write(1)));
    assertThat(fault.problem()).isEqualTo(FileFault.Problem.READ_ONLY);
    assertUntouched(file);
  }

  private void assertUntouched(Path file) throws IOException {
    assertThat(file).hasContent("old");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).as("no temporary file is left").containsExactly(file);
    }
  }

  private static Fault assertFault(Path file, Enum<?> problem) {
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () -> SpaceFiles.read(file, ReadOptions.ALL, Progress.NONE, Cancellation.none()));
    assertThat(fault).as(problem.name()).isNotNull();
    assertThat(fault.problem()).isEqualTo(problem);
    assertThat(fault.file()).isEqualTo(file);
    return fault;
  }

  private static String rows(int n, int d) {
    Random random = new Random(9);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < n; i++) {
      text.append('w').append(i);
      for (int j = 0; j < d; j++) {
        text.append(' ').append(random.nextFloat());
      }
      text.append('\n');
    }
    return text.toString();
  }

  private Path text(String text) throws IOException {
    return write(text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("bad.vec"), bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }
}
