package setu.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorBatch;
import setu.core.anchor.AnchorEvent;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.Draft;
import setu.core.anchor.Returned;
import setu.core.anchor.WordPair;
import setu.core.fault.ProjectFault;
import setu.core.workspace.Workspace;

/** {@code setu anchors revert}. */
@Command(
    name = "revert",
    description =
        "Say of one pair again what was said of it at an earlier time, or take one batch back, as"
            + " one edit that can be undone. A pair that was not there then is removed, one that"
            + " was is brought back.")
final class AnchorsRevertCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SOURCE",
      description = "The pair's source word, as it is or was.")
  private @Nullable String source;

  @Parameters(index = "1", arity = "0..1", paramLabel = "TARGET", description = "Its target word.")
  private @Nullable String target;

  @Option(
      names = "--anchor",
      paramLabel = "ID",
      description = "The pair by its number, in place of its words.")
  private @Nullable Long anchor;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description =
          "In place of a pair: a whole batch by its number in the log, such as an import or a"
              + " cleaning. Its pairs say again what they said before it; those edited since"
              + " stay as they are.")
  private @Nullable Long batch;

  @Option(
      names = "--to",
      paramLabel = "EVENT|TIME",
      description =
          "Right after an event, by its number in the log; or at a time: 2026-11-24 (its end),"
              + " 2026-11-24T17:30 (here), 2026-11-24T12:00:00Z.")
  private @Nullable String to;

  @Mixin private ProjectOption project;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (batch != null) {
      if (source != null || anchor != null || to != null) {
        throw CommonOptions.usage(command, "--batch stands alone: give no pair and no --to");
      }
      takeBack(batch);
      return ExitCodes.DONE;
    }
    boolean words = source != null && target != null;
    if (words == (anchor != null) || (source != null && target == null)) {
      throw CommonOptions.usage(command, "Give SOURCE and TARGET, or --anchor ID");
    }
    if (to == null) {
      throw CommonOptions.usage(command, "Give --to EVENT or --to TIME");
    }
    String then = to;
    try (Workspace workspace = project.edit(output)) {
      AnchorHistory history = workspace.anchors();
      long id = id(history, workspace);
      int before = history.events().size();
      Anchor was = history.current().get(id);
      if (then.chars().allMatch(Character::isDigit)) {
        history.revert(id, event(then, before));
      } else {
        history.revert(id, moment(then));
      }
      print(
          id,
          was,
          history.current().get(id),
          history.events().subList(before, history.events().size()));
    }
    return ExitCodes.DONE;
  }

  private void takeBack(long number) {
    Returned returned;
    AnchorEvent made = null;
    try (Workspace workspace = project.edit(output)) {
      AnchorHistory history = workspace.anchors();
      if (AnchorBatch.of(history.events()).stream().noneMatch(each -> each.number() == number)) {
        throw fault(ProjectFault.Problem.NO_SUCH_BATCH, workspace, String.valueOf(number));
      }
      returned = history.takeBackUnedited(number);
      if (returned.back() > 0) {
        made = history.events().getLast();
      } else if (returned.stay().isEmpty()) {
        throw fault(ProjectFault.Problem.TAKEN_BACK_ALREADY, workspace, String.valueOf(number));
      }
    }
    print(number, returned, made);
  }

  private void print(long number, Returned returned, @Nullable AnchorEvent made) {
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("tookBack", number);
      document.put("wentBack", returned.back());
      document.put("stayed", returned.stay());
      document.put("alreadyBack", returned.already());
      document.put("event", made == null ? null : made.id());
      document.put("batch", made == null ? null : made.batch());
      output.document(document);
      return;
    }
    output.line(
        "batch %d: %,d of its pairs went back, %,d stayed since they were edited after it"
            .formatted(number, returned.back(), returned.stay().size()));
    returned.stay().forEach(pair -> output.line("  " + pair.source() + " – " + pair.target()));
  }

  /** The one anchor that has, or else had, the words; or the one of the number. */
  private long id(AnchorHistory history, Workspace workspace) {
    if (anchor != null) {
      if (history.log(anchor).isEmpty()) {
        throw unknown(workspace, String.valueOf(anchor));
      }
      return anchor;
    }
    WordPair wanted = new WordPair(String.valueOf(source), String.valueOf(target));
    Set<Long> ids =
        history.current().anchors().stream()
            .filter(each -> each.pair().equals(wanted))
            .map(Anchor::id)
            .collect(Collectors.toCollection(TreeSet::new));
    if (ids.isEmpty()) {
      history.events().forEach(event -> addIfHad(event, wanted, ids));
    }
    if (ids.isEmpty()) {
      throw unknown(workspace, wanted.source() + " – " + wanted.target());
    }
    if (ids.size() > 1) {
      throw CommonOptions.usage(
          command, "several pairs have these words: name one with --anchor, of " + ids);
    }
    return ids.iterator().next();
  }

  private static void addIfHad(AnchorEvent event, WordPair wanted, Set<Long> ids) {
    switch (event) {
      case AnchorEvent.Added added -> addIfHad(added.anchor(), added.draft(), wanted, ids);
      case AnchorEvent.Changed changed -> addIfHad(changed.anchor(), changed.draft(), wanted, ids);
      default -> {}
    }
  }

  private static void addIfHad(long id, Draft draft, WordPair wanted, Set<Long> ids) {
    if (new WordPair(draft.source(), draft.target()).equals(wanted)) {
      ids.add(id);
    }
  }

  private static ProjectFault unknown(Workspace workspace, String what) {
    return fault(ProjectFault.Problem.NO_SUCH_ANCHOR, workspace, what);
  }

  private static ProjectFault fault(
      ProjectFault.Problem problem, Workspace workspace, String what) {
    return new ProjectFault(problem, workspace.folder(), what);
  }

  private long event(String to, int last) {
    try {
      long event = Long.parseLong(to);
      if (event >= 1 && event <= last) {
        return event;
      }
    } catch (NumberFormatException e) {
      // Too many digits for any event: said below.
    }
    throw CommonOptions.usage(command, "--to is an event from 1 to " + last + ", not " + to);
  }

  private Instant moment(String to) {
    try {
      if (to.indexOf('T') < 0) {
        return LocalDate.parse(to)
            .plusDays(1)
            .atStartOfDay(ZoneId.systemDefault())
            .toInstant()
            .minusMillis(1);
      }
      boolean zoned = to.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
      return zoned
          ? Instant.parse(to)
          : LocalDateTime.parse(to).atZone(ZoneId.systemDefault()).toInstant();
    } catch (DateTimeException e) {
      throw CommonOptions.usage(
          command,
          "--to is the number of an event or a time such as 2026-11-24T17:30, not '" + to + "'");
    }
  }

  private void print(
      long id, @Nullable Anchor was, @Nullable Anchor now, List<AnchorEvent> events) {
    String became =
        events.isEmpty()
            ? "unchanged"
            : now == null ? "removed" : was == null ? "restored" : "changed";
    Anchor named = now == null ? was : now;
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("anchor", id);
      document.put("became", became);
      document.put("source", named == null ? null : named.source());
      document.put("target", named == null ? null : named.target());
      document.put("status", now == null ? null : now.status().key());
      document.put("event", events.isEmpty() ? null : events.getLast().id());
      document.put("batch", events.isEmpty() ? null : events.getLast().batch());
      output.document(document);
      return;
    }
    String pair = named == null ? "anchor " + id : named.source() + " – " + named.target();
    String said = now == null ? "" : ", " + now.status().key();
    String why =
        switch (became) {
          case "unchanged" -> " (it says that already)";
          case "removed" -> " (it was not there then)";
          default -> "";
        };
    output.line(pair + ": " + became + said + why);
  }
}
