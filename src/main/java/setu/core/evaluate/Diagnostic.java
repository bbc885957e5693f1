package setu.core.evaluate;

/**
 * One figure.
 *
 * @param scope what it was measured on
 */
public record Diagnostic(DiagnosticMeasure measure, Scope scope, double value) {
  /** What a figure is of. */
  public enum Scope {
    /** The source space alone. */
    SOURCE,
    /** The target space alone. */
    TARGET,
    /** Both, over the anchors. */
    PAIR,
    /** Source words as queries, target words as candidates. */
    FORWARD,
    /** Target words as queries, source words as candidates. */
    BACKWARD
  }
}
