package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.gui.common.Side;
import setu.gui.common.Workbench;
import setu.gui.inspector.InspectorView;
import setu.message.Messages;

/** The inspector shows a word's twins with what tells them apart, and its anchors by status. */
@NullUnmarked
class InspectorTwinsTest {
  private static final String WORD = "ප්\u200Dරශ්න";
  private static final String TWIN = "ප\u200D්\u200Dරශ්න";

  @TempDir Path folder;

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void aTwinIsShownWithItsCodePointsAndTakenByAClick() {
    Workbench workbench = SampleWorkbench.open(folder);
    List<Long> anchors = anchorsOf(workbench, WORD);
    workbench.removeAnchors(anchors);
    InspectorView view = HeadlessFx.onFx(() -> new InspectorView(workbench, Messages.inEnglish()));
    Parent content =
        HeadlessFx.onFx(
            () -> {
              workbench.select(Side.TARGET, WORD);
              return (Parent) view.node().getContent();
            });
    Labeled shown = HeadlessFx.onFx(() -> (Labeled) content.lookup(".twin-difference"));
    assertThat(shown.getText()).isEqualTo("+U+200D");
    assertThat(shown)
        .as("a word without anchors has nothing to change")
        .isNotInstanceOf(Button.class);

    HeadlessFx.onFx(
        () -> {
          workbench.addAnchor(Draft.accepted("query", WORD, "edit"));
          workbench.addAnchor(Draft.accepted("riddle", WORD, "edit"));
          return true;
        });
    Button button = HeadlessFx.onFx(() -> (Button) content.lookup(".twin"));
    assertThat(button.getAccessibleText())
        .isEqualTo("Use " + TWIN + " in this word’s 2 anchors (adds U+200D as letter 2)");
    HeadlessFx.onFx(
        () -> {
          button.fire();
          return true;
        });
    assertThat(anchorsOf(workbench, WORD)).isEmpty();
    assertThat(anchorsOf(workbench, TWIN)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(workbench.selectedProperty().get()).isEqualTo(workbench.find(Side.TARGET, TWIN));
    HeadlessFx.onFx(
        () -> {
          view.dispose();
          workbench.close();
          return true;
        });
  }

  @Test
  void ofManyAnchorsTheFirstAreShownAndTheOthersWhenAskedFor() {
    Workbench workbench = SampleWorkbench.open(folder);
    workbench.addAnchors(
        IntStream.range(0, 60).mapToObj(i -> Draft.accepted("w" + i, WORD, "edit")).toList());
    int all = anchorsOf(workbench, WORD).size();
    InspectorView view = HeadlessFx.onFx(() -> new InspectorView(workbench, Messages.inEnglish()));
    Parent content =
        HeadlessFx.onFx(
            () -> {
              workbench.select(Side.TARGET, WORD);
              return (Parent) view.node().getContent();
            });
    assertThat(HeadlessFx.onFx(() -> links(content)))
        .hasSize(25)
        .last()
        .isEqualTo(all - 24 + " more");
    Node figures = HeadlessFx.onFx(() -> content.getChildrenUnmodifiable().getLast());
    HeadlessFx.onFx(
        () -> {
          content.lookupAll(".inspector-links .hyperlink").stream()
              .map(Hyperlink.class::cast)
              .filter(link -> link.getText().endsWith(" more"))
              .findFirst()
              .orElseThrow()
              .fire();
          return true;
        });
    assertThat(HeadlessFx.onFx(() -> links(content))).hasSize(all).contains("w59");

    HeadlessFx.onFx(
        () -> {
          workbench.addAnchor(Draft.accepted("one", WORD, "edit"));
          return true;
        });
    assertThat(HeadlessFx.onFx(() -> links(content))).last().isEqualTo(all - 23 + " more");
    assertThat(HeadlessFx.onFx(() -> content.getChildrenUnmodifiable().getLast()))
        .as("what an edit does not change stays as it is")
        .isSameAs(figures);
    HeadlessFx.onFx(
        () -> {
          view.dispose();
          workbench.close();
          return true;
        });
  }

  private static List<String> links(Parent content) {
    Parent row = (Parent) content.getChildrenUnmodifiable().get(1);
    return row.getChildrenUnmodifiable().stream()
        .filter(Hyperlink.class::isInstance)
        .map(link -> ((Hyperlink) link).getText())
        .toList();
  }

  @Test
  void anchorsAreThoseAcceptedAndOtherPairsAreNamedWithTheirStatus() {
    Workbench workbench = SampleWorkbench.open(folder);
    workbench.removeAnchors(anchorsOf(workbench, WORD));
    workbench.addAnchor(Draft.accepted("query", WORD, "edit"));
    workbench.addAnchor(said("riddle", AnchorStatus.REJECTED));
    workbench.addAnchor(said("puzzle", AnchorStatus.CANDIDATE));
    InspectorView view = HeadlessFx.onFx(() -> new InspectorView(workbench, Messages.inEnglish()));
    List<String> shown =
        HeadlessFx.onFx(
            () -> {
              workbench.select(Side.TARGET, WORD);
              Parent content = (Parent) view.node().getContent();
              return ((Parent) content.getChildrenUnmodifiable().get(1))
                  .getChildrenUnmodifiable().stream()
                      .map(each -> ((Labeled) each).getText())
                      .toList();
            });
    assertThat(shown)
        .containsExactly("1 anchor:", "query", "candidate:", "puzzle", "rejected:", "riddle");
    HeadlessFx.onFx(
        () -> {
          view.dispose();
          workbench.close();
          return true;
        });
  }

  private static Draft said(String source, AnchorStatus status) {
    return Draft.accepted(source, WORD, "edit").withStatus(status);
  }

  private static List<Long> anchorsOf(Workbench workbench, String target) {
    return workbench.anchorsProperty().get().anchors().stream()
        .filter(anchor -> anchor.target().equals(target))
        .map(Anchor::id)
        .toList();
  }
}
