package setu.core.encode;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import setu.core.file.SafeWrite;
import setu.core.math.FloatMatrix;
import setu.core.onnx.OnnxGraph;
import setu.core.onnx.OnnxGraph.ElementType;
import setu.core.space.Vocabulary;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes two aligned spaces as one encoder model: a table of word vectors, and the mean of a text's
 * words brought to unit length.
 *
 * <p>Word n of the first space has id 2 + n, those of the second follow; 0 is padding and 1 stands
 * for unknown words, both with a zero vector, so that they do not move the mean. The table is in
 * 16-bit floats.
 */
public final class BilingualModel {
  private static final String PADDING = "[PAD]";
  private static final String UNKNOWN = "[UNK]";
  private static final int SPECIALS = 2;

  /** Letters, marks, digits and both joiners; an apostrophe only inside. */
  private static final String WORD =
      "[\\p{L}\\p{M}\\p{N}\u200C\u200D]+(?:'[\\p{L}\\p{M}\\p{N}\u200C\u200D]+)*";

  private BilingualModel() {}

  /**
   * Writes {@code model.onnx} and {@code tokenizer.json}.
   *
   * @param folder made if missing
   * @param first words of one space
   * @param firstVectors their vectors in the shared space, n × d
   * @param second words of the other; a word of both spaces keeps the first's vector
   * @param secondVectors their vectors in the shared space, m × d
   */
  public static void write(
      Path folder,
      Vocabulary first,
      FloatMatrix firstVectors,
      Vocabulary second,
      FloatMatrix secondVectors) {
    if (first.size() != firstVectors.rows()
        || second.size() != secondVectors.rows()
        || firstVectors.columns() != secondVectors.columns()) {
      throw new IllegalArgumentException(
          first.size() + " words, " + firstVectors + "; " + second.size() + ", " + secondVectors);
    }
    byte[] model = graph(table(firstVectors, secondVectors)).toModel();
    SafeWrite.write(folder.resolve("model.onnx"), out -> out.write(model));
    List<String> words = new ArrayList<>(first.words());
    words.addAll(second.words());
    byte[] tokenizer = tokenizer(words);
    SafeWrite.write(folder.resolve("tokenizer.json"), out -> out.write(tokenizer));
  }

  private static FloatMatrix table(FloatMatrix first, FloatMatrix second) {
    int rows = Math.addExact(SPECIALS, Math.addExact(first.rows(), second.rows()));
    FloatMatrix table = FloatMatrix.zeros(rows, first.columns());
    MemorySegment into = table.segment();
    long bytes = first.segment().byteSize();
    MemorySegment.copy(first.segment(), 0, into, table.offset(SPECIALS), bytes);
    MemorySegment.copy(
        second.segment(),
        0,
        into,
        table.offset(SPECIALS + first.rows()),
        second.segment().byteSize());
    return table;
  }

  private static OnnxGraph graph(FloatMatrix table) {
    long d = table.columns();
    return new OnnxGraph("bilingual word vectors")
        .input("input_ids", ElementType.INT64, 0, 0)
        .input("attention_mask", ElementType.INT64, 0, 0)
        .output("last_hidden_state", ElementType.FLOAT, 0, 0, d)
        .output("sentence_embedding", ElementType.FLOAT, 0, d)
        .constantInHalf("table", table)
        .constant("token_axis", 1)
        .constant("vector_axis", 2)
        .scalar("one", 1)
        .scalar("tiny", 1e-12f)
        .node("Gather", "table input_ids", "half")
        .add()
        .node("Cast", "half", "last_hidden_state")
        .with("to", 1)
        .add()
        .node("Cast", "attention_mask", "mask")
        .with("to", 1)
        .add()
        .node("Unsqueeze", "mask vector_axis", "weights")
        .add()
        .node("Mul", "last_hidden_state weights", "kept")
        .add()
        .node("ReduceSum", "kept token_axis", "sum")
        .with("keepdims", 0)
        .add()
        .node("ReduceSum", "mask token_axis", "tokens")
        .with("keepdims", 1)
        .add()
        .node("Max", "tokens one", "count")
        .add()
        .node("Div", "sum count", "mean")
        .add()
        .node("ReduceL2", "mean", "length")
        .with("axes", new long[] {1})
        .with("keepdims", 1)
        .add()
        .node("Max", "length tiny", "divisor")
        .add()
        .node("Div", "mean divisor", "sentence_embedding")
        .add();
  }

  private static byte[] tokenizer(List<String> words) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    ids.put(PADDING, 0);
    ids.put(UNKNOWN, 1);
    for (int i = 0; i < words.size(); i++) {
      ids.putIfAbsent(words.get(i), SPECIALS + i);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ObjectWriteContext pretty =
        new ObjectWriteContext.Base() {
          @Override
          public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
          }
        };
    try (JsonGenerator json = JsonFactory.builder().build().createGenerator(pretty, out)) {
      json.writeStartObject();
      json.writeStringProperty("version", "1.0");
      json.writeNullProperty("truncation");
      json.writeNullProperty("padding");
      json.writeArrayPropertyStart("added_tokens");
      addedToken(json, 0, PADDING);
      addedToken(json, 1, UNKNOWN);
      json.writeEndArray();
      normalizer(json, words);
      json.writeObjectPropertyStart("pre_tokenizer");
      json.writeStringProperty("type", "Split");
      json.writeObjectPropertyStart("pattern");
      json.writeStringProperty("Regex", WORD);
      json.writeEndObject();
      json.writeStringProperty("behavior", "Removed");
      json.writeBooleanProperty("invert", true);
      json.writeEndObject();
      json.writeNullProperty("post_processor");
      json.writeNullProperty("decoder");
      json.writeObjectPropertyStart("model");
      json.writeStringProperty("type", "WordLevel");
      json.writeObjectPropertyStart("vocab");
      ids.forEach(json::writeNumberProperty);
      json.writeEndObject();
      json.writeStringProperty("unk_token", UNKNOWN);
      json.writeEndObject();
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static void addedToken(JsonGenerator json, int id, String content) {
    json.writeStartObject();
    json.writeNumberProperty("id", id);
    json.writeStringProperty("content", content);
    json.writeBooleanProperty("single_word", false);
    json.writeBooleanProperty("lstrip", false);
    json.writeBooleanProperty("rstrip", false);
    json.writeBooleanProperty("normalized", false);
    json.writeBooleanProperty("special", true);
    json.writeEndObject();
  }

  /** Composes and lowers text only where every word of the vocabulary stays the same by it. */
  private static void normalizer(JsonGenerator json, List<String> words) {
    json.writeObjectPropertyStart("normalizer");
    json.writeStringProperty("type", "Sequence");
    json.writeArrayPropertyStart("normalizers");
    if (words.stream().allMatch(word -> Normalizer.isNormalized(word, Normalizer.Form.NFC))) {
      json.writeStartObject();
      json.writeStringProperty("type", "NFC");
      json.writeEndObject();
    }
    if (words.stream().allMatch(word -> word.toLowerCase(Locale.ROOT).equals(word))) {
      json.writeStartObject();
      json.writeStringProperty("type", "Lowercase");
      json.writeEndObject();
    }
    json.writeStartObject();
    json.writeStringProperty("type", "Replace");
    json.writeObjectPropertyStart("pattern");
    json.writeStringProperty("String", "’");
    json.writeEndObject();
    json.writeStringProperty("content", "'");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }
}
