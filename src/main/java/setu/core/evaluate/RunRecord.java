package setu.core.evaluate;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.MethodScore.Outcome;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.fault.FileFault;
import setu.core.file.SafeWrite;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run that is kept: its name, its recipe, and every query's outcome.
 *
 * @param name what people call it
 * @param created when, in UTC, as ISO 8601
 * @param complete false where it was stopped before its last method had ended
 */
public record RunRecord(
    String name,
    String created,
    RunRecipe recipe,
    List<Row> rows,
    Leakage leakage,
    boolean complete) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * One score of the run.
   *
   * @param seconds wall time of its method, mapping and scoring
   */
  public record Row(String method, Outcome outcome, TranslationScore score, double seconds) {}

  /** Copies the list. */
  public RunRecord {
    rows = List.copyOf(rows);
  }

  /** The rows of a table of methods. */
  public static List<Row> rows(List<MethodScore> methods) {
    List<Row> rows = new ArrayList<>();
    for (MethodScore method : methods) {
      for (TranslationScore score : method.scores()) {
        rows.add(
            new Row(
                method.method(),
                method.outcome(),
                score,
                method.alignSeconds() + method.evaluateSeconds()));
      }
    }
    return rows;
  }

  /** The row of a method, retrieval and direction; null where the run has none. */
  public @Nullable Row row(String method, String retrieval, Direction direction) {
    return rows.stream()
        .filter(
            row ->
                row.method().equals(method)
                    && row.score().retrieval().equals(retrieval)
                    && row.score().direction() == direction)
        .findFirst()
        .orElse(null);
  }

  /**
   * Writes the record as JSON.
   *
   * @throws FileFault if it cannot be written
   */
  public void write(Path file) {
    SafeWrite.write(file, out -> out.write(JSON.writeValueAsBytes(this)));
  }

  /**
   * Reads a record that {@link #write} wrote.
   *
   * @throws FileFault if it is missing, cannot be read or is no record
   */
  public static RunRecord read(Path file) {
    if (Files.isDirectory(file)) {
      throw new FileFault(FileFault.Problem.IS_FOLDER, file, "");
    }
    try {
      RunRecord record = JSON.readValue(Files.readAllBytes(file), RunRecord.class);
      if (record.recipe() == null || record.leakage() == null) {
        throw new FileFault(FileFault.Problem.NOT_A_RUN, file, "");
      }
      return record;
    } catch (NoSuchFileException e) {
      throw new FileFault(FileFault.Problem.MISSING, file, 0, "", e);
    } catch (JacksonException | NullPointerException e) {
      throw new FileFault(FileFault.Problem.NOT_A_RUN, file, 0, "", e);
    } catch (java.io.IOException e) {
      throw new FileFault(FileFault.Problem.UNREADABLE, file, 0, String.valueOf(e.getMessage()), e);
    }
  }
}
