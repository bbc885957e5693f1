package setu.gui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.gui.common.OpenMenu;
import setu.gui.common.TypeSize;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.gui.inspector.InspectorView;
import setu.gui.preferences.Settings;
import setu.message.Messages;

/** The frame around the views: head, rail, middle, inspector, table, foot, keys and drops. */
public final class MainWindow implements View {
  /** How much of the window's width the inspector has at most, however large the type. */
  private static final double MOST_FOR_INSPECTOR = 0.42;

  /** How far notices are from the bottom: the status bar, and buttons over it, stay free. */
  private static final double OVER_FOOT = 40;

  private static final double OVER_BUTTONS = 92;

  private final Workbench workbench;
  private final Messages messages;
  private final Actions actions;
  private final AppMenu menu;
  private final TopBar head;
  private final Rail rail;
  private final Places places;
  private final InspectorView inspector;
  private final Notices notices;
  private final List<View> frame;
  private final Subscription following;

  private final StackPane root = new StackPane();
  private final StackPane centre = new StackPane();
  private final StackPane bottom = new StackPane();
  private final SplitPane across = new SplitPane();
  private final SplitPane upright = new SplitPane();
  private boolean pressedOutsideText;
  private final EventHandler<KeyEvent> pressed = this::key;
  private final EventHandler<KeyEvent> typed = this::typed;
  private final EventHandler<KeyEvent> released = event -> pressedOutsideText = false;

  /**
   * The window of a model, in one language.
   *
   * @param folders shows a folder in the system's own way
   */
  public MainWindow(
      Stage stage,
      Workbench workbench,
      Messages messages,
      ObjectProperty<Settings> settings,
      Consumer<Path> folders) {
    this.workbench = workbench;
    this.messages = messages;
    this.actions = new Actions(stage, workbench, messages, settings);
    this.rail = new Rail(messages);
    this.places = new Places(workbench, messages, rail);
    this.inspector = new InspectorView(workbench, messages);
    this.menu =
        new AppMenu(
            workbench,
            messages,
            actions,
            does -> act(does, false),
            () -> inAnchors(places.anchors()::reduce),
            () -> inAnchors(places.anchors()::takeBack));
    head = new TopBar(workbench, messages, menu.node(), places);
    Foot foot = new Foot(workbench, messages, Workbench.SEED);
    Welcome welcome = new Welcome(workbench, messages, actions);
    this.notices = new Notices(workbench, messages, folders);
    frame = List.of(head, foot, welcome, notices);
    assemble(head, foot, welcome);
    rail.placeProperty().subscribe(place -> show(place));
    following =
        Subscription.combine(
            settings.subscribe(chosen -> places.map().setReducedMotion(chosen.reducedMotion())),
            settings.subscribe((before, now) -> typeSized(before, now)),
            KeptChoices.of(settings, workbench.imports().statusProperty(), places.anchors(), rail),
            workbench
                .imports()
                .pendingProperty()
                .subscribe(
                    asked -> {
                      if (asked != null) {
                        rail.placeProperty().set(Rail.Place.ANCHORS);
                        places.focus();
                      }
                    }));
    root.sceneProperty().subscribe((before, now) -> hear(before, now));
    root.setOnDragOver(this::dragOver);
    root.setOnDragDropped(this::dropped);
  }

  @Override
  public Parent node() {
    return root;
  }

  @Override
  public void dispose() {
    following.unsubscribe();
    frame.forEach(View::dispose);
    places.dispose();
    inspector.dispose();
  }

  /**
   * Goes on where a window in another language was: its places, and how it was divided. The other
   * one is of no use afterwards, and is still to be disposed of.
   */
  void takeOver(MainWindow other) {
    places.takeOver(other.places);
    across.setDividerPositions(other.across.getDividerPositions());
    upright.setDividerPositions(other.upright.getDividerPositions());
    if (workbench.project() != null) {
      // A split pane takes its parts in with its skin: before, none can be focused.
      root.applyCss();
      places.focus();
    }
  }

  /** Shows the view that was open when the person left, and puts the keyboard there. */
  void reopen(Rail.Place place) {
    rail.placeProperty().set(place);
    root.applyCss();
    places.focus();
  }

  /** What is in the middle. */
  ObjectProperty<Rail.Place> placeProperty() {
    return rail.placeProperty();
  }

  /** Whether the map shows the project's words. */
  ReadOnlyBooleanProperty mapReadyProperty() {
    return places.map().readyProperty();
  }

  /** What is seen in them. */
  Places places() {
    return places;
  }

  private void assemble(TopBar head, Foot foot, Welcome welcome) {
    across.getItems().addAll(centre, inspector.node());
    across.setDividerPositions(0.765);
    SplitPane.setResizableWithParent(inspector.node(), false);
    upright.setOrientation(Orientation.VERTICAL);
    upright.getItems().add(across);
    upright.visibleProperty().bind(welcome.node().visibleProperty().not());
    SplitPane.setResizableWithParent(bottom, false);
    StackPane middle = new StackPane(upright, welcome.node());
    BorderPane frame = new BorderPane(middle);
    frame.setTop(head.node());
    frame.setLeft(rail.node());
    frame.setBottom(foot.node());
    rail.node().disableProperty().bind(welcome.node().visibleProperty());
    StackPane.setAlignment(notices.node(), Pos.BOTTOM_RIGHT);
    // Over the inspector: the row of a pair just added stays in sight.
    notices.keepBeside(
        inspector.node().widthProperty(), rail.placeProperty().isEqualTo(Rail.Place.ANCHORS));
    places
        .anchors()
        .askingProperty()
        .subscribe(
            asking ->
                StackPane.setMargin(
                    notices.node(),
                    new Insets(0, 16, asking ? TypeSize.of(OVER_BUTTONS).get() : OVER_FOOT, 0)));
    root.getStyleClass().add("window");
    root.getChildren().addAll(frame, notices.node());
  }

  /** The inspector is as wide as before, in letters. */
  private void typeSized(Settings before, Settings now) {
    if (before.typeSize() != now.typeSize()) {
      double share = 1 - across.getDividerPositions()[0];
      double wanted = share * now.typeSize() / before.typeSize();
      double divider = 1 - Math.min(wanted, MOST_FOR_INSPECTOR);
      // The parts have their new sizes first: a split pane that is resized keeps what it had.
      workbench.tasks().whenDrawn(() -> across.setDividerPositions(divider));
    }
  }

  private void show(Rail.Place place) {
    if (root.getScene() != null) {
      workbench.tasks().whenDrawn(() -> {}); // other work, what the place needs too, waits for it
    }
    show(places.middle(place), places.below(place));
  }

  private void show(Node above, @Nullable Node below) {
    double divider = upright.getDividers().isEmpty() ? 0.7 : upright.getDividerPositions()[0];
    bottom.getChildren().clear();
    centre.getChildren().clear();
    centre.getChildren().add(above);
    if (below == null) {
      upright.getItems().remove(bottom);
      return;
    }
    bottom.getChildren().add(below);
    if (!upright.getItems().contains(bottom)) {
      upright.getItems().add(bottom);
      upright.setDividerPositions(divider);
    }
  }

  /** The scene hears keys even while nothing has the keyboard, since what had it has gone. */
  private void hear(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
      before.removeEventFilter(KeyEvent.KEY_TYPED, typed);
      before.removeEventFilter(KeyEvent.KEY_RELEASED, released);
    }
    if (now != null) {
      now.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
      now.addEventFilter(KeyEvent.KEY_TYPED, typed);
      now.addEventFilter(KeyEvent.KEY_RELEASED, released);
    }
  }

  private void key(KeyEvent event) {
    if (OpenMenu.keeps(root.getScene())) {
      event.consume();
      return;
    }
    boolean typing = typing();
    pressedOutsideText = !typing;
    WindowKey key = WindowKey.of(event, typing);
    if (key != null && (key == WindowKey.PLACE ? place(event.getCode()) : act(key, typing))) {
      event.consume();
    }
  }

  /** Does what a key asks for; false where the key is left to what has the keyboard. */
  private boolean act(WindowKey key, boolean typing) {
    switch (key) {
      case HELP -> showKeys();
      case MENU -> menu.node().show();
      case OPEN -> actions.chooseFiles();
      case FOLDER -> notices.openFolder();
      case SEARCH -> search();
      case UNDO -> places.undo();
      case REDO -> places.redo();
      case LARGER -> actions.largerType(1);
      case SMALLER -> actions.largerType(-1);
      case LEAVE -> {
        return leave(typing);
      }
      case EXPORT, DICTIONARY, IMPORT, MERGE, CLEAN -> {
        return workbench.project() != null && actOnProject(key);
      }
      case PLACE -> {
        return false;
      }
    }
    return true;
  }

  private boolean actOnProject(WindowKey key) {
    switch (key) {
      case IMPORT -> actions.chooseImport();
      case MERGE -> actions.chooseMerge();
      case CLEAN -> inAnchors(places.anchors()::clean);
      case DICTIONARY -> inAnchors(places.anchors()::export);
      default -> {
        if (places.isOpen(Rail.Place.ANCHORS)) {
          places.anchors().export();
        } else {
          rail.placeProperty().set(Rail.Place.MAP);
          places.map().export();
        }
      }
    }
    return true;
  }

  private void inAnchors(Runnable action) {
    rail.placeProperty().set(Rail.Place.ANCHORS);
    action.run();
  }

  /** Goes to the place of a digit. */
  private boolean place(KeyCode digit) {
    if (workbench.project() == null) {
      return false;
    }
    rail.show(digit.getName().charAt(digit.getName().length() - 1) - '0');
    places.focus();
    return true;
  }

  private void showKeys() {
    new KeyList(messages).show(head.node());
  }

  /**
   * One thing at a time: a question first, then what is asked among the anchors, then the newest
   * sentence that still stands, then what narrows the queue, then the selection.
   */
  private boolean leave(boolean typing) {
    if (asked()) {
      workbench.opening().forgetQuestions();
      return true;
    }
    if (places.isOpen(Rail.Place.ANCHORS) && places.anchors().leavePanel()) {
      return true;
    }
    if (!typing && !workbench.notices().isEmpty()) {
      workbench.notices().removeLast();
      return true;
    }
    if (typing) {
      return false;
    }
    if (places.isOpen(Rail.Place.REVIEW) && places.review().leaveNarrowing()) {
      return true;
    }
    workbench.clearSelection();
    return false;
  }

  /** Whether something is asked in the place of the views. */
  private boolean asked() {
    return workbench.opening().previewProperty().get() != null
        || workbench.opening().movedProperty().get() != null
        || workbench.opening().unpairedProperty().get() != null;
  }

  private boolean typing() {
    return root.getScene() != null && root.getScene().getFocusOwner() instanceof TextInputControl;
  }

  /** A key that took the focus into a text field is not typed there as well. */
  private void typed(KeyEvent event) {
    if ((pressedOutsideText && typing()) || OpenMenu.keeps(root.getScene())) {
      event.consume();
    }
  }

  private void search() {
    if (workbench.project() != null) {
      rail.placeProperty().set(Rail.Place.MAP);
      places.map().search();
    }
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    open(files);
    event.setDropCompleted(!files.isEmpty());
    event.consume();
  }

  Actions actions() {
    return actions;
  }

  /** Opens what was dropped: two files of vectors make a pair. */
  void open(List<File> files) {
    files.forEach(file -> workbench.open(file.toPath()));
  }
}
