package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.control.Hyperlink;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import setu.gui.common.Side;

/** The neighbours of a card's word as links. */
class CardLinksTest {
  /** A word with the joiner that makes a conjunct. */
  private static final String JOINED = "ශ්\u200Dරී";

  private final List<String> clicked = new ArrayList<>();
  private final CardLinks links = new CardLinks("Neighbours", Side.TARGET, clicked::add);

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  private List<Hyperlink> shown() {
    return links.node().lookupAll(".hyperlink").stream().map(Hyperlink.class::cast).toList();
  }

  @Test
  void aClickTellsTheWordAsItStandsInTheSpace() {
    assertThat(links.node().isVisible()).as("before there are any").isFalse();
    links.show(List.of("ගඟ", JOINED));
    assertThat(links.node().isVisible()).isTrue();
    shown().forEach(Hyperlink::fire);
    assertThat(clicked).containsExactly("ගඟ", JOINED);
  }

  @Test
  void otherWordsTakeThePlaceOfThoseBeforeAndEightAreShownAtMost() {
    links.show(IntStream.range(0, 12).mapToObj(i -> "w" + i).toList());
    assertThat(shown()).hasSize(8);
    shown().getFirst().fire();
    links.show(List.of("a", "b"));
    assertThat(shown()).extracting(Hyperlink::getText).containsExactly("a", "b");
    assertThat(shown()).as("none was clicked yet").noneMatch(Hyperlink::isVisited);
    clicked.clear();
    shown().getFirst().fire();
    assertThat(clicked).containsExactly("a");
    links.show(List.of());
    assertThat(links.node().isVisible()).isFalse();
  }
}
