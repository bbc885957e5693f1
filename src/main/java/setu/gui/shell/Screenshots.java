package setu.gui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorImport;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryOptions;
import setu.core.anchor.Draft;
import setu.core.anchor.Edit;
import setu.core.workspace.Workspace;
import setu.core.workspace.Workspace.SpaceReference;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Png;
import setu.gui.common.RunningTask;
import setu.gui.common.Side;
import setu.gui.common.Workbench;
import setu.gui.preferences.Settings;
import setu.gui.preferences.Theme;
import setu.gui.preferences.UserFolders;
import setu.gui.review.ReviewViewModel;

/** Pictures of the real window, made without a display. */
final class Screenshots {
  private static final long MOST_QUIET_SECONDS = 90;
  private static final Duration TO_REST = Duration.millis(2500);
  private static final Settings LIGHT = Settings.DEFAULT;
  private static final Settings DARK = Settings.DEFAULT.withTheme(Theme.DARK);
  private static final Settings CONTRAST = Settings.DEFAULT.withTheme(Theme.CONTRAST);
  private static final Settings SINHALA = Settings.DEFAULT.withLanguage("si");

  private final Path out;
  private final Consumer<String> say;

  /** Pictures in a folder. */
  Screenshots(Path out, Consumer<String> say) {
    this.out = out;
    this.say = say;
  }

  /** Takes all of them; the large ones where source, target, anchors and test are given. */
  void take(List<Path> files) {
    HeadlessFx.start();
    both("empty", workbench -> {}, shell -> {});
    both("error", w -> w.open(Path.of("missing", "news.vec")), shell -> {});
    both("sample", Workbench::openSample, Screenshots::river);
    take("sample-contrast", CONTRAST, Workbench::openSample, Screenshots::river);
    take("sample-sinhala", SINHALA, Workbench::openSample, Screenshots::river);
    both("map-umap", Workbench::openSample, shell -> lay(shell, "UMAP", 2));
    both("map-tsne", Workbench::openSample, shell -> lay(shell, "TSNE", 2));
    both("map-space", Workbench::openSample, shell -> lay(shell, "UMAP", 3));
    both("anchors", Workbench::openSample, shell -> at(shell, Rail.Place.ANCHORS));
    both("cleaning", Workbench::openSample, Screenshots::clean);
    both("import", Workbench::openSample, Screenshots::bringIn);
    both("review", Workbench::openSample, Screenshots::review);
    both("scores", Workbench::openSample, shell -> at(shell, Rail.Place.SCORES));
    both("benchmark", Workbench::openSample, shell -> scorecard(shell, 1));
    both("errors", Workbench::openSample, shell -> scorecard(shell, 2));
    both("spaces", Workbench::openSample, shell -> scorecard(shell, 3));
    both("edits", Workbench::openSample, Screenshots::edits);
    take("benchmark-sinhala", SINHALA, Workbench::openSample, shell -> scorecard(shell, 1));
    take("spaces-sinhala", SINHALA, Workbench::openSample, shell -> scorecard(shell, 3));
    take("review-sinhala", SINHALA, Workbench::openSample, Screenshots::review);
    both("encoder", Workbench::openSample, Screenshots::sentence);
    if (files.size() == 4) {
      Path project = largeProject(files);
      both("large", w -> w.openProject(project), Screenshots::river);
    }
  }

  /** A picture in each theme. */
  private void both(String name, Consumer<Workbench> open, Consumer<Shell> prepare) {
    take(name + "-light", LIGHT, open, prepare);
    take(name + "-dark", DARK, open, prepare);
  }

  private static Path largeProject(List<Path> files) {
    Path folder = scratch().resolve("large");
    SpaceReference source = new SpaceReference("en", files.get(0).toAbsolutePath(), "");
    SpaceReference target = new SpaceReference("si", files.get(1).toAbsolutePath(), "");
    Path anchors = files.get(2);
    try (Workspace made = Workspace.create(folder, source, target, files.get(3).toAbsolutePath())) {
      AnchorImport.into(
          made.anchors(),
          DictionaryFiles.read(anchors, DictionaryOptions.AS_WRITTEN),
          AnchorStatus.ACCEPTED,
          String.valueOf(anchors.getFileName()));
    }
    return folder;
  }

  private static void sentence(Shell shell) {
    at(shell, Rail.Place.ENCODER);
    if (shell.scene().lookup(".encoder .text-field") instanceof TextField box) {
      box.setText("the river ගඟ දිගේ ගලා යයි zzqx");
    }
  }

  /** A table with a pair that is new, one that is there, one in conflict and one refused. */
  private static void bringIn(Shell shell) {
    Path table = scratch().resolve("field-notes.csv");
    Anchor there = shell.workbench().anchorsProperty().get().anchors().getFirst();
    String pair = there.source() + "," + there.target();
    try {
      Files.writeString(
          table,
          "gloss,headword,status\nglacier,හිමනදිය,\n%s,\n%s,rejected\nocean,සාගරය,\n,d e,\n"
              .formatted(pair, pair));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    shell.window().placeProperty().set(Rail.Place.ANCHORS);
    shell.workbench().imports().file(table);
  }

  /** With a dozen crossed pairs that somebody rejected to learn from, and three judged since. */
  private static void review(Shell shell) {
    List<Anchor> anchors = shell.workbench().anchorsProperty().get().anchors();
    List<Edit> rejected = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Draft crossed =
          Draft.accepted(anchors.get(40 * i).source(), anchors.get(40 * i + 20).target(), "check");
      rejected.add(new Edit.Add(crossed.withStatus(AnchorStatus.REJECTED)));
    }
    shell.workbench().editAnchors(rejected);
    shell.window().placeProperty().set(Rail.Place.REVIEW);
    ReviewViewModel model = shell.window().places().review().model();
    model.queueProperty().set(ReviewQueue.SUSPECT);
    Deque<Runnable> judgements =
        new ArrayDeque<>(List.of(model::accept, model::unsure, model::accept));
    model
        .cardProperty()
        .subscribe(
            card -> {
              if (card != null && !judgements.isEmpty()) {
                Platform.runLater(judgements.poll());
              }
            });
  }

  /** With some pairs that are to be mended. */
  private static void clean(Shell shell) {
    shell
        .workbench()
        .addAnchors(
            List.of(
                Draft.accepted("glacier,", "හිමනදිය", "field notes"),
                Draft.accepted("ගල", "stone", "field notes"),
                Draft.accepted("Lagoon", "කලපුව", "field notes"),
                Draft.accepted("harbour", "වරාය", "field notes"),
                Draft.accepted("harbor", "වරාය", "field notes")));
    shell.window().placeProperty().set(Rail.Place.ANCHORS);
    Subscription[] added = {Subscription.EMPTY};
    added[0] =
        shell
            .workbench()
            .anchorsProperty()
            .subscribe(
                (before, now) -> {
                  added[0].unsubscribe();
                  if (shell.scene().lookup("#anchors-clean") instanceof Button open) {
                    open.fire();
                  }
                });
  }

  /** The line of scores over some edits. */
  private static void edits(Shell shell) {
    List<Long> ids =
        shell.workbench().anchorsProperty().get().anchors().stream().map(Anchor::id).toList();
    for (int i = 0; i < 6; i++) {
      shell.workbench().removeAnchors(ids.subList(60 * i, 60 * (i + 1)));
    }
    scorecard(shell, 4);
  }

  private static void lay(Shell shell, String method, int dimensions) {
    river(shell);
    shell.window().places().map().lay(method, dimensions);
  }

  private static void river(Shell shell) {
    shell.workbench().select(Side.SOURCE, "river");
  }

  private static void scorecard(Shell shell, int tab) {
    at(shell, Rail.Place.SCORES);
    shell.window().places().scores().show(tab);
  }

  private static void at(Shell shell, Rail.Place place) {
    shell.window().placeProperty().set(place);
    shell.workbench().select(Side.SOURCE, "river");
  }

  private void take(
      String name, Settings settings, Consumer<Workbench> open, Consumer<Shell> prepare) {
    Path own = scratch();
    Shell shell =
        HeadlessFx.onFx(
            () -> {
              Shell made = new Shell(new Stage(), UserFolders.in(own), FxTaskRunner.background());
              made.settingsProperty().set(settings);
              made.stage().show();
              open.accept(made.workbench());
              return made;
            });
    if (HeadlessFx.onFx(() -> shell.workbench().opening().nameProperty().get() != null)) {
      HeadlessFx.wait(HeadlessFx.onFx(() -> Settled.of(shell)));
    }
    HeadlessFx.wait(
        HeadlessFx.onFx(
            () -> {
              prepare.accept(shell);
              return laid(shell);
            }));
    HeadlessFx.wait(HeadlessFx.onFx(Screenshots::rest));
    HeadlessFx.wait(HeadlessFx.onFx(() -> quiet(shell)));
    HeadlessFx.wait(HeadlessFx.onFx(Screenshots::rest));
    Path file = out.resolve(name + ".png");
    HeadlessFx.onFx(
        () -> {
          Png.write(shell.scene().snapshot(null), file);
          shell.close();
          shell.stage().close();
          return true;
        });
    say.accept(file.toString());
  }

  /** A layout asked for is made. */
  private static CompletableFuture<Boolean> laid(Shell shell) {
    CompletableFuture<Boolean> laid = new CompletableFuture<>();
    if (shell.workbench().sharedProperty().get() == null) {
      laid.complete(true);
    } else {
      shell
          .window()
          .mapReadyProperty()
          .subscribe(
              ready -> {
                if (ready) {
                  laid.complete(true);
                }
              });
    }
    return laid;
  }

  /** Nothing is computed any more; what takes longer is pictured on its way. */
  private static CompletableFuture<Boolean> quiet(Shell shell) {
    CompletableFuture<Boolean> quiet = new CompletableFuture<>();
    ObservableList<RunningTask> running = shell.workbench().tasks().running();
    Runnable look =
        () -> {
          if (running.isEmpty()) {
            quiet.complete(true);
          }
        };
    running.addListener((ListChangeListener<RunningTask>) change -> look.run());
    look.run();
    return quiet.completeOnTimeout(true, MOST_QUIET_SECONDS, TimeUnit.SECONDS);
  }

  /** Motion comes to its end. */
  private static CompletableFuture<Boolean> rest() {
    CompletableFuture<Boolean> rested = new CompletableFuture<>();
    PauseTransition pause = new PauseTransition(TO_REST);
    pause.setOnFinished(e -> rested.complete(true));
    pause.play();
    return rested;
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("setu-pictures");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
