package setu.core.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.fault.Fault;
import setu.core.fault.FileFault;
import setu.core.fault.ModelFault.Problem;
import setu.core.onnx.Device;
import setu.core.onnx.OnnxGraph;
import setu.core.space.EmbeddingSpace;
import setu.core.space.LoadReport.Reason;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

class OnnxEncoderTest {
  private static final Offset<Float> HALF = within(1e-3f);
  private static final Offset<Float> SINGLE = within(1e-6f);

  @TempDir Path folder;

  @Test
  void aSentenceIsTheMeanOfItsWordsAtUnitLength() {
    try (Encoder encoder = OnnxEncoder.open(bilingual())) {
      assertThat(encoder.dimensions()).isEqualTo(2);
      float[] sentence = encoder.encode("mother ප්‍රශ්න");
      assertThat(sentence[0]).isCloseTo((float) Math.sqrt(0.5), HALF);
      assertThat(sentence[1]).isCloseTo((float) Math.sqrt(0.5), HALF);
      assertThat(encoder.encode("mother")).containsExactly(1, 0);
    }
  }

  @Test
  void unknownWordsDoNotMoveTheMean() {
    try (Encoder encoder = OnnxEncoder.open(bilingual())) {
      assertThat(encoder.encode("qwerty අම්මා asdf"))
          .containsExactly(encoder.encode("අම්මා"), HALF);
    }
    try (Encoder encoder = OnnxEncoder.open(bilingual().withPooling(Pooling.MEAN))) {
      assertThat(encoder.encode("qwerty අම්මා asdf"))
          .containsExactly(encoder.encode("අම්මා"), HALF);
    }
  }

  @Test
  void aTextOfUnknownWordsOnlyIsRefused() {
    try (Encoder encoder = OnnxEncoder.open(bilingual())) {
      assertFault(() -> encoder.encode("qwerty"), Problem.NO_KNOWN_TOKEN, "qwerty");
      EncodedTexts encoded =
          encoder.encode(
              List.of("mother", "qwerty", "අම්මා", "mother"), Progress.NONE, Cancellation.none());
      assertThat(encoded.unknown()).containsExactly(1);
      EmbeddingSpace space = encoded.toSpace("texts");
      assertThat(space.vocabulary().words()).containsExactly("mother", "අම්මා");
      assertThat(space.report().badRows())
          .extracting(row -> row.line() + " " + row.reason())
          .containsExactly("2 " + Reason.ZERO_VECTOR, "4 " + Reason.DUPLICATE);
      assertThat(encoded.tokens()).isEqualTo(3);
    }
  }

  @Test
  void manyTextsComeBackInTheirOrderWhateverTheirLength() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      texts.add("mother ".repeat(1 + (i * 7) % 13) + "අම්මා ".repeat(i % 3));
    }
    try (Encoder encoder = OnnxEncoder.open(bilingual())) {
      EncodedTexts encoded = encoder.encode(texts, Progress.NONE, Cancellation.none());
      for (int i = 0; i < texts.size(); i += 17) {
        assertThat(encoded.vectors().row(i)).containsExactly(encoder.encode(texts.get(i)), SINGLE);
      }
    }
  }

  @Test
  void poolsTheFirstTokenOrTheMeanOfTheLayerAskedFor() throws IOException {
    EncoderSpec spec =
        EncoderSpec.of(SmallModels.bertLike(folder)).withDevice(Device.CPU).withNormalize(false);
    try (OnnxEncoder encoder = OnnxEncoder.open(spec.withPooling(Pooling.CLS))) {
      assertThat(encoder.layers()).containsExactly("hidden_1", "last_hidden_state");
      assertThat(encoder.encode("play")).containsExactly(2, 1, 1);
    }
    try (Encoder encoder = OnnxEncoder.open(spec.withPooling(Pooling.MEAN))) {
      // [CLS] play ##ing [SEP] with type 1 inside.
      assertThat(encoder.encode("playing"))
          .containsExactly(new float[] {14 / 4f, 24 / 4f, 1}, SINGLE);
    }
    try (Encoder encoder = OnnxEncoder.open(spec.withPooling(Pooling.CLS).withLayer("hidden_1"))) {
      assertThat(encoder.encode("play")).containsExactly(4, 2, 2);
    }
  }

  @Test
  void truncatesBeforeItNormalises() throws IOException {
    EncoderSpec spec =
        EncoderSpec.of(SmallModels.bertLike(folder))
            .withPooling(Pooling.CLS)
            .withDimensions(2)
            .withDevice(Device.CPU);
    try (Encoder encoder = OnnxEncoder.open(spec)) {
      float root = (float) Math.sqrt(5);
      assertThat(encoder.encode("play")).containsExactly(new float[] {2 / root, 1 / root}, SINGLE);
    }
    assertFault(
        () -> OnnxEncoder.open(spec.withDimensions(4)), Problem.TOO_MANY_DIMENSIONS, "4 > 3");
  }

  @Test
  void autoFallsBackToTheProcessorAndSaysWhy() {
    try (OnnxEncoder encoder = OnnxEncoder.open(bilingual().withDevice(Device.AUTO))) {
      if (encoder.device() == Device.CPU) {
        assertThat(encoder.fallbackReason()).isNotBlank();
        assertFault(
            () -> OnnxEncoder.open(bilingual().withDevice(Device.CUDA)), Problem.NO_DEVICE, "");
      } else {
        assertThat(encoder.fallbackReason()).isNull();
      }
    }
  }

  @Test
  void saysWhatIsWrongWithAFolder() throws IOException {
    assertThatThrownBy(() -> OnnxEncoder.open(EncoderSpec.of(folder.resolve("none"))))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.problem()).isEqualTo(FileFault.Problem.MISSING));
    assertFault(() -> OnnxEncoder.open(EncoderSpec.of(folder)), Problem.INCOMPLETE, "model.onnx");

    EncoderSpec spec = bilingual();
    Path tokenizer = folder.resolve("tokenizer.json");
    String good = Files.readString(tokenizer);
    Files.writeString(tokenizer, good.substring(0, good.length() / 2));
    assertFault(() -> OnnxEncoder.open(spec), Problem.UNUSABLE, "");
    Files.writeString(tokenizer, "[]");
    assertFault(() -> OnnxEncoder.open(spec), Problem.UNUSABLE, "");
    Files.delete(tokenizer);
    assertFault(() -> OnnxEncoder.open(spec), Problem.INCOMPLETE, "tokenizer.json");

    Files.writeString(tokenizer, good);
    Files.writeString(folder.resolve("model.onnx"), "no model");
    assertFault(() -> OnnxEncoder.open(spec), Problem.UNUSABLE, "");
    Files.writeString(folder.resolve("model.onnx"), "");
    assertThatThrownBy(() -> OnnxEncoder.open(spec))
        .isInstanceOfSatisfying(
            FileFault.class,
            fault -> assertThat(fault.problem()).isEqualTo(FileFault.Problem.EMPTY));
  }

  @Test
  void refusesModelsOfAnotherShape() throws IOException {
    EncoderSpec spec = bilingual();
    OnnxGraph pixels =
        new OnnxGraph("pixels")
            .input("pixels", OnnxGraph.ElementType.FLOAT, 0, 3)
            .output("same", OnnxGraph.ElementType.FLOAT, 0, 3)
            .node("Identity", "pixels", "same")
            .add();
    Files.write(folder.resolve("model.onnx"), pixels.toModel());
    assertFault(() -> OnnxEncoder.open(spec), Problem.UNKNOWN_SHAPE, "pixels");

    EncoderSpec bert = EncoderSpec.of(SmallModels.bertLike(folder)).withDevice(Device.CPU);
    assertFault(
        () -> OnnxEncoder.open(bert.withLayer("hidden_9")),
        Problem.NO_SUCH_LAYER,
        "hidden_1, last_hidden_state");
  }

  @Test
  void stopsWhenCancelledAndWantsTexts() {
    try (Encoder encoder = OnnxEncoder.open(bilingual())) {
      Cancellation cancellation = new Cancellation();
      cancellation.cancel();
      assertThatThrownBy(() -> encoder.encode(List.of("mother"), Progress.NONE, cancellation))
          .isInstanceOf(CancellationException.class);
      assertFault(
          () -> encoder.encode(List.of(), Progress.NONE, Cancellation.none()), Problem.NO_TEXT, "");
    }
  }

  private EncoderSpec bilingual() {
    return EncoderSpec.of(SmallModels.bilingual(folder)).withDevice(Device.CPU);
  }

  private static void assertFault(ThrowingCallable call, Problem problem, String detail) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.problem()).isEqualTo(problem);
              assertThat(fault.detail()).contains(detail);
            });
  }
}
