package setu.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StepRunnerTest {
  /** Counts its steps; a snapshot is the count. */
  private static class Counting implements Stepper<Integer> {
    private final AtomicInteger done = new AtomicInteger();
    private final int all;

    Counting(int all) {
      this.all = all;
    }

    @Override
    public void step(int iterations) {
      done.addAndGet(iterations);
    }

    @Override
    public Integer snapshot() {
      return done.get();
    }

    @Override
    public int iteration() {
      return done.get();
    }

    @Override
    public int iterations() {
      return all;
    }
  }

  @Test
  void itRunsToTheEndAndTellsHowFarItIs() {
    AtomicLong total = new AtomicLong();
    AtomicLong done = new AtomicLong();
    Progress progress =
        new Progress() {
          @Override
          public void begin(Phase phase, long units) {
            total.set(units);
          }

          @Override
          public void advance(long amount) {
            done.addAndGet(amount);
          }
        };
    int reached = StepRunner.run(new Counting(500), progress, Cancellation.none());
    assertThat(reached).isEqualTo(500);
    assertThat(total).hasValue(500);
    assertThat(done).hasValue(500);
  }

  @Test
  void itShowsWhatIsReachedOnTheWay() {
    List<Integer> seen = new ArrayList<>();
    new StepRunner(1_000_000_000)
        .run(
            new Counting(20),
            (snapshot, iteration, iterations) -> {
              assertThat(snapshot).isEqualTo(iteration);
              assertThat(iterations).isEqualTo(20);
              seen.add(iteration);
            },
            Progress.NONE,
            Cancellation.none());
    assertThat(seen).isSorted().endsWith(20).hasSizeGreaterThan(5);
  }

  @Test
  void cancelledItReturnsWhatIsReached() {
    Cancellation cancellation = new Cancellation();
    int reached =
        new StepRunner(1_000_000_000)
            .run(
                new Counting(1_000_000_000),
                (snapshot, iteration, iterations) -> cancellation.cancel(),
                Progress.NONE,
                cancellation);
    assertThat(reached).isEqualTo(1);
  }

  @Test
  void pausedItStandsStillUntilItGoesOn() throws Exception {
    StepRunner runner = new StepRunner(1_000_000_000);
    CountDownLatch begun = new CountDownLatch(1);
    Counting counting = new Counting(Integer.MAX_VALUE);
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Integer> end = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("steps")
        .start(
            () ->
                end.complete(
                    runner.run(
                        counting,
                        (snapshot, iteration, iterations) -> {
                          if (iteration == 10) {
                            runner.setPaused(true);
                            begun.countDown();
                          }
                        },
                        Progress.NONE,
                        cancellation)));
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(runner.isPaused()).isTrue();
    Thread.sleep(120);
    assertThat(counting.iteration()).isEqualTo(10);
    runner.setPaused(false);
    while (counting.iteration() == 10) {
      Thread.sleep(1);
    }
    runner.setPaused(true);
    cancellation.cancel();
    assertThat(end.get(20, TimeUnit.SECONDS)).isGreaterThan(10);
  }
}
