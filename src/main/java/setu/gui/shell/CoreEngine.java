package setu.gui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryImport;
import setu.core.anchor.DictionaryOptions;
import setu.core.anchor.DictionaryPreview;
import setu.core.anchor.WordPair;
import setu.core.evaluate.LiveLoop;
import setu.core.fault.Fault;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;
import setu.core.space.ReadOptions;
import setu.core.space.SpaceCache;
import setu.core.space.SpacePreview;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.workspace.Workspace;
import setu.gui.common.Engine;
import setu.gui.common.KeptScalings;
import setu.gui.common.PairPreview;
import setu.gui.common.RowLimits;
import setu.message.ErrorText;
import setu.message.Messages;

/** The core as the window uses it. */
final class CoreEngine implements Engine {
  /** Spaces that take more bytes than this are not read unasked. */
  private static final long LARGE = 256L << 20;

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
  public void requireSpace(Path file, Cancellation cancellation) {
    SpacePreview.of(file, ReadOptions.ALL, cancellation);
  }

  @Override
  public @Nullable PairPreview previewPair(Path source, Path target, Cancellation cancellation) {
    SpacePreview ofSource = SpacePreview.of(source, ReadOptions.ALL, cancellation);
    SpacePreview ofTarget = SpacePreview.of(target, ReadOptions.ALL, cancellation);
    boolean large = Math.max(ofSource.memory(), ofTarget.memory()) > LARGE;
    return large
        ? new PairPreview(source, target, ofSource, ofTarget, projects.limits(source, target))
        : null;
  }

  @Override
  public Workspace openPair(
      Path source,
      Path target,
      @Nullable RowLimits limits,
      Progress progress,
      Cancellation cancellation) {
    return projects.openPair(source, target, limits, progress, cancellation);
  }

  @Override
  public EmbeddingSpace readSpace(
      Path file, int limit, Progress progress, Cancellation cancellation) {
    return SpaceCache.ofUser().read(file, ReadOptions.ALL.withLimit(limit), progress, cancellation);
  }

  @Override
  public List<WordPair> readPairs(Path file) {
    return DictionaryFiles.readPairs(file);
  }

  @Override
  public @Nullable DictionaryPreview previewDictionary(Path file, Cancellation cancellation) {
    cancellation.check();
    return DictionaryPreview.of(file);
  }

  @Override
  public DictionaryImport readDictionary(
      Path file, DictionaryOptions options, Progress progress, Cancellation cancellation) {
    return DictionaryFiles.read(file, options, progress, cancellation);
  }

  @Override
  public LiveLoop loop(EmbeddingSpace source, EmbeddingSpace target, List<WordPair> test) {
    return new LiveLoop(
        source, target, Normalization.UNIT, test, Kernels.search(), KeptScalings.ofUser());
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
