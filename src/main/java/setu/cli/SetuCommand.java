package setu.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
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

  /** Every command, in the order of the help. */
  private static List<Object> commands(SetuCommand root) {
    return List.of(
        new OpenCommand(root.window),
        new InfoCommand(),
        new AlignCommand(),
        new EvaluateCommand(),
        new BenchmarkCommand(),
        new InterpolateCommand(),
        new ReplayCommand(),
        new NeighborsCommand(),
        new InduceCommand(),
        new AuditCommand(),
        new ProjectCommand(root.drawing),
        new EncodeCommand(),
        new ConvertCommand(),
        new AnchorsCommand(),
        new BenchCommand(),
        new ScreenshotsCommand(root.window));
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
    CommandLine root = commandLine(console, window, drawing);
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
    SetuCommand setu = new SetuCommand(console, window, drawing);
    CommandLine root = new CommandLine(setu);
    commands(setu).forEach(root::addSubcommand);
    CommandLine bench = Objects.requireNonNull(root.getSubcommands().get("bench"));
    bench.addSubcommand(new BenchRasterCommand(window));
    bench.addSubcommand(new BenchLiveCommand(window));
    bench.addSubcommand(new BenchStartCommand(window));
    prepare(root);
    return root;
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
