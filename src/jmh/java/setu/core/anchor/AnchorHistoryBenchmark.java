package setu.core.anchor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A journal of the published dictionary's size: opening it, and one synced edit. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AnchorHistoryBenchmark {
  private static final int PAIRS = 120_000;

  private Path folder = Path.of("");
  private Path file = Path.of("");
  private @Nullable AnchorHistory history;
  private int edits;

  /** Writes the journal. */
  @Setup(Level.Trial)
  public void write() throws IOException {
    folder = Files.createTempDirectory("setu-journal");
    file = folder.resolve("anchors.jsonl");
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      drafts.add(Draft.accepted("word" + i, "වචනය" + i, "benchmark"));
    }
    AnchorHistory made = AnchorHistory.open(file, "me", InstantSource.system());
    made.add(drafts);
    history = made;
  }

  /** Lets it go. */
  @TearDown(Level.Trial)
  public void delete() throws IOException {
    Objects.requireNonNull(history).close();
    Files.delete(file);
    Files.delete(folder);
  }

  /** Reads every event and folds them. */
  @Benchmark
  public AnchorSet open() {
    return AnchorHistory.openReadOnly(file).current();
  }

  /** Changes one anchor, synced to the disk, and gives the new dictionary. */
  @Benchmark
  public AnchorSet edit() {
    edits++;
    AnchorHistory open = Objects.requireNonNull(history);
    open.change(1 + edits % PAIRS, Draft.accepted("other" + edits, "වෙන", "benchmark"));
    return open.current();
  }
}
