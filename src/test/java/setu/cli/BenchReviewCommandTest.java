package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import setu.core.task.Cancellation;
import setu.message.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code setu bench review} asks of the window, and makes of its waits. */
class BenchReviewCommandTest {
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
          public Map<String, List<Double>> judgements(
              List<Path> files, int pairs, int count, long seed) {
            asked.addAll(List.of(files, pairs, count, seed));
            List<Double> seconds = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
              seconds.add(i / 100.0);
            }
            return Map.of("first", List.of(0.5), "all", List.of(2.25), "judgements", seconds);
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
  void theWaitsAreSummedUp() {
    assertThat(run("bench", "review", "--runs", "20", "--json")).isZero();
    JsonNode figures = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(figures.get("name").asString()).isEqualTo("review");
    assertThat(figures.get("runs")).hasSize(20);
    assertThat(figures.get("median").asDouble()).isCloseTo(0.105, within(1e-9));
    assertThat(figures.get("p95").asDouble()).isEqualTo(0.19);
    assertThat(figures.get("max").asDouble()).isEqualTo(0.2);
    assertThat(figures.get("over").asInt()).as("over 100 ms").isEqualTo(10);
    assertThat(figures.get("firstSuggestion").asDouble()).isEqualTo(0.5);
    assertThat(figures.get("allSuggestions").asDouble()).isEqualTo(2.25);
    assertThat(figures.get("pairs").asInt()).isEqualTo(120_000);
    assertThat(asked.subList(1, 4)).containsExactly(120_000, 20, 42L);
    assertThat((List<?>) asked.getFirst())
        .extracting(file -> ((Path) file).getFileName().toString())
        .containsExactly("en.100.vec", "si.100.vec", "anchors.train.tsv", "anchors.test.tsv");
  }

  @Test
  void filesAndSizeAreTheCallersOwn() {
    assertThat(
            run(
                "bench",
                "review",
                "--source",
                "a",
                "--target",
                "b",
                "--anchors",
                "c",
                "--test",
                "d",
                "--pairs",
                "7",
                "--seed",
                "3",
                "--runs",
                "1"))
        .isZero();
    assertThat(asked)
        .containsExactly(List.of(Path.of("a"), Path.of("b"), Path.of("c"), Path.of("d")), 7, 1, 3L);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("10 ms (median)", "0 over 100 ms", "0.5 s after", "all of them after 2.3 s");
    assertThat(run("bench", "review", "--runs", "0")).isEqualTo(ExitCodes.USAGE);
  }
}
