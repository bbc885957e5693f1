package setu.core.anchor;

/** What a person has said of an anchor; only accepted ones are aligned on. */
public enum AnchorStatus {
  /** Proposed, not judged. */
  CANDIDATE,
  /** A translation: used for the mapping. */
  ACCEPTED,
  /** No translation. */
  REJECTED,
  /** Judged and left open. */
  UNSURE
}
