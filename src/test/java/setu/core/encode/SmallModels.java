package setu.core.encode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import setu.core.math.FloatMatrix;
import setu.core.onnx.OnnxGraph;
import setu.core.onnx.OnnxGraph.ElementType;
import setu.core.space.Vocabulary;

/** Model folders small enough to check by hand. */
final class SmallModels {
  private SmallModels() {}

  /** Two words of each language in two dimensions, and one with an apostrophe. */
  static Path bilingual(Path folder) {
    BilingualModel.write(
        folder,
        new Vocabulary(List.of("mother", "don't")),
        FloatMatrix.of(new float[] {1, 0}, new float[] {0.6f, 0.8f}),
        new Vocabulary(List.of("අම්මා", "ප්‍රශ්න")),
        FloatMatrix.of(new float[] {0.8f, 0.6f}, new float[] {0, 1}));
    return folder;
  }

  /**
   * A model of BERT's shape: {@code [CLS]} text {@code [SEP]}; a token's last hidden state is (id,
   * 10 · type + 1, 1) and the layer before it the double of that.
   */
  static Path bertLike(Path folder) throws IOException {
    OnnxGraph graph =
        new OnnxGraph("bert-like")
            .input("input_ids", ElementType.INT64, 0, 0)
            .input("token_type_ids", ElementType.INT64, 0, 0)
            .input("attention_mask", ElementType.INT64, 0, 0)
            .output("hidden_1", ElementType.FLOAT, 0, 0, 3)
            .output("last_hidden_state", ElementType.FLOAT, 0, 0, 3)
            .constant(
                "words",
                FloatMatrix.of(
                    new float[] {0, 1, 1},
                    new float[] {1, 1, 1},
                    new float[] {2, 1, 1},
                    new float[] {3, 1, 1},
                    new float[] {4, 1, 1},
                    new float[] {5, 1, 1}))
            .constant("types", FloatMatrix.of(new float[] {0, 0, 0}, new float[] {0, 10, 0}))
            .node("Gather", "words input_ids", "of_word")
            .add()
            .node("Gather", "types token_type_ids", "of_type")
            .add()
            .node("Add", "of_word of_type", "last_hidden_state")
            .add()
            .node("Add", "last_hidden_state last_hidden_state", "hidden_1")
            .add();
    Files.createDirectories(folder);
    Files.write(folder.resolve("model.onnx"), graph.toModel());
    Files.writeString(folder.resolve("tokenizer.json"), WORD_PIECE);
    return folder;
  }

  private static final String WORD_PIECE =
      """
      {"version": "1.0", "truncation": null, "padding": null,
       "added_tokens": [
         {"id": 0, "content": "[PAD]", "single_word": false, "lstrip": false, "rstrip": false,
          "normalized": false, "special": true},
         {"id": 1, "content": "[UNK]", "single_word": false, "lstrip": false, "rstrip": false,
          "normalized": false, "special": true},
         {"id": 2, "content": "[CLS]", "single_word": false, "lstrip": false, "rstrip": false,
          "normalized": false, "special": true},
         {"id": 3, "content": "[SEP]", "single_word": false, "lstrip": false, "rstrip": false,
          "normalized": false, "special": true}],
       "normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
         "strip_accents": null, "lowercase": true},
       "pre_tokenizer": {"type": "BertPreTokenizer"},
       "post_processor": {"type": "TemplateProcessing",
         "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}},
                    {"Sequence": {"id": "A", "type_id": 1}},
                    {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
         "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
         "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [2], "tokens": ["[CLS]"]},
                            "[SEP]": {"id": "[SEP]", "ids": [3], "tokens": ["[SEP]"]}}},
       "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": false},
       "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
         "max_input_chars_per_word": 100,
         "vocab": {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "play": 4, "##ing": 5}}}
      """;
}
