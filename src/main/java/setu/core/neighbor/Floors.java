package setu.core.neighbor;

import setu.core.math.TopK;

/**
 * What is known of a search before it is made: for each row a score that its k-th best is not
 * below. A search that knows so much holds back nearly all candidates from the first tile on.
 *
 * <p>Never a part of the answer: with floors that hold it is the same as without.
 */
public final class Floors {
  /** Nothing is known. */
  public static final Floors NONE = new Floors(new float[0], new float[0]);

  private final float[] ofLeft;
  private final float[] ofRight;

  /**
   * Floors that are not to be written any more.
   *
   * @param ofLeft one score for each left row, or none at all
   * @param ofRight one score for each right row, or none at all
   */
  public Floors(float[] ofLeft, float[] ofRight) {
    this.ofLeft = ofLeft;
    this.ofRight = ofRight;
  }

  float[] ofLeft() {
    return ofLeft;
  }

  float[] ofRight() {
    return ofRight;
  }

  /** Lists of {@code k} places that take nothing below {@code floors}. */
  static TopK lists(int count, int k, float[] floors) {
    if (floors.length != 0 && floors.length != count) {
      throw new IllegalArgumentException(floors.length + " floors for " + count + " rows");
    }
    TopK lists = new TopK(count, k);
    for (int i = 0; i < floors.length; i++) {
      lists.floor(i, floors[i]);
    }
    return lists;
  }
}
