package setu.gui.review;

import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import setu.gui.common.LetterKeys;

/**
 * What a key asks for, whichever layout is active: by the key's code, else by what the same key
 * types under the Sinhala layout.
 */
enum ReviewKey {
  ACCEPT(KeyCode.A),
  REJECT(KeyCode.R),
  INFLECTION(KeyCode.I),
  EDIT(KeyCode.E),
  UNSURE(KeyCode.S),
  NOTE(KeyCode.N),
  FAMILY(KeyCode.L),
  NARROW(KeyCode.Q),
  BLIND(KeyCode.B),
  BEFORE(KeyCode.LEFT),
  AFTER(KeyCode.RIGHT),
  NEXT(KeyCode.SPACE);

  private final KeyCode code;

  ReviewKey(KeyCode code) {
    this.code = code;
  }

  /** The key's code. */
  KeyCode code() {
    return code;
  }

  /** The key of the card, as its button shows it. */
  String label() {
    return switch (this) {
      case NEXT -> "Space";
      case BEFORE -> "←";
      case AFTER -> "→";
      default -> code.getName();
    };
  }

  /** What a pressed key asks for by its code; null where that is nothing. */
  static @Nullable ReviewKey pressed(KeyCode code) {
    for (ReviewKey key : values()) {
      if (key.code == code) {
        return key;
      }
    }
    return null;
  }

  /** What a typed character asks for, of a key that came without a code. */
  static @Nullable ReviewKey typed(String character) {
    return pressed(LetterKeys.of(character));
  }
}
