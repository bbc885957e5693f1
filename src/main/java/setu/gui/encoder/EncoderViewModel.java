package setu.gui.encoder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.encode.EncoderSpec;
import setu.core.encode.OnnxEncoder;
import setu.core.encode.TokenizedText;
import setu.core.neighbor.NeighborSearch;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.OpenProject;
import setu.gui.common.PlacedText;
import setu.gui.common.Side;
import setu.gui.common.Workbench;
import setu.gui.encoder.WordBank.Near;

/** A text, a model, and what the model makes of the text. */
public final class EncoderViewModel {
  private static final int SHOWN = 8;
  private static final int PLACED_BY = 6;

  private final Workbench workbench;
  private final NeighborSearch search;
  private final int words;
  private final Executor lane;
  private final ObjectProperty<Path> model;
  private final ReadOnlyObjectWrapper<Encoded> encoded = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final Subscription following;
  private @Nullable Opened opened;
  private Cancellation current = Cancellation.none();

  /**
   * What a model made of a text.
   *
   * @param device where it ran, as people read it
   * @param fallback why it did not run on a graphics card; null if it did or was not to
   * @param near the nearest words of each side; none where no token is known
   */
  public record Encoded(
      TokenizedText tokens,
      String device,
      @Nullable String fallback,
      int dimensions,
      Map<Side, List<Near>> near) {}

  /** A model with its word banks, for one project; used in the lane. */
  private record Opened(
      Path folder, OpenProject project, OnnxEncoder encoder, Map<Side, WordBank> banks) {}

  /** The encoder of a window, with the model it starts with. */
  public EncoderViewModel(Workbench workbench, NeighborSearch search, Path shippedModel) {
    this(workbench, search, shippedModel, WordBank.WORDS);
  }

  /** One that compares with the {@code words} most frequent words of each side only. */
  EncoderViewModel(Workbench workbench, NeighborSearch search, Path shippedModel, int words) {
    this.workbench = workbench;
    this.search = search;
    this.words = words;
    this.model = new SimpleObjectProperty<>(shippedModel);
    this.lane = workbench.tasks().lane("setu-encoder");
    this.following = workbench.projectProperty().subscribe(this::forget);
  }

  /** Stops following the workbench and closes the model. */
  void dispose() {
    following.unsubscribe();
    forget();
  }

  /** The words of a project left are of no use, and its model is native memory. */
  private void forget() {
    current.cancel();
    clear();
    lane.execute(this::closeModel);
  }

  /** Whether a model is held; asked in the lane. */
  boolean isOpen() {
    return opened != null;
  }

  private void closeModel() {
    Opened now = opened;
    opened = null;
    if (now != null) {
      now.encoder().close();
    }
  }

  /** The folder of the model in use. */
  public ObjectProperty<Path> modelProperty() {
    return model;
  }

  /** The latest result; null while there is none. */
  public ReadOnlyObjectProperty<Encoded> encodedProperty() {
    return encoded.getReadOnlyProperty();
  }

  /** Whether a text is being encoded. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /**
   * Encodes a text; a blank one clears the result. A newer text stops the work for an older one.
   */
  public void encode(String text) {
    current.cancel();
    OpenProject project = workbench.project();
    if (text.isBlank() || project == null) {
      clear();
      return;
    }
    Path folder = model.get();
    busy.set(true);
    var running =
        workbench
            .tasks()
            .start(
                "",
                lane,
                (progress, cancellation) ->
                    encode(text.strip(), folder, project, progress, cancellation));
    current = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        found -> {
          if (!running.cancellation().isCancelled()) {
            busy.set(false);
            show(text.strip(), found);
          }
        },
        e -> {
          if (current.equals(running.cancellation())) {
            clear();
            workbench.fail(e);
          }
        });
  }

  private void clear() {
    busy.set(false);
    encoded.set(null);
    workbench.placedProperty().set(null);
  }

  private void show(String text, Encoded found) {
    encoded.set(found);
    List<Near> all = new ArrayList<>();
    found.near().values().forEach(all::addAll);
    all.sort((a, b) -> Double.compare(b.cosine(), a.cosine()));
    workbench
        .placedProperty()
        .set(
            all.isEmpty()
                ? null
                : new PlacedText(text, all.stream().limit(PLACED_BY).map(Near::word).toList()));
  }

  private Encoded encode(
      String text, Path folder, OpenProject project, Progress progress, Cancellation cancellation) {
    Opened ready = open(folder, project, progress, cancellation);
    OnnxEncoder encoder = ready.encoder();
    TokenizedText tokens = encoder.tokenize(text);
    Map<Side, List<Near>> near = new EnumMap<>(Side.class);
    if (tokens.hasKnownToken()) {
      float[] vector = encoder.encode(text);
      ready
          .banks()
          .forEach((side, bank) -> near.put(side, bank.nearest(vector, SHOWN, cancellation)));
    }
    return new Encoded(
        tokens, encoder.device().name(), encoder.fallbackReason(), encoder.dimensions(), near);
  }

  private Opened open(
      Path folder, OpenProject project, Progress progress, Cancellation cancellation) {
    Opened now = opened;
    if (now != null && now.folder().equals(folder) && now.project().equals(project)) {
      return now;
    }
    closeModel();
    OnnxEncoder encoder = OnnxEncoder.open(EncoderSpec.of(folder));
    boolean kept = false;
    try {
      Map<Side, WordBank> banks = new EnumMap<>(Side.class);
      for (Side side : Side.values()) {
        banks.put(
            side,
            WordBank.of(side, project.space(side), words, encoder, search, progress, cancellation));
      }
      Opened next = new Opened(folder, project, encoder, banks);
      opened = next;
      kept = true;
      return next;
    } finally {
      if (!kept) {
        encoder.close();
      }
    }
  }
}
