package setu.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import setu.core.file.SafeWrite;
import setu.core.math.FloatMatrix;
import setu.core.space.EmbeddingSpace;
import setu.core.space.SpaceWriter;

/** {@code setu align}: solves a mapping and writes it with the mapped spaces. */
@Command(
    name = "align",
    description =
        "Solve the mapping of one space onto another over a dictionary of anchors; with --out,"
            + " write it and the mapped spaces.")
final class AlignCommand implements Callable<Integer> {
  @Mixin private AlignmentInputs inputs;
  @Mixin private Output output;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "A folder that gets mapping.txt, mapping.npy, source.mapped.vec, target.mapped.vec and"
              + " report.json.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    AlignmentInputs.Solved solved = inputs.solve(output);
    Map<String, Object> report = report(solved);
    if (out != null) {
      write(out, solved, report);
    }
    if (output.json()) {
      output.document(report);
    } else {
      output.line(summary(solved));
      if (out != null) {
        output.line("written to " + out);
      }
    }
    return ExitCodes.DONE;
  }

  private Map<String, Object> report(AlignmentInputs.Solved solved) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("method", solved.alignment().method());
    report.put("options", inputs.options());
    report.put("anchors", counts(solved));
    report.put("source", space(solved.source()));
    report.put("target", space(solved.target()));
    report.put("seconds", solved.alignSeconds());
    report.put("loadSeconds", solved.loadSeconds());
    return report;
  }

  private static Map<String, Object> space(EmbeddingSpace space) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", space.name());
    map.put("rows", space.rows());
    map.put("dimensions", space.dimensions());
    map.put("refused", space.report().refused());
    map.put("id", space.id().hash());
    return map;
  }

  /** How many anchors were given and used. */
  static Map<String, Object> counts(AlignmentInputs.Solved solved) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("given", solved.training().size());
    counts.put("used", solved.anchors().size());
    counts.put("oov", solved.anchors().outOfVocabulary().size());
    return counts;
  }

  /** What was aligned, in a line. */
  static String summary(AlignmentInputs.Solved solved) {
    return String.format(
        Locale.ROOT,
        "%s: %s (%,d × %d) onto %s (%,d × %d), %,d of %,d anchors used, %.2f s",
        solved.alignment().method(),
        solved.source().name(),
        solved.source().rows(),
        solved.source().dimensions(),
        solved.target().name(),
        solved.target().rows(),
        solved.target().dimensions(),
        solved.anchors().size(),
        solved.training().size(),
        solved.alignSeconds());
  }

  private void write(Path folder, AlignmentInputs.Solved solved, Map<String, Object> report) {
    FloatMatrix mapping = solved.alignment().mapping();
    SafeWrite.write(
        folder.resolve("mapping.txt"),
        to -> {
          for (int i = 0; i < mapping.rows(); i++) {
            StringBuilder line = new StringBuilder();
            for (float value : mapping.row(i)) {
              line.append(line.isEmpty() ? "" : " ").append(value);
            }
            to.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
          }
        });
    SafeWrite.write(folder.resolve("mapping.npy"), to -> to.write(npy(mapping)));
    FloatMatrix mapped = solved.alignment().mapSource(solved.source().vectors());
    vectors(folder.resolve("source.mapped.vec"), solved.source(), mapped);
    vectors(folder.resolve("target.mapped.vec"), solved.target(), solved.target().vectors());
    SafeWrite.write(
        folder.resolve("report.json"),
        to -> to.write((JsonOutput.text(report) + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private void vectors(Path file, EmbeddingSpace space, FloatMatrix rows) {
    SpaceWriter.write(
        file,
        space.vocabulary().words(),
        rows,
        SpaceWriter.Format.WORD2VEC_TEXT,
        output.progress(),
        output.cancellation());
  }

  /** NumPy's format 1.0: 32-bit floats, little-endian, row-major. */
  private static byte[] npy(FloatMatrix matrix) {
    String header =
        "{'descr': '<f4', 'fortran_order': False, 'shape': ("
            + matrix.rows()
            + ", "
            + matrix.columns()
            + "), }";
    int before = 10;
    int padded = Math.ceilDiv(before + header.length() + 1, 64) * 64;
    header = header + " ".repeat(padded - before - header.length() - 1) + "\n";
    int floats = Math.multiplyExact(matrix.rows(), matrix.columns());
    ByteBuffer bytes = ByteBuffer.allocate(padded + floats * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) 1).put((byte) 0).putShort((short) header.length());
    bytes.put(header.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < matrix.rows(); i++) {
      for (float value : matrix.row(i)) {
        bytes.putFloat(value);
      }
    }
    return bytes.array();
  }
}
