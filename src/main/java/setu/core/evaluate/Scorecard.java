package setu.core.evaluate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.evaluate.TranslationScore.Precision;
import setu.core.file.SafeWrite;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run's scores, for a page and for programs.
 *
 * @param source name of the source space
 * @param target name of the target space
 * @param method the method's name on the command line
 * @param anchorsGiven pairs of the training dictionary
 * @param anchorsUsed those with both words in the vocabularies
 * @param scores forward and, if measured, backward
 * @param leakage between training and test dictionary
 */
public record Scorecard(
    String source,
    String target,
    String method,
    int anchorsGiven,
    int anchorsUsed,
    List<TranslationScore> scores,
    Leakage leakage) {
  /** Copies the list. */
  public Scorecard {
    scores = List.copyOf(scores);
  }

  /**
   * Writes the page: one file that needs no other, light or dark as its reader's system is.
   *
   * @throws setu.core.fault.FileFault if it cannot be written
   */
  public void writeHtml(Path file) {
    String page = new ScorecardPage(this).text();
    SafeWrite.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes the figures with every query's outcome, as JSON.
   *
   * @throws setu.core.fault.FileFault if it cannot be written
   */
  public void writeJson(Path file) {
    byte[] json =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsBytes(document());
    SafeWrite.write(file, out -> out.write(json));
  }

  private Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("source", source);
    document.put("target", target);
    document.put("method", method);
    document.put(
        "anchors",
        Map.of("given", anchorsGiven, "used", anchorsUsed, "oov", anchorsGiven - anchorsUsed));
    List<Object> results = new ArrayList<>();
    for (TranslationScore score : scores) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("direction", score.direction().name().toLowerCase(Locale.ROOT));
      result.put("retrieval", score.retrieval());
      result.put("queries", score.counts());
      result.put("coverage", score.counts().coverage());
      result.put("precision", precision(score.precision()));
      result.put("precisionSourceCovered", precision(score.precisionSourceCovered()));
      result.put("precisionAll", precision(score.precisionAll()));
      result.put("mrr", score.meanReciprocalRank());
      result.put(
          "interval95", Map.of("1", List.of(score.interval95().low(), score.interval95().high())));
      result.put("outcomes", score.queries());
      results.add(result);
    }
    document.put("results", results);
    document.put("leakage", leakage);
    return document;
  }

  private static Map<String, Double> precision(Precision precision) {
    Map<String, Double> map = new LinkedHashMap<>();
    map.put("1", precision.at1());
    map.put("5", precision.at5());
    map.put("10", precision.at10());
    return map;
  }

  /** {@code en.100 → si.100}, in the direction of a score. */
  String way(Direction direction) {
    return direction == Direction.FORWARD ? source + " → " + target : target + " → " + source;
  }
}
