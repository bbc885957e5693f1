package setu.core.encode;

import java.util.List;
import setu.core.onnx.Device;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Turns texts into vectors. */
public interface Encoder extends AutoCloseable {
  /** d, the dimensions of its vectors. */
  int dimensions();

  /** Where it runs: {@code cpu} or {@code cuda}. */
  Device device();

  /** What the model sees of a text, and what it does not. */
  TokenizedText tokenize(String text);

  /**
   * The vector of one text, of length d.
   *
   * @throws setu.core.fault.ModelFault if the model knows none of its tokens
   */
  float[] encode(String text);

  /** The vectors of many texts; texts of which the model knows no token are listed. */
  EncodedTexts encode(List<String> texts, Progress progress, Cancellation cancellation);

  @Override
  void close();
}
