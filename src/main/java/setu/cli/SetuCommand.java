package setu.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root command; without a subcommand it opens the window. */
@Command(
    name = "setu",
    version = SetuCommand.VERSION,
    description =
        "Setu, a workbench for looking at, joining and mending embedding spaces."
            + " Without a command it opens the window.",
    footer = {
      "",
      "Exit status: 0 done, 1 the data or the environment is at fault, 2 wrong usage, 130"
          + " interrupted."
    })
public final class SetuCommand implements Callable<Integer> {
  /** What {@code --version} prints. */
  static final String VERSION = "Setu 0.1.0";

  private final Console console;
  private final Window window;
  private final MapDrawing drawing;

  private SetuCommand(Console console, Window window, MapDrawing drawing) {
    this.console = console;
    this.window = window;
    this.drawing = drawing;
  }

  /** Every command by its name, in the order of the help. */
  private Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("open", () -> new OpenCommand(window));
    commands.put("info", InfoCommand::new);
    commands.put("align", AlignCommand::new);
    commands.put("evaluate", EvaluateCommand::new);
    commands.put("benchmark", BenchmarkCommand::new);
    commands.put("interpolate", InterpolateCommand::new);
    commands.put("replay", ReplayCommand::new);
    commands.put("neighbors", NeighborsCommand::new);
    commands.put("induce", InduceCommand::new);
    commands.put("audit", AuditCommand::new);
    commands.put("project", () -> new ProjectCommand(drawing));
    commands.put("encode", EncodeCommand::new);
    commands.put("convert", ConvertCommand::new);
    commands.put("anchors", AnchorsCommand::new);
    commands.put("bench", BenchCommand::new);
    commands.put("screenshots", () -> new ScreenshotsCommand(window));
    return commands;
  }

  /** Every benchmark by its name, in the order of the help. */
  private Map<String, Supplier<Object>> benchmarks() {
    Map<String, Supplier<Object>> benchmarks = new LinkedHashMap<>();
    benchmarks.put("load", BenchLoadCommand::new);
    benchmarks.put("journal", BenchJournalCommand::new);
    benchmarks.put("neighbors", BenchNeighborsCommand::new);
    benchmarks.put("csls", BenchCslsCommand::new);
    benchmarks.put("graph", BenchGraphCommand::new);
    benchmarks.put("projection", BenchProjectionCommand::new);
    benchmarks.put("encode", BenchEncodeCommand::new);
    benchmarks.put("raster", () -> new BenchRasterCommand(window));
    benchmarks.put("live", () -> new BenchLiveCommand(window));
    benchmarks.put("anchors", () -> new BenchAnchorsCommand(window));
    benchmarks.put("start", () -> new BenchStartCommand(window));
    benchmarks.put("window", () -> new BenchWindowCommand(window));
    benchmarks.put("review", () -> new BenchReviewCommand(window));
    return benchmarks;
  }

  /** Runs one command line on the process's own streams and returns its exit status. */
  public static int run(String[] arguments, Window window, MapDrawing drawing) {
    Console console = Console.ofProcess();
    try (Interruption interruption = Interruption.of(console)) {
      return run(arguments, console, window, drawing);
    }
  }

  /** Runs one command line on {@code console} and returns its exit status. */
  static int run(String[] arguments, Console console, Window window, MapDrawing drawing) {
    CommandLine root = commandLine(arguments, console, window, drawing);
    Failures failures = new Failures(console);
    root.setOut(console.out())
        .setErr(console.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
    try {
      int status = root.execute(arguments);
      IOException lost = console.out().lost();
      return lost == null ? status : failures.handleLost(lost);
    } catch (Error e) {
      return failures.handle(e);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  /** The root with all its commands. */
  static CommandLine commandLine(Console console, Window window, MapDrawing drawing) {
    return commandLine(new String[] {"--help"}, console, window, drawing);
  }

  /** The root with what the arguments need: the command they name, or else every one. */
  private static CommandLine commandLine(
      String[] arguments, Console console, Window window, MapDrawing drawing) {
    SetuCommand setu = new SetuCommand(console, window, drawing);
    CommandLine root = new CommandLine(setu);
    if (arguments.length > 0) { // the window needs none, and is there sooner
      add(root, setu.commands(), arguments[0]);
    }
    CommandLine bench = root.getSubcommands().get("bench");
    if (bench != null) {
      add(bench, setu.benchmarks(), arguments.length > 1 ? arguments[1] : "");
    }
    prepare(root);
    return root;
  }

  /** Adds the command that is named, or else every one: each takes milliseconds to make. */
  private static void add(
      CommandLine parent, Map<String, Supplier<Object>> commands, String named) {
    if (commands.containsKey(named)) {
      commands.keySet().retainAll(Set.of(named));
    }
    commands.forEach((name, command) -> parent.addSubcommand(name, command.get()));
  }

  /** Gives every command and subcommand {@code --help} and {@code --version}. */
  private static void prepare(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true).version(VERSION);
    command.getSubcommands().values().forEach(SetuCommand::prepare);
  }

  /** The streams of this run. */
  Console console() {
    return console;
  }

  /** What draws maps. */
  MapDrawing drawing() {
    return drawing;
  }

  @Override
  public Integer call() {
    return window.open(null);
  }
}
