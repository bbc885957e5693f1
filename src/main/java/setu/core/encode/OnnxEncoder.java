package setu.core.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import setu.core.encode.ModelSession.Output;
import setu.core.fault.FileFault;
import setu.core.fault.ModelFault;
import setu.core.fault.ModelFault.Problem;
import setu.core.math.FloatMatrix;
import setu.core.onnx.Device;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** An encoder that runs a model folder through ONNX Runtime. */
public final class OnnxEncoder implements Encoder {
  private static final int TOKENS_OF_BATCH = 8192;
  private static final int TEXTS_OF_BATCH = 128;
  private static final int TEXTS_OF_CHUNK = 4096;

  private final EncoderSpec spec;
  private final Tokenizer tokenizer;
  private final ModelSession session;
  private final Output output;
  private final int dimensions;

  private OnnxEncoder(EncoderSpec spec, Tokenizer tokenizer, ModelSession session) {
    this.spec = spec;
    this.tokenizer = tokenizer;
    this.session = session;
    this.output = session.output(spec.layer(), spec.pooling());
    this.dimensions = measureDimensions();
  }

  /**
   * Opens a model folder.
   *
   * @throws FileFault if there is no such folder, or a file of it is empty
   * @throws ModelFault if it lacks a file, a file cannot be used, or the device is not there
   */
  public static OnnxEncoder open(EncoderSpec spec) {
    Path folder = spec.folder();
    if (!Files.exists(folder)) {
      throw new FileFault(FileFault.Problem.MISSING, folder, "");
    }
    Path model = folder.resolve("model.onnx");
    if (!Files.isRegularFile(model)) {
      model = folder.resolve("onnx").resolve("model.onnx");
    }
    Path words = folder.resolve("tokenizer.json");
    if (!Files.isRegularFile(model)) {
      throw new ModelFault(Problem.INCOMPLETE, folder, "model.onnx");
    }
    if (!Files.isRegularFile(words)) {
      throw new ModelFault(Problem.INCOMPLETE, folder, "tokenizer.json");
    }
    requireBytes(model);
    requireBytes(words);
    Tokenizer tokenizer = Tokenizer.open(words, spec.maxTokens());
    ModelSession session = null;
    try {
      session = ModelSession.open(model, spec.device(), spec.threads());
      OnnxEncoder encoder = new OnnxEncoder(spec, tokenizer, session);
      session = null;
      tokenizer = null;
      return encoder;
    } finally {
      if (session != null) {
        session.close();
      }
      if (tokenizer != null) {
        tokenizer.close();
      }
    }
  }

  /** ONNX Runtime says of an empty file only where in its own program it failed. */
  private static void requireBytes(Path file) {
    try {
      if (Files.size(file) == 0) {
        throw new FileFault(FileFault.Problem.EMPTY, file, "");
      }
    } catch (IOException e) {
      throw new FileFault(FileFault.Problem.UNREADABLE, file, 0, "", e);
    }
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public Device device() {
    return session.device();
  }

  /** Why {@link Device#AUTO} went to the processor, in ONNX Runtime's words; null if it did not. */
  public @Nullable String fallbackReason() {
    return session.fallbackReason();
  }

  /** The outputs that can be asked for as layers. */
  public List<String> layers() {
    return session.layers();
  }

  @Override
  public TokenizedText tokenize(String text) {
    return tokenizer.tokenize(text);
  }

  @Override
  public float[] encode(String text) {
    EncodedTexts encoded = encode(List.of(text), Progress.NONE, Cancellation.none());
    if (!encoded.unknown().isEmpty()) {
      throw new ModelFault(Problem.NO_KNOWN_TOKEN, spec.folder(), text);
    }
    return encoded.vectors().row(0);
  }

  @Override
  public EncodedTexts encode(List<String> texts, Progress progress, Cancellation cancellation) {
    if (texts.isEmpty()) {
      throw new ModelFault(Problem.NO_TEXT, null, "");
    }
    long begun = System.nanoTime();
    progress.begin(Phase.ENCODE, texts.size());
    FloatMatrix vectors = FloatMatrix.zeros(texts.size(), dimensions);
    List<Integer> unknown = new ArrayList<>();
    long tokens = 0;
    for (int from = 0; from < texts.size(); from += TEXTS_OF_CHUNK) {
      cancellation.check();
      int to = Math.min(texts.size(), from + TEXTS_OF_CHUNK);
      List<Tokenizer.Ids> ids = tokenizer.ids(texts.subList(from, to));
      for (int row = 0; row < ids.size(); row++) {
        if (!ids.get(row).known()) {
          unknown.add(from + row);
          progress.advance(1);
        }
      }
      for (List<Integer> batch : batches(ids)) {
        cancellation.check();
        encode(batch, ids, from, vectors);
        tokens += batch.stream().mapToLong(row -> ids.get(row).length()).sum();
        progress.advance(batch.size());
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new EncodedTexts(texts, vectors, unknown, tokens, seconds);
  }

  /** Texts of like length together, so that little of a batch is padding. */
  private static List<List<Integer>> batches(List<Tokenizer.Ids> ids) {
    List<Integer> order =
        IntStream.range(0, ids.size())
            .filter(row -> ids.get(row).known())
            .boxed()
            .sorted(Comparator.comparingInt(row -> ids.get(row).length()))
            .toList();
    List<List<Integer>> batches = new ArrayList<>();
    List<Integer> batch = new ArrayList<>();
    for (int row : order) {
      int longest = ids.get(row).length();
      if (batch.size() == TEXTS_OF_BATCH || (batch.size() + 1) * longest > TOKENS_OF_BATCH) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
      batch.add(row);
    }
    batches.add(batch);
    batches.removeIf(List::isEmpty);
    return batches;
  }

  private void encode(
      List<Integer> batch, List<Tokenizer.Ids> ids, int offset, FloatMatrix vectors) {
    List<Tokenizer.Ids> texts = batch.stream().map(ids::get).toList();
    FloatMatrix pooled = run(texts);
    for (int i = 0; i < texts.size(); i++) {
      vectors.setRow(offset + batch.get(i), finish(pooled.row(i)));
    }
  }

  /** The pooled output of some texts, one row each, whole and not yet of unit length. */
  private FloatMatrix run(List<Tokenizer.Ids> texts) {
    try (TokenBatch batch = TokenBatch.of(texts, session);
        OrtSession.Result result = session.run(batch, Set.of(output.name()))) {
      OnnxTensor tensor = (OnnxTensor) result.get(0);
      long[] shape = tensor.getInfo().getShape();
      FloatBuffer values = tensor.getFloatBuffer();
      if (values == null || shape.length != output.rank() || shape[0] != texts.size()) {
        throw new ModelFault(Problem.UNKNOWN_SHAPE, spec.folder(), output.name());
      }
      if (shape.length == 2) {
        FloatMatrix rows = FloatMatrix.zeros(texts.size(), (int) shape[1]);
        rows.segment().asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer().put(values);
        return rows;
      }
      return pool(values, texts, (int) shape[1], (int) shape[2]);
    } catch (OrtException e) {
      throw new ModelFault(Problem.UNUSABLE, spec.folder(), 0, Tokenizer.reason(e), e);
    }
  }

  private FloatMatrix pool(
      FloatBuffer values, List<Tokenizer.Ids> texts, int sequence, int hidden) {
    FloatMatrix pooled = FloatMatrix.zeros(texts.size(), hidden);
    float[] token = new float[hidden];
    for (int text = 0; text < texts.size(); text++) {
      int count = spec.pooling() == Pooling.CLS ? 1 : texts.get(text).length();
      float[] sum = new float[hidden];
      for (int t = 0; t < count; t++) {
        values.get((text * sequence + t) * hidden, token);
        for (int j = 0; j < hidden; j++) {
          sum[j] += token[j] / count;
        }
      }
      pooled.setRow(text, sum);
    }
    return pooled;
  }

  private float[] finish(float[] whole) {
    float[] vector = Arrays.copyOf(whole, dimensions);
    if (spec.normalize()) {
      double square = 0;
      for (float value : vector) {
        square += (double) value * value;
      }
      double norm = Math.sqrt(square);
      for (int j = 0; j < vector.length && norm > 1e-12; j++) {
        vector[j] = (float) (vector[j] / norm);
      }
    }
    return vector;
  }

  /** Models need not declare their width: one short run tells it. */
  private int measureDimensions() {
    int width = run(List.of(new Tokenizer.Ids(new long[1], new long[1], true))).columns();
    if (spec.dimensions() > width) {
      throw new ModelFault(
          Problem.TOO_MANY_DIMENSIONS, spec.folder(), spec.dimensions() + " > " + width);
    }
    return spec.dimensions() == 0 ? width : spec.dimensions();
  }

  @Override
  public void close() {
    session.close();
    tokenizer.close();
  }
}
