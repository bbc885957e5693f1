package setu.cli;

import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import setu.core.align.Aligner;
import setu.core.align.Aligners;
import setu.core.fault.AlignmentFault;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Retrieval;
import setu.core.neighbor.ScalingCache;
import setu.core.space.EmbeddingSpace;
import setu.core.space.LoadReport;
import setu.core.space.ReadOptions;
import setu.core.space.RowSelection;
import setu.core.space.SpaceCache;
import setu.core.space.SpaceFiles;
import setu.core.space.SpaceFormat;
import setu.core.task.Progress;

/** Options that several commands share, as mixins. */
final class CommonOptions {
  private CommonOptions() {}

  /** {@code --threads}. */
  static final class Threads {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
        names = "--threads",
        paramLabel = "N",
        description = "Threads to work with (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** At least 1. */
    int count() {
      return atLeastOne(command, "--threads", threads);
    }
  }

  /** {@code --seed}. */
  static final class Seed {
    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "42",
        description = "Seed of everything left to chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    long value() {
      return seed;
    }
  }

  /** Which rows of a space are read, and with how many threads. */
  static final class Reading {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
        names = "--limit",
        paramLabel = "N",
        description = "Read only the N most frequent rows of a space.")
    private int limit = Integer.MAX_VALUE;

    @Option(
        names = "--min-count",
        paramLabel = "N",
        description =
            "Read only words that occur N times or more; for files that hold counts (fastText"
                + " .bin, metadata with a column 'count').")
    private long minCount;

    @Option(
        names = "--script",
        paramLabel = "NAME",
        description = "Read only words whose first letter is of this script, such as sinhala.")
    private @Nullable String script;

    @Option(
        names = "--pattern",
        paramLabel = "REGEX",
        defaultValue = "",
        description = "Read only words in which this regular expression is found.")
    private String pattern;

    @Option(
        names = "--words",
        paramLabel = "FILE",
        description = "Read only the words of this file, one a line.")
    private @Nullable Path words;

    @Option(
        names = "--no-cache",
        description =
            "Read the file itself and find r(.) of CSLS anew; keep nothing that is faster next time.")
    private boolean noCache;

    @Mixin private Threads threads;

    /** The options to read with. */
    ReadOptions options() {
      return new ReadOptions(atLeastOne(command, "--limit", limit), threads.count())
          .with(selection());
    }

    private RowSelection selection() {
      if (minCount < 0) {
        throw usage(command, "--min-count must not be below 0: " + minCount);
      }
      try {
        Set<String> wanted = words == null ? Set.of() : SpaceFiles.readWords(words);
        UnicodeScript letters = script == null ? null : UnicodeScript.forName(script);
        return new RowSelection(minCount, letters, pattern, wanted);
      } catch (PatternSyntaxException e) {
        throw usage(command, "--pattern: " + e.getDescription());
      } catch (IllegalArgumentException e) {
        throw usage(command, "--script takes the name of a script, not '" + script + "'");
      }
    }

    /** Rows read at most; 0 for all. */
    int limit() {
      return limit == Integer.MAX_VALUE ? 0 : limit;
    }

    /** Threads to work with, at least 1. */
    int threads() {
      return threads.count();
    }

    /** Where r(·) of CSLS is kept: the person's own cache, unless none is wanted. */
    ScalingCache scalings(Output output) {
      return noCache
          ? ScalingCache.NONE
          : ScalingCache.ofUser()
              .telling(file -> output.note(output.messages().text("cli.scalingDamaged", file)));
    }

    /** Reads a space with these options. */
    EmbeddingSpace read(Path file, Output output) {
      return told(file, read(file, options(), output), output);
    }

    /** Rows that were left out are told where the command itself says nothing of them. */
    private static EmbeddingSpace told(Path file, EmbeddingSpace space, Output output) {
      LoadReport report = space.report();
      if (report.refused() > 0) {
        LoadReport.BadRow first = report.badRows().getFirst();
        output.note(
            output
                .messages()
                .text(
                    "cli.rowsRefused",
                    file,
                    report.refused(),
                    first.line(),
                    output.messages().text("badRow." + first.reason())));
      }
      return space;
    }

    /** Reads a space with other options. */
    EmbeddingSpace read(Path file, ReadOptions options, Output output) {
      return read(file, options, output, output.progress());
    }

    private EmbeddingSpace read(Path file, ReadOptions options, Output output, Progress progress) {
      if (noCache) {
        return SpaceFiles.read(file, options, progress, output.cancellation());
      }
      EmbeddingSpace space =
          SpaceCache.ofUser().read(file, options, progress, output.cancellation());
      if (space.report().origin() == LoadReport.Origin.DAMAGED_CACHE) {
        output.note(output.messages().text("space.cacheDamaged", file));
      }
      return space;
    }

    /** The same beside other work that shows its progress. */
    EmbeddingSpace readQuietly(Path file, Output output) {
      return told(file, read(file, options(), output, Progress.NONE), output);
    }
  }

  /** One space, with what a file without words needs. */
  static final class OneSpace {
    @Option(
        names = "--vocabulary",
        paramLabel = "FILE",
        description =
            "The words of a file without words (npy, safetensors, Projector), one a line; by"
                + " default NAME.vocab.txt or NAME.metadata.tsv beside it.")
    private @Nullable Path vocabulary;

    @Option(
        names = "--tensor",
        paramLabel = "NAME",
        description = "The tensor of a safetensors file that holds several.")
    private @Nullable String tensor;

    @Mixin private Reading reading;

    /** Reads the space. */
    EmbeddingSpace read(Path file, Output output) {
      return reading.read(file, options(), output);
    }

    /** Reads the space from the file itself. */
    EmbeddingSpace readUncached(Path file, Output output) {
      return SpaceFiles.read(file, options(), output.progress(), output.cancellation());
    }

    private ReadOptions options() {
      return reading.options().withVocabulary(vocabulary).withTensor(tensor);
    }

    /** Threads to work with, at least 1. */
    int threads() {
      return reading.threads();
    }
  }

  /** {@code --source} and {@code --target}: the two spaces. */
  static final class Spaces {
    @Option(
        names = "--source",
        required = true,
        paramLabel = "FILE",
        description = "The source space; its format is found from content.")
    private Path source;

    @Option(
        names = "--target",
        required = true,
        paramLabel = "FILE",
        description = "The target space.")
    private Path target;

    @Mixin private Reading reading;

    Path sourceFile() {
      return source;
    }

    Path targetFile() {
      return target;
    }

    /** Reads the source space. */
    EmbeddingSpace readSource(Output output) {
      return reading.read(source, output);
    }

    /** Reads the target space. */
    EmbeddingSpace readTarget(Output output) {
      return reading.read(target, output);
    }

    /** Reads the target space beside the source space, which shows its progress. */
    EmbeddingSpace readTargetQuietly(Output output) {
      return reading.readQuietly(target, output);
    }

    /** Where r(·) of CSLS is kept. */
    ScalingCache scalings(Output output) {
      return reading.scalings(output);
    }

    /** Rows read at most; 0 for all. */
    int limit() {
      return reading.limit();
    }

    /** Threads to work with, at least 1. */
    int threads() {
      return reading.threads();
    }
  }

  /** {@code --anchors}: the training dictionary. */
  static final class Anchors {
    @Option(
        names = "--anchors",
        paramLabel = "FILE",
        description =
            "The training dictionary, source word first; methods without supervision need none.")
    private @Nullable Path anchors;

    /** The file, or null where none was given. */
    @Nullable Path file() {
      return anchors;
    }
  }

  /** {@code --test}: the test dictionary. */
  static final class Test {
    @Option(
        names = "--test",
        required = true,
        paramLabel = "FILE",
        description = "The test dictionary, source word first.")
    private Path test;

    Path file() {
      return test;
    }
  }

  /** A method with its options; wrong usage if it has no such option. */
  static Aligner aligner(
      CommandSpec command,
      String method,
      Map<String, String> options,
      long seed,
      NeighborSearch search) {
    try {
      return Aligners.byName(method, options, seed, search);
    } catch (AlignmentFault fault) {
      throw usage(command, "--option does not fit " + method + ": " + fault.detail());
    }
  }

  /** The names that {@code --method} takes, for help. */
  static final class MethodNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Aligners.names().iterator();
    }
  }

  /** {@code --method} and {@code --option}: how to align. */
  static final class Method {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
        names = "--method",
        paramLabel = "NAME",
        defaultValue = "procrustes",
        description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
        completionCandidates = MethodNames.class)
    private String method;

    @Option(
        names = "--option",
        paramLabel = "NAME=VALUE",
        description =
            "An option of the method, such as iterations=5; repeatable. The report lists their"
                + " names.")
    private Map<String, String> options = new LinkedHashMap<>();

    /** The method's name. */
    String name() {
      return method;
    }

    /** Its options that were named. */
    Map<String, String> options() {
      return options;
    }

    /** The method with its options; wrong usage if there is no such method or option. */
    Aligner aligner(long seed, NeighborSearch search) {
      known(command, "--method", method);
      return CommonOptions.aligner(command, method, options, seed, search);
    }
  }

  /** {@code --retrieval}, {@code --neighborhood} and {@code --temperature}. */
  static final class Retrievals {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
        names = "--retrieval",
        split = ",",
        paramLabel = "nn|csls|isf",
        defaultValue = "nn,csls",
        description = "Retrieval criteria, joined by commas (default: ${DEFAULT-VALUE}).")
    private List<String> names;

    @Option(
        names = "--neighborhood",
        paramLabel = "K",
        defaultValue = "10",
        description = "Neighbours in r(.) of CSLS (default: ${DEFAULT-VALUE}).")
    private int neighborhood;

    @Option(
        names = "--temperature",
        paramLabel = "BETA",
        defaultValue = "1",
        description = "Inverse temperature of the inverted softmax (default: ${DEFAULT-VALUE}).")
    private double temperature;

    /** The labels as they were named. */
    List<String> names() {
      return List.copyOf(names);
    }

    /** k of CSLS. */
    int neighborhood() {
      return neighborhood;
    }

    /** β of the inverted softmax. */
    double temperature() {
      return temperature;
    }

    /** The criteria in the order they were named. */
    List<Retrieval> list() {
      List<Retrieval> list = new ArrayList<>();
      for (String name : names) {
        list.add(retrieval(name));
      }
      return list;
    }

    private Retrieval retrieval(String name) {
      return switch (name) {
        case "nn" -> new Retrieval.Cosine();
        case "csls" -> new Retrieval.Csls(atLeastOne(command, "--neighborhood", neighborhood));
        case "isf" -> new Retrieval.InvertedSoftmax(aboveZero(temperature));
        default -> throw usage(command, "--retrieval takes nn, csls and isf, not '" + name + "'");
      };
    }

    private double aboveZero(double value) {
      if (!(value > 0)) {
        throw usage(command, "--temperature must be above 0, not " + value);
      }
      return value;
    }
  }

  /** The format to write {@code file} in: that of a label, else that of the file's name. */
  static SpaceFormat format(CommandSpec command, String option, @Nullable String label, Path file) {
    SpaceFormat format =
        label == null
            ? SpaceFormat.ofName(file).orElse(SpaceFormat.WORD2VEC_TEXT)
            : SpaceFormat.ofLabel(label).orElse(SpaceFormat.FASTTEXT);
    if (!format.writable()) {
      String labels =
          Stream.of(SpaceFormat.values())
              .filter(SpaceFormat::writable)
              .map(SpaceFormat::label)
              .collect(Collectors.joining(", "));
      throw usage(command, option + " takes " + labels + ", not '" + label + "'");
    }
    if (!format.zips() && file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
      throw usage(command, format.label() + " is not gzipped as a whole: leave out .gz");
    }
    return format;
  }

  /** The method of one of the names in {@code option}, with the options of its paper. */
  static Aligner aligner(
      CommandSpec command, String option, String name, long seed, NeighborSearch search) {
    known(command, option, name);
    return Aligners.byName(name, Map.of(), seed, search);
  }

  private static void known(CommandSpec command, String option, String name) {
    if (!Aligners.names().contains(name)) {
      String names = String.join(", ", Aligners.names());
      throw usage(command, option + " takes " + names + ", not '" + name + "'");
    }
  }

  /** Wrong usage of {@code command}: exit status 2. */
  static ParameterException usage(CommandSpec command, String message) {
    return new ParameterException(command.commandLine(), message);
  }

  private static int atLeastOne(CommandSpec command, String option, int value) {
    if (value < 1) {
      throw usage(command, option + " must be at least 1, not " + value);
    }
    return value;
  }
}
