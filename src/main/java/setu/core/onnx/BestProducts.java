package setu.core.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.Set;

/**
 * The best inner products of two matrices by a small graph, {@code Gemm} and {@code TopK}, on the
 * processor or an NVIDIA card. Which of equal scores it takes is not said.
 */
public final class BestProducts {
  private static final String ROW_SCORES = "row_scores";
  private static final String ROW_INDICES = "row_indices";
  private static final String COLUMN_SCORES = "column_scores";
  private static final String COLUMN_INDICES = "column_indices";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Device device;

  /**
   * Places and scores, best first.
   *
   * @param scores one line after the other
   * @param indices of the same shape
   */
  public record Best(FloatBuffer scores, LongBuffer indices) {}

  /**
   * Both sides.
   *
   * @param ofRows n lines of min(k, m)
   * @param ofColumns min(k, n) lines of m, or empty where they were not asked for
   */
  public record Sides(Best ofRows, Best ofColumns) {}

  private BestProducts(OrtEnvironment environment, OrtSession session, Device device) {
    this.environment = environment;
    this.session = session;
    this.device = device;
  }

  /**
   * Opens the graph on {@link Device#CPU} or {@link Device#CUDA}.
   *
   * @throws IllegalStateException where the device cannot do it
   */
  public static BestProducts open(Device device, int threads) {
    OnnxGraph.ElementType real = OnnxGraph.ElementType.FLOAT;
    OnnxGraph.ElementType whole = OnnxGraph.ElementType.INT64;
    OnnxGraph graph =
        new OnnxGraph("best products")
            .input("left", real, 0, 0)
            .input("right", real, 0, 0)
            .input("bias", real, 0)
            .input("row_k", whole, 1)
            .input("column_k", whole, 1)
            .output(ROW_SCORES, real, 0, 0)
            .output(ROW_INDICES, whole, 0, 0)
            .output(COLUMN_SCORES, real, 0, 0)
            .output(COLUMN_INDICES, whole, 0, 0)
            .node("Gemm", "left right bias", "product")
            .with("transB", 1)
            .add();
    byte[] model =
        graph
            .node("TopK", "product row_k", ROW_SCORES + " " + ROW_INDICES)
            .with("axis", 1)
            .add()
            .node("TopK", "product column_k", COLUMN_SCORES + " " + COLUMN_INDICES)
            .with("axis", 0)
            .add()
            .toModel();
    try {
      OrtSession session = OnnxRuntime.open(model, device, threads);
      return new BestProducts(OnnxRuntime.environment(), session, device);
    } catch (OrtException | LinkageError e) {
      throw new IllegalStateException(OnnxRuntime.reason(e), e);
    }
  }

  /** Where it runs. */
  public Device device() {
    return device;
  }

  /**
   * The k best of {@code left · rightᵀ + bias} in each row, and in each column if asked for.
   *
   * @param left n × d, native memory
   * @param right m × d, native memory
   * @param bias one value per row of {@code right}
   */
  public Sides run(
      MemorySegment left, MemorySegment right, float[] bias, int d, int k, boolean columns) {
    long n = left.byteSize() / Float.BYTES / d;
    long m = right.byteSize() / Float.BYTES / d;
    try (OnnxTensor a = OnnxTensor.createTensor(environment, floats(left), new long[] {n, d});
        OnnxTensor b = OnnxTensor.createTensor(environment, floats(right), new long[] {m, d});
        OnnxTensor c = OnnxTensor.createTensor(environment, bias);
        OnnxTensor rowK = OnnxTensor.createTensor(environment, new long[] {Math.min(k, m)});
        OnnxTensor columnK = OnnxTensor.createTensor(environment, new long[] {Math.min(k, n)});
        OrtSession.Result result =
            session.run(
                Map.of("left", a, "right", b, "bias", c, "row_k", rowK, "column_k", columnK),
                columns
                    ? Set.of(ROW_SCORES, ROW_INDICES, COLUMN_SCORES, COLUMN_INDICES)
                    : Set.of(ROW_SCORES, ROW_INDICES))) {
      Best none = new Best(FloatBuffer.allocate(0), LongBuffer.allocate(0));
      return new Sides(
          best(result, ROW_SCORES, ROW_INDICES),
          columns ? best(result, COLUMN_SCORES, COLUMN_INDICES) : none);
    } catch (OrtException e) {
      throw new IllegalStateException(OnnxRuntime.reason(e), e);
    }
  }

  private static Best best(OrtSession.Result result, String scores, String indices) {
    OnnxTensor values = (OnnxTensor) result.get(scores).orElseThrow();
    OnnxTensor places = (OnnxTensor) result.get(indices).orElseThrow();
    // Copies: they outlive the result.
    return new Best(values.getFloatBuffer(), places.getLongBuffer());
  }

  private static FloatBuffer floats(MemorySegment segment) {
    return segment.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
  }
}
