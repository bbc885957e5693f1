package setu.gui.common;

import java.nio.file.Path;
import java.util.List;
import setu.core.anchor.DictionaryImport;
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

  /** Opens a project of two files of vectors, made on first use. */
  Workspace openPair(Path source, Path target, Progress progress, Cancellation cancellation);

  /** Reads a space. */
  EmbeddingSpace readSpace(Path file, Progress progress, Cancellation cancellation);

  /** Reads the pairs of a test dictionary. */
  List<WordPair> readPairs(Path file);

  /** Reads a dictionary to be imported, turned so that source words are of that language. */
  DictionaryImport readDictionary(
      Path file, String sourceLanguage, Progress progress, Cancellation cancellation);

  /** A live loop over two spaces as read. */
  LiveLoop loop(EmbeddingSpace source, EmbeddingSpace target, List<WordPair> test);

  /** The sentence for something that went wrong. */
  String sentence(Throwable failure);

  /** A text in the window's language. */
  String text(String key, Object... arguments);
}
