package setu.core.projection;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import setu.core.file.SafeWrite;
import setu.core.math.FloatMatrix;

/**
 * A layout as a table, separated by tabs: {@code word}, {@code side} ({@code source} or {@code
 * target}), {@code x}, {@code y}, in space {@code z}, and {@code trustworthiness}, empty where it
 * was not measured.
 */
public final class CoordinatesFile {
  private CoordinatesFile() {}

  /**
   * Writes the table.
   *
   * @param words n words, those of the source first
   * @param sources how many are of the source
   * @param coordinates n × 2 or n × 3; a row of NaN, a word that was left out, is not written
   * @param trust the trustworthiness of a row, NaN where it was not measured
   * @throws setu.core.fault.FileFault if the file cannot be written
   */
  public static void write(
      Path file,
      List<String> words,
      int sources,
      FloatMatrix coordinates,
      IntToDoubleFunction trust) {
    if (coordinates.rows() != words.size()) {
      throw new IllegalArgumentException(coordinates + " for " + words.size() + " words");
    }
    SafeWrite.write(
        file,
        out -> {
          BufferedWriter writer =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          boolean space = coordinates.columns() == 3;
          writer.write("word\tside\tx\ty" + (space ? "\tz" : "") + "\ttrustworthiness\n");
          for (int i = 0; i < words.size(); i++) {
            if (!Float.isNaN(coordinates.get(i, 0))) {
              writer.write(words.get(i) + (i < sources ? "\tsource" : "\ttarget"));
              place(writer, coordinates.row(i), trust.applyAsDouble(i));
            }
          }
          writer.flush();
        });
  }

  private static void place(BufferedWriter writer, float[] row, double trust) throws IOException {
    for (float value : row) {
      writer.write("\t" + value);
    }
    writer.write(
        Double.isNaN(trust) ? "\t\n" : "\t" + String.format(Locale.ROOT, "%.4f", trust) + "\n");
  }
}
