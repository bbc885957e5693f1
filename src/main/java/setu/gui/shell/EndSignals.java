package setu.gui.shell;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Something to do, until closed, when the process is told to end by Ctrl-C or by the system; told
 * once more, it ends at once.
 *
 * <p>A shutdown hook would come too late: JavaFX has one of its own that takes the window down
 * while it is still drawn. Java's own class for signals is reached by reflection, because the
 * compiler warns of it and no annotation keeps it quiet.
 */
final class EndSignals implements AutoCloseable {
  private static final List<String> NAMES = List.of("INT", "TERM");

  /** Who handled a signal before. */
  private final Map<String, Object> before = new HashMap<>();

  private final Runnable action;
  private volatile boolean told;

  private EndSignals(Runnable action) {
    this.action = action;
  }

  /**
   * Does it from now on, on a thread of its own.
   *
   * @throws CancellationException if the process ends already
   */
  static EndSignals handledBy(Runnable action) {
    if (ending()) {
      throw new CancellationException();
    }
    EndSignals signals = new EndSignals(action);
    signals.listen();
    return signals;
  }

  private static boolean ending() {
    Thread hook = Thread.ofPlatform().name("setu-ending").unstarted(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      return !Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      return true;
    }
  }

  private synchronized void listen() {
    try {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      Object handler =
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> {
                told();
                return null;
              });
      for (String name : NAMES) {
        before.put(name, handle(name, handler));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void told() {
    told = true;
    close();
    action.run();
  }

  private static Object handle(String name, Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    return signal
        .getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"))
        .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
  }

  /** Whether the process was told to end. */
  boolean wasTold() {
    return told;
  }

  @Override
  public synchronized void close() {
    try {
      for (Map.Entry<String, Object> each : before.entrySet()) {
        handle(each.getKey(), each.getValue());
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    before.clear();
  }
}
