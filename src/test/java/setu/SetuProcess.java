package setu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Setu, or a test's own program, as a process of its own on Linux. */
public final class SetuProcess {
  private static final String INCUBATOR = "WARNING: Using incubator modules: jdk.incubator.vector";
  private static final long LIMIT_SECONDS = 120;

  private final List<String> before = new ArrayList<>(List.of("env", "--default-signal=INT"));
  private final List<String> options = new ArrayList<>();
  private String main = "setu.Launcher";
  private boolean toFullDisk;

  private SetuProcess() {}

  /** What a process said. */
  public record Run(int exit, String out, String err) {}

  /** The program itself. */
  public static SetuProcess setu() {
    return new SetuProcess();
  }

  /** A test's own program. */
  public static SetuProcess of(Class<?> main) {
    SetuProcess process = new SetuProcess().option("-XX:TieredStopAtLevel=1");
    process.main = main.getName();
    return process;
  }

  /** With an option for Java. */
  public SetuProcess option(String option) {
    options.add(option);
    return this;
  }

  /** With no room for a file larger than this, in KiB; {@link #makeRoom} lifts it. */
  public SetuProcess withRoomFor(int kibibytes) {
    before.addAll(List.of("bash", "-c", "ulimit -S -f " + kibibytes + "; exec \"$@\"", "limited"));
    return this;
  }

  /** With standard output on a disk that is always full. */
  public SetuProcess printingToAFullDisk() {
    toFullDisk = true;
    return this;
  }

  /**
   * With the rights of an ordinary user over files, even for the superuser, who may otherwise write
   * where the permissions say no. Skips the test where such rights cannot be given up.
   */
  public SetuProcess asOrdinaryUser() {
    if ("root".equals(System.getProperty("user.name"))) {
      List<String> without =
          List.of(
              "setpriv",
              "--bounding-set=-dac_override,-dac_read_search",
              "--inh-caps=-dac_override,-dac_read_search");
      Assumptions.assumeTrue(works(without), "the superuser's rights cannot be given up here");
      before.addAll(without);
    }
    return this;
  }

  private static boolean works(List<String> prefix) {
    List<String> command = new ArrayList<>(prefix);
    command.add("true");
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Lets a process started with {@link #withRoomFor} write as much as it likes. */
  public static void makeRoom(Process process) throws IOException, InterruptedException {
    limitFiles(process, "unlimited");
  }

  /** Lets a process write no file beyond this many bytes. */
  public static void limitFiles(Process process, String bytes)
      throws IOException, InterruptedException {
    int status =
        new ProcessBuilder("prlimit", "--pid=" + process.pid(), "--fsize=" + bytes + ":")
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("prlimit: " + status);
    }
  }

  /** Sends Ctrl-C. */
  public static void interrupt(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  /** Starts it; standard error goes with {@code err}. */
  public Process start(Path err, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@installer/setu.options",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xmx1g",
            "-Duser.language=en",
            "-Dsetu.home=" + Path.of("").toAbsolutePath()));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    if (toFullDisk) {
      builder.redirectOutput(Path.of("/dev/full").toFile());
    }
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    return builder.start();
  }

  /** Runs it to its end. */
  public Run run(Object... arguments) throws IOException, InterruptedException {
    Path err = Files.createTempFile("setu-process", ".err");
    try {
      return end(start(err, arguments), err);
    } finally {
      Files.deleteIfExists(err);
    }
  }

  /** Waits for the end of a started process. */
  public static Run end(Process process, Path err) throws IOException, InterruptedException {
    String out;
    try (BufferedReader lines = out(process)) {
      out = String.join("\n", lines.lines().toList());
    } catch (UncheckedIOException e) {
      out = "";
    }
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the process does not end");
    }
    String said =
        Files.readString(err).lines().filter(line -> !line.equals(INCUBATOR)).toList().stream()
            .reduce("", (all, line) -> all.isEmpty() ? line : all + "\n" + line);
    return new Run(process.exitValue(), out, said);
  }

  /** Its standard output. */
  public static BufferedReader out(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
