package setu.core.anchor;

/** A source and a target word form: what a dictionary line says. */
public record WordPair(String source, String target) {
  /** The same pair read the other way. */
  public WordPair reversed() {
    return new WordPair(target, source);
  }
}
