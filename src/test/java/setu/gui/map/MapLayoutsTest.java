package setu.gui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import setu.gui.common.Notice;
import setu.gui.common.Side;
import setu.gui.map.MapLayout.Method;
import setu.message.Messages;

/** Layouts are seen while they are made, stopped, morphed and trusted or not. */
@NullUnmarked
class MapLayoutsTest extends SampleMap {
  @Test
  void theMorphEndsAtBothProjections() throws Exception {
    Slider slider = shown(".map-morph .slider", Slider.class);
    LayoutMethods.Layouts layouts = view.model().layoutsProperty().get();
    onFx(
        () -> {
          slider.setValue(0);
          return true;
        });
    settle();
    assertThat(view.canvas().places()).isSameAs(layouts.unaligned().places());
    assertThat(layouts.unaligned().places().same(layouts.aligned().places())).isFalse();
    onFx(
        () -> {
          slider.setValue(0.5);
          return true;
        });
    settle();
    int water = point(Side.SOURCE, "water");
    assertThat(view.canvas().places().x()[water])
        .isCloseTo(
            (layouts.unaligned().places().x()[water] + layouts.aligned().places().x()[water]) / 2,
            within(1e-4f));
    onFx(
        () -> {
          slider.setValue(1);
          return true;
        });
    settle();
    assertThat(view.canvas().places()).isSameAs(layouts.aligned().places());
  }

  @Test
  void aLayoutIsSeenWhileItIsMadeAndCanBePausedAndStopped() throws Exception {
    List<float[]> frames = new ArrayList<>();
    var watching =
        onFx(
            () -> {
              view.setReducedMotion(false);
              return view.model()
                  .positionsProperty()
                  .subscribe(now -> frames.add(now.places().x()));
            });
    onFx(
        () -> {
          view.lay("TSNE", 2);
          return true;
        });
    until(() -> view.model().work().reachedProperty().get().iteration() > 3);
    assertThat(onFx(() -> view.node().lookup(".map-stop").getParent().isVisible())).isTrue();
    assertThat(legend()).doesNotContain("stopped");
    press(".map-pause");
    settle();
    int still = view.model().work().reachedProperty().get().iteration();
    Thread.sleep(300);
    int later = view.model().work().reachedProperty().get().iteration();
    assertThat(later - still).isLessThanOrEqualTo(1);
    press(".map-pause");
    until(() -> view.model().work().reachedProperty().get().iteration() > later + 3);
    press(".map-stop");
    until(() -> view.readyProperty().get());
    onFx(
        () -> {
          watching.unsubscribe();
          return true;
        });
    assertThat(frames).hasSizeGreaterThan(2);
    MapLayout stopped = view.model().layoutsProperty().get().aligned();
    assertThat(stopped.method()).isEqualTo(Method.TSNE);
    assertThat(stopped.complete()).isFalse();
    assertThat(stopped.trust()).isNotNull();
    assertThat(legend())
        .contains(
            Messages.inEnglish().text("gui.map.stoppedAt", stopped.reached().iteration(), 1000))
        .contains("trustworthiness 0.")
        .contains("continuity 0.");
  }

  private static void press(String selector) throws Exception {
    onFx(
        () -> {
          ((Button) view.node().lookup(selector)).fire();
          return true;
        });
  }

  @Test
  void theStatusBarsCancelStopsALayoutToo() throws Exception {
    onFx(
        () -> {
          view.lay("TSNE", 3);
          return true;
        });
    until(() -> view.model().work().reachedProperty().get().iteration() > 1);
    onFx(
        () -> {
          workbench.tasks().running().getFirst().cancel();
          return true;
        });
    until(() -> view.readyProperty().get());
    assertThat(view.model().layoutsProperty().get().aligned().complete()).isFalse();
    assertThat(view.model().layoutsProperty().get().aligned().dimensions()).isEqualTo(3);
    assertThat(workbench.notices()).noneMatch(n -> n.kind() == Notice.Kind.ERROR);
  }

  @Test
  void pointsNotToBeTrustedAreDrawnHollow() throws Exception {
    onFx(
        () -> {
          view.model().trustShownProperty().set(true);
          return true;
        });
    settle();
    LayoutTrust trust = view.model().layoutsProperty().get().aligned().trust();
    boolean[] hollow = picture().look.hollow();
    for (int i = 0; i < hollow.length; i++) {
      assertThat(hollow[i]).isEqualTo(trust.byPoint()[i] < 0.75f);
    }
    assertThat(legend()).contains(String.format("not to be trusted: %,d", trust.doubtful()));
    onFx(
        () -> {
          view.model().trustShownProperty().set(false);
          return true;
        });
    settle();
    assertThat(picture().look.hollow()).isNull();
  }

  private static String legend() throws Exception {
    return onFx(
        () ->
            view.node().lookupAll(".map-legend .label").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining("\n")));
  }
}
