package setu.gui.anchors;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import setu.gui.common.KeyHint;
import setu.message.Messages;

/** The keys of the table of anchors, for the rows chosen in it. */
enum AnchorKey {
  ACCEPT(KeyCode.A),
  REJECT(KeyCode.R),
  UNSURE(KeyCode.S),
  EDIT(KeyCode.E, KeyCode.F2),
  ADD(KeyCode.INSERT, KeyCode.N),
  REMOVE(KeyCode.DELETE),
  TWIN(KeyCode.T),
  PREFERRED(KeyCode.P);

  private final Set<KeyCode> codes;

  AnchorKey(KeyCode... codes) {
    this.codes = Set.copyOf(List.of(codes));
  }

  /** What a pressed key asks for; null where that is nothing. */
  static @Nullable AnchorKey of(KeyCode code) {
    return Stream.of(values()).filter(key -> key.codes.contains(code)).findFirst().orElse(null);
  }

  /** All of them, for the list of keys. */
  static List<KeyHint> hints(Messages messages) {
    return Stream.of(values())
        .map(
            key ->
                new KeyHint(
                    key.codes.stream().map(KeyCode::getName).sorted().collect(Collectors.joining(" · ")),
                    messages.text("gui.anchors.key." + key.name())))
        .toList();
  }
}
