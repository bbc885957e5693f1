package setu.gui.common;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

/**
 * Narrows what is shown to some values of a property: a menu with a value and how many have it in
 * each line, which can be opened and ticked by keys.
 */
public final class FacetButton extends MenuButton {
  /**
   * What is narrowed by a facet.
   *
   * @param values the values there are, with how many have each
   * @param chosen the values that are wanted; none for all
   * @param choose wants other values
   */
  public record Narrowed(
      Supplier<Map<String, Integer>> values,
      Supplier<Set<String>> chosen,
      Consumer<Set<String>> choose) {}

  private final String title;
  private final String nothing;
  private final Function<String, String> name;
  private final Narrowed narrowed;

  /**
   * The button of a facet.
   *
   * @param nothing what its menu says while there are no values
   * @param name what people call a value
   */
  public FacetButton(
      String title, String nothing, Function<String, String> name, Narrowed narrowed) {
    this.title = title;
    this.nothing = nothing;
    this.name = name;
    this.narrowed = narrowed;
    setMinWidth(Region.USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    setOnShowing(e -> fill());
    // Something must be in a menu for it to be shown at all.
    getItems().add(new MenuItem());
    refresh();
  }

  /** Says how many values are wanted. */
  public void refresh() {
    int chosen = narrowed.chosen().get().size();
    setText(chosen == 0 ? title : title + " (" + chosen + ")");
    setAccessibleText(getText());
  }

  /**
   * Is there while it tells something from something else, or narrows.
   *
   * @param says whether anything has a value that is not empty, or nothing is known yet
   */
  public void show(boolean says) {
    setVisible(says || !narrowed.chosen().get().isEmpty());
  }

  private void fill() {
    Map<String, Integer> values = narrowed.values().get();
    Set<String> chosen = new HashSet<>(narrowed.chosen().get());
    getItems().clear();
    for (Map.Entry<String, Integer> value : values.entrySet()) {
      String count = Thousands.of(value.getValue());
      CheckMenuItem item = new CheckMenuItem(name.apply(value.getKey()) + "  ·  " + count);
      item.setMnemonicParsing(false);
      item.setSelected(chosen.contains(value.getKey()));
      item.setOnAction(
          e -> {
            if (item.isSelected()) {
              chosen.add(value.getKey());
            } else {
              chosen.remove(value.getKey());
            }
            narrowed.choose().accept(chosen);
            refresh();
          });
      getItems().add(item);
    }
    if (values.isEmpty()) {
      MenuItem none = new MenuItem(nothing);
      none.setDisable(true);
      getItems().add(none);
    }
  }
}
