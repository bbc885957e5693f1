package setu.core.align;

/**
 * A pair of words that the geometry proposes.
 *
 * @param sourceRow row of the source space, from 0
 * @param targetRow row of the target space, from 0
 * @param cosine of the mapped source row and the target row, −1 to 1
 * @param csls {@code 2·cos − r − r}, −4 to 4
 * @param margin CSLS of this pair less that of the next best: of the source word's where the pair
 *     is not mutual, else the lesser of both words'; ≥ 0
 * @param mutual whether each word is the other's best
 * @param contested whether the source word's nearest neighbour by cosine is another target
 * @param nearAnchor cosine of the source word with the nearest one that has an anchor, −1 to 1; NaN
 *     where that was not looked for
 */
public record Suggestion(
    int sourceRow,
    int targetRow,
    double cosine,
    double csls,
    double margin,
    boolean mutual,
    boolean contested,
    double nearAnchor) {
  /** One that nearest neighbours agree with, wherever the anchors are. */
  public Suggestion(
      int sourceRow, int targetRow, double cosine, double csls, double margin, boolean mutual) {
    this(sourceRow, targetRow, cosine, csls, margin, mutual, false, Double.NaN);
  }

  /** The same, so near to a word that has an anchor. */
  public Suggestion near(double anchor) {
    return new Suggestion(sourceRow, targetRow, cosine, csls, margin, mutual, contested, anchor);
  }
}
