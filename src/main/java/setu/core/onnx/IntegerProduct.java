package setu.core.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import setu.core.math.ByteProduct;

/**
 * {@link ByteProduct} by ONNX Runtime's {@code MatMulInteger}, unsigned by signed bytes: the pair
 * that processors with VNNI multiply fastest. It runs on the thread that calls it.
 *
 * <p>On a processor without VNNI its sums may saturate silently: test before use.
 */
public final class IntegerProduct implements ByteProduct {
  private final OrtEnvironment environment;
  private final OrtSession session;

  private IntegerProduct(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /**
   * Opens it; the first time this loads ONNX Runtime.
   *
   * @throws IllegalStateException where ONNX Runtime cannot do it
   */
  public static IntegerProduct open() {
    byte[] model =
        new OnnxGraph("integer product")
            .input("left", OnnxGraph.ElementType.UINT8, 0, 0)
            .input("right", OnnxGraph.ElementType.INT8, 0, 0)
            .scalar("zero", (byte) ZERO)
            .output("product", OnnxGraph.ElementType.INT32, 0, 0)
            .node("MatMulInteger", "left right zero", "product")
            .add()
            .toModel();
    try {
      return new IntegerProduct(OnnxRuntime.environment(), OnnxRuntime.open(model, Device.CPU, 1));
    } catch (OrtException | LinkageError e) {
      throw new IllegalStateException(OnnxRuntime.reason(e), e);
    }
  }

  @Override
  public void multiply(
      MemorySegment left, MemorySegment right, int n, int m, int d, MemorySegment into) {
    try (OnnxTensor a =
            OnnxTensor.createTensor(
                environment, buffer(left), new long[] {n, d}, OnnxJavaType.UINT8);
        OnnxTensor b =
            OnnxTensor.createTensor(
                environment, buffer(right), new long[] {d, m}, OnnxJavaType.INT8);
        OnnxTensor product =
            OnnxTensor.createTensor(
                environment,
                buffer(into).asIntBuffer().limit(Math.multiplyExact(n, m)),
                new long[] {n, m});
        OrtSession.Result result =
            session.run(Map.of("left", a, "right", b), Map.of("product", product))) {
      if (result.size() != 1) {
        throw new IllegalStateException(result.size() + " results");
      }
    } catch (OrtException e) {
      throw new IllegalStateException(OnnxRuntime.reason(e), e);
    }
  }

  private static ByteBuffer buffer(MemorySegment segment) {
    return segment.asByteBuffer().order(ByteOrder.nativeOrder());
  }
}
