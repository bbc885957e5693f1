package setu.core.task;

/** What long work is doing, for the person who waits; {@code phase.<name>} is its message key. */
public enum Phase {
  /** Reading a file; counted in bytes. */
  READ,
  /** Hashing a file; counted in bytes. */
  HASH,
  /** Writing a file; counted in rows. */
  WRITE,
  /** Normalising rows; counted in rows. */
  NORMALIZE,
  /** Solving a mapping; counted in steps. */
  ALIGN,
  /** Searching neighbours; counted in query rows. */
  NEIGHBORS,
  /** Scoring word translation; counted in queries. */
  EVALUATE,
  /** Laying out a map; counted in iterations. */
  PROJECT,
  /** Measuring a map's trustworthiness; counted in rows. */
  TRUST,
  /** Encoding texts; counted in texts. */
  ENCODE,
  /** Comparing a file with the dictionary; counted in rows. */
  IMPORT
}
