package setu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.anchor.AnchorEvent;
import setu.core.anchor.AnchorEvent.Stamp;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.AnchorJournal;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.file.SafeWrite;

/** {@code setu bench journal}: opening the history of a dictionary. */
@Command(
    name = "journal",
    description = "Open the journal of a dictionary that was imported and then judged.")
final class BenchJournalCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Lines of the journal (default: ${DEFAULT-VALUE}).")
  private int events;

  @Option(
      names = "--no-snapshot",
      description = "Read every line, as if there were no snapshot beside the journal.")
  private boolean plain;

  @Option(
      names = "--behind",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Lines that came after the snapshot, as a kill leaves them (default: ${DEFAULT-VALUE}).")
  private int behind;

  @Mixin private Benchmark benchmark;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (events < 1) {
      throw CommonOptions.usage(command, "--events must be at least 1, not " + events);
    }
    if (behind < 0 || behind > events) {
      throw CommonOptions.usage(command, "--behind must be 0 to " + events + ", not " + behind);
    }
    Path file = Path.of("anchors.jsonl");
    try {
      Path folder = Files.createTempDirectory("setu-journal");
      file = folder.resolve(file);
      try {
        measure(file);
      } finally {
        try (var left = Files.list(folder)) {
          for (Path each : left.toList()) {
            Files.delete(each);
          }
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw SafeWrite.fault(file, e);
    }
    return ExitCodes.DONE;
  }

  private void measure(Path file) {
    List<AnchorEvent> session = session();
    append(file, session.subList(0, events - behind));
    if (!plain) {
      AnchorHistory.open(file, "", Instant::now).close();
    }
    append(file, session.subList(events - behind, events));
    Benchmark.print(
        benchmark.measure(
            "journal",
            plain ? "lines" : "snapshot",
            1,
            events,
            "events/s",
            () -> AnchorHistory.openReadOnly(file).current()),
        output);
  }

  private static void append(Path file, List<AnchorEvent> events) {
    try (AnchorJournal journal = AnchorJournal.open(file, event -> {})) {
      journal.append(events);
    }
  }

  /** One import, then judgements one by one, every hundredth of them taken back. */
  private List<AnchorEvent> session() {
    List<AnchorEvent> session = new ArrayList<>();
    Instant time = Instant.parse("2026-01-01T08:00:00.123Z");
    int pairs = (events + 1) / 2;
    for (int i = 1; i <= pairs; i++) {
      session.add(new AnchorEvent.Added(new Stamp(i, 1, pairs, time, "benchmark"), i, draft(i)));
    }
    for (int i = pairs + 1; i <= events; i++) {
      Stamp stamp = new Stamp(i, i - pairs + 1L, 1, time.plusSeconds(i), "benchmark");
      session.add(
          i > pairs + 1 && i % 100 == 0
              ? new AnchorEvent.Undone(stamp, i - (long) pairs)
              : new AnchorEvent.Changed(
                  stamp, i - pairs, draft(i - pairs).withStatus(AnchorStatus.REJECTED)));
    }
    return session;
  }

  private static Draft draft(int i) {
    return Draft.accepted("word" + i, "වචනය" + i, "benchmark");
  }
}
