package setu.core.align;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the run of a method went.
 *
 * @param complete false for the best that a cancelled run had reached
 * @param losses the method's own objective after each step, the first step first; empty where the
 *     mapping has a closed form
 * @param convergence evidence for or against a useful mapping; null where the method needs none
 */
public record AlignmentRun(
    boolean complete, List<Double> losses, @Nullable Convergence convergence) {
  /** A closed form, solved. */
  public static final AlignmentRun CLOSED_FORM = new AlignmentRun(true, List.of(), null);

  /** Copies the list. */
  public AlignmentRun {
    losses = List.copyOf(losses);
  }

  /** Whether nothing speaks against the mapping. */
  public boolean converged() {
    return convergence == null || convergence.useful();
  }

  /**
   * Whether a mapping found without supervision is of use.
   *
   * @param criterion mean cosine of words and their translations (Conneau et al. 2018) once refined
   * @param chance the same when refined from a random rotation
   * @param found per cent of known pairs, not learnt from, whose target is among the ten nearest;
   *     −1 where none are known
   * @param useful whether known pairs are found, or without any the criterion stands clear of
   *     chance
   */
  public record Convergence(double criterion, double chance, double found, boolean useful) {}
}
