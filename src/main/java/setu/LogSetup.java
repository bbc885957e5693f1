package setu;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Warnings of libraries go to standard error. In Java and not in a file of Logback's, which takes a
 * tenth of a second of every start to read.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
  /** Made by Logback. */
  public LogSetup() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    PatternLayoutEncoder layout = new PatternLayoutEncoder();
    layout.setContext(context);
    layout.setPattern("%level %logger{0}: %msg%n");
    layout.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setName("console");
    console.setTarget(ConsoleTarget.SystemErr.getName());
    console.setEncoder(layout);
    console.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(console);
    // Looks for CUDA whatever it is told, and warns where there is none.
    context.getLogger("ai.djl.util.cuda").setLevel(Level.ERROR);
    // Warns at every start that it is loaded from the class path.
    context.getLogger("javafx").setLevel(Level.ERROR);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
