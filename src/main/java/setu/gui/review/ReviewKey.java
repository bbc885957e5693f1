package setu.gui.review;

import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/**
 * What a key asks for, whichever layout is active: by the key's code, else by what the same key
 * types under a Sinhala layout (Wijesekara, SLS 1134, and the letters of the phonetic one that mean
 * nothing else there).
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

  private static final Map<String, ReviewKey> TYPED =
      Map.ofEntries(
          Map.entry("\u0DCA", ACCEPT),
          Map.entry("\u0D85", ACCEPT),
          Map.entry("\u0DCF", ACCEPT),
          Map.entry("\u0DBB", REJECT),
          Map.entry("\u0DC3", INFLECTION),
          Map.entry("\u0DD0", EDIT),
          Map.entry("\u0DD9", EDIT),
          Map.entry("\u0DD2", UNSURE),
          Map.entry("\u0DB6", NOTE),
          Map.entry("\u0DB1", NOTE),
          Map.entry("\u0D9A", FAMILY),
          Map.entry("\u0DBD", FAMILY),
          Map.entry("\u0D89", BLIND),
          Map.entry("\u0DD4", NARROW));

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
    ReviewKey key = TYPED.get(character);
    return key != null
        ? key
        : Stream.of(values())
            .filter(each -> each.code.getName().equalsIgnoreCase(character))
            .findFirst()
            .orElse(null);
  }
}
