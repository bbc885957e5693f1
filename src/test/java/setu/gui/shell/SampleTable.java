package setu.gui.shell;

import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The table of the sample, in one window that is open for all tests of a class. */
@NullUnmarked
abstract class SampleTable {
  @TempDir static Path folder;
  static OpenedWindow window;
  static TableInWindow table;

  @BeforeAll
  static void open() {
    window = OpenedWindow.onSample(folder);
    table = new TableInWindow(window);
  }

  @AfterAll
  static void close() {
    window.close();
  }
}
