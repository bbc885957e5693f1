package setu.core.anchor;

import java.time.Instant;
import java.util.List;

/**
 * A translation pair of word forms (never row numbers), with its provenance.
 *
 * @param id stable identity within the project
 * @param pair its two forms, exactly as written
 * @param pos part of speech; empty if not said
 * @param category such as {@code nature}; empty if not said
 * @param note the sense meant, or another short remark; empty if none
 * @param comment what people say to each other about the pair; empty if nothing
 * @param tags short labels, in order, without repeats
 * @param preferred whether it is the translation to show first among those of its source word
 * @param origin where the pair came from: a file's name, {@code edit}, {@code induced} …
 * @param author who changed it last
 * @param changed when it was changed last
 */
public record Anchor(
    long id,
    WordPair pair,
    AnchorStatus status,
    String pos,
    String category,
    String note,
    String comment,
    List<String> tags,
    boolean preferred,
    String origin,
    String author,
    Instant changed) {
  /** Copies the list. */
  public Anchor {
    tags = List.copyOf(tags);
  }

  /** An anchor without comment and tags, not preferred. */
  public Anchor(
      long id,
      String source,
      String target,
      AnchorStatus status,
      String pos,
      String category,
      String note,
      String origin,
      String author,
      Instant changed) {
    this(
        id,
        new WordPair(source, target),
        status,
        pos,
        category,
        note,
        "",
        List.of(),
        false,
        origin,
        author,
        changed);
  }

  /** The word form of the source language. */
  public String source() {
    return pair.source();
  }

  /** The word form of the target language. */
  public String target() {
    return pair.target();
  }
}
