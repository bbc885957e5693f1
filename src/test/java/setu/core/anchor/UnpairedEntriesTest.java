package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a file of translated segments, too, every entry is taken or refused with its line. */
class UnpairedEntriesTest {
  @TempDir private Path folder;

  @Test
  void everySegmentIsTakenOrRefusedWithItsReason() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("memory.tmx"),
            """
            <tmx version="1.4"><header srclang="en"/><body>
            <tu><tuv xml:lang="en"><seg>river</seg></tuv><tuv xml:lang="si"><seg>ගඟ</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>alone</seg></tuv></tu>
            <tu><tuv xml:lang="si"><seg>තනිව</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>12</seg></tuv><tuv xml:lang="si"><seg>දොළහ</seg></tuv></tu>
            <tu><tuv xml:lang="en-GB"><seg>sea</seg></tuv><tuv xml:lang="SI"><seg>මුහුද</seg></tuv></tu>
            </body></tmx>
            """);
    DictionaryImport read = DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN);
    assertThat(read.format()).isEqualTo("tmx");
    assertThat(read.pairs())
        .containsExactly(new WordPair("river", "ගඟ"), new WordPair("sea", "මුහුද"));
    assertThat(read.refused())
        .extracting(RefusedLine::line, RefusedLine::reason, RefusedLine::text)
        .containsExactly(
            tuple(3L, RefusedLine.Reason.EMPTY_SIDE, "alone"),
            tuple(4L, RefusedLine.Reason.EMPTY_SIDE, "තනිව"),
            tuple(5L, RefusedLine.Reason.NOT_A_WORD, "12"));
    assertThat(read.read()).isEqualTo(5);
  }
}
