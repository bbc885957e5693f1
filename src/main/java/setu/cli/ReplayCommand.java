package setu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import setu.core.evaluate.RunRecipe;
import setu.core.evaluate.RunRecord;
import setu.core.evaluate.RunReplay;
import setu.core.neighbor.NeighborSearches;
import setu.message.Messages;

/** {@code setu replay}: a kept run done again from its recipe. */
@Command(
    name = "replay",
    description =
        "Run a kept run again from its report, and say whether every figure is the same. Exit"
            + " status 1 where one differs.")
final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "REPORT",
      description = "What setu evaluate --report, setu benchmark --out or the window kept.")
  private Path file;

  @Mixin private CommonOptions.Threads threads;
  @Mixin private Output output;

  @Override
  public Integer call() {
    RunRecord then = RunRecord.read(file);
    RunReplay replay =
        RunReplay.of(
            then,
            NeighborSearches.choose(threads.count()).search(),
            output.progress(),
            output.cancellation());
    List<String> sentences = sentences(then, replay);
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("report", file.toString());
      document.put("same", replay.differing().isEmpty());
      document.put("changedInputs", replay.changed().stream().map(Path::toString).toList());
      document.put("rows", rows(replay.again().rows()));
      document.put("differing", rows(replay.differing()));
      output.document(document);
    } else {
      sentences.forEach(output::line);
    }
    return replay.differing().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private List<String> sentences(RunRecord then, RunReplay replay) {
    Messages messages = output.messages();
    List<String> sentences = new ArrayList<>();
    replay.changed().forEach(path -> sentences.add(messages.text("run.inputChanged", path)));
    sentences.add(
        replay.differing().isEmpty()
            ? messages.text("run.replayed", file)
            : messages.text(
                "run.differs",
                replay.differing().size(),
                then.rows().size(),
                file,
                then.recipe().version(),
                RunRecipe.VERSION));
    return sentences;
  }

  private static List<Map<String, Object>> rows(List<RunRecord.Row> rows) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (RunRecord.Row row : rows) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("method", row.method());
      map.putAll(EvaluateCommand.result(row.score()));
      list.add(map);
    }
    return list;
  }
}
