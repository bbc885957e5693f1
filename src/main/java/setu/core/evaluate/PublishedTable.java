package setu.core.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The Sinhala–English benchmark as published (Wickramasinghe and de Silva 2023, arXiv 2311.10436):
 * P@1 / 5 / 10 in per cent over covered queries.
 *
 * @param columns vectors and direction, such as {@code cc En→Si}
 */
public record PublishedTable(List<String> columns, List<Row> rows) {
  /**
   * One method and retrieval.
   *
   * @param name as published, such as {@code Procrustes + NN}
   * @param figures one per column, such as {@code 16.4 / 35.7 / 43.6}
   */
  public record Row(String name, List<String> figures) {}

  /** Reads the table that comes with the program. */
  public static PublishedTable read() {
    try (InputStream in = PublishedTable.class.getResourceAsStream("published.tsv")) {
      if (in == null) {
        throw new IllegalStateException("published.tsv is missing");
      }
      List<List<String>> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> List.of(line.split("\t", -1)))
              .toList();
      return new PublishedTable(
          lines.getFirst().subList(1, lines.getFirst().size()),
          lines.stream()
              .skip(1)
              .map(line -> new Row(line.getFirst(), line.subList(1, line.size())))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The published name of a run, such as {@code Procrustes + CSLS}. */
  public static String name(String method, String retrieval) {
    String name =
        switch (method) {
          case "procrustes" -> "Procrustes";
          case "procrustes-refine" -> "Procrustes + refine";
          case "rcsls" -> "RCSLS";
          case "rcsls-spectral" -> "RCSLS + spectral";
          case "vecmap-supervised" -> "VecMap";
          case "contrastive-c1" -> "Contrastive C1";
          case "contrastive-c2" -> "Contrastive C2";
          default -> method;
        };
    return name
        + " + "
        + switch (retrieval) {
          case "nn" -> "NN";
          case "csls" -> "CSLS";
          default -> retrieval;
        };
  }
}
