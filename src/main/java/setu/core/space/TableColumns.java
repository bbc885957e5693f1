package setu.core.space;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import setu.core.fault.SpaceFault;

/**
 * Which columns of an Arrow table are the words, the vectors and the counts. Columns with a usual
 * name come before others of the same kind.
 *
 * @param word index of the words' column
 * @param count index of the counts' column; −1 without one
 * @param lists whether one column holds the vectors as lists, rather than one a dimension
 * @param vectors indices of the column of lists, or of the dimensions in order
 */
record TableColumns(
    List<ArrowField> fields, int word, int count, boolean lists, List<Integer> vectors) {
  /** Names of a column of words, the usual first. */
  static final List<String> WORDS = List.of("word", "token", "label", "text", "name");

  /** Names of a column of vectors. */
  static final List<String> VECTORS = List.of("vector", "embedding", "embeddings", "values");

  /** Names of a column of counts. */
  static final List<String> COUNTS = List.of("count", "frequency", "freq");

  /**
   * Finds them.
   *
   * @throws SpaceFault if there are no words or no vectors
   */
  static TableColumns of(Path file, List<ArrowField> fields) {
    List<Integer> texts = new ArrayList<>();
    List<Integer> lists = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    List<Integer> wholes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      ArrowField field = fields.get(i);
      names.add(field.name());
      (field.isText() ? texts : field.isVector() ? lists : field.isNumber() ? numbers : wholes)
          .add(i);
    }
    int word = best(texts, names, WORDS);
    int list = best(lists, names, VECTORS);
    if (word < 0 || (list < 0 && numbers.size() < 2)) {
      String shown = String.join(", ", names.subList(0, Math.min(20, names.size())));
      throw new SpaceFault(SpaceFault.Problem.NO_VECTORS, file, shown);
    }
    int count = -1;
    for (int i : wholes) {
      if (count < 0 && fields.get(i).isWhole() && isCount(names.get(i))) {
        count = i;
      }
    }
    return new TableColumns(
        fields, word, count, list >= 0, list >= 0 ? List.of(list) : List.copyOf(numbers));
  }

  /** The index of the first of {@code candidates} with the most usual name; −1 of none. */
  static int best(List<Integer> candidates, List<String> names, List<String> usual) {
    int best = -1;
    for (int i : candidates) {
      if (best < 0 || rank(names.get(i), usual) < rank(names.get(best), usual)) {
        best = i;
      }
    }
    return best;
  }

  /** Whether a column of this name holds counts. */
  static boolean isCount(String name) {
    return rank(name, COUNTS) < COUNTS.size();
  }

  private static int rank(String name, List<String> usual) {
    int place = usual.indexOf(name.toLowerCase(Locale.ROOT));
    return place < 0 ? usual.size() : place;
  }

  /** For each column, whether it has to be read. */
  List<Boolean> wanted() {
    List<Boolean> wanted = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      wanted.add(i == word || i == count || vectors.contains(i));
    }
    return wanted;
  }

  /** A column that was wanted. */
  static ArrowColumn present(@Nullable ArrowColumn column) {
    if (column == null) {
      throw new IllegalArgumentException("not wanted");
    }
    return column;
  }
}
