package setu.gui.common;

import java.util.Locale;
import setu.message.Messages;

/** What languages are called in the window. */
public final class LanguageNames {
  private LanguageNames() {}

  /** The language code of one side of a project, such as {@code si}. */
  public static String of(OpenProject open, Side side) {
    return open.workspace().spaces().get(side == Side.SOURCE ? 0 : 1).language();
  }

  /** {@code Si} for {@code si}. */
  public static String brief(String code) {
    return code.isEmpty() ? "?" : code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
  }

  /** The language's name in the window's language. */
  public static String full(String code, Messages messages) {
    return switch (code) {
      case "en" -> messages.text("gui.language.en");
      case "si" -> messages.text("gui.language.si");
      case "" -> messages.text("gui.language.unknown");
      default -> Locale.of(code).getDisplayLanguage(messages.locale());
    };
  }
}
