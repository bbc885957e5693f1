package setu.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.AnchorAudit.Audited;
import setu.core.anchor.WordPair;

/** An audit kept in a file, for dictionaries and spaces that may have changed since. */
class KeptAuditTest {
  private static final WordPair RIVER = new WordPair("river", "ශ්\u200Dරී ගඟ");
  private static final WordPair SEA = new WordPair("a\tsea", "මුහුද");
  private static final KeptAudit KEPT =
      new KeptAudit(
          Instant.parse("2026-11-27T18:00:00.123Z"),
          List.of(
              new Audited(RIVER, 3, 4, 0.5, 12, 0.25, true, 3.5, true),
              new Audited(SEA, 1, 2, 0.1, 1, 0, false, 0, false)));

  @TempDir Path folder;

  @Test
  void whatIsKeptIsReadAgain() {
    Path file = folder.resolve("cache/audit.json");
    assertThat(KeptAudit.read(file)).isNull();
    KEPT.write(file);
    assertThat(KeptAudit.read(file)).isEqualTo(KEPT);
  }

  @Test
  void whatIsNotWholeIsNothing() throws IOException {
    Path file = folder.resolve("audit.json");
    KEPT.write(file);
    byte[] bytes = Files.readAllBytes(file);
    for (byte[] bad :
        List.of(
            new byte[0],
            "{}".getBytes(StandardCharsets.UTF_8),
            "null".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(bytes, bytes.length / 2))) {
      assertThat(KeptAudit.read(Files.write(file, bad))).isNull();
    }
  }

  @Test
  void whereItCannotBeKeptNoHarmIsDone() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder").resolve("audit.json");
    KEPT.write(file);
    assertThat(KeptAudit.read(file)).isNull();
  }

  @Test
  void onlyAnchorsOfNowAreToldWithTheirRowsOfNow() {
    ResolvedAnchors now =
        new ResolvedAnchors(
            List.of(7, 8), List.of(9, 10), List.of(new WordPair("sun", "ඉර"), RIVER), List.of());
    Audited told = Objects.requireNonNull(KEPT.of(now)).getFirst();
    assertThat(KEPT.of(now)).hasSize(1);
    assertThat(told).isEqualTo(new Audited(RIVER, 8, 10, 0.5, 12, 0.25, true, 3.5, true));
  }
}
