package setu.gui.common;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

/**
 * Narrows what is shown to some values of a property: a menu with a value and how many have it in
 * each line, which can be opened and ticked by keys.
 */
public final class FacetButton extends MenuButton {
  /** What is narrowed by a facet. */
  public interface Narrowed {
    /** The values there are, with how many have each. */
    Map<String, Integer> values();

    /** The values that are wanted; none for all. */
    Set<String> chosen();

    /** Wants other values. */
    void choose(Set<String> values);
  }

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
    setOnShowing(e -> fill());
    // Something must be in a menu for it to be shown at all.
    getItems().add(new MenuItem());
    refresh();
  }

  /** Says how many values are wanted. */
  public void refresh() {
    int chosen = narrowed.chosen().size();
    setText(chosen == 0 ? title : title + " (" + chosen + ")");
    setAccessibleText(getText());
  }

  private void fill() {
    Map<String, Integer> values = narrowed.values();
    Set<String> chosen = new HashSet<>(narrowed.chosen());
    getItems().clear();
    for (Map.Entry<String, Integer> value : values.entrySet()) {
      String count = String.format(Locale.ROOT, "%,d", value.getValue());
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
            narrowed.choose(chosen);
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
