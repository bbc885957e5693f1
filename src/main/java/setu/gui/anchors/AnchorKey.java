package setu.gui.anchors;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import setu.gui.common.KeyHint;
import setu.gui.common.LetterKeys;
import setu.message.Messages;

/**
 * The keys of the table of anchors, for the rows chosen in it: by the key's code, else by what the
 * same key types under the Sinhala layout.
 */
enum AnchorKey {
  ACCEPT(KeyCode.A),
  REJECT(KeyCode.R),
  UNSURE(KeyCode.S),
  EDIT(KeyCode.E, KeyCode.F2),
  ADD(KeyCode.INSERT, KeyCode.N),
  REMOVE(KeyCode.DELETE),
  TWIN(KeyCode.T),
  PREFERRED(KeyCode.P),
  HISTORY(KeyCode.H),
  FILTER(KeyCode.F),
  SORT(KeyCode.O),
  GROUP(KeyCode.G),
  WHOLE(KeyCode.W),
  COLUMNS(KeyCode.C),
  BATCHES(KeyCode.B);

  private final KeyCode code;
  private final KeyCode other;

  AnchorKey(KeyCode code) {
    this(code, code);
  }

  AnchorKey(KeyCode code, KeyCode other) {
    this.code = code;
    this.other = other;
  }

  /** What a pressed key asks for; null where that is nothing. */
  static @Nullable AnchorKey of(KeyCode pressed) {
    return Stream.of(values())
        .filter(key -> key.code == pressed || key.other == pressed)
        .findFirst()
        .orElse(null);
  }

  /** What a typed character asks for, of a key that came without a code; null for nothing. */
  static @Nullable AnchorKey typed(String character) {
    return of(LetterKeys.of(character));
  }

  private String keys() {
    return code == other ? code.getName() : code.getName() + " · " + other.getName();
  }

  /** All of them, for the list of keys. */
  static List<KeyHint> hints(Messages messages) {
    return Stream.of(values())
        .map(key -> new KeyHint(key.keys(), messages.text("gui.anchors.key." + key.name())))
        .toList();
  }
}
