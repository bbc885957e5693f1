package setu.gui.anchors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.gui.common.FxTaskRunner;

/** A dictionary of 120,000 pairs in the table: in the right order, and off the window's thread. */
class AnchorRowsTest {
  private static final int SIZE = 120_000;

  private final List<Anchor> all = new ArrayList<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicInteger onWindow = new AtomicInteger();
  private final ExecutorService window = Executors.newSingleThreadExecutor();
  private final FxTaskRunner tasks = FxTaskRunner.background(window);
  private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
  private Thread windowThread;
  private AnchorRows rows;

  private int bySource(Anchor one, Anchor other) {
    called();
    return one.source().compareTo(other.source());
  }

  private boolean accepted(Anchor anchor) {
    called();
    return anchor.status() == AnchorStatus.ACCEPTED;
  }

  private void called() {
    threads.add(Thread.currentThread());
    if (Thread.currentThread().equals(windowThread)) {
      onWindow.incrementAndGet();
    }
  }

  @BeforeEach
  void fill() {
    windowThread = window(Thread::currentThread);
    rows = new AnchorRows(tasks, (gone, come) -> {}, failures::add);
    for (int i = 0; i < SIZE; i++) {
      String word = "w" + (i * 7919L % SIZE);
      AnchorStatus status = i % 3 == 0 ? AnchorStatus.REJECTED : AnchorStatus.ACCEPTED;
      all.add(anchor(i + 1, word, status));
    }
    window(
        () -> {
          rows.follow(new AnchorSet(1, all));
          return true;
        });
    assertThat(window(() -> List.copyOf(rows.shown()))).isEqualTo(all);
  }

  @AfterEach
  void close() throws InterruptedException {
    tasks.close();
    window.shutdown();
    assertThat(window.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(failures).hasOnlyElementsOfType(CancellationException.class);
  }

  private static Anchor anchor(long id, String source, AnchorStatus status) {
    return Draft.accepted(source, "t", "f").withStatus(status).anchor(id, "me", Instant.EPOCH);
  }

  private <T> T window(Callable<T> action) {
    try {
      return window.submit(action).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitIdle() {
    while (!window(() -> tasks.running().isEmpty())) {
      Thread.onSpinWait();
    }
  }

  private List<Anchor> arranged() {
    window(
        () -> {
          rows.narrow(this::accepted);
          rows.sort(this::bySource);
          return true;
        });
    awaitIdle();
    return window(() -> List.copyOf(rows.shown()));
  }

  private List<Anchor> expected() {
    return all.stream()
        .filter(anchor -> anchor.status() == AnchorStatus.ACCEPTED)
        .sorted(Comparator.comparing(Anchor::source).thenComparingLong(Anchor::id))
        .toList();
  }

  @Test
  void theyAreFilteredAndSortedOffTheWindowsThread() {
    assertThat(arranged()).hasSize(SIZE / 3 * 2).isEqualTo(expected());
    assertThat(threads).isNotEmpty().doesNotContain(windowThread);
  }

  /** An edit moves its own row: a place is found by halving, not by sorting anew. */
  @Test
  void anEditComparesItsOwnRowsOnly() {
    arranged();
    int edited = 60_000;
    all.set(edited, anchor(edited + 1, "zebra", AnchorStatus.ACCEPTED));
    all.remove(5);
    all.add(anchor(SIZE + 1, "a", AnchorStatus.ACCEPTED));
    List<List<Anchor>> states =
        List.of(
            replaced(all, 70_001, anchor(70_002, "aardvark", AnchorStatus.ACCEPTED)),
            replaced(all, 70_001, anchor(70_002, "aardvark", AnchorStatus.REJECTED)));
    window(
        () -> {
          rows.follow(new AnchorSet(2, all));
          return true;
        });
    // So much changed between the first and the last that it is sorted anew, in the background.
    assertThat(onWindow).hasValue(0);
    awaitIdle();
    assertThat(window(() -> List.copyOf(rows.shown()))).isEqualTo(expected());
    for (List<Anchor> state : states) {
      window(
          () -> {
            rows.follow(new AnchorSet(3, state));
            return true;
          });
      assertThat(onWindow.getAndSet(0)).isBetween(1, 100);
      all.clear();
      all.addAll(state);
      assertThat(window(() -> List.copyOf(rows.shown()))).isEqualTo(expected());
    }
  }

  private static List<Anchor> replaced(List<Anchor> list, int place, Anchor anchor) {
    List<Anchor> copy = new ArrayList<>(list);
    IntStream.range(0, copy.size())
        .filter(i -> copy.get(i).id() == anchor.id())
        .forEach(i -> copy.set(i, anchor));
    assertThat(copy.get(place - 1).id()).isEqualTo(anchor.id());
    return copy;
  }

  @Test
  void whatIsTypedInACellIsNotCutOffByAnOrderThatCameLate() {
    window(
        () -> {
          rows.hold(true);
          rows.narrow(this::accepted);
          rows.sort(this::bySource);
          return true;
        });
    awaitIdle();
    assertThat(window(() -> List.copyOf(rows.shown()))).isEqualTo(all);
    window(
        () -> {
          rows.hold(false);
          return true;
        });
    awaitIdle();
    assertThat(window(() -> List.copyOf(rows.shown()))).isEqualTo(expected());
  }

  /** A key must not find the row of a project that is left: by its number it is another pair. */
  @Test
  void aDictionaryThatIsLeftHasNoRowLeft() {
    arranged();
    List<Anchor> between =
        window(
            () -> {
              rows.hold(true);
              rows.follow(AnchorSet.EMPTY);
              List<Anchor> shown = List.copyOf(rows.shown());
              rows.follow(new AnchorSet(1, all));
              rows.hold(false);
              return shown;
            });
    assertThat(between).isEmpty();
    awaitIdle();
    assertThat(window(() -> List.copyOf(rows.shown()))).isEqualTo(expected());
  }

  @Test
  void onePairIsKeptBesidesThoseWantedUntilOthersAre() {
    arranged();
    Anchor added = anchor(SIZE + 1, "zzz", AnchorStatus.REJECTED);
    all.add(added);
    window(
        () -> {
          rows.keep(added.id());
          rows.follow(new AnchorSet(2, all));
          return true;
        });
    assertThat(window(() -> rows.shown().getLast())).isEqualTo(added);
    assertThat(window(() -> rows.shown().size())).isEqualTo(SIZE / 3 * 2 + 1);
    window(
        () -> {
          rows.narrow(this::accepted);
          return true;
        });
    awaitIdle();
    assertThat(window(() -> List.copyOf(rows.shown()))).isEqualTo(expected());
  }
}
