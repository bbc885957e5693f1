package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files are opened that are chosen in the dialog, by its key or the first page's button, or
 * dropped.
 */
@NullUnmarked
class ChosenFilesTest {
  private static final List<File> PAIR =
      Stream.of("en.100.vec", "si.100.vec")
          .map(name -> Path.of("sample-vectors", name).toFile())
          .toList();

  @TempDir Path folder;
  private final AtomicReference<FileChooser> asked = new AtomicReference<>();
  private OpenedWindow window;

  @BeforeEach
  void open() {
    window = OpenedWindow.empty(folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void choosing(List<File> files) {
    window.run(
        () ->
            window
                .shell()
                .window()
                .actions()
                .choosing(
                    (chooser, owner) -> {
                      assertThat(owner).isSameAs(window.shell().stage());
                      asked.set(chooser);
                      return files;
                    }));
  }

  @Test
  void theKeyAsksAndTwoFilesOfVectorsMakeAPair() {
    choosing(null);
    window.press(KeyCode.CONTROL, KeyCode.O);
    window.await("asked", () -> asked.get() != null);
    assertThat(asked.get().getTitle()).isNotBlank();
    assertThat(window.get(() -> window.workbench().opening().nameProperty().get())).isNull();
    choosing(PAIR);
    window.press(KeyCode.CONTROL, KeyCode.O);
    window.await("open", () -> window.workbench().project() != null);
    assertThat(window.workbench().project().source().rows()).isEqualTo(5301);
    assertThat(window.workbench().project().target().rows()).isEqualTo(5597);
  }

  @Test
  void theFirstPagesButtonAsksToo() {
    choosing(PAIR);
    window.click(
        window.get(
            () ->
                window.shell().scene().getRoot().lookupAll(".welcome .button").stream()
                    .map(Button.class::cast)
                    .filter(button -> button.getText().startsWith("Open spaces"))
                    .findFirst()
                    .orElseThrow()));
    window.await("open", () -> window.workbench().project() != null);
    assertThat(asked.get()).isNotNull();
  }

  /** What a person drops, as the system hands it over. */
  private static Dragboard dragged(List<File> files) {
    TKClipboard held =
        (TKClipboard)
            Proxy.newProxyInstance(
                TKClipboard.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, called, arguments) ->
                    switch (called.getName()) {
                      case "getContentTypes" -> Set.of(DataFormat.FILES);
                      case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                      case "getContent" -> files;
                      case "getTransferModes" -> EnumSet.allOf(TransferMode.class);
                      default -> null;
                    });
    return DragboardHelper.createDragboard(held);
  }

  private DragEvent drag(EventType<DragEvent> type) {
    return new DragEvent(
        type,
        dragged(PAIR),
        40,
        40,
        40,
        40,
        TransferMode.COPY,
        null,
        null,
        new PickResult(null, 40, 40));
  }

  @Test
  void twoFilesDroppedMakeAPairToo() {
    AtomicReference<DragEvent> seen = new AtomicReference<>();
    window.run(
        () -> {
          Node root = window.shell().scene().getRoot();
          root.addEventFilter(DragEvent.DRAG_OVER, seen::set);
          root.fireEvent(drag(DragEvent.DRAG_OVER));
          root.fireEvent(drag(DragEvent.DRAG_DROPPED));
        });
    assertThat(seen.get().getAcceptedTransferMode()).isEqualTo(TransferMode.COPY);
    window.await("open", () -> window.workbench().project() != null);
    assertThat(window.workbench().project().source().rows()).isEqualTo(5301);
    assertThat(window.workbench().project().target().rows()).isEqualTo(5597);
  }
}
