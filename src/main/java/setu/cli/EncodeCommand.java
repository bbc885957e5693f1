package setu.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.encode.EncodedTexts;
import setu.core.encode.EncoderSpec;
import setu.core.encode.OnnxEncoder;
import setu.core.encode.Pooling;
import setu.core.fault.DictionaryFault;
import setu.core.fault.FileFault;
import setu.core.fault.ModelFault;
import setu.core.onnx.Device;
import setu.core.space.EmbeddingSpace;
import setu.core.space.SpaceFiles;
import setu.core.workspace.ShippedFiles;

/** {@code setu encode}: texts to a space, by a local ONNX model. */
@Command(
    name = "encode",
    description =
        "Encode the lines of a text file with a local ONNX model; the result is a space whose words"
            + " are the lines.")
final class EncodeCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "Folder with model.onnx and tokenizer.json (default: the shipped bilingual model).")
  private @Nullable Path model;

  @Option(names = "--input", paramLabel = "FILE", description = "UTF-8 text, one text a line.")
  private @Nullable Path input;

  @Option(
      names = "--out",
      paramLabel = "SPACE",
      description = "The space to write, as word2vec text; gzip where it ends in .gz.")
  private @Nullable Path out;

  @Option(
      names = "--pooling",
      paramLabel = "model|mean|cls",
      defaultValue = "model",
      description =
          "How token vectors become one: the model's own way, mean or first token (default:"
              + " ${DEFAULT-VALUE}).")
  private Pooling pooling = Pooling.MODEL;

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "The model's output to read (default: its last).")
  private @Nullable String layer;

  @Option(
      names = "--dimensions",
      paramLabel = "D",
      defaultValue = "0",
      description = "Keep the first D dimensions; 0 for all (default: ${DEFAULT-VALUE}).")
  private int dimensions;

  @Option(
      names = "--device",
      paramLabel = "cpu|cuda|auto",
      defaultValue = "auto",
      description = "Where to run; auto takes CUDA where it works (default: ${DEFAULT-VALUE}).")
  private Device device = Device.AUTO;

  @Option(
      names = "--write-sample-model",
      paramLabel = "DIR",
      hidden = true,
      description = "Make the shipped model anew from the sample.")
  private @Nullable Path sampleModel;

  @Mixin private CommonOptions.Threads threads;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (sampleModel != null) {
      SampleModel.write(sampleModel, output.progress(), output.cancellation());
      output.line(sampleModel.toString());
      return ExitCodes.DONE;
    }
    if (input == null || out == null) {
      throw CommonOptions.usage(command, "--input and --out are needed");
    }
    if (dimensions < 0) {
      throw CommonOptions.usage(command, "--dimensions must not be below 0");
    }
    encode(input, out);
    return ExitCodes.DONE;
  }

  private void encode(Path from, Path to) {
    long begun = System.nanoTime();
    List<String> texts = lines(from);
    if (texts.isEmpty()) {
      throw new ModelFault(ModelFault.Problem.NO_TEXT, from, "");
    }
    try (OnnxEncoder encoder = OnnxEncoder.open(spec())) {
      if (encoder.fallbackReason() != null) {
        output.note(output.messages().text("encode.fallback", encoder.fallbackReason()));
      }
      EncodedTexts encoded = encoder.encode(texts, output.progress(), output.cancellation());
      EmbeddingSpace space = encoded.toSpace(to.getFileName().toString());
      if (space.rows() == 0) {
        throw new ModelFault(ModelFault.Problem.NO_KNOWN_TOKEN, from, texts.getFirst());
      }
      SpaceFiles.write(
          to,
          CommonOptions.format(command, "--out", null, to),
          space.vocabulary().words(),
          space.vectors(),
          output.progress(),
          output.cancellation());
      double seconds = (System.nanoTime() - begun) / 1e9;
      print(encoder, encoded, space, seconds);
    }
  }

  private EncoderSpec spec() {
    Path folder = model == null ? ShippedFiles.of(SampleModel.FOLDER) : model;
    EncoderSpec defaults = EncoderSpec.of(folder);
    return new EncoderSpec(
        folder, pooling, true, layer, dimensions, defaults.maxTokens(), device, threads.count());
  }

  private static List<String> lines(Path file) {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      if (lines.stream().anyMatch(line -> line.indexOf('\0') >= 0)) {
        throw new DictionaryFault(DictionaryFault.Problem.NOT_TEXT, file, "");
      }
      return lines.stream()
          .map(line -> line.replace("\uFEFF", "").replace('\t', ' ').strip())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (CharacterCodingException e) {
      throw new DictionaryFault(DictionaryFault.Problem.NOT_TEXT, file, 0, "", e);
    } catch (IOException e) {
      FileFault.Problem problem =
          Files.isDirectory(file)
              ? FileFault.Problem.IS_FOLDER
              : Files.exists(file) ? FileFault.Problem.UNREADABLE : FileFault.Problem.MISSING;
      throw new FileFault(problem, file, 0, "", e);
    }
  }

  /** What {@code --json} prints. */
  private record Answer(
      int rows,
      int dimensions,
      String device,
      double tokensPerSecond,
      double seconds,
      long tokens,
      int duplicates,
      int unknown) {}

  private void print(
      OnnxEncoder encoder, EncodedTexts encoded, EmbeddingSpace space, double seconds) {
    String ranOn = encoder.device().name().toLowerCase(Locale.ROOT);
    int unknown = encoded.unknown().size();
    int duplicates = space.report().duplicates();
    if (unknown > 0) {
      int line = encoded.unknown().getFirst();
      output.note(output.messages().text("encode.unknown", unknown, encoded.texts().get(line)));
    }
    if (output.json()) {
      output.document(
          new Answer(
              space.rows(),
              space.dimensions(),
              ranOn,
              encoded.tokensPerSecond(),
              seconds,
              encoded.tokens(),
              duplicates,
              unknown));
    } else {
      output.line(
          output
              .messages()
              .text(
                  "encode.done",
                  space.rows(),
                  space.dimensions(),
                  ranOn,
                  String.format(Locale.ROOT, "%.2f", seconds),
                  String.format(Locale.ROOT, "%.0f", encoded.tokensPerSecond())));
    }
  }
}
