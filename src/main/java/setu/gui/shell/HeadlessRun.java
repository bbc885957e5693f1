package setu.gui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.Leakage;
import setu.core.evaluate.LiveLoop;
import setu.core.evaluate.Scorecard;
import setu.core.evaluate.TranslationScore;
import setu.core.evaluate.TranslationScore.Direction;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.LanguageNames;
import setu.gui.common.Notice;
import setu.gui.common.OpenProject;
import setu.gui.common.Png;
import setu.gui.common.Side;
import setu.gui.common.Workbench;
import setu.gui.preferences.Settings;
import setu.gui.preferences.UserFolders;
import setu.message.Messages;

/**
 * The window's main job without a display: loads, aligns, evaluates, lays out, and leaves the map
 * as a picture and the scorecard as a page and as JSON.
 */
final class HeadlessRun {
  private final Messages messages;
  private final Consumer<String> say;
  private final Consumer<String> warn;

  /**
   * @param say takes what is done
   * @param warn takes what is worth a warning
   */
  HeadlessRun(Messages messages, Consumer<String> say, Consumer<String> warn) {
    this.messages = messages;
    this.say = say;
    this.warn = warn;
  }

  /**
   * Runs on a project, or on the shipped sample, which is copied and never changes the person's
   * own.
   *
   * @throws CancellationException if the process is told to end meanwhile
   */
  void run(@Nullable Path project) {
    Path out = outputFolder();
    List<Path> written;
    CompletableFuture<Boolean> toldToEnd = new CompletableFuture<>();
    try (EndSignals ending = EndSignals.handledBy(() -> toldToEnd.cancel(false))) {
      say.accept(messages.text("gui.headless.begin"));
      HeadlessFx.start();
      Path own = scratch();
      try {
        written = write(HeadlessFx.onFx(() -> open(own, project)), toldToEnd, out);
      } finally {
        HeadlessFx.stop();
        delete(own);
      }
    }
    say.accept(messages.text("gui.headless.wrote"));
    written.forEach(file -> say.accept("  " + file));
  }

  private Shell open(Path own, @Nullable Path project) {
    Shell shell = new Shell(new Stage(), UserFolders.in(own), FxTaskRunner.background());
    shell.settingsProperty().set(Settings.DEFAULT.withLanguage(messages.locale().getLanguage()));
    shell.stage().show();
    shell.workbench().projectProperty().subscribe(open -> tellSpaces(open));
    if (project == null) {
      shell.workbench().openSample();
    } else {
      shell.workbench().open(project);
    }
    return shell;
  }

  private void tellSpaces(@Nullable OpenProject open) {
    if (open != null) {
      for (Side side : Side.values()) {
        var space = open.space(side);
        say.accept(
            messages.text(
                "gui.headless.space",
                LanguageNames.full(LanguageNames.of(open, side), messages),
                String.format(Locale.ROOT, "%,d", space.rows()),
                space.dimensions()));
      }
    }
  }

  private void tellScores(Shell shell) {
    LiveLoop.Answer answer = shell.workbench().answerProperty().get();
    OpenProject open = shell.workbench().projectProperty().get();
    say.accept(
        messages.text(
            "gui.headless.aligned",
            answer.alignment().method(),
            answer.anchors().size(),
            answer.anchors().outOfVocabulary().size()));
    List<TranslationScore> scores = scores(answer);
    if (scores.isEmpty()) {
      say.accept(messages.text("gui.headless.noScores"));
    }
    scores.forEach(score -> say.accept(line(open, score)));
  }

  /** Those that were measured: without a test word there is nothing to say. */
  private static List<TranslationScore> scores(LiveLoop.Answer answer) {
    return answer.scores().stream().filter(score -> score.counts().all() > 0).toList();
  }

  /** Waits until all is computed, and writes it; however that ends, the project is let go. */
  private List<Path> write(Shell shell, CompletableFuture<Boolean> toldToEnd, Path out) {
    CompletableFuture<Boolean> settled = HeadlessFx.onFx(() -> Settled.of(shell));
    try {
      HeadlessFx.wait(CompletableFuture.anyOf(settled, toldToEnd));
      return HeadlessFx.onFx(
          () -> {
            tellWarnings(shell);
            tellScores(shell);
            return files(shell, out);
          });
    } finally {
      HeadlessFx.onFx(
          () -> {
            shell.close();
            return true;
          });
    }
  }

  private void tellWarnings(Shell shell) {
    shell.workbench().notices().stream()
        .filter(notice -> notice.kind() == Notice.Kind.WARNING)
        .forEach(notice -> warn.accept(notice.text()));
  }

  private List<Path> files(Shell shell, Path out) {
    Path map = out.resolve("map.png");
    Path window = out.resolve("window.png");
    Path page = out.resolve("scorecard.html");
    Path figures = out.resolve("scorecard.json");
    shell.window().places().map().save(map);
    Png.write(shell.scene().snapshot(null), window);
    Scorecard card = scorecard(shell.workbench());
    card.writeHtml(page);
    card.writeJson(figures);
    return List.of(map, window, page, figures);
  }

  private Scorecard scorecard(Workbench workbench) {
    LiveLoop.Answer answer = workbench.answerProperty().get();
    OpenProject open = workbench.projectProperty().get();
    int used = answer.anchors().size();
    return new Scorecard(
        LanguageNames.full(LanguageNames.of(open, Side.SOURCE), messages),
        LanguageNames.full(LanguageNames.of(open, Side.TARGET), messages),
        answer.alignment().method(),
        used + answer.anchors().outOfVocabulary().size(),
        used,
        scores(answer),
        Leakage.between(workbench.anchorsProperty().get().accepted(), open.test()));
  }

  private static String line(OpenProject open, TranslationScore score) {
    String source = LanguageNames.brief(LanguageNames.of(open, Side.SOURCE));
    String target = LanguageNames.brief(LanguageNames.of(open, Side.TARGET));
    boolean forward = score.direction() == Direction.FORWARD;
    return String.format(
        Locale.ROOT,
        "  %s→%s  %-4s  P@1 %.1f  P@5 %.1f  P@10 %.1f  MRR %.3f  (%d/%d)",
        forward ? source : target,
        forward ? target : source,
        score.retrieval(),
        score.precision().at1(),
        score.precision().at5(),
        score.precision().at10(),
        score.meanReciprocalRank(),
        score.counts().covered(),
        score.counts().all());
  }

  /** {@code setu-output} in the working folder, or among the temporary files. */
  private static Path outputFolder() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    for (Path place : List.of(Path.of(""), temporary)) {
      Path folder = place.resolve("setu-output").toAbsolutePath();
      try {
        return Files.createDirectories(folder);
      } catch (IOException e) {
        // The next place.
      }
    }
    return temporary;
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("setu");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
