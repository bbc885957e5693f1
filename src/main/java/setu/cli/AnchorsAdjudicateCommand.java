package setu.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.core.workspace.Workspace;

/** {@code setu anchors adjudicate}. */
@Command(
    name = "adjudicate",
    description =
        "Decide a pair on which two judges differ. The journal keeps who decided and what each had"
            + " said; setu anchors agreement lists what is to decide.")
final class AnchorsAdjudicateCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(index = "0", paramLabel = "ANCHOR", description = "Number of the anchor.")
  private long anchor;

  @Parameters(
      index = "1",
      paramLabel = "STATUS",
      description = "What is decided: accepted, rejected or unsure.")
  private AnchorStatus status;

  @Mixin private ProjectOption project;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (status == AnchorStatus.CANDIDATE) {
      throw CommonOptions.usage(command, "A decision is accepted, rejected or unsure");
    }
    try (Workspace workspace = project.edit(output)) {
      DoubleBlind.Case open =
          DoubleBlind.of(workspace.anchors()).cases().stream()
              .filter(each -> each.anchor().id() == anchor)
              .findFirst()
              .orElseThrow(
                  () ->
                      CommonOptions.usage(
                          command,
                          "Nothing is to decide on anchor "
                              + anchor
                              + "; setu anchors agreement lists what is"));
      workspace.anchors().change(anchor, open.decided(status));
      print(open);
    }
    return ExitCodes.DONE;
  }

  private void print(DoubleBlind.Case decided) {
    Map<String, String> said = AnchorsAgreementCommand.said(decided);
    String source = decided.anchor().source();
    String target = decided.anchor().target();
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("anchor", anchor);
      document.put("source", source);
      document.put("target", target);
      document.put("status", status.key());
      document.put("said", said);
      output.document(document);
    } else {
      output.line("%s – %s: %s, after %s".formatted(source, target, status.key(), said));
    }
  }
}
