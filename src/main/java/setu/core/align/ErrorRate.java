package setu.core.align;

/**
 * How many of the pairs drawn by chance were wrong, with an interval for all of them.
 *
 * @param wrong pairs judged wrong, 0 to {@code judged}
 * @param judged pairs judged
 */
public record ErrorRate(int wrong, int judged) {
  /** The 97.5 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /** Checks the counts. */
  public ErrorRate {
    if (wrong < 0 || wrong > judged) {
      throw new IllegalArgumentException(wrong + " of " + judged);
    }
  }

  /** The share that was wrong, 0 to 1; NaN before any was judged. */
  public double rate() {
    return judged == 0 ? Double.NaN : (double) wrong / judged;
  }

  /** The lower end of the 95 % interval of Wilson (1927), 0 to 1. */
  public double low() {
    return judged == 0 ? 0 : Math.max(0, centre() - half());
  }

  /** The upper end of the 95 % interval of Wilson (1927), 0 to 1. */
  public double high() {
    return judged == 0 ? 1 : Math.min(1, centre() + half());
  }

  private double centre() {
    return (rate() + Z * Z / (2 * judged)) / (1 + Z * Z / judged);
  }

  private double half() {
    double p = rate();
    double n = judged;
    return Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
  }
}
