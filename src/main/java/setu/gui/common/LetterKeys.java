package setu.gui.common;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.input.KeyCode;

/**
 * Which letter key types a character, for keys that come without a code: by the Latin letter, else
 * by the Wijesekara layout (SLS 1134). Where a key stands is told by no other layout.
 */
public final class LetterKeys {
  private static final String LATIN = "QWERTYUIOPASDFGHJKLXCVBNM";

  /** What these keys type without Shift under the Wijesekara layout, in the same order. */
  private static final String WIJESEKARA =
      "\u0DD4\u0D85\u0DD0\u0DBB\u0D91\u0DC4\u0DB8\u0DC3\u0DAF\u0DA0"
          + "\u0DCA\u0DD2\u0DCF\u0DD9\u0DA7\u0DBA\u0DC0\u0DB1\u0D9A"
          + "\u0D82\u0DA2\u0DA9\u0D89\u0DB6\u0DB4";

  private static final Map<String, KeyCode> CODES = codes();

  private LetterKeys() {}

  private static Map<String, KeyCode> codes() {
    Map<String, KeyCode> codes = new HashMap<>();
    for (int i = 0; i < LATIN.length(); i++) {
      String letter = LATIN.substring(i, i + 1);
      KeyCode code = KeyCode.valueOf(letter);
      codes.put(letter, code);
      codes.put(WIJESEKARA.substring(i, i + 1), code);
    }
    codes.put("Z", KeyCode.Z);
    return codes;
  }

  /** The key that types a character; undefined where no letter key does. */
  public static KeyCode of(String character) {
    String letter = character.toUpperCase(Locale.ROOT);
    return CODES.getOrDefault(letter, KeyCode.UNDEFINED);
  }
}
