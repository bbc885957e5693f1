package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Draft;
import setu.core.evaluate.LiveLoop;
import setu.core.task.Cancellation;
import setu.gui.common.Engine;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.MovedSpace;
import setu.gui.common.Notice;
import setu.gui.common.OpenProject;
import setu.gui.common.RunningTask;
import setu.gui.common.Workbench;
import setu.gui.preferences.UserFolders;
import setu.message.Messages;

/** Opening and importing that fail or are given up leave the window as it was. */
@NullUnmarked
class OpeningTest {
  private static final Path EN = Path.of("sample-vectors", "en.100.vec");
  private static final Path SI = Path.of("sample-vectors", "si.100.vec");

  @TempDir Path folder;
  private final WindowThread window = new WindowThread();
  private Workbench workbench;

  @BeforeEach
  void start() {
    workbench = new Workbench(engine(), FxTaskRunner.sameThread());
  }

  @AfterEach
  void stop() {
    workbench.close();
    window.close();
  }

  private Engine engine() {
    return new CoreEngine(new Projects(UserFolders.in(folder)), Messages::inEnglish);
  }

  @Test
  void aFailedOpeningKeepsTheProjectThatIsOpen() throws IOException {
    workbench.openSample();
    OpenProject sample = workbench.project();
    Path cut = Files.write(folder.resolve("cut.vec.gz"), new byte[] {31, (byte) 139, 8, 0});
    Path zeros = Files.write(folder.resolve("zeros.vec"), new byte[4000]);
    List<Runnable> failing =
        List.of(
            () -> workbench.openPair(EN, cut),
            () -> workbench.openPair(zeros, SI),
            () -> workbench.openPair(EN, folder.resolve("none.vec")),
            () -> workbench.openProject(folder.resolve("none")),
            () -> workbench.openProject(folder));
    for (Runnable opening : failing) {
      workbench.notices().clear();
      opening.run();
      assertThat(workbench.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.ERROR);
      assertThat(workbench.project()).isSameAs(sample);
      assertThat(workbench.opening().nameProperty().get()).isNull();
    }
    workbench.addAnchor(Draft.accepted("river", "ගඟ", "edit"));
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(1040);
  }

  @Test
  void aDamagedFileThatWasFetchedAgainIsOpenedWithoutAQuestion() throws IOException {
    byte[] whole = Files.readAllBytes(SI);
    Path si = Files.write(folder.resolve("si.vec"), Arrays.copyOf(whole, whole.length / 2));
    workbench.openPair(EN, si);
    assertThat(workbench.project()).isNull();
    Files.write(si, whole);
    workbench.openPair(EN, si);
    assertThat(workbench.opening().movedProperty().get()).isNull();
    assertThat(workbench.project()).isNotNull();

    // Once there are pairs, another content is asked about.
    workbench.addAnchor(Draft.accepted("river", "ගඟ", "edit"));
    workbench.openSample();
    Files.write(si, "2 2\nගඟ 1 0\nගස 0 1\n".getBytes(StandardCharsets.UTF_8));
    workbench.openPair(EN, si);
    assertThat(workbench.opening().movedProperty().get()).isNotNull();
  }

  @Test
  void theProjectThatIsOpenIsNotOpenedAgain() {
    workbench.openSample();
    OpenProject sample = workbench.project();
    workbench.openProject(sample.workspace().folder());
    workbench.openSample();
    assertThat(workbench.project()).isSameAs(sample);
    assertThat(workbench.notices())
        .extracting(Notice::kind)
        .containsExactly(Notice.Kind.INFO, Notice.Kind.INFO);
  }

  @Test
  void aProjectReadOnlyBecauseOfAnotherWindowIsOpenedAgainToEdit() {
    Workbench other = new Workbench(engine(), FxTaskRunner.sameThread());
    other.openSample();
    workbench.openSample();
    assertThat(workbench.project().workspace().readOnly()).isTrue();
    other.close();
    workbench.openSample();
    assertThat(workbench.project().workspace().readOnly()).isFalse();
  }

  @Test
  void aQuestionThatIsLeftGivesTheProjectBefore() throws IOException {
    Path si = Files.copy(SI, folder.resolve("si.vec"));
    workbench.openPair(EN, si);
    Path pair = workbench.project().workspace().folder();
    workbench.openSample();
    OpenProject sample = workbench.project();
    Files.delete(si);
    workbench.openProject(pair);
    assertThat(workbench.opening().movedProperty().get().was()).isEqualTo(si);
    assertThat(workbench.project()).isSameAs(sample);
    workbench.opening().forgetQuestions();
    assertThat(workbench.opening().movedProperty().get()).isNull();
    assertThat(workbench.project()).isSameAs(sample);
  }

  @Test
  void anImportStopsWhenItIsCancelled() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    Workbench slow =
        new Workbench(until(reading, "readDictionary"), FxTaskRunner.background(window));
    window.await(slow::openSample, () -> slow.answerProperty().get() != null);
    byte[] journal = Files.readAllBytes(journal(slow));
    window.call(() -> slow.open(Path.of("sample-vectors", "faulty.tsv")));
    assertThat(reading.await(60, TimeUnit.SECONDS)).isTrue();
    window.await(() -> task(slow, "faulty.tsv").cancel(), () -> slow.tasks().running().isEmpty());
    assertThat(slow.notices()).isEmpty();
    assertThat(slow.anchorsProperty().get().anchors()).hasSize(1039);
    assertThat(journal(slow)).hasBinaryContent(journal);
    window.call(slow::close);
  }

  @Test
  void aLoadThatIsCancelledLeavesTheProjectThatIsOpen() throws Exception {
    Path si = Files.copy(SI, folder.resolve("si.vec"));
    CountDownLatch reading = new CountDownLatch(1);
    Engine engine =
        until(reading, "readSpace", given -> ((Path) given[0]).endsWith(si.getFileName()));
    Workbench slow = new Workbench(engine, FxTaskRunner.background(window));
    window.await(slow::openSample, () -> slow.answerProperty().get() != null);
    OpenProject sample = slow.project();
    LiveLoop.Answer answer = slow.answerProperty().get();
    window.call(() -> slow.openPair(EN, si));
    assertThat(reading.await(60, TimeUnit.SECONDS)).isTrue();
    window.await(
        () -> task(slow, "si.vec").cancel(), () -> slow.opening().nameProperty().get() == null);
    assertThat(slow.notices()).isEmpty();
    assertThat(slow.project()).isSameAs(sample);
    assertThat(slow.answerProperty().get()).isSameAs(answer);
    window.await(
        () -> slow.addAnchor(Draft.accepted("river", "ගඟ", "edit")),
        () -> slow.anchorsProperty().get().anchors().size() == 1040);
    window.call(slow::close);
  }

  @Test
  void anOpeningThatIsCancelledKeepsTheProjectAndTheQuestion() throws Exception {
    Path si = Files.copy(SI, folder.resolve("si.vec"));
    workbench.openPair(EN, si);
    Path pair = workbench.project().workspace().folder();
    workbench.close();
    Path moved = Files.move(si, folder.resolve("moved.vec"));
    CountDownLatch reading = new CountDownLatch(1);
    // Both spaces are read side by side: the one that is cancelled is under way for certain.
    Engine engine = until(reading, "readSpace", given -> given[0].equals(moved));
    Workbench slow = new Workbench(engine, FxTaskRunner.background(window));
    window.await(() -> slow.openProject(pair), () -> slow.opening().movedProperty().get() != null);
    MovedSpace asked = slow.opening().movedProperty().get();
    window.call(() -> slow.opening().relocate(asked, moved, false));
    assertThat(reading.await(60, TimeUnit.SECONDS)).isTrue();
    window.await(
        () -> task(slow, "moved.vec").cancel(), () -> slow.opening().nameProperty().get() == null);
    assertThat(slow.opening().movedProperty().get()).isEqualTo(asked);
    assertThat(slow.notices()).isEmpty();
    window.call(slow::close);
    workbench = new Workbench(engine(), FxTaskRunner.sameThread());
    workbench.openProject(pair);
    assertThat(workbench.project().workspace().readOnly()).as("the lock is free").isFalse();
  }

  @Test
  void aNewerWishTakesThePlaceOfAnOlderOne() throws Exception {
    Path si = Files.copy(SI, folder.resolve("si.vec"));
    CountDownLatch reading = new CountDownLatch(1);
    Engine engine = until(reading, "readSpace");
    Workbench hasty = new Workbench(engine, FxTaskRunner.background(window));
    window.call(() -> hasty.openPair(EN, si));
    assertThat(reading.await(60, TimeUnit.SECONDS)).isTrue();
    window.call(
        () -> hasty.openProject(folder.resolve("none"))); // The first reading is given up by it.
    window.await(() -> {}, () -> !hasty.notices().isEmpty() && hasty.tasks().running().isEmpty());
    assertThat(hasty.opening().nameProperty().get()).isNull();
    assertThat(hasty.project()).isNull();
    window.call(hasty::close);
  }

  private static RunningTask task(Workbench workbench, String name) {
    return workbench.tasks().running().stream()
        .filter(task -> task.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Path journal(Workbench workbench) {
    return workbench.project().workspace().folder().resolve("anchors.jsonl");
  }

  /** The core, where one call begins its work only after it was cancelled. */
  private Engine until(CountDownLatch begun, String method) {
    return until(begun, method, given -> true);
  }

  /** The same, only where it is given certain arguments. */
  private Engine until(CountDownLatch begun, String method, Predicate<Object[]> where) {
    Engine engine = engine();
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (proxy, called, arguments) -> {
              if (called.getName().equals(method) && where.test(arguments)) {
                Cancellation cancellation = (Cancellation) arguments[arguments.length - 1];
                begun.countDown();
                while (!cancellation.isCancelled()) {
                  Thread.sleep(2);
                }
              }
              try {
                return called.invoke(engine, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
