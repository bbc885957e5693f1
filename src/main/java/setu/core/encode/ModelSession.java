package setu.core.encode;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import setu.core.fault.ModelFault;
import setu.core.fault.ModelFault.Problem;
import setu.core.onnx.Device;
import setu.core.onnx.OnnxRuntime;

/** A model opened in ONNX Runtime: its inputs and outputs by name, and the device it runs on. */
final class ModelSession implements AutoCloseable {
  static final String INPUT_IDS = "input_ids";
  static final String TOKEN_TYPE_IDS = "token_type_ids";
  static final String POSITION_IDS = "position_ids";
  private static final Set<String> KNOWN_INPUTS =
      Set.of(INPUT_IDS, "attention_mask", TOKEN_TYPE_IDS, POSITION_IDS);

  private static final String SENTENCE = "sentence_embedding";
  private static final List<String> LAST_LAYERS = List.of("last_hidden_state", "token_embeddings");

  private final Path file;
  private final OrtSession session;
  private final Device device;
  private final @Nullable String fallbackReason;
  private final Map<String, OnnxJavaType> inputs = new LinkedHashMap<>();
  private final Map<String, Integer> outputs = new LinkedHashMap<>();

  /** An output that holds vectors: batch × d (rank 2) or batch × sequence × d (rank 3). */
  record Output(String name, int rank) {}

  private ModelSession(
      Path file, OrtSession session, Device device, @Nullable String fallbackReason)
      throws OrtException {
    this.file = file;
    this.session = session;
    this.device = device;
    this.fallbackReason = fallbackReason;
    for (NodeInfo input : session.getInputInfo().values()) {
      inputs.put(input.getName(), inputType(input));
    }
    if (!inputs.containsKey(INPUT_IDS)) {
      throw unknownShape(inputs.keySet());
    }
    for (NodeInfo output : session.getOutputInfo().values()) {
      if (output.getInfo() instanceof TensorInfo tensor && isFloating(tensor.type)) {
        outputs.put(output.getName(), tensor.getShape().length);
      }
    }
  }

  static ModelSession open(Path file, Device wanted, int threads) {
    String fallback = null;
    if (wanted != Device.CPU) {
      try {
        return open(file, Device.CUDA, threads, null);
      } catch (OrtException | LinkageError e) {
        fallback = Tokenizer.reason(e);
        if (wanted == Device.CUDA) {
          throw new ModelFault(Problem.NO_DEVICE, null, 0, fallback, e);
        }
      }
    }
    try {
      return open(file, Device.CPU, threads, fallback);
    } catch (OrtException | LinkageError e) {
      throw new ModelFault(Problem.UNUSABLE, file, 0, Tokenizer.reason(e), e);
    }
  }

  private static ModelSession open(
      Path file, Device device, int threads, @Nullable String fallbackReason) throws OrtException {
    OrtEnvironment environment = OnnxRuntime.environment();
    try (SessionOptions options = OnnxRuntime.options(device, threads)) {
      OrtSession session = environment.createSession(file.toString(), options);
      try {
        return new ModelSession(file, session, device, fallbackReason);
      } catch (OrtException | RuntimeException e) {
        session.close();
        throw e;
      }
    }
  }

  private OnnxJavaType inputType(NodeInfo input) {
    boolean known =
        KNOWN_INPUTS.contains(input.getName())
            && input.getInfo() instanceof TensorInfo tensor
            && (tensor.type == OnnxJavaType.INT64 || tensor.type == OnnxJavaType.INT32);
    if (!known) {
      throw unknownShape(Set.of(input.getName()));
    }
    return ((TensorInfo) input.getInfo()).type;
  }

  private static boolean isFloating(OnnxJavaType type) {
    return type == OnnxJavaType.FLOAT
        || type == OnnxJavaType.FLOAT16
        || type == OnnxJavaType.BFLOAT16;
  }

  /**
   * The output to read: the layer asked for, else the model's sentence vectors, else its last
   * layer, else its first of a fitting rank.
   */
  Output output(@Nullable String layer, Pooling pooling) {
    if (layer != null) {
      Integer rank = outputs.get(layer);
      if (rank == null || (rank != 2 && rank != 3)) {
        throw new ModelFault(Problem.NO_SUCH_LAYER, file, String.join(", ", outputs.keySet()));
      }
      return new Output(layer, rank);
    }
    List<String> candidates = new ArrayList<>();
    if (pooling == Pooling.MODEL) {
      candidates.add(SENTENCE);
    }
    candidates.addAll(LAST_LAYERS);
    candidates.addAll(layers());
    candidates.addAll(outputs.keySet());
    for (String candidate : candidates) {
      int rank = outputs.getOrDefault(candidate, 0);
      if (rank == 2 || rank == 3) {
        return new Output(candidate, rank);
      }
    }
    throw unknownShape(session.getOutputNames());
  }

  /** The outputs of rank 3: one vector for each token. */
  List<String> layers() {
    return outputs.entrySet().stream()
        .filter(output -> output.getValue() == 3)
        .map(Map.Entry::getKey)
        .toList();
  }

  private ModelFault unknownShape(Set<String> names) {
    return new ModelFault(Problem.UNKNOWN_SHAPE, file, String.join(", ", names));
  }

  Map<String, OnnxJavaType> inputs() {
    return inputs;
  }

  Device device() {
    return device;
  }

  @Nullable String fallbackReason() {
    return fallbackReason;
  }

  OrtSession.Result run(TokenBatch batch, Set<String> wanted) throws OrtException {
    return session.run(batch.tensors(), wanted);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("closing " + file, e);
    }
  }
}
