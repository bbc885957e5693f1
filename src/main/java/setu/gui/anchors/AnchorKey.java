package setu.gui.anchors;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import setu.gui.common.KeyHint;
import setu.message.Messages;

/**
 * The keys of the table of anchors, for the rows chosen in it: by the key's code, else by what the
 * same key types under a Sinhala layout. That is the Wijesekara one (SLS 1134), and the phonetic
 * one in letters that mean nothing else there; අ accepts, as it does in Review.
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
  BATCHES(KeyCode.B);

  private static final Map<String, AnchorKey> TYPED =
      Map.ofEntries(
          Map.entry("\u0DCA", ACCEPT),
          Map.entry("\u0D85", ACCEPT),
          Map.entry("\u0DBB", REJECT),
          Map.entry("\u0DD2", UNSURE),
          Map.entry("\u0DC3", UNSURE),
          Map.entry("\u0DD0", EDIT),
          Map.entry("\u0DB6", ADD),
          Map.entry("\u0DB1", ADD),
          Map.entry("\u0D91", TWIN),
          Map.entry("\u0DAD", TWIN),
          Map.entry("\u0DA0", PREFERRED),
          Map.entry("\u0DB4", PREFERRED),
          Map.entry("\u0DBA", HISTORY),
          Map.entry("\u0DC4", HISTORY),
          Map.entry("\u0DD9", FILTER),
          Map.entry("\u0DC6", FILTER),
          Map.entry("\u0DA7", GROUP),
          Map.entry("\u0D9C", GROUP),
          Map.entry("\u0D87", WHOLE),
          Map.entry("\u0D89", BATCHES));

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
    AnchorKey key = TYPED.get(character);
    return key != null
        ? key
        : Stream.of(values())
            .filter(each -> isLetter(each.code, character) || isLetter(each.other, character))
            .findFirst()
            .orElse(null);
  }

  private static boolean isLetter(KeyCode code, String character) {
    return code.getName().equalsIgnoreCase(character);
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
