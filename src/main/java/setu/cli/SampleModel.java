package setu.cli;

import java.nio.file.Path;
import setu.core.align.Alignment;
import setu.core.align.Procrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryOptions;
import setu.core.encode.BilingualModel;
import setu.core.math.FloatMatrix;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;
import setu.core.space.ReadOptions;
import setu.core.space.SpaceFiles;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.workspace.ShippedFiles;

/**
 * Makes the encoder that Setu ships: the sample's two spaces, English mapped onto Sinhala by
 * Procrustes over the training anchors.
 */
final class SampleModel {
  /** Where it lies beside the program. */
  static final String FOLDER = "assets/encoder-sample";

  private SampleModel() {}

  /** Writes {@code model.onnx} and {@code tokenizer.json} into {@code folder}. */
  static void write(Path folder, Progress progress, Cancellation cancellation) {
    Path sample = ShippedFiles.of("sample-vectors");
    EmbeddingSpace english =
        SpaceFiles.read(sample.resolve("en.100.vec"), ReadOptions.ALL, progress, cancellation);
    EmbeddingSpace sinhala =
        SpaceFiles.read(sample.resolve("si.100.vec"), ReadOptions.ALL, progress, cancellation);
    FloatMatrix source = Normalization.UNIT.apply(english.vectors());
    FloatMatrix target = Normalization.UNIT.apply(sinhala.vectors());
    ResolvedAnchors anchors =
        ResolvedAnchors.resolve(
            DictionaryFiles.readPairs(
                sample.resolve("anchors.train.tsv"), DictionaryOptions.from("en")),
            english.vocabulary(),
            sinhala.vocabulary());
    Alignment alignment = new Procrustes().align(source, target, anchors, progress, cancellation);
    BilingualModel.write(
        folder, english.vocabulary(), alignment.mapSource(source), sinhala.vocabulary(), target);
  }
}
