package setu.core.align;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import setu.core.align.AnchorAudit.Audited;
import setu.core.anchor.WordPair;
import setu.core.fault.FileFault;
import setu.core.file.SafeWrite;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An audit as it was computed last, to be shown while it is computed anew. It is what was true
 * then: anchors and spaces may have changed since.
 *
 * @param when it was computed
 * @param audited the most suspect first
 */
public record KeptAudit(Instant when, List<Audited> audited) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Copies the list. */
  public KeptAudit {
    Objects.requireNonNull(when);
    audited = List.copyOf(audited);
  }

  /** Reads what is kept in a file; null where nothing whole is. */
  public static @Nullable KeptAudit read(Path file) {
    try {
      return JSON.readValue(Files.readAllBytes(file), KeptAudit.class);
    } catch (IOException | JacksonException | NullPointerException e) {
      return null;
    }
  }

  /** Keeps it in a file. One that cannot be written does no harm: it is computed again. */
  public void write(Path file) {
    try {
      SafeWrite.write(file, out -> out.write(JSON.writeValueAsBytes(this)));
    } catch (FileFault ignored) {
      // Nothing is shown early the next time.
    }
  }

  /** What it says of anchors that are used now, in its order and with the rows of now. */
  public List<Audited> of(ResolvedAnchors anchors) {
    Map<WordPair, Integer> places = new HashMap<>();
    for (int i = 0; i < anchors.size(); i++) {
      places.put(anchors.used().get(i), i);
    }
    List<Audited> known = new ArrayList<>();
    for (Audited each : audited) {
      Integer place = places.get(each.pair());
      if (place != null) {
        known.add(
            new Audited(
                each.pair(),
                anchors.sourceRows().get(place),
                anchors.targetRows().get(place),
                each.residual(),
                each.goldRank(),
                each.margin(),
                each.crossing(),
                each.suspicion(),
                each.suspect()));
      }
    }
    return known;
  }
}
