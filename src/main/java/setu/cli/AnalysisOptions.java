package setu.cli;

import picocli.CommandLine.Option;

/** What {@code setu evaluate} says besides its scores. */
final class AnalysisOptions {
  @Option(
      names = "--errors",
      description =
          "Sort the queries behind each score by kind of error, with strict and stem-soft precision"
              + " and precision by frequency, part of speech, category, length, script and anchors"
              + " nearby.")
  boolean errors;

  @Option(
      names = "--pruning",
      description = "Show what keeping only the most frequent target words does to precision.")
  boolean pruning;

  @Option(
      names = "--diagnostics",
      description =
          "Measure hubness, isomorphism, anisotropy and spectra of the spaces, each with what it"
              + " means.")
  boolean diagnostics;

  @Option(
      names = "--consistency",
      description =
          "Solve the mapping from target to source as well, and measure how far the two undo each"
              + " other.")
  boolean consistency;

  boolean any() {
    return errors || pruning || diagnostics || consistency;
  }
}
