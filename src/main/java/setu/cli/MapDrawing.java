package setu.cli;

import java.nio.file.Path;
import java.util.List;
import setu.core.projection.Projection;

/** Draws a map as PNG; the launcher brings it, because the command line knows no JavaFX. */
@FunctionalInterface
public interface MapDrawing {
  /**
   * Draws n points with their words.
   *
   * @param words n words in row order, the most frequent first within each language
   * @param sourceRows the first so many rows are the source language, the rest the target
   */
  void draw(Projection projection, List<String> words, int sourceRows, Path png);
}
