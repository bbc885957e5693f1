package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.space.EmbeddingSpace;
import setu.core.space.ReadOptions;
import setu.core.space.SpaceFiles;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import tools.jackson.databind.JsonNode;

class EncodeCommandTest {
  @TempDir Path folder;

  @Test
  void writesASpaceWhoseWordsAreTheLines() throws IOException {
    CliRun run =
        encode("my mother went home\n\nqwerty\nඅම්මා ගෙදර ගියා\nඅම්මා ගෙදර ගියා\n", "--json");
    assertThat(run.exit()).isZero();
    JsonNode json = run.json();
    assertThat(json.get("rows").asInt()).isEqualTo(2);
    assertThat(json.get("dimensions").asInt()).isEqualTo(100);
    assertThat(json.get("device").asString()).isEqualTo("cpu");
    assertThat(json.get("tokensPerSecond").asDouble()).isPositive();
    assertThat(json.get("seconds").asDouble()).isPositive();
    assertThat(json.get("unknown").asInt()).isEqualTo(1);
    assertThat(run.err()).contains("qwerty");

    EmbeddingSpace space =
        SpaceFiles.read(
            folder.resolve("out.vec"), ReadOptions.ALL, Progress.NONE, Cancellation.none());
    assertThat(space.vocabulary().words())
        .isEqualTo(List.of("my mother went home", "අම්මා ගෙදර ගියා"));
  }

  @Test
  void dimensionsAreCutAndLayersChosen() throws IOException {
    CliRun run = encode("mother\n", "--json", "--dimensions", 10, "--layer", "last_hidden_state");
    assertThat(run.json().get("dimensions").asInt()).isEqualTo(10);
    assertThat(encode("mother\n", "--pooling", "cls").exit()).isZero();
  }

  @Test
  void cudaWithoutACardIsOneClearSentence() throws IOException {
    CliRun run = encode("mother\n", "--device", "auto", "--json");
    assertThat(run.exit()).isZero();
    if (run.json().get("device").asString().equals("cpu")) {
      assertThat(run.err()).containsPattern("CUDA cannot be used here .*running on the processor");
      CliRun forced = encode("mother\n", "--device", "cuda");
      assertOneLine(forced, "CUDA cannot be used here");
    }
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertOneLine(encode("qwerty\n"), "knows no word");
    assertOneLine(encode("\n"), "nothing to encode");
    assertOneLine(encode("mother\n", "--model", folder.resolve("none")), "there is no such file");
    assertOneLine(encode("mother\n", "--model", folder), "model.onnx is missing");
    assertOneLine(encode("mother\n", "--layer", "nine"), "it has: last_hidden_state");
    assertOneLine(encode("\0\0\0\0"), "is not UTF-8 text");
    CliRun longWord = encode("q".repeat(50_000));
    assertOneLine(longWord, "knows no word");
    assertThat(longWord.err().length()).isLessThan(1000);
    assertOneLine(encode("mother\n", "--dimensions", 101), "101 > 100");
    Path input = folder.resolve("in.txt");
    Files.write(input, "\u0D85".getBytes(StandardCharsets.UTF_16LE));
    Path out = folder.resolve("out.vec");
    assertOneLine(
        CliRun.of("encode", "--input", folder.resolve("none"), "--out", out), "no such file");
    assertOneLine(CliRun.of("encode", "--input", folder, "--out", out), "folder");
    assertThat(CliRun.of("encode").exit()).isEqualTo(2);
    assertThat(encode("mother\n", "--pooling", "max").exit()).isEqualTo(2);
  }

  @Test
  void saysOfAModelThatCannotBeRunWhatIsWrong() throws IOException {
    Path model = Files.createDirectory(folder.resolve("model"));
    Path graph = Files.writeString(model.resolve("model.onnx"), "garbage");
    Path words = Files.writeString(model.resolve("tokenizer.json"), "");
    assertOneLine(encode("mother\n", "--model", model), "tokenizer.json is empty");
    Files.writeString(words, "garbage");
    assertOneLine(encode("mother\n", "--model", model), "tokenizer.json could not be loaded");
    Files.writeString(words, "{\"model\": {");
    CliRun cut = encode("mother\n", "--model", model);
    assertOneLine(cut, "tokenizer.json could not be loaded (Unexpected end-of-input");
    assertThat(cut.err()).doesNotContain("Source:");
    Path shipped = Path.of(SampleModel.FOLDER);
    Files.copy(shipped.resolve("tokenizer.json"), words, StandardCopyOption.REPLACE_EXISTING);
    CliRun garbage = encode("mother\n", "--model", model);
    assertOneLine(garbage, "model.onnx could not be loaded (");
    assertThat(garbage.err()).doesNotContain("Error code");
    Files.writeString(graph, "");
    assertOneLine(encode("mother\n", "--model", model), "model.onnx is empty");
    assertOneLine(encode("mother\n", "--model", graph), "is no model folder");
  }

  private CliRun encode(String text, Object... options) throws IOException {
    Path input = Files.writeString(folder.resolve("in.txt"), text);
    Object[] arguments = new Object[options.length + 7];
    List<Object> first =
        List.of("encode", "--input", input, "--out", folder.resolve("out.vec"), "--device", "cpu");
    boolean ownDevice = List.of(options).contains("--device");
    int length = ownDevice ? 5 : 7;
    System.arraycopy(first.toArray(), 0, arguments, 0, length);
    System.arraycopy(options, 0, arguments, length, options.length);
    return CliRun.of(java.util.Arrays.copyOf(arguments, length + options.length));
  }

  private static void assertOneLine(CliRun run, String part) {
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains(part);
    assertThat(run.err().strip().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
  }
}
