package setu.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import setu.core.math.Nd4jAlgebra;

/** What benchmarks of searches print: their figures beside the machine's own matrix product. */
final class SearchReport {
  private static final int QUERIES = 2048;
  private static final int ROWS = 8192;

  private final Map<String, Object> document = new LinkedHashMap<>();
  private final StringBuilder line = new StringBuilder();

  /**
   * A report.
   *
   * @param reason why this engine
   * @param operations of one run, in 10⁹: what the product of all vectors would take
   */
  SearchReport(Benchmark.Figures figures, String reason, double operations) {
    double rate = operations / figures.median();
    document.put("name", figures.name());
    document.put("engine", figures.engine());
    document.put("reason", reason);
    document.put("threads", figures.threads());
    document.put("runs", figures.runs());
    document.put("median", figures.median());
    document.put("rate", figures.rate());
    document.put("unit", figures.unit());
    document.put("peakMemoryBytes", figures.peakMemoryBytes());
    document.put("processorSeconds", figures.processorSeconds());
    document.put("gigaflops", rate);
    line.append(figures.line());
    line.append(
        String.format(
            Locale.ROOT, "; %.2f s of processors; %.0f GFLOP/s", figures.processorSeconds(), rate));
  }

  /** ND4J's rate, where its library is there, on vectors of {@code d} dimensions. */
  static OptionalDouble sgemmRate(int d, int runs) {
    return Nd4jAlgebra.load()
        .map(algebra -> OptionalDouble.of(algebra.productRate(QUERIES, ROWS, d, runs)))
        .orElse(OptionalDouble.empty());
  }

  /** Adds a rate of the machine's matrix product. */
  SearchReport withSgemm(OptionalDouble rate) {
    rate.ifPresent(
        sgemm -> {
          document.put("sgemmGigaflops", sgemm);
          line.append(String.format(Locale.ROOT, " beside sgemm's %.0f", sgemm));
        });
    return this;
  }

  /** Adds the median of searches for one query. */
  SearchReport withOneQuery(double seconds) {
    document.put("oneQuerySeconds", seconds);
    line.append(String.format(Locale.ROOT, "; one query %.1f ms", 1e3 * seconds));
    return this;
  }

  void print(Output output) {
    if (output.json()) {
      output.document(document);
    } else {
      output.line(line.toString());
    }
  }
}
