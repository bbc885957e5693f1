package setu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import setu.core.space.EmbeddingSpace;
import setu.core.space.SpaceWriter;

/** {@code setu convert}: a space from one format into another. */
@Command(
    name = "convert",
    description =
        "Write a space in another format: word2vec text (.vec) or GloVe text (.txt), gzip where"
            + " the name ends in .gz.")
final class ConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(index = "0", paramLabel = "IN", description = "A space.")
  private Path in;

  @Parameters(index = "1", paramLabel = "OUT", description = "The file to write.")
  private Path out;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = "word2vec-text or glove-text (default: by the name of OUT).")
  private @Nullable String to;

  @Mixin private CommonOptions.OneSpace reading;
  @Mixin private Output output;

  @Override
  public Integer call() {
    SpaceWriter.Format format = format();
    if (Files.exists(out) && sameFile()) {
      throw CommonOptions.usage(command, "IN and OUT are the same file");
    }
    long begun = System.nanoTime();
    EmbeddingSpace space = reading.read(in, output);
    SpaceWriter.write(
        out,
        space.vocabulary().words(),
        space.vectors(),
        format,
        output.progress(),
        output.cancellation());
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("rows", space.rows());
      document.put("dimensions", space.dimensions());
      document.put("refused", space.report().refused());
      document.put("format", name(format));
      document.put("file", out.toString());
      document.put("seconds", seconds);
      output.document(document);
    } else {
      output.line(
          String.format(
              Locale.ROOT,
              "%s: %,d rows × %d, %s, %,d rows refused, %.2f s",
              out,
              space.rows(),
              space.dimensions(),
              name(format),
              space.report().refused(),
              seconds));
    }
    return ExitCodes.DONE;
  }

  private SpaceWriter.Format format() {
    String wanted = to == null ? byName() : to;
    for (SpaceWriter.Format format : SpaceWriter.Format.values()) {
      if (name(format).equals(wanted)) {
        return format;
      }
    }
    throw CommonOptions.usage(
        command, "--to takes word2vec-text and glove-text, not '" + wanted + "'");
  }

  private String byName() {
    String name = out.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".txt") || name.endsWith(".txt.gz") ? "glove-text" : "word2vec-text";
  }

  private boolean sameFile() {
    try {
      return Files.isSameFile(in, out);
    } catch (java.io.IOException e) {
      return false;
    }
  }

  private static String name(SpaceWriter.Format format) {
    return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
