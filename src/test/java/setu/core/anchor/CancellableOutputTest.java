package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.DictionaryFiles.Provenance;
import setu.core.task.Cancellation;

/** An export that is cancelled writes no more, and the file stays as it was. */
class CancellableOutputTest {
  @TempDir private Path folder;

  @Test
  void bytesAreWrittenUntilTheWorkIsCancelled() throws IOException {
    Cancellation cancellation = new Cancellation();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CancellableOutput out = new CancellableOutput(bytes, cancellation)) {
      out.write(new byte[] {1, 2, 3}, 1, 2);
      out.write(4);
      cancellation.cancel();
      assertThatThrownBy(() -> out.write(new byte[] {5}, 0, 1))
          .isInstanceOf(CancellationException.class);
    }
    assertThat(bytes.toByteArray()).containsExactly(2, 3, 4);
  }

  @Test
  void aCancelledExportLeavesTheFileAsItWas() throws IOException {
    Path file = Files.writeString(folder.resolve("words.tsv"), "kept");
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    List<Anchor> anchors = List.of(Draft.accepted("river", "ගඟ", "").anchor(1, "", Instant.EPOCH));
    assertThatThrownBy(() -> DictionaryFiles.write(file, anchors, Provenance.KEPT, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(file).hasContent("kept");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }
}
