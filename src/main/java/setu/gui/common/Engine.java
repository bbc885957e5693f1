package setu.gui.common;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.DictionaryImport;
import setu.core.anchor.DictionaryOptions;
import setu.core.anchor.DictionaryPreview;
import setu.core.anchor.WordPair;
import setu.core.evaluate.LiveLoop;
import setu.core.space.EmbeddingSpace;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.workspace.Workspace;

/** What the window asks of the core; wired by the application, faked by tests. */
public interface Engine {
  /** Opens a project folder for writing. */
  Workspace openProject(Path folder);

  /** Opens a project folder for reading only. */
  Workspace openReadOnly(Path folder);

  /** Opens the shipped sample as a project of the person's own, made on first use. */
  Workspace openSample();

  /** Looks at the beginning of a file of vectors; one that holds none is a fault. */
  void requireSpace(Path file, Cancellation cancellation);

  /** What two files hold, where that is worth a question before they are read; null else. */
  @Nullable PairPreview previewPair(Path source, Path target, Cancellation cancellation);

  /**
   * Opens a project of two files of vectors, made on first use.
   *
   * @param limits kept with the project; null to leave them as they are, all in a new one
   */
  Workspace openPair(
      Path source,
      Path target,
      @Nullable RowLimits limits,
      Progress progress,
      Cancellation cancellation);

  /** Reads the first {@code limit} rows of a space. */
  EmbeddingSpace readSpace(Path file, int limit, Progress progress, Cancellation cancellation);

  /** Reads the pairs of a test dictionary. */
  List<WordPair> readPairs(Path file);

  /** The beginning of a dictionary that is a table of three columns or more; null else. */
  @Nullable DictionaryPreview previewDictionary(Path file, Cancellation cancellation);

  /** Reads a dictionary to be imported. */
  DictionaryImport readDictionary(
      Path file, DictionaryOptions options, Progress progress, Cancellation cancellation);

  /** A live loop over two spaces as read. */
  LiveLoop loop(EmbeddingSpace source, EmbeddingSpace target, List<WordPair> test);

  /** The sentence for something that went wrong. */
  String sentence(Throwable failure);

  /** A text in the window's language. */
  String text(String key, Object... arguments);
}
