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
import setu.core.space.SpaceFiles;
import setu.core.space.SpaceFormat;
import setu.core.space.SpaceLayout;

/** {@code setu convert}: a space from one format into another. */
@Command(
    name = "convert",
    description =
        "Write a space in another format, by the name of OUT: word2vec text (.vec) and binary"
            + " (.bin), GloVe (.txt), .npy, .safetensors, Projector (.tsv), .parquet, .arrow;"
            + " gzip where the name ends in .gz.")
final class ConvertCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(index = "0", paramLabel = "IN", description = "A space.")
  private Path in;

  @Parameters(index = "1", paramLabel = "OUT", description = "The file to write.")
  private Path out;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = "The format by its name in 'setu info' (default: by the name of OUT).")
  private @Nullable String to;

  @Mixin private StoredNumbers numbers;
  @Mixin private CommonOptions.OneSpace reading;
  @Mixin private Output output;

  @Override
  public Integer call() {
    SpaceFormat format = CommonOptions.format(command, "--to", to, out);
    SpaceLayout layout = numbers.layout(command, format);
    if (Files.exists(out) && sameFile()) {
      throw CommonOptions.usage(command, "IN and OUT are the same file");
    }
    long begun = System.nanoTime();
    EmbeddingSpace space = reading.read(in, output);
    SpaceFiles.write(
        out,
        format,
        layout,
        space.vocabulary().words(),
        space.vectors(),
        output.progress(),
        output.cancellation());
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("rows", space.rows());
      document.put("dimensions", space.dimensions());
      document.put("refused", space.report().refused());
      document.put("format", format.label());
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
              format.label(),
              space.report().refused(),
              seconds));
    }
    return ExitCodes.DONE;
  }

  private boolean sameFile() {
    try {
      return Files.isSameFile(in, out);
    } catch (java.io.IOException e) {
      return false;
    }
  }
}
