package setu.core.align;

import java.util.List;
import setu.core.fault.AlignmentFault;

/** The methods by their names on the command line. */
public final class Aligners {
  private static final List<Aligner> ALL =
      List.of(new Identity(), LeastSquares.PLAIN, new Procrustes());

  private Aligners() {}

  /** Every method, the simplest first. */
  public static List<Aligner> all() {
    return ALL;
  }

  /**
   * The method of a name, with the options of its paper.
   *
   * @throws AlignmentFault if there is none; its detail lists the names there are
   */
  public static Aligner byName(String name) {
    for (Aligner aligner : ALL) {
      if (aligner.name().equals(name)) {
        return aligner;
      }
    }
    List<String> names = ALL.stream().map(Aligner::name).toList();
    throw new AlignmentFault(
        AlignmentFault.Problem.UNKNOWN_METHOD,
        null,
        "\"" + name + "\" (" + String.join(", ", names) + ")");
  }
}
