package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import impl.org.controlsfx.skin.AutoCompletePopup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Anchor;

/** Words are offered for what is typed, and taken or left by keys alone. */
@NullUnmarked
class CompletionByKeysTest {
  private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");

  @TempDir static Path folder;
  private static OpenedWindow window;

  @BeforeAll
  static void open() {
    window = OpenedWindow.onSample(folder);
  }

  @AfterAll
  static void close() {
    window.close();
  }

  @Test
  void takesTheTypedWordUnlessAnArrowKeyChoseAnother() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.press(KeyCode.INSERT);
    TextField source = window.awaitFocus(TextField.class);
    window.type("riv");
    window.await("completions", () -> completing("riv"));
    window.press(KeyCode.ENTER);
    assertThat(text(source)).isEqualTo("riv");
    window.await(
        "the next field", () -> window.focus() instanceof TextField next && !next.equals(source));

    // Latin letters are no word of the Sinhala side, but stand for one.
    TextField target = window.awaitFocus(TextField.class);
    window.type("gedara");
    window.await("completions", () -> completing("ගෙදර"));
    window.press(KeyCode.ENTER);
    assertThat(text(target)).isEqualTo("ගෙදර");
    assertThat(window.get(target::isFocused)).as("Enter again adds the pair").isTrue();
    window.run(target::clear);

    window.press(KeyCode.SHIFT, KeyCode.TAB);
    window.run(source::clear);
    window.type("riv");
    window.await("completions", () -> completing("riv"));
    window.await("the first, by itself", () -> chosen() == 0);
    window.press(KeyCode.DOWN);
    window.await("the next one", () -> chosen() == 1);
    window.press(KeyCode.ENTER);
    assertThat(text(source)).startsWith("riv").hasSizeGreaterThan(3);
    window.run(source::clear);
    window.press(KeyCode.ESCAPE);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
  }

  @Test
  void aWordOfNoVocabularyIsOfferedInSinhalaLettersAndLatinOnesAreAskedAbout() {
    int before = anchors().size();
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.press(KeyCode.INSERT);
    TextField source = window.awaitFocus(TextField.class);
    window.type("temple");
    window.press(KeyCode.ENTER);
    window.await(
        "the next field", () -> window.focus() instanceof TextField next && !next.equals(source));
    TextField target = window.awaitFocus(TextField.class);
    window.type("mandirakaya");
    window.await("what it is in Sinhala", () -> offered("මන්දිරකය"));
    window.press(KeyCode.ENTER);
    assertThat(text(target)).isEqualTo("මන්දිරකය");

    // Whoever types the same once more wants it so, and says it twice.
    window.run(target::clear);
    window.type("mandirakaya");
    window.await("the same list", () -> offered("මන්දිරකය"));
    window.press(KeyCode.ENTER);
    window.await("it is asked about", () -> lookup("#anchors-doubt").isVisible());
    assertThat(anchors()).hasSize(before);
    window.press(KeyCode.ENTER);
    window.await("added", () -> anchors().size() == before + 1);
    assertThat(anchors().getLast().target()).isEqualTo("mandirakaya");
    assertThat(window.get(() -> lookup("#anchors-doubt").isVisible())).isFalse();

    // In the next pair the same letters stand for Sinhala ones again.
    window.await("the first field", () -> source.isFocused());
    window.type("temple");
    window.press(KeyCode.ENTER);
    window.await("the next field again", target::isFocused);
    window.type("mandirakaya");
    window.await("the list of the next pair", () -> offered("මන්දිරකය"));
    window.press(KeyCode.ENTER);
    assertThat(text(target)).isEqualTo("මන්දිරකය");
    window.run(source::clear);
    window.run(target::clear);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    window.run(() -> window.workbench().undo());
    window.await("taken back", () -> anchors().size() == before);
  }

  @Test
  void aMenuTakesTheArrowKeysFromTheWordsOffered() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.press(KeyCode.INSERT);
    TextField source = window.awaitFocus(TextField.class);
    window.type("riv");
    window.await("completions", () -> completing("riv"));
    MenuButton menu = (MenuButton) window.get(() -> lookup(".app-menu"));
    window.press(KeyCode.F10);
    window.await("the menu alone", () -> menu.isShowing() && !isOffered());
    window.press(KeyCode.DOWN);
    window.await(
        "an item of it",
        () ->
            menu.getItems().getFirst().getStyleableNode().getPseudoClassStates().contains(FOCUSED));

    // Words that come while it is open are not shown either.
    CompletableFuture<Boolean> came = new CompletableFuture<>();
    ListChangeListener<Window> listening = change -> came.complete(isOffered());
    window.run(() -> Window.getWindows().addListener(listening));
    window.type("e");
    HeadlessFx.wait(came);
    window.run(() -> Window.getWindows().removeListener(listening));
    window.await("the menu alone again", () -> menu.isShowing() && !isOffered());
    window.run(menu::hide);
    assertThat(window.focus()).isEqualTo(source);
    window.run(source::clear);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
  }

  @Test
  void noListFollowsAWordThatWasTakenFromOne() throws Exception {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.press(KeyCode.INSERT);
    TextField source = window.awaitFocus(TextField.class);
    window.press(KeyCode.TAB);
    window.await(
        "the next field", () -> window.focus() instanceof TextField && !source.isFocused());
    TextField target = window.awaitFocus(TextField.class);
    window.type("gedara");
    window.await("completions", () -> completing("ගෙදර"));
    List<Boolean> offers = new ArrayList<>();
    ListChangeListener<Window> listening = change -> offers.add(isOffered());
    window.press(KeyCode.ENTER);
    assertThat(text(target)).isEqualTo("ගෙදර");
    window.run(() -> Window.getWindows().addListener(listening));
    Thread.sleep(1500); // longer than words that are offered take
    window.run(() -> Window.getWindows().removeListener(listening));
    assertThat(offers).doesNotContain(true);
    window.press(KeyCode.BACK_SPACE);
    window.await("words for what is typed", () -> completing("ගෙද"));
    window.run(target::clear);
    window.press(KeyCode.ESCAPE);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
  }

  private static boolean isOffered() {
    return Window.getWindows().stream().anyMatch(AutoCompletePopup.class::isInstance);
  }

  /** A list is shown that holds a word. */
  private static boolean offered(String wanted) {
    return Window.getWindows().stream()
        .filter(AutoCompletePopup.class::isInstance)
        .map(shown -> ((AutoCompletePopup<?>) shown).getSuggestions())
        .anyMatch(words -> words.stream().anyMatch(word -> word.toString().equals(wanted)));
  }

  /**
   * A list is shown whose words all begin with a text, so that none of an earlier text is left; and
   * it is drawn, without which it hears no arrow.
   */
  private static boolean completing(String typed) {
    return Window.getWindows().stream()
        .filter(AutoCompletePopup.class::isInstance)
        .map(shown -> (AutoCompletePopup<?>) shown)
        .filter(shown -> shown.getSkin() != null && isDrawn(shown.getSkin().getNode()))
        .anyMatch(
            shown ->
                shown.getSuggestions().stream()
                    .allMatch(word -> word.toString().startsWith(typed)));
  }

  /** The row of the list that is chosen; −1 for none. */
  private static int chosen() {
    return Window.getWindows().stream()
        .filter(AutoCompletePopup.class::isInstance)
        .map(shown -> ((AutoCompletePopup<?>) shown).getSkin())
        .filter(skin -> skin != null && skin.getNode() instanceof ListView<?>)
        .mapToInt(skin -> ((ListView<?>) skin.getNode()).getSelectionModel().getSelectedIndex())
        .max()
        .orElse(-1);
  }

  private static boolean isDrawn(Node list) {
    return list instanceof ListView<?> words && !words.lookupAll(".list-cell").isEmpty();
  }

  private static String text(TextField field) {
    return window.get(field::getText);
  }

  private static Node lookup(String selector) {
    return window.shell().scene().getRoot().lookup(selector);
  }

  private static List<Anchor> anchors() {
    return window.get(() -> window.workbench().anchorsProperty().get().anchors());
  }
}
