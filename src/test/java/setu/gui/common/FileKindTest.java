package setu.gui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.fault.FileFault;

class FileKindTest {
  private static final Path SAMPLE = Path.of("sample-vectors");

  @TempDir Path folder;

  @Test
  void contentSaysWhatAFileIs() throws IOException {
    assertThat(FileKind.of(SAMPLE.resolve("si.100.vec"))).isEqualTo(FileKind.SPACE);
    assertThat(FileKind.of(SAMPLE.resolve("anchors.train.tsv"))).isEqualTo(FileKind.DICTIONARY);
    assertThat(FileKind.of(folder)).isEqualTo(FileKind.PROJECT);
    assertThat(FileKind.of(write("glove.bin", "river 0.1 0.2 0.3 0.4 0.5 -6e-3\n")))
        .isEqualTo(FileKind.SPACE);
    assertThat(FileKind.of(write("pairs.vec", "river ගඟ\nrain වැස්ස\n")))
        .isEqualTo(FileKind.DICTIONARY);
  }

  @Test
  void xmlInUtf16IsADictionary() throws IOException {
    Path file = folder.resolve("memory.tmx");
    for (Charset charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      Files.write(file, "<?xml version='1.0'?><tmx/>".getBytes(charset));
      assertThat(FileKind.of(file)).isEqualTo(FileKind.DICTIONARY);
    }
  }

  @Test
  void vectorsInUtf16AreVectorsAndPairsAreADictionary() throws IOException {
    Path file = folder.resolve("wide.txt");
    Files.write(file, "2 3\nriver 0.1 0.2 0.3\n".getBytes(StandardCharsets.UTF_16));
    assertThat(FileKind.of(file)).isEqualTo(FileKind.SPACE);
    Files.write(file, "river ගඟ\nrain වැස්ස\n".getBytes(StandardCharsets.UTF_16));
    assertThat(FileKind.of(file)).isEqualTo(FileKind.DICTIONARY);
  }

  @Test
  void aDamagedSpreadsheetIsNoFileOfVectors() throws IOException {
    assertThat(FileKind.of(write("words.xlsx", "\0\1\2"))).isEqualTo(FileKind.DICTIONARY);
    assertThat(FileKind.of(write("words.ods", "\0\1\2"))).isEqualTo(FileKind.DICTIONARY);
    assertThat(FileKind.of(write("words", "\0\1\2"))).isEqualTo(FileKind.SPACE);
  }

  @Test
  void scriptSaysTheLanguage() {
    assertThat(FileKind.language(SAMPLE.resolve("si.100.vec"))).isEqualTo("si");
    assertThat(FileKind.language(SAMPLE.resolve("en.100.vec"))).isEqualTo("en");
  }

  @Test
  void anEmptyOrMissingFileIsAFault() throws IOException {
    Path empty = write("empty.vec", "");
    assertThatThrownBy(() -> FileKind.of(empty)).isInstanceOf(FileFault.class);
    assertThatThrownBy(() -> FileKind.of(folder.resolve("none"))).isInstanceOf(FileFault.class);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
