package setu.gui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** The values of a facet with their counts, ticked and unticked in the button's menu. */
class FacetButtonTest {
  private final Map<String, Integer> values = new TreeMap<>();
  private Set<String> chosen = Set.of();

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  private FacetButton button() {
    return new FacetButton(
        "Origin",
        "Nothing yet",
        value -> "of " + value,
        new FacetButton.Narrowed(() -> values, () -> chosen, now -> chosen = new TreeSet<>(now)));
  }

  private static void open(FacetButton button) {
    button.getOnShowing().handle(null);
  }

  private static void tick(FacetButton button, int line, boolean ticked) {
    CheckMenuItem item = (CheckMenuItem) button.getItems().get(line);
    item.setSelected(ticked);
    item.getOnAction().handle(new ActionEvent());
  }

  @Test
  void valuesAreTickedOneByOneAndTheButtonSaysHowMany() {
    values.put("a_b", 1039);
    values.put("c", 2);
    FacetButton button = button();
    open(button);
    assertThat(button.getItems())
        .extracting(MenuItem::getText)
        .containsExactly("of a_b  ·  1,039", "of c  ·  2");
    assertThat(button.getItems())
        .as("no letter of a word is a key")
        .noneMatch(MenuItem::isMnemonicParsing);
    tick(button, 0, true);
    tick(button, 1, true);
    assertThat(chosen).containsExactly("a_b", "c");
    assertThat(button.getText()).isEqualTo("Origin (2)").isEqualTo(button.getAccessibleText());
    tick(button, 0, false);
    assertThat(chosen).containsExactly("c");
    tick(button, 1, false);
    assertThat(chosen).isEmpty();
    assertThat(button.getText()).isEqualTo("Origin");
  }

  @Test
  void theMenuIsFilledWithTheValuesOfTheMoment() {
    FacetButton button = button();
    assertThat(button.getItems()).as("a menu without a line is never shown").isNotEmpty();
    open(button);
    assertThat(button.getItems())
        .singleElement()
        .matches(MenuItem::isDisable)
        .extracting(MenuItem::getText)
        .isEqualTo("Nothing yet");
    values.put("c", 2);
    chosen = Set.of("c");
    open(button);
    assertThat(button.getItems())
        .singleElement()
        .matches(item -> ((CheckMenuItem) item).isSelected(), "chosen elsewhere");
  }
}
