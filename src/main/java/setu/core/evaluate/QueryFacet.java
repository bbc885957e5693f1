package setu.core.evaluate;

/** What a query can be sorted by; see {@link QueryTraits}. */
public enum QueryFacet {
  /** Rank of the query word in its space, in bands. */
  FREQUENCY,
  /** Part of speech, as the test dictionary says. */
  PART_OF_SPEECH,
  /** Category, as the test dictionary says. */
  CATEGORY,
  /** Letters of the query word, in bands. */
  LENGTH,
  /** Script of the query word. */
  SCRIPT,
  /** Anchors among the nearest words of the query word in its own space, in bands. */
  ANCHOR_DENSITY
}
