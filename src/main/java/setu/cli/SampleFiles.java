package setu.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Two spaces and two dictionaries, each by default the shipped sample's: a benchmark's mixin. */
final class SampleFiles {
  @Option(names = "--source", paramLabel = "FILE", description = "The source space.")
  private @Nullable Path source;

  @Option(names = "--target", paramLabel = "FILE", description = "The target space.")
  private @Nullable Path target;

  @Option(names = "--anchors", paramLabel = "FILE", description = "The training dictionary.")
  private @Nullable Path anchors;

  @Option(names = "--test", paramLabel = "FILE", description = "The test dictionary.")
  private @Nullable Path test;

  Path source() {
    return orSample(source, "en.100.vec");
  }

  Path target() {
    return orSample(target, "si.100.vec");
  }

  Path anchors() {
    return orSample(anchors, "anchors.train.tsv");
  }

  Path test() {
    return orSample(test, "anchors.test.tsv");
  }

  /** What was measured on, for the report. */
  String name() {
    return source == null ? "sample" : source.getFileName().toString();
  }

  private static Path orSample(@Nullable Path given, String name) {
    return given != null
        ? given
        : Path.of(System.getProperty("setu.home", "")).resolve("sample-vectors").resolve(name);
  }
}
