package setu.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.anchor.Anchor;
import setu.core.anchor.DictionaryCleaning;
import setu.core.anchor.DictionaryCleaning.Finding;
import setu.core.anchor.DictionaryCleaning.Kind;
import setu.core.anchor.EditName;
import setu.core.anchor.WordPair;
import setu.core.workspace.Workspace;

/** {@code setu anchors clean}. */
@Command(
    name = "clean",
    description =
        "Clean a project's dictionary as one batch: Unicode form, old joiners, punctuation, case,"
            + " swapped sides, repeats. Near duplicates and pairs of one script are only listed.")
final class AnchorsCleanCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(
      names = "--kinds",
      split = ",",
      paramLabel = "KIND",
      description =
          "Only these, joined by commas: not-nfc, old-joiner, punctuation, upper-case, swapped,"
              + " duplicate, near-duplicate, same-script, mixed-script.")
  private @Nullable List<String> kinds;

  @Option(names = "--preview", description = "Only say what would change.")
  private boolean preview;

  @Mixin private ProjectOption project;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Set<Kind> wanted = wanted();
    List<Finding> findings;
    int changed;
    try (Workspace workspace = preview ? project.read() : project.edit(output)) {
      List<Anchor> anchors = workspace.anchors().current().anchors();
      findings = DictionaryCleaning.find(anchors, wanted, word -> false, output.cancellation());
      var edits = DictionaryCleaning.edits(findings);
      changed = edits.size();
      if (!preview) {
        workspace.anchors().apply(EditName.CLEANING, edits);
      }
    }
    print(findings, changed);
    return ExitCodes.DONE;
  }

  private Set<Kind> wanted() {
    if (kinds == null) {
      return EnumSet.allOf(Kind.class);
    }
    Set<Kind> wanted = EnumSet.noneOf(Kind.class);
    for (String name : kinds) {
      Kind found = null;
      for (Kind each : Kind.values()) {
        found = each.key().equals(name) ? each : found;
      }
      if (found == null) {
        String keys = Stream.of(Kind.values()).map(Kind::key).collect(Collectors.joining(", "));
        throw CommonOptions.usage(command, "--kinds takes " + keys + ", not '" + name + "'");
      }
      wanted.add(found);
    }
    return wanted;
  }

  private void print(List<Finding> findings, int changed) {
    if (output.json()) {
      List<Map<String, Object>> rows = new ArrayList<>();
      findings.forEach(finding -> rows.add(row(finding)));
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("findings", rows);
      document.put("changed", preview ? 0 : changed);
      document.put("wouldChange", changed);
      output.document(document);
      return;
    }
    output.line(findings.size() + " found, " + changed + (preview ? " would change" : " changed"));
    findings.stream()
        .filter(finding -> !finding.kind().onlyTold())
        .forEach(finding -> output.line("  " + line(finding)));
    List<Finding> told = findings.stream().filter(each -> each.kind().onlyTold()).toList();
    if (!told.isEmpty()) {
      output.line(told.size() + " to look at, not changed");
      told.forEach(finding -> output.line("  " + line(finding)));
    }
  }

  private static String line(Finding finding) {
    WordPair after = finding.after();
    Anchor other = finding.other();
    String now = finding.anchor().source() + " " + finding.anchor().target();
    String becomes =
        finding.kind().onlyTold()
            ? ""
            : " → " + (after == null ? "(removed)" : after.source() + " " + after.target());
    String as = other == null ? "" : ", as " + other.source() + " " + other.target();
    return finding.kind().key() + ": " + now + becomes + as;
  }

  private static Map<String, Object> row(Finding finding) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("kind", finding.kind().key());
    row.put("anchor", finding.anchor().id());
    row.put("source", finding.anchor().source());
    row.put("target", finding.anchor().target());
    row.put("after", finding.after());
    Anchor other = finding.other();
    row.put("other", other == null ? null : other.id());
    return row;
  }
}
