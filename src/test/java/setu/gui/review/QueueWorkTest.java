package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.ReviewQueue;
import setu.core.neighbor.NeighborSearches;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;

/** Queues are made in the background, one run in the place of another. */
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
          workbench.close();
          return true;
        });
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
