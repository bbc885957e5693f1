package setu.gui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryImport;
import setu.core.anchor.DictionaryOptions;
import setu.core.anchor.WordPair;
import setu.core.evaluate.LiveLoop;
import setu.core.fault.Fault;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;
import setu.core.space.ReadOptions;
import setu.core.space.SpaceCache;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.workspace.Workspace;
import setu.gui.common.Engine;
import setu.message.ErrorText;
import setu.message.Messages;

/** The core as the window uses it. */
final class CoreEngine implements Engine {
  private final Projects projects;
  private final Supplier<Messages> messages;

  /** An engine that speaks the language of the moment. */
  CoreEngine(Projects projects, Supplier<Messages> messages) {
    this.projects = projects;
    this.messages = messages;
  }

  @Override
  public Workspace openProject(Path folder) {
    return Workspace.open(folder, Workspace.Mode.WRITE);
  }

  @Override
  public Workspace openReadOnly(Path folder) {
    return Workspace.open(folder, Workspace.Mode.READ);
  }

  @Override
  public Workspace openSample() {
    return projects.openSample();
  }

  @Override
  public Workspace openPair(
      Path source, Path target, Progress progress, Cancellation cancellation) {
    return projects.openPair(source, target, progress, cancellation);
  }

  @Override
  public EmbeddingSpace readSpace(Path file, Progress progress, Cancellation cancellation) {
    return SpaceCache.ofUser().read(file, ReadOptions.ALL, progress, cancellation);
  }

  @Override
  public List<WordPair> readPairs(Path file) {
    return DictionaryFiles.readPairs(file);
  }

  @Override
  public DictionaryImport readDictionary(
      Path file, String sourceLanguage, Progress progress, Cancellation cancellation) {
    return DictionaryFiles.read(
        file, DictionaryOptions.from(sourceLanguage), progress, cancellation);
  }

  @Override
  public LiveLoop loop(EmbeddingSpace source, EmbeddingSpace target, List<WordPair> test) {
    return new LiveLoop(source, target, Normalization.UNIT, test, Kernels.search());
  }

  @Override
  public String sentence(Throwable failure) {
    Messages language = messages.get();
    if (failure instanceof Fault fault) {
      return ErrorText.of(fault, language);
    }
    if (failure instanceof OutOfMemoryError) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      return language.text("gui.outOfMemory", String.format(Locale.ROOT, "%,d", megabytes));
    }
    return language.text("gui.unexpected", failure.getClass().getSimpleName());
  }

  @Override
  public String text(String key, Object... arguments) {
    return messages.get().text(key, arguments);
  }
}
