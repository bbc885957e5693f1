package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import setu.message.Messages;

/** The parts of Review are the view's, whether they are made before it or with it. */
class ReviewPartsTest extends SampleReview {
  private final AtomicInteger models = new AtomicInteger();

  @BeforeAll
  static void startJavaFx() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  private ReviewParts parts() {
    return new ReviewParts(
        workbench,
        Messages.inEnglish(),
        () -> {
          models.incrementAndGet();
          return model;
        });
  }

  @Test
  void whatIsMadeBeforehandIsShown() {
    ReviewParts parts = parts();
    assertThat(models).as("nothing is made before its turn").hasValue(0);
    parts.steps().forEach(Runnable::run);
    parts.steps().forEach(Runnable::run);
    assertThat(models).as("once").hasValue(1);
    ReviewView view = parts.view();
    assertThat(models).hasValue(1);
    assertThat(view.model()).isSameAs(model);
    assertThat(view.node().lookup(".card-scroll")).isNotNull();
    view.dispose();
  }

  @Test
  void aViewMakesWhatIsMissing() {
    ReviewView view = parts().view();
    assertThat(models).hasValue(1);
    assertThat(view.model()).isSameAs(model);
    view.dispose();
  }
}
