package setu;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.ConsoleAppender;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What libraries have to say that is no warning stays off the console. */
class LogSetupTest {
  @Test
  void logbackFindsItBeforeItLooksForAFile() {
    assertThat(ServiceLoader.load(Configurator.class)).singleElement().isInstanceOf(LogSetup.class);
  }

  @Test
  void warningsGoToStandardErrorAndNoOtherSetupFollows() {
    LoggerContext context = new LoggerContext();
    assertThat(new LogSetup().configure(context))
        .isEqualTo(Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    assertThat(root.getLevel()).isEqualTo(Level.WARN);
    ConsoleAppender<?> console = (ConsoleAppender<?>) root.getAppender("console");
    assertThat(console.isStarted()).isTrue();
    assertThat(console.getTarget()).isEqualTo("System.err");
    assertThat(context.getLogger("ai.djl.util.cuda.CudaUtils").getEffectiveLevel())
        .isEqualTo(Level.ERROR);
  }
}
