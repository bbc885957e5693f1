package setu.gui.map;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import setu.gui.common.Tip;
import setu.gui.map.MapLayout.Reached;
import setu.gui.map.MapViewModel.State;
import setu.message.Messages;

/** What stands where the points are not yet, and the note over a layout that is being made. */
final class MapStates {
  private static final double SLIDER = 58;

  private final StackPane node = new StackPane();

  MapStates(MapViewModel model, Messages messages) {
    node.setPickOnBounds(false);
    Label text = new Label();
    text.getStyleClass().add("map-state");
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.text("gui.map.state." + model.stateProperty().get()),
                model.stateProperty()));
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(34, 34);
    turning.visibleProperty().bind(model.stateProperty().isEqualTo(State.LAYING));
    turning.managedProperty().bind(turning.visibleProperty());
    Button again = new Button(messages.text("gui.map.again"));
    again.setOnAction(e -> model.update());
    again.visibleProperty().bind(model.stateProperty().isEqualTo(State.STOPPED));
    again.managedProperty().bind(again.visibleProperty());
    VBox middle = new VBox(12, turning, text, again);
    middle.setAlignment(Pos.CENTER);
    middle.setPickOnBounds(false);
    middle.visibleProperty().bind(model.stateProperty().isNotEqualTo(State.READY));
    HBox working = working(model, messages);
    HBox outdated = outdated(model, messages);
    for (HBox note : List.of(working, outdated)) {
      // Above the slider where there is one, and in its place where there is none.
      note.translateYProperty()
          .bind(
              Bindings.createDoubleBinding(
                  () -> slides(model) ? -SLIDER : 0.0, model.layoutsProperty()));
    }
    node.getChildren().addAll(middle, working, outdated);
  }

  Node node() {
    return node;
  }

  private static HBox working(MapViewModel model, Messages messages) {
    LayoutWork work = model.work();
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("small");
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> part(work.reachedProperty().get()), work.reachedProperty()));
    Label how = new Label();
    how.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> reached(work.reachedProperty().get(), model, messages),
                work.reachedProperty(),
                model.methodProperty()));
    Button pause = new Button();
    pause
        .textProperty()
        .bind(
            Bindings.when(work.pausedProperty())
                .then(messages.text("gui.map.resume"))
                .otherwise(messages.text("gui.map.pause")));
    pause.setOnAction(e -> model.setPaused(!work.pausedProperty().get()));
    pause.disableProperty().bind(work.reachedProperty().isEqualTo(Reached.AT_ONCE));
    Button stop = new Button(messages.text("gui.map.stop"));
    Tip.on(stop, messages.text("gui.map.about.stop"));
    stop.setOnAction(e -> model.cancel());
    pause.getStyleClass().add("map-pause");
    stop.getStyleClass().add("map-stop");
    HBox note = note(bar, how, pause, stop);
    note.visibleProperty()
        .bind(work.workingProperty().and(model.stateProperty().isEqualTo(State.READY)));
    return note;
  }

  private static boolean slides(MapViewModel model) {
    LayoutMethods.Layouts layouts = model.layoutsProperty().get();
    return layouts != null && layouts.unaligned() != null;
  }

  /** −1 while that is not known. */
  private static double part(Reached reached) {
    return reached.iterations() == 0 ? -1 : (double) reached.iteration() / reached.iterations();
  }

  private static String reached(Reached reached, MapViewModel model, Messages messages) {
    return reached.iterations() == 0
        ? messages.text("gui.map.working")
        : messages.text(
            "gui.map.reached",
            messages.text("gui.map.method." + model.methodProperty().get()),
            reached.iteration(),
            reached.iterations());
  }

  private static HBox outdated(MapViewModel model, Messages messages) {
    Button update = new Button(messages.text("gui.map.update"));
    update.setOnAction(e -> model.update());
    Label why = new Label();
    why.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    messages.text(
                        model.layoutsProperty().get() == null
                                || model.layoutsProperty().get().aligned().complete()
                            ? "gui.map.outdated"
                            : "gui.map.incomplete"),
                model.layoutsProperty()));
    HBox note = note(why, update);
    note.visibleProperty()
        .bind(
            model
                .outdatedProperty()
                .and(model.work().workingProperty().not())
                .and(model.stateProperty().isEqualTo(State.READY)));
    return note;
  }

  private static HBox note(Node... parts) {
    HBox note = new HBox(10, parts);
    note.getStyleClass().addAll("map-panel", "map-note");
    note.setAlignment(Pos.CENTER);
    note.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(note, Pos.BOTTOM_CENTER);
    StackPane.setMargin(note, new javafx.geometry.Insets(0, 0, 12, 0));
    return note;
  }
}
