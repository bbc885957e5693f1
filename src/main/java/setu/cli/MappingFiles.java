package setu.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import setu.core.align.Alignment;
import setu.core.align.LinearMap;
import setu.core.align.SpaceMap;
import setu.core.file.SafeWrite;
import setu.core.math.FloatMatrix;
import setu.core.space.NpyWriter;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** The files of a solved mapping: matrices as text and for NumPy, and centres where there are. */
final class MappingFiles {
  private MappingFiles() {}

  /** Writes the source's mapping, and the target's where the method maps it. */
  static void write(Path folder, Alignment alignment) {
    write(folder, "", alignment.source());
    SpaceMap target = alignment.target();
    if (target != null) {
      write(folder, ".target", target);
    }
  }

  private static void write(Path folder, String side, SpaceMap map) {
    FloatMatrix matrix = map.matrix();
    SafeWrite.write(
        folder.resolve("mapping" + side + ".txt"),
        to -> {
          for (int i = 0; i < matrix.rows(); i++) {
            StringBuilder line = new StringBuilder();
            for (float value : matrix.row(i)) {
              line.append(line.isEmpty() ? "" : " ").append(value);
            }
            to.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
          }
        });
    array(folder.resolve("mapping" + side + ".npy"), matrix);
    float[] center = map instanceof LinearMap linear ? linear.center() : null;
    if (center != null) {
      array(folder.resolve("center" + side + ".npy"), FloatMatrix.of(center));
    }
  }

  private static void array(Path file, FloatMatrix matrix) {
    SafeWrite.write(
        file, to -> NpyWriter.writeArray(to, matrix, Progress.NONE, Cancellation.none()));
  }
}
