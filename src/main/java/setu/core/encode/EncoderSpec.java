package setu.core.encode;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import setu.core.onnx.Device;

/**
 * Which model, and how its output becomes vectors.
 *
 * @param folder holds {@code model.onnx} (or {@code onnx/model.onnx}) and {@code tokenizer.json}
 * @param pooling how token vectors become one
 * @param normalize whether vectors are brought to unit length, after truncation
 * @param layer the model output to read; null for the model's last
 * @param dimensions keep the first so many dimensions; 0 for all
 * @param maxTokens tokens a text is cut to, at least 1
 * @param device where to run
 * @param threads threads of one run, at least 1
 */
public record EncoderSpec(
    Path folder,
    Pooling pooling,
    boolean normalize,
    @Nullable String layer,
    int dimensions,
    int maxTokens,
    Device device,
    int threads) {
  /** Checks the ranges. */
  public EncoderSpec {
    if (dimensions < 0 || maxTokens < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "dimensions " + dimensions + ", tokens " + maxTokens + ", threads " + threads);
    }
  }

  /** A model with every option at its default: unit vectors, 512 tokens, the best device. */
  public static EncoderSpec of(Path folder) {
    return new EncoderSpec(
        folder,
        Pooling.MODEL,
        true,
        null,
        0,
        512,
        Device.AUTO,
        Runtime.getRuntime().availableProcessors());
  }

  /** The same with other pooling. */
  public EncoderSpec withPooling(Pooling other) {
    return new EncoderSpec(folder, other, normalize, layer, dimensions, maxTokens, device, threads);
  }

  /** The same from another layer; null for the last. */
  public EncoderSpec withLayer(@Nullable String other) {
    return new EncoderSpec(
        folder, pooling, normalize, other, dimensions, maxTokens, device, threads);
  }

  /** The same with so many dimensions; 0 for all. */
  public EncoderSpec withDimensions(int other) {
    return new EncoderSpec(folder, pooling, normalize, layer, other, maxTokens, device, threads);
  }

  /** The same on another device. */
  public EncoderSpec withDevice(Device other) {
    return new EncoderSpec(
        folder, pooling, normalize, layer, dimensions, maxTokens, other, threads);
  }

  /** The same with or without unit length. */
  public EncoderSpec withNormalize(boolean other) {
    return new EncoderSpec(folder, pooling, other, layer, dimensions, maxTokens, device, threads);
  }

  /** The same on so many threads. */
  public EncoderSpec withThreads(int other) {
    return new EncoderSpec(folder, pooling, normalize, layer, dimensions, maxTokens, device, other);
  }
}
