package setu.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import setu.core.file.SafeWrite;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.Neighbors;
import setu.core.space.SpaceFiles;
import setu.core.space.SpaceFormat;

/**
 * Leaves what a benchmark worked on, and what it found, for other programs to work on too: the
 * mixin of those that have peers.
 */
final class KeptVectors {
  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description =
          "Write the vectors (.npy, with made-up words beside) and the answers (.tsv) here, for"
              + " other programs to be measured on.")
  private @Nullable Path folder;

  boolean wanted() {
    return folder != null;
  }

  /** Writes {@code NAME.npy} and {@code NAME.vocab.txt}; the word of row i is {@code wI}. */
  void vectors(String name, FloatMatrix rows, Output output) {
    if (folder != null) {
      List<String> words = IntStream.range(0, rows.rows()).mapToObj(i -> "w" + i).toList();
      SpaceFiles.write(
          folder.resolve(name + ".npy"),
          SpaceFormat.NPY,
          words,
          rows,
          output.progress(),
          output.cancellation());
    }
  }

  /** Writes {@code NAME.tsv}: for each query the rows found, best first, counted from 0. */
  void neighbors(String name, Neighbors found) {
    lines(
        name,
        found.queries(),
        query -> {
          StringBuilder line = new StringBuilder();
          for (int rank = 0; rank < found.k(); rank++) {
            line.append(rank == 0 ? "" : "\t").append(found.index(query, rank));
          }
          return line.toString();
        });
  }

  /** Writes {@code NAME.tsv}: a number a line. */
  void numbers(String name, float[] values) {
    lines(name, values.length, i -> Float.toString(values[i]));
  }

  private void lines(String name, int count, IntFunction<String> line) {
    if (folder != null) {
      SafeWrite.write(
          folder.resolve(name + ".tsv"),
          out -> {
            for (int i = 0; i < count; i++) {
              out.write((line.apply(i) + "\n").getBytes(StandardCharsets.UTF_8));
            }
          });
    }
  }
}
