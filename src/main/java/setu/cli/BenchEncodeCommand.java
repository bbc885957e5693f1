package setu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import setu.core.encode.EncoderSpec;
import setu.core.encode.OnnxEncoder;
import setu.core.onnx.Device;
import setu.core.workspace.ShippedFiles;

/** {@code setu bench encode}: sentences through a model. */
@Command(name = "encode", description = "Encode sentences of ten words with a local model.")
final class BenchEncodeCommand implements Callable<Integer> {
  private static final String SENTENCE = "my mother went home අම්මා ගෙදර ගියා and came back";

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "A model folder (default: the shipped bilingual model).")
  private @Nullable Path model;

  @Option(
      names = "--texts",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Sentences (default: ${DEFAULT-VALUE}).")
  private int texts;

  @Option(
      names = "--device",
      paramLabel = "cpu|cuda|auto",
      defaultValue = "auto",
      description = "Where to run (default: ${DEFAULT-VALUE}).")
  private Device device = Device.AUTO;

  @Mixin private CommonOptions.Threads threads;
  @Mixin private Benchmark benchmark;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Path folder = model == null ? ShippedFiles.of(SampleModel.FOLDER) : model;
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      sentences.add(SENTENCE.substring(0, 4 + i % (SENTENCE.length() - 4)));
    }
    EncoderSpec spec = EncoderSpec.of(folder).withDevice(device).withThreads(threads.count());
    try (OnnxEncoder encoder = OnnxEncoder.open(spec)) {
      Benchmark.print(
          benchmark.measure(
              "encode",
              encoder.device().name().toLowerCase(Locale.ROOT),
              threads.count(),
              texts,
              "texts/s",
              () -> encoder.encode(sentences, output.progress(), output.cancellation())),
          output);
    }
    return ExitCodes.DONE;
  }
}
