package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.SetuProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A start of the program is timed by the process that starts it. */
class StartTimesTest {
  @TempDir Path folder;

  @Test
  void whatIsReachedComesInOrderAndAfterTheStart() throws Exception {
    long begun = System.nanoTime();
    SetuProcess.Run run =
        SetuProcess.setu()
            .option("-Dglass.platform=Headless")
            .option("-Dprism.order=sw")
            .option("-XX:TieredStopAtLevel=1")
            .option("-Dsetu.user=" + folder.resolve("user"))
            .option("-Djava.io.tmpdir=" + folder)
            .run("bench", "start", "--runs", "1", "--json");
    double whole = (System.nanoTime() - begun) / 1e9;
    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode told = JsonMapper.shared().readTree(run.out());
    JsonNode reached = told.path("reached");
    assertThat(told.path("runs")).hasSize(1);
    assertThat(told.path("median").asDouble()).isEqualTo(reached.path("map").asDouble());
    double before = 0;
    for (String name : new String[] {"main", "toolkit", "window", "map"}) {
      assertThat(reached.path(name).asDouble()).as(name).isGreaterThan(before);
      before = reached.path(name).asDouble();
    }
    assertThat(before).isLessThan(whole);
  }
}
