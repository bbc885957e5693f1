package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import setu.core.task.Cancellation;
import setu.message.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code setu bench anchors} asks of the window, and makes of its waits. */
class BenchAnchorsCommandTest {
  private final List<Object> asked = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String... arguments) {
    Window window =
        new Window() {
          @Override
          public int open(@Nullable Path project) {
            return 0;
          }

          @Override
          public Map<String, List<Double>> table(List<Path> files, int pairs, long seed) {
            asked.addAll(List.of(files.size(), pairs, seed));
            Map<String, List<Double>> waits = new LinkedHashMap<>();
            waits.put("judge", List.of(0.02, 0.15));
            waits.put("judgeCpu", List.of(0.01, 0.07));
            waits.put("judgeTasks", List.of(0.005, 0.03));
            waits.put("judgeTask", List.of(0.012));
            return waits;
          }
        };
    Console console =
        new Console(
            Printer.on(out),
            Printer.on(new ByteArrayOutputStream()),
            false,
            new Cancellation(),
            Messages.in(Locale.ENGLISH));
    return SetuCommand.run(arguments, console, window, (projection, w, n, png) -> {});
  }

  @Test
  void theLongestOfEachIsTold() {
    assertThat(run("bench", "anchors", "--pairs", "7", "--seed", "3")).isZero();
    assertThat(asked).containsExactly(4, 7, 3L);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("judge ")
        .contains("longest  150 ms", "own work   70 ms", "layout   30 ms", "task   12 ms")
        .contains("over a frame 2 times, over 100 ms 1 times");
  }

  @Test
  void allWaitsStandInTheDocument() {
    assertThat(run("bench", "anchors", "--json")).isZero();
    JsonNode figures = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(figures.get("name").asString()).isEqualTo("anchors");
    assertThat(figures.get("engine").asString()).isEqualTo("sample");
    assertThat(figures.get("waits").get("judge").get(1).asDouble()).isEqualTo(0.15);
    assertThat(asked).containsExactly(4, 120_000, 42L);
    assertThat(run("bench", "anchors", "--pairs", "0")).isEqualTo(ExitCodes.USAGE);
  }
}
