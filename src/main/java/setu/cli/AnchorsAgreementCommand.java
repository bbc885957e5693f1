package setu.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.anchor.Agreement;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.core.workspace.Workspace;

/** {@code setu anchors agreement}. */
@Command(
    name = "agreement",
    description =
        "Say how far two people agree who judged the same pairs of a project, and on which they"
            + " differ until somebody decides.")
final class AnchorsAgreementCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(
      names = "--judges",
      paramLabel = "NAME,NAME",
      split = ",",
      description = "Which two, by the names in the journal (default: the first two by name).")
  private List<String> names = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Of the intervals' resampling (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private ProjectOption project;
  @Mixin private Output output;

  @Override
  public Integer call() {
    try (Workspace workspace = project.read()) {
      DoubleBlind blind = DoubleBlind.of(workspace.anchors());
      List<String> judges = new ArrayList<>(blind.judges());
      if (!names.isEmpty() && (names.size() != 2 || !judges.containsAll(names))) {
        throw CommonOptions.usage(
            command, "--judges names two of those who judged: " + String.join(", ", judges));
      }
      List<String> two = names.isEmpty() ? judges.subList(0, Math.min(2, judges.size())) : names;
      Agreement agreement = two.size() < 2 ? null : blind.agreement(two.get(0), two.get(1), seed);
      if (output.json()) {
        document(judges, two, agreement, blind.cases());
      } else {
        print(judges, two, agreement, blind.cases());
      }
    }
    return ExitCodes.DONE;
  }

  private void document(
      List<String> judges,
      List<String> two,
      @Nullable Agreement agreement,
      List<DoubleBlind.Case> cases) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("judges", judges);
    document.put("compared", two.size() < 2 ? List.of() : two);
    document.put("judged", agreement == null ? 0 : agreement.judged());
    if (agreement != null) {
      document.put("raw", agreement.raw());
      document.put("kappa", agreement.kappa());
      document.put("alpha", agreement.alpha());
    }
    List<Map<String, Object>> open = new ArrayList<>();
    for (DoubleBlind.Case each : cases) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("anchor", each.anchor().id());
      one.put("source", each.anchor().source());
      one.put("target", each.anchor().target());
      one.put("said", said(each));
      open.add(one);
    }
    document.put("cases", open);
    output.document(document);
  }

  /** What each judge said, as the command line writes it. */
  static Map<String, String> said(DoubleBlind.Case each) {
    Map<String, String> said = new LinkedHashMap<>();
    for (Map.Entry<String, AnchorStatus> one : each.said().entrySet()) {
      said.put(one.getKey(), one.getValue().key());
    }
    return said;
  }

  private void print(
      List<String> judges,
      List<String> two,
      @Nullable Agreement agreement,
      List<DoubleBlind.Case> cases) {
    if (agreement == null) {
      output.line("judged by " + judges.size() + ": two are needed to compare");
    } else {
      output.line(
          "%s and %s judged %d pairs both: agreement %s, kappa %s, alpha %s"
              .formatted(
                  two.get(0),
                  two.get(1),
                  agreement.judged(),
                  figure(agreement.raw()),
                  figure(agreement.kappa()),
                  figure(agreement.alpha())));
    }
    output.line(cases.size() + " to decide");
    for (DoubleBlind.Case each : cases) {
      output.line(
          "  %s – %s: %s".formatted(each.anchor().source(), each.anchor().target(), said(each)));
    }
  }

  private static String figure(Agreement.Measure measure) {
    if (Double.isNaN(measure.value())) {
      return "–";
    }
    return String.format(
        Locale.ROOT, "%.2f [%.2f, %.2f]", measure.value(), measure.low(), measure.high());
  }
}
