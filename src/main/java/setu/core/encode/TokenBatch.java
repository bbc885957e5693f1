package setu.core.encode;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The input tensors of some texts, padded to the longest: batch × sequence each. */
final class TokenBatch implements AutoCloseable {
  private final Map<String, OnnxTensor> tensors = new HashMap<>();

  private TokenBatch() {}

  static TokenBatch of(List<Tokenizer.Ids> texts, ModelSession session) throws OrtException {
    int sequence = texts.stream().mapToInt(text -> text.length()).max().orElse(0);
    int size = Math.multiplyExact(texts.size(), sequence);
    TokenBatch batch = new TokenBatch();
    try {
      for (Map.Entry<String, OnnxJavaType> input : session.inputs().entrySet()) {
        long[] values = new long[size];
        for (int text = 0; text < texts.size(); text++) {
          fill(input.getKey(), texts.get(text), values, text * sequence);
        }
        long[] shape = {texts.size(), sequence};
        batch.tensors.put(input.getKey(), tensor(values, input.getValue(), shape));
      }
      return batch;
    } catch (OrtException | RuntimeException e) {
      batch.close();
      throw e;
    }
  }

  private static void fill(String input, Tokenizer.Ids text, long[] values, int offset) {
    for (int t = 0; t < text.length(); t++) {
      values[offset + t] =
          switch (input) {
            case ModelSession.INPUT_IDS -> text.id(t);
            case ModelSession.TOKEN_TYPE_IDS -> text.typeId(t);
            case ModelSession.POSITION_IDS -> t;
            default -> 1;
          };
    }
  }

  private static OnnxTensor tensor(long[] values, OnnxJavaType type, long[] shape)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    if (type == OnnxJavaType.INT32) {
      int[] narrow = new int[values.length];
      for (int i = 0; i < values.length; i++) {
        narrow[i] = (int) values[i];
      }
      return OnnxTensor.createTensor(environment, IntBuffer.wrap(narrow), shape);
    }
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  Map<String, OnnxTensor> tensors() {
    return tensors;
  }

  @Override
  public void close() {
    tensors.values().forEach(OnnxTensor::close);
  }
}
