package setu.gui.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.feather.Feather;
import setu.core.align.AnchorWeights;
import setu.gui.common.Icons;
import setu.gui.common.KeptWeighting;
import setu.gui.common.OpenProject;
import setu.gui.common.Tip;
import setu.gui.common.Workbench;
import setu.gui.preferences.Settings;
import setu.gui.preferences.Theme;
import setu.message.Messages;

/** The one menu: opening, recent projects, and how the window looks. */
final class AppMenu {
  private final MenuButton node = new MenuButton();
  private final Workbench workbench;
  private final Messages messages;
  private final Actions actions;
  private final Consumer<WindowKey> act;
  private final Runnable reduce;
  private final Runnable takeBack;

  /**
   * The menu of a window.
   *
   * @param act does what a key does
   * @param reduce asks about a smaller dictionary
   * @param takeBack lists the edits, to take one back
   */
  AppMenu(
      Workbench workbench,
      Messages messages,
      Actions actions,
      Consumer<WindowKey> act,
      Runnable reduce,
      Runnable takeBack) {
    this.workbench = workbench;
    this.messages = messages;
    this.actions = actions;
    this.act = act;
    this.reduce = reduce;
    this.takeBack = takeBack;
    node.setGraphic(Icons.of(Feather.MENU));
    node.getStyleClass().addAll("button-icon", "flat", "no-arrow", "app-menu");
    node.setAccessibleText(messages.text("gui.menu"));
    Tip.on(node, messages.text("gui.menu") + "  " + WindowKey.MENU.keys());
    node.getItems().add(new MenuItem());
    node.setOnShowing(e -> fill());
  }

  MenuButton node() {
    return node;
  }

  /** Made when it is opened: recent projects and settings are as they are then. */
  private void fill() {
    node.getItems()
        .setAll(
            item("gui.menu.openFiles", WindowKey.OPEN),
            item(messages.text("gui.menu.openProject"), actions::chooseProject),
            item(messages.text("gui.menu.openSample"), workbench::openSample),
            recent(),
            new SeparatorMenuItem(),
            ofDictionary("gui.menu.import", WindowKey.IMPORT),
            ofDictionary(item(messages.text("gui.menu.names"), workbench.imports()::names)),
            ofDictionary("gui.menu.merge", WindowKey.MERGE),
            ofDictionary("gui.cleaning.open", WindowKey.CLEAN),
            ofDictionary(item(messages.text("gui.batches.open"), takeBack)),
            ofDictionary(weighting()),
            ofProject(item(messages.text("gui.reduce.open"), reduce)),
            ofProject(item("gui.export.open", WindowKey.DICTIONARY)),
            ofProject(item(messages.text("gui.menu.testDictionary"), actions::chooseTest)),
            new SeparatorMenuItem(),
            theme(),
            language(),
            typeSize(),
            wordSize(),
            motion(),
            new SeparatorMenuItem(),
            item("gui.keys.title", WindowKey.HELP));
  }

  private MenuItem item(String key, WindowKey does) {
    return item(messages.text(key) + "   " + does.keys(), () -> act.accept(does));
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(e -> action.run());
    return item;
  }

  private MenuItem ofProject(MenuItem item) {
    item.setDisable(workbench.project() == null);
    return item;
  }

  /** What edits the dictionary needs one that can be edited. */
  private MenuItem ofDictionary(String key, WindowKey does) {
    return ofDictionary(item(key, does));
  }

  private MenuItem ofDictionary(MenuItem item) {
    OpenProject open = workbench.project();
    item.setDisable(open == null || open.workspace().readOnly());
    return item;
  }

  private Menu recent() {
    Menu menu = new Menu(messages.text("gui.welcome.recent"));
    for (Path project : actions.recent()) {
      MenuItem item = new MenuItem(project.toString());
      item.setMnemonicParsing(false);
      item.setOnAction(e -> workbench.openProject(project));
      menu.getItems().add(item);
    }
    menu.setDisable(menu.getItems().isEmpty());
    return menu;
  }

  private Menu weighting() {
    Menu menu = new Menu(messages.text("gui.weighting"));
    ToggleGroup group = new ToggleGroup();
    for (AnchorWeights.Property each : KeptWeighting.CHOICES) {
      menu.getItems()
          .add(
              choice(
                  messages.text("gui.weighting." + each.name()),
                  group,
                  workbench.settings().weightingProperty().get() == each,
                  () -> workbench.settings().setWeighting(each)));
    }
    return menu;
  }

  private Menu theme() {
    Menu menu = new Menu(messages.text("gui.menu.theme"));
    ToggleGroup group = new ToggleGroup();
    for (Theme theme : Theme.values()) {
      String name = messages.text("gui.theme." + theme.name().toLowerCase(Locale.ROOT));
      menu.getItems()
          .add(
              choice(
                  name,
                  group,
                  actions.settings().theme() == theme,
                  () -> actions.change(actions.settings().withTheme(theme))));
    }
    return menu;
  }

  private Menu language() {
    Menu menu = new Menu(messages.text("gui.menu.language"));
    ToggleGroup group = new ToggleGroup();
    for (String code : new String[] {"en", "si"}) {
      menu.getItems()
          .add(
              choice(
                  code.equals("en") ? "English" : "සිංහල",
                  group,
                  actions.settings().language().equals(code),
                  () -> actions.change(actions.settings().withLanguage(code))));
    }
    return menu;
  }

  private Menu typeSize() {
    Menu menu = new Menu(messages.text("gui.menu.typeSize"));
    ToggleGroup group = new ToggleGroup();
    for (int size : new int[] {11, 12, 13, 14, 16, 18, 21, 24}) {
      menu.getItems()
          .add(
              choice(
                  Integer.toString(size),
                  group,
                  actions.settings().typeSize() == size,
                  () -> actions.change(actions.settings().withTypeSize(size))));
    }
    return menu;
  }

  private Menu wordSize() {
    Menu menu = new Menu(messages.text("gui.menu.wordSize"));
    ToggleGroup group = new ToggleGroup();
    for (int percent : new int[] {100, 115, 130, 150, 175, 200}) {
      menu.getItems()
          .add(
              choice(
                  percent + " %",
                  group,
                  Math.round(actions.settings().wordScale() * 100) == percent,
                  () -> actions.change(actions.settings().withWordScale(percent / 100.0))));
    }
    return menu;
  }

  private CheckMenuItem motion() {
    CheckMenuItem item = new CheckMenuItem(messages.text("gui.menu.reducedMotion"));
    Settings now = actions.settings();
    item.setSelected(now.reducedMotion());
    item.setOnAction(e -> actions.change(now.withReducedMotion(item.isSelected())));
    return item;
  }

  private static RadioMenuItem choice(
      String name, ToggleGroup group, boolean chosen, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(name);
    item.setToggleGroup(group);
    item.setSelected(chosen);
    item.setOnAction(e -> action.run());
    return item;
  }
}
