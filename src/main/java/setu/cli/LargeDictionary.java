package setu.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Two spaces with a dictionary that is filled up with made-up pairs: a benchmark's mixin. */
final class LargeDictionary {
  @Mixin private SampleFiles files;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "120000",
      description =
          "Pairs in the dictionary: those of --anchors, and made-up ones up to so many (default:"
              + " ${DEFAULT-VALUE}).")
  private int pairs;

  /** Source and target space, training and test dictionary. */
  List<Path> files() {
    return List.of(files.source(), files.target(), files.anchors(), files.test());
  }

  int pairs() {
    return pairs;
  }

  /** What was measured on, for the report. */
  String name() {
    return files.name();
  }
}
