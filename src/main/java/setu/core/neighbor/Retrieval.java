package setu.core.neighbor;

/** How candidates are ranked for a query. */
public sealed interface Retrieval {
  /** The name on the command line: {@code nn}, {@code csls} or {@code isf}. */
  String label();

  /** Nearest neighbour by cosine. */
  record Cosine() implements Retrieval {
    @Override
    public String label() {
      return "nn";
    }
  }

  /**
   * Cross-domain similarity local scaling (Conneau et al. 2018): {@code 2·cos(Wx, z) − r_Z(Wx) −
   * r_X(z)}.
   *
   * @param neighborhood k of r(·), at least 1
   */
  record Csls(int neighborhood) implements Retrieval {
    /** The paper's k. */
    public static final Csls DEFAULT = new Csls(10);

    /** Checks the range. */
    public Csls {
      if (neighborhood < 1) {
        throw new IllegalArgumentException("neighborhood " + neighborhood);
      }
    }

    @Override
    public String label() {
      return "csls";
    }
  }

  /**
   * Inverted softmax (Smith et al. 2017): {@code exp(β·cos) / Σ_x exp(β·cos)}.
   *
   * @param inverseTemperature β, above 0
   */
  record InvertedSoftmax(double inverseTemperature) implements Retrieval {
    /** Checks the range. */
    public InvertedSoftmax {
      if (!(inverseTemperature > 0)) {
        throw new IllegalArgumentException("β " + inverseTemperature);
      }
    }

    @Override
    public String label() {
      return "isf";
    }
  }
}
