package setu.core.anchor;

import java.time.Instant;
import java.util.List;

/**
 * What a person may change in an anchor, all at once.
 *
 * @param source not blank, like {@code target}
 * @param origin where the pair came from; blank only in journals of early versions
 */
public record Draft(
    String source,
    String target,
    AnchorStatus status,
    String pos,
    String category,
    String note,
    String comment,
    List<String> tags,
    boolean preferred,
    String origin) {
  /** Copies the list. */
  public Draft {
    tags = List.copyOf(tags);
  }

  /** A pair without comment and tags, not preferred. */
  public Draft(
      String source,
      String target,
      AnchorStatus status,
      String pos,
      String category,
      String note,
      String origin) {
    this(source, target, status, pos, category, note, "", List.of(), false, origin);
  }

  /** An accepted pair with nothing else said. */
  public static Draft accepted(String source, String target, String origin) {
    return new Draft(source, target, AnchorStatus.ACCEPTED, "", "", "", origin);
  }

  /** What is said of an anchor. */
  public static Draft of(Anchor anchor) {
    return new Draft(
        anchor.source(),
        anchor.target(),
        anchor.status(),
        anchor.pos(),
        anchor.category(),
        anchor.note(),
        anchor.comment(),
        anchor.tags(),
        anchor.preferred(),
        anchor.origin());
  }

  /** The anchor that says this. */
  public Anchor anchor(long id, String author, Instant changed) {
    return new Anchor(
        id,
        new WordPair(source, target),
        status,
        pos,
        category,
        note,
        comment,
        tags,
        preferred,
        origin,
        author,
        changed);
  }

  /** The same with another status. */
  public Draft withStatus(AnchorStatus other) {
    return new Draft(source, target, other, pos, category, note, comment, tags, preferred, origin);
  }

  /** The same with other word forms. */
  public Draft withWords(String otherSource, String otherTarget) {
    return new Draft(
        otherSource, otherTarget, status, pos, category, note, comment, tags, preferred, origin);
  }

  /** The same with another part of speech, category and note. */
  public Draft described(String otherPos, String otherCategory, String otherNote) {
    return new Draft(
        source,
        target,
        status,
        otherPos,
        otherCategory,
        otherNote,
        comment,
        tags,
        preferred,
        origin);
  }

  /** The same from somewhere else. */
  Draft withOrigin(String other) {
    return new Draft(source, target, status, pos, category, note, comment, tags, preferred, other);
  }

  /** The same with another comment. */
  public Draft withComment(String other) {
    return new Draft(source, target, status, pos, category, note, other, tags, preferred, origin);
  }

  /** The same with these tags. */
  public Draft withTags(List<String> others) {
    return new Draft(
        source, target, status, pos, category, note, comment, others, preferred, origin);
  }

  /** The same, shown first or not among the translations of its source word. */
  public Draft withPreferred(boolean other) {
    return new Draft(source, target, status, pos, category, note, comment, tags, other, origin);
  }
}
