package setu.gui.anchors;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import setu.message.Messages;

/** A table makes its cells anew now and then: those it no longer draws are let go. */
@NullUnmarked
class WordCellTest {
  private final LongProperty followed = new SimpleLongProperty();

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  private WordCell cell() {
    WordCell cell =
        new WordCell(Messages.inEnglish(), typed -> List.of(), text -> "", (anchor, text) -> {});
    cell.follow(followed);
    return cell;
  }

  @Test
  void whatACellFollowsDoesNotHoldIt() throws InterruptedException {
    WeakReference<WordCell> cell = new WeakReference<>(cell());
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!cell.refersTo(null) && System.nanoTime() < limit) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(cell.refersTo(null)).as("let go").isTrue();
    followed.set(1);
  }
}
