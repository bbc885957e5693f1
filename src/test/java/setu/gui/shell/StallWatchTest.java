package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A stall of the window's thread is counted and logged, with what the thread was doing. */
class StallWatchTest {
  @TempDir Path folder;

  @Test
  void aStallIsLoggedWithItsCause() {
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    Logger log = (Logger) LoggerFactory.getLogger(StallWatch.class);
    log.addAppender(heard);
    try (OpenedWindow window = OpenedWindow.empty(folder);
        StallWatch watch = StallWatch.start()) {
      window.await("the thread is known", () -> watch.longestMillis() > 0);
      // Once more where the thread was stalled by something else already.
      window.await(
          "its cause is logged",
          () -> {
            stall();
            return said(heard).anyMatch(line -> line.contains("StallWatchTest.stall"));
          });
      window.await("it is counted", () -> watch.stalls() > 0);
      assertThat(watch.longestMillis()).isGreaterThan(StallWatch.LIMIT_MILLIS);
      assertThat(said(heard))
          .anyMatch(line -> line.matches("the window's thread stalled for \\d+ ms"));
    } finally {
      log.detachAppender(heard);
    }
  }

  @Test
  void aDialogOfTheDesktopIsNoStall() {
    StackTraceElement here = new StackTraceElement("setu.gui.shell.Actions", "choose", null, -1);
    StackTraceElement asks =
        new StackTraceElement("javafx.stage.FileChooser", "showOpenMultipleDialog", null, -1);
    assertThat(StallWatch.asksInDialog(new StackTraceElement[] {asks, here})).isTrue();
    assertThat(StallWatch.asksInDialog(new StackTraceElement[] {here})).isFalse();
  }

  private static Stream<String> said(ListAppender<ILoggingEvent> heard) {
    synchronized (heard) { // As its own appending is.
      return List.copyOf(heard.list).stream().map(ILoggingEvent::getFormattedMessage);
    }
  }

  private static void stall() {
    try {
      Thread.sleep(6 * StallWatch.LIMIT_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
