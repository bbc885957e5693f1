package setu.core.evaluate;

import java.nio.file.Path;
import java.util.List;
import setu.core.align.Alignment;
import setu.core.align.Procrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.WordPair;
import setu.core.math.FloatMatrix;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;
import setu.core.space.ReadOptions;
import setu.core.space.SpaceFiles;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** The shipped sample, English to Sinhala. */
public final class Sample {
  /** Its folder. */
  public static final Path FOLDER = Path.of("sample-vectors");

  /** English, unmapped, as read. */
  public static final EmbeddingSpace SOURCE = read("en.100.vec");

  /** Sinhala. */
  public static final EmbeddingSpace TARGET = read("si.100.vec");

  /** English rows of unit length. */
  public static final FloatMatrix X = Normalization.UNIT.apply(SOURCE.vectors());

  /** Sinhala rows of unit length. */
  public static final FloatMatrix Z = Normalization.UNIT.apply(TARGET.vectors());

  /** 1,039 training pairs. */
  public static final List<WordPair> TRAIN = pairs("anchors.train.tsv");

  /** 358 test pairs of 250 English words. */
  public static final List<WordPair> TEST = pairs("anchors.test.tsv");

  private Sample() {}

  private static EmbeddingSpace read(String name) {
    return SpaceFiles.read(
        FOLDER.resolve(name), ReadOptions.ALL, Progress.NONE, Cancellation.none());
  }

  private static List<WordPair> pairs(String name) {
    return DictionaryFiles.readPairs(FOLDER.resolve(name));
  }

  /** The training pairs as rows. */
  public static ResolvedAnchors anchors() {
    return ResolvedAnchors.resolve(TRAIN, SOURCE.vocabulary(), TARGET.vocabulary());
  }

  /** Procrustes on the training pairs. */
  public static Alignment procrustes() {
    return new Procrustes().align(X, Z, anchors(), Progress.NONE, Cancellation.none());
  }
}
