package setu.core.anchor;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person has said of an anchor; only accepted ones are aligned on. */
public enum AnchorStatus {
  /** Proposed, not judged. */
  CANDIDATE,
  /** A translation: used for the mapping. */
  ACCEPTED,
  /** No translation. */
  REJECTED,
  /** Judged and left open. */
  UNSURE;

  /** The status of a name in any case; null if there is none. */
  public static @Nullable AnchorStatus named(String name) {
    for (AnchorStatus status : values()) {
      if (status.name().equalsIgnoreCase(name)) {
        return status;
      }
    }
    return null;
  }

  /** The name as files and the command line write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
