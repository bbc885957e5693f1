package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.ReviewQueue;
import setu.core.neighbor.NeighborSearches;
import setu.gui.common.JudgesDiffer;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;

/** Queues are made in the background, one run in the place of another. */
@NullUnmarked
class QueueWorkTest {
  @TempDir Path folder;
  private final ExecutorService window = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    window.shutdown();
  }

  @Test
  void aRunThatWasCancelledSaysNothingOfTheOneInItsPlace() throws Exception {
    Workbench workbench = sample();
    List<String> log = new ArrayList<>();
    QueueWork work =
        onWindow(
            () -> {
              QueueWork made =
                  new QueueWork(
                      workbench,
                      NeighborSearches.best(),
                      new SampleModel(workbench),
                      (queue, cards) -> log.add(queue.name()));
              made.workingProperty().subscribe((before, now) -> log.add(now ? "works" : "rests"));
              made.make(ReviewQueue.SUSPECT, true);
              made.turn();
              made.make(ReviewQueue.IMPORTED, true);
              return made;
            });
    await(() -> log.contains("IMPORTED") && workbench.tasks().running().isEmpty());
    assertThat(onWindow(() -> List.copyOf(log)))
        .containsExactly("works", "rests", "works", "IMPORTED", "rests");
    onWindow(
        () -> {
          work.cancel();
          return true;
        });
    close(workbench);
  }

  @Test
  void suspectsThatTakeLongAreKeptAndShownAtOnceTheNextTime() throws Exception {
    Workbench workbench = sample();
    List<String> first = suspects(workbench);
    assertThat(first).startsWith("works now").endsWith("rests").hasSize(3);
    String shown = first.get(1);
    assertThat(suspects(workbench))
        .containsExactly("works now", "as of then", shown, shown, "as of now", "rests");
    onWindow(
        () -> {
          workbench.setJudge("anna");
          return true;
        });
    await(() -> workbench.tasks().running().isEmpty());
    assertThat(suspects(workbench)).as("a judge is shown nobody else's").hasSize(3);
    close(workbench);
  }

  /** The person's Cancel ends a run as a newer run does not. */
  @Test
  void aRunThatThePersonCancelledIsOver() throws Exception {
    Workbench workbench = sample();
    QueueWork work =
        onWindow(
            () -> {
              QueueWork made = slow(workbench, new ArrayList<>(), () -> {});
              made.make(ReviewQueue.SUSPECT, true);
              assertThat(made.workingProperty().get()).isTrue();
              // It is listed by then.
              window.execute(() -> workbench.tasks().running().getLast().cancel());
              return made;
            });
    await(() -> workbench.tasks().running().isEmpty());
    assertThat(onWindow(() -> work.workingProperty().get())).isFalse();
    close(workbench);
  }

  /** Suspects of before are not taken for those of now where their queue was left meanwhile. */
  @Test
  void suspectsThatWereLeftBeforeAllWereThereAreMadeWhenTheyAreTurnedToAgain() throws Exception {
    Workbench workbench = sample();
    suspects(workbench);
    List<String> log = new ArrayList<>();
    AtomicReference<QueueWork> work = new AtomicReference<>();
    onWindow(
        () -> {
          QueueWork made = slow(workbench, log, () -> turnAwayAndBack(work.get()));
          work.set(made);
          made.make(ReviewQueue.SUSPECT, true);
          return true;
        });
    await(() -> workbench.tasks().running().isEmpty());
    assertThat(onWindow(() -> List.copyOf(log)))
        .as("those of before, the same when turned to again, those of now")
        .containsExactly("SUSPECT", "SUSPECT", "SUSPECT");
    assertThat(onWindow(() -> work.get().asOfProperty().get())).isNull();
    close(workbench);
  }

  /** A judge must not be told what was found for somebody else a moment before. */
  @Test
  void howFarJudgesAgreeIsNotToldOnceItIsForgotten() throws Exception {
    Workbench workbench = sample();
    QueueWork work =
        onWindow(
            () -> {
              QueueWork made = slow(workbench, new ArrayList<>(), () -> {});
              made.make(ReviewQueue.DIFFERENCES, true);
              // Meanwhile it is found, and waits to be told.
              Thread.sleep(1000);
              made.restart();
              return made;
            });
    await(() -> workbench.tasks().running().isEmpty());
    assertThat(onWindow(() -> work.judgesProperty().get())).isSameAs(JudgesDiffer.NONE);
    close(workbench);
  }

  private static void turnAwayAndBack(QueueWork work) {
    work.turn();
    work.make(ReviewQueue.IMPORTED, true);
    work.turn();
    work.make(ReviewQueue.SUSPECT, false);
  }

  /** Work for which every queue takes long; {@code first} is done once the first cards came. */
  private static QueueWork slow(Workbench workbench, List<String> log, Runnable first) {
    return new QueueWork(
        workbench,
        NeighborSearches.best(),
        new SampleModel(workbench),
        (queue, cards) -> {
          log.add(queue.name());
          if (log.size() == 1) {
            first.run();
          }
        },
        0);
  }

  private void close(Workbench workbench) throws Exception {
    onWindow(
        () -> {
          workbench.close();
          return true;
        });
  }

  /** What a window that has just opened tells while it makes the suspects. */
  private List<String> suspects(Workbench workbench) throws Exception {
    List<String> log = new ArrayList<>();
    onWindow(
        () -> {
          QueueWork made =
              new QueueWork(
                  workbench,
                  NeighborSearches.best(),
                  new SampleModel(workbench),
                  (queue, cards) -> log.add(cards.size() + " " + cards.getFirst().pair()),
                  0);
          made.workingProperty().subscribe((before, now) -> log.add(now ? "works now" : "rests"));
          made.asOfProperty()
              .subscribe((before, now) -> log.add(now == null ? "as of now" : "as of then"));
          made.make(ReviewQueue.SUSPECT, true);
          return made;
        });
    await(() -> log.contains("rests") && workbench.tasks().running().isEmpty());
    return onWindow(() -> List.copyOf(log));
  }

  private Workbench sample() throws Exception {
    Workbench workbench = onWindow(() -> SampleWorkbench.toldBy(window, folder));
    onWindow(
        () -> {
          workbench.openSample();
          return true;
        });
    await(() -> workbench.answerProperty().get() != null && workbench.tasks().running().isEmpty());
    return workbench;
  }

  private <T> T onWindow(Callable<T> asked) throws Exception {
    return window.submit(asked).get();
  }

  private void await(Callable<Boolean> reached) throws Exception {
    long limit = System.nanoTime() + 60_000_000_000L;
    boolean holds = onWindow(reached);
    while (!holds && System.nanoTime() < limit) {
      Thread.sleep(10);
      holds = onWindow(reached);
    }
    assertThat(holds).isTrue();
  }
}
