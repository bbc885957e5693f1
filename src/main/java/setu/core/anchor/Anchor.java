package setu.core.anchor;

import java.time.Instant;

/**
 * A translation pair of word forms (never row numbers), with its provenance.
 *
 * @param id stable identity within the project
 * @param source word form of the source language, exactly as written
 * @param target word form of the target language, exactly as written
 * @param pos part of speech; empty if not said
 * @param category such as {@code nature}; empty if not said
 * @param note empty if none
 * @param origin where the pair came from: a file's name, {@code edit}, {@code induced} …
 * @param author who changed it last
 * @param changed when it was changed last
 */
public record Anchor(
    long id,
    String source,
    String target,
    AnchorStatus status,
    String pos,
    String category,
    String note,
    String origin,
    String author,
    Instant changed) {}
