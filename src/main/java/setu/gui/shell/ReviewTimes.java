package setu.gui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Subscription;
import setu.core.align.ReviewCard;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.Draft;
import setu.core.anchor.WordPair;
import setu.core.workspace.Workspace;
import setu.core.workspace.Workspace.SpaceReference;
import setu.gui.common.FxTaskRunner;
import setu.gui.preferences.UserFolders;
import setu.gui.review.ReviewViewModel;

/**
 * How long a person who judges one card after the other waits: from the key to the next card on the
 * screen, the next key pressed as soon as it is there.
 */
final class ReviewTimes {
  /** Judgements before any is counted, while the code is being compiled. */
  private static final int WARM_UP = 10;

  /** What a person presses: mostly accept and reject, now and then a reason or not sure. */
  private static final List<KeyCode> KEYS =
      List.of(KeyCode.A, KeyCode.R, KeyCode.A, KeyCode.DIGIT2, KeyCode.A, KeyCode.S);

  private final Shell shell;

  private ReviewTimes(Shell shell) {
    this.shell = shell;
  }

  /**
   * Judges {@code judgements} suggestions in a row.
   *
   * @param files source and target space, training and test dictionary
   * @param pairs in the dictionary: those of the file, and made-up ones up to so many
   * @return seconds: {@code first}, from turning to the review to its first card; {@code all},
   *     until all suggestions are made and nothing is computed any more; {@code judgements}, each
   *     wait
   */
  static Map<String, List<Double>> measure(List<Path> files, int pairs, int judgements, long seed) {
    HeadlessFx.startAnywhere();
    Path folder = folder();
    UserFolders own = UserFolders.in(folder.resolve("own"));
    Path project = project(folder.resolve("project"), files, pairs, seed);
    ReviewTimes times = HeadlessFx.onFx(() -> open(own, project));
    HeadlessFx.wait(HeadlessFx.onFx(() -> Settled.of(times.shell)));
    long turned = System.nanoTime();
    HeadlessFx.wait(HeadlessFx.onFx(times::turn));
    double first = (System.nanoTime() - turned) / 1e9;
    HeadlessFx.wait(HeadlessFx.onFx(times::ready));
    double all = (System.nanoTime() - turned) / 1e9;
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < WARM_UP + judgements; i++) {
      KeyCode key = KEYS.get(i % KEYS.size());
      long pressed = System.nanoTime();
      HeadlessFx.wait(HeadlessFx.onFx(() -> times.judge(key)));
      if (i >= WARM_UP) {
        seconds.add((System.nanoTime() - pressed) / 1e9);
      }
    }
    HeadlessFx.onFx(
        () -> {
          times.shell.close();
          times.shell.stage().close();
          return true;
        });
    return Map.of("first", List.of(first), "all", List.of(all), "judgements", seconds);
  }

  static Path folder() {
    try {
      return Files.createTempDirectory("setu-review");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A project of two spaces, with their pairs and made-up ones. */
  static Path project(Path folder, List<Path> files, int pairs, long seed) {
    SpaceReference source = new SpaceReference("en", files.get(0).toAbsolutePath(), "");
    SpaceReference target = new SpaceReference("si", files.get(1).toAbsolutePath(), "");
    try (Workspace made = Workspace.create(folder, source, target, files.get(3).toAbsolutePath())) {
      made.anchors().add(dictionary(DictionaryFiles.readPairs(files.get(2)), pairs, seed));
    }
    return folder;
  }

  /**
   * The pairs of a file, accepted, and made-up ones up to {@code size}: by turns a candidate of two
   * of its words, and an accepted pair with a word that no vocabulary holds.
   */
  static List<Draft> dictionary(List<WordPair> pairs, int size, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Draft> drafts = new ArrayList<>();
    pairs.forEach(pair -> drafts.add(Draft.accepted(pair.source(), pair.target(), "file")));
    while (drafts.size() < size) {
      String source = pairs.get(random.nextInt(pairs.size())).source();
      String target = pairs.get(random.nextInt(pairs.size())).target();
      int number = drafts.size();
      drafts.add(
          number % 2 == 0
              ? Draft.accepted(source, target, "benchmark").withStatus(AnchorStatus.CANDIDATE)
              : Draft.accepted(source, target + "-" + number, "benchmark"));
    }
    return drafts;
  }

  private static ReviewTimes open(UserFolders own, Path project) {
    Shell shell = new Shell(new Stage(), own, FxTaskRunner.background());
    shell.settingsProperty().set(shell.settingsProperty().get().withReducedMotion(true));
    shell.stage().show();
    shell.workbench().openProject(project);
    return new ReviewTimes(shell);
  }

  /** Turns to the review; done when its first card is there. */
  private CompletableFuture<Boolean> turn() {
    shell.window().placeProperty().set(Rail.Place.REVIEW);
    return inAFrame(() -> model().cardProperty().get() != null);
  }

  /** Done when nothing is computed any more. */
  private CompletableFuture<Boolean> ready() {
    return inAFrame(() -> shell.workbench().tasks().running().isEmpty());
  }

  private static CompletableFuture<Boolean> inAFrame(BooleanSupplier holds) {
    CompletableFuture<Boolean> held = new CompletableFuture<>();
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        if (holds.getAsBoolean()) {
          stop();
          held.complete(true);
        }
      }
    }.start();
    return held;
  }

  private ReviewViewModel model() {
    return shell.window().places().review().model();
  }

  /** Presses a key; done when the next card has been drawn. */
  private CompletableFuture<Boolean> judge(KeyCode key) {
    CompletableFuture<Boolean> drawn = new CompletableFuture<>();
    ReviewCard card = model().cardProperty().get();
    if (card == null) {
      throw new IllegalStateException("no card is left");
    }
    Subscription[] following = new Subscription[1];
    following[0] =
        model()
            .cardProperty()
            .subscribe(
                (before, now) -> {
                  following[0].unsubscribe();
                  afterTwoFrames(drawn);
                });
    Node view = shell.window().places().review().node();
    view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    return drawn;
  }

  /** What is laid out in one frame is on the screen with the next. */
  private static void afterTwoFrames(CompletableFuture<Boolean> drawn) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (++frames > 2) {
          stop();
          drawn.complete(true);
        }
      }
    }.start();
  }
}
