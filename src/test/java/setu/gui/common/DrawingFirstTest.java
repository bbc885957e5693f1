package setu.gui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class DrawingFirstTest {
  private final DrawingFirst drawingFirst = new DrawingFirst();

  @Test
  void nobodyWaitsWhereNothingIsToBeDrawn() {
    drawingFirst.begin();
    drawingFirst.end();
    long from = System.nanoTime();
    drawingFirst.await();
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofMillis(150));
  }

  @Test
  void workGoesOnOnceAllIsDrawn() throws Exception {
    drawingFirst.begin();
    drawingFirst.begin();
    CompletableFuture<Void> work = CompletableFuture.runAsync(drawingFirst::await);
    drawingFirst.end();
    drawingFirst.end();
    work.get(10, TimeUnit.SECONDS);
  }

  @Test
  void aWindowThatDrawsNoMoreHoldsNothingUpForLong() {
    drawingFirst.begin();
    long from = System.nanoTime();
    drawingFirst.await();
    assertThat(Duration.ofNanos(System.nanoTime() - from))
        .isGreaterThan(Duration.ofMillis(DrawingFirst.MOST_MILLIS / 2));
  }
}
