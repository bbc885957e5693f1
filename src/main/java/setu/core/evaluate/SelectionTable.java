package setu.core.evaluate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import setu.core.file.SafeWrite;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.PreparedBase;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Chosen words of two aligned spaces as a table, separated by tabs: {@code word}, {@code side},
 * {@code rank} (by frequency, from 1), {@code x}, {@code y}, in space {@code z}, {@code home} (its
 * nearest words of its own space, each with its cosine) and {@code across} (those of the other
 * space by CSLS, each with its CSLS).
 */
public final class SelectionTable {
  private static final int SHOWN = 10;
  private static final int NEIGHBORHOOD = 10;

  /**
   * A chosen word.
   *
   * @param source whether it is of the source space
   * @param row its row there
   */
  public record Word(boolean source, int row) {}

  private final Vocabulary source;
  private final Vocabulary target;
  private final @Nullable PreparedBase sourceBase;
  private final @Nullable PreparedBase targetBase;
  private final NeighborSearch search;

  /**
   * A table over two spaces.
   *
   * @param sourceRows unit rows in the shared space, n × d; null where the spaces are not aligned,
   *     and no neighbours are written
   * @param targetRows unit rows in the shared space, m × d; null with the other
   */
  public SelectionTable(
      Vocabulary source,
      Vocabulary target,
      @Nullable FloatMatrix sourceRows,
      @Nullable FloatMatrix targetRows,
      NeighborSearch search) {
    this.source = source;
    this.target = target;
    this.sourceBase = sourceRows == null ? null : search.prepare(sourceRows);
    this.targetBase = targetRows == null ? null : search.prepare(targetRows);
    this.search = search;
  }

  /**
   * Writes the table, in the order of {@code words}.
   *
   * @param dimensions 2 or 3
   * @param place the coordinates of the word at an index of {@code words}; empty where it has none
   * @throws setu.core.fault.FileFault if the file cannot be written
   */
  public void write(
      Path file,
      List<Word> words,
      int dimensions,
      IntFunction<float[]> place,
      Progress progress,
      Cancellation cancellation) {
    progress.begin(Phase.WRITE, words.size());
    SafeWrite.write(
        file,
        out -> {
          BufferedWriter writer =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          writer.write("word\tside\trank\tx\ty" + (dimensions == 3 ? "\tz" : ""));
          writer.write("\thome\tacross\n");
          for (int i = 0; i < words.size(); i++) {
            cancellation.check();
            write(writer, words.get(i), dimensions, place.apply(i), cancellation);
            progress.advance(1);
          }
          writer.flush();
        });
  }

  private void write(
      BufferedWriter writer, Word word, int dimensions, float[] place, Cancellation cancellation)
      throws IOException {
    Vocabulary home = word.source() ? source : target;
    Vocabulary away = word.source() ? target : source;
    writer.write(home.word(word.row()) + (word.source() ? "\tsource\t" : "\ttarget\t"));
    writer.write(Integer.toString(word.row() + 1));
    for (int axis = 0; axis < dimensions; axis++) {
      writer.write(place.length == 0 ? "\t" : "\t" + place[axis]);
    }
    PreparedBase own = word.source() ? sourceBase : targetBase;
    PreparedBase other = word.source() ? targetBase : sourceBase;
    if (own == null || other == null) {
      writer.write("\t\t\n");
      return;
    }
    WordInspection found =
        WordInspection.of(word.row(), own, other, SHOWN, NEIGHBORHOOD, search, cancellation);
    String near =
        found.home().stream()
            .map(c -> home.word(c.row()) + " " + number(c.cosine()))
            .collect(Collectors.joining("; "));
    String far =
        found.across().stream()
            .filter(c -> c.rankByCsls() <= SHOWN)
            .map(c -> away.word(c.row()) + " " + number(c.csls()))
            .collect(Collectors.joining("; "));
    writer.write("\t" + near + "\t" + far + "\n");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
